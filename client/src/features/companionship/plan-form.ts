// What a companionship's plan must say: a task goal and a process goal, where and how often they meet.
import type { ApprovePlanInput } from '../../gql/graphql.js';

export interface PlanValues {
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly meetingPlace: string;
  /** As typed; the form's fields are text. */
  readonly contactsPerMonth: string;
}
export type PlanField = keyof PlanValues;
export const PLAN_FIELDS: readonly PlanField[] = ['taskGoal', 'processGoal', 'meetingPlace', 'contactsPerMonth'];
export const MOST_CONTACTS = 31;

export function planProblems(values: PlanValues): readonly PlanField[] {
  const blank = (['taskGoal', 'processGoal', 'meetingPlace'] as const).filter((field) => values[field].trim() === '');
  const contacts = Number(values.contactsPerMonth);
  const counted = /^\d+$/.test(values.contactsPerMonth.trim()) && contacts >= 1 && contacts <= MOST_CONTACTS;
  return counted ? blank : [...blank, 'contactsPerMonth'];
}

export function planInput(values: PlanValues): Omit<ApprovePlanInput, 'companionshipId' | 'version'> {
  return {
    taskGoal: values.taskGoal.trim(),
    processGoal: values.processGoal.trim(),
    meetingPlace: values.meetingPlace.trim(),
    contactsPerMonth: Number(values.contactsPerMonth),
  };
}
