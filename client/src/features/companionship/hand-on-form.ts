// What the form of handing a pair on holds, and what it asks the server for.
import type { HandedOnKind, HandOnCompanionshipInput } from '../../gql/graphql.js';

/** Everything false or empty until a worker chooses: the least is the default. */
export interface HandOnValues {
  readonly volunteerId: string;
  readonly closingTalkOn: string;
  readonly reason: string;
  readonly goals: boolean;
  readonly meeting: boolean;
  readonly steps: boolean;
  readonly contactIds: readonly string[];
}
export const NOTHING_CHOSEN: HandOnValues = {
  volunteerId: '',
  closingTalkOn: '',
  reason: '',
  goals: false,
  meeting: false,
  steps: false,
  contactIds: [],
};
export const HAND_ON_FIELDS = ['volunteerId', 'closingTalkOn', 'reason'] as const;

export function handOnProblems(values: HandOnValues, today: string): (typeof HAND_ON_FIELDS)[number][] {
  const { volunteerId, closingTalkOn, reason } = values;
  return [
    ...(volunteerId === '' ? (['volunteerId'] as const) : []),
    ...(closingTalkOn === '' || closingTalkOn > today ? (['closingTalkOn'] as const) : []),
    ...(reason.trim() === '' ? (['reason'] as const) : []),
  ];
}

/** `notes`: contacts that are there to be chosen; a kept draft may name one that is not any more. */
export function handOnInput(
  values: HandOnValues,
  { companionshipId, version, notes }: { companionshipId: string; version: number; notes: readonly string[] },
): HandOnCompanionshipInput {
  const { volunteerId, closingTalkOn, reason, goals, meeting, steps, contactIds } = values;
  const share: HandedOnKind[] = [];
  if (goals) share.push('GOALS');
  if (meeting) share.push('MEETING');
  if (steps) share.push('STEPS');
  const chosen = notes.filter((id) => contactIds.includes(id));
  return {
    ...{ companionshipId, version, volunteerId, closingTalkOn, reason: reason.trim() },
    ...{ share, contactIds: chosen },
  };
}
