// What the form of finding somebody to stand in holds, and what it asks the server for.
import { parseLocalDate } from '@tongxing/shared/kernel';
import type { InviteCoverInput } from '../../gql/graphql.js';
import { shareOf, type ShareValues } from './hand-on-form.js';

export interface CoverValues extends ShareValues {
  readonly volunteerId: string;
  readonly from: string;
  readonly until: string;
}
export const COVER_FIELDS = ['volunteerId', 'from', 'until'] as const;

/** Nothing chosen, from today. */
export const noCover = (today: string): CoverValues => ({
  ...{ volunteerId: '', from: today, until: '', goals: false, meeting: false, steps: false },
  contactIds: [],
});

export function coverProblems(
  { volunteerId, from, until }: CoverValues,
  today: string,
): (typeof COVER_FIELDS)[number][] {
  return [
    ...(volunteerId === '' ? (['volunteerId'] as const) : []),
    ...(parseLocalDate(from) && from >= today ? [] : (['from'] as const)),
    ...(parseLocalDate(until) && until >= from ? [] : (['until'] as const)),
  ];
}

/** `notes`: contacts that are there to be chosen; a kept draft may name one that is not any more. */
export function coverInput(
  values: CoverValues,
  { companionshipId, version, notes }: { companionshipId: string; version: number; notes: readonly string[] },
): InviteCoverInput {
  const { volunteerId, from, until } = values;
  return { companionshipId, version, volunteerId, from, until, ...shareOf(values, notes) };
}
