// From what was typed about a step to what is sent: only the fields that the step asks for, instants from days and hours.
import { CONCERN_STEPS, type ConcernStepField } from '@tongxing/shared/rules';
import type { Authority, ConcernCategory, ConcernStepKind, WriteConcernStepInput } from '../../gql/graphql.js';

export interface StepValues {
  readonly words: string;
  readonly category: ConcernCategory;
  readonly assigneeId: string;
  readonly withinHours: string;
  readonly authority: Authority;
  /** NOW, or a day and an hour of before. */
  readonly when: 'NOW' | 'BEFORE';
  readonly day: string;
  readonly time: string;
  readonly reference: string;
}
export const EMPTY_STEP: StepValues = {
  words: '',
  category: 'HARM',
  assigneeId: '',
  withinHours: '2',
  authority: 'POLICE',
  when: 'NOW',
  day: '',
  time: '',
  reference: '',
};
export const WITHIN_HOURS = [2, 6, 24, 72, 168] as const;

/** Whether the form of this step shows the field. */
export function shows(kind: ConcernStepKind, field: ConcernStepField): boolean {
  const { needs, takes = [] } = CONCERN_STEPS[kind];
  return needs.includes(field) || takes.includes(field);
}

type Body = Omit<WriteConcernStepInput, 'concernId' | 'requestId'>;

/** `clock` answers milliseconds. */
export function stepBody(kind: ConcernStepKind, values: StepValues, taskId?: string, clock = Date.now): Body {
  const { words, category, assigneeId, withinHours, authority, when, day, time, reference } = values;
  const before = when === 'BEFORE' ? new Date(`${day}T${time}`) : undefined;
  const fields: Readonly<Record<ConcernStepField, unknown>> = {
    words: words.trim() === '' ? undefined : words,
    category,
    assigneeId: assigneeId === '' ? undefined : assigneeId,
    dueAt: new Date(clock() + Number(withinHours) * 3_600_000).toISOString(),
    taskId,
    authority,
    happenedAt: before && !Number.isNaN(before.getTime()) ? before.toISOString() : undefined,
    reference: reference.trim() === '' ? undefined : reference.trim(),
  };
  const asked = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && shows(kind, field as ConcernStepField),
  );
  return { kind, ...(Object.fromEntries(asked) as Partial<Body>) };
}
