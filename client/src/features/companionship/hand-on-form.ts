// What the form of handing a pair on holds, and what it asks the server for.
import type { HandedOnKind, HandOnCompanionshipInput } from '../../gql/graphql.js';

/** What another companion may read. Everything false or empty until a worker chooses: the least is the default. */
export interface ShareValues {
  readonly goals: boolean;
  readonly meeting: boolean;
  readonly steps: boolean;
  readonly contactIds: readonly string[];
}
export interface HandOnValues extends ShareValues {
  readonly volunteerId: string;
  readonly closingTalkOn: string;
  readonly reason: string;
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
  const { volunteerId, closingTalkOn, reason } = values;
  return {
    ...{ companionshipId, version, volunteerId, closingTalkOn, reason: reason.trim() },
    ...shareOf(values, notes),
  };
}

/** The choice as the server takes it. */
export function shareOf({ goals, meeting, steps, contactIds }: ShareValues, notes: readonly string[]) {
  const share: HandedOnKind[] = [];
  if (goals) share.push('GOALS');
  if (meeting) share.push('MEETING');
  if (steps) share.push('STEPS');
  return { share, contactIds: notes.filter((id) => contactIds.includes(id)) };
}
