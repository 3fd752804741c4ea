// The lists of the desk, and what of an address a saved view keeps: filters and columns, never whom somebody looked for.

export const LIST_NAMES = ['CHILDREN', 'VOLUNTEERS', 'HOUSEHOLDS', 'STAFF', 'COMPANIONSHIPS'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** Filters of each list by their names in the address. A name that is searched for, or a day, is no part of a view. */
export const LIST_FILTERS: Readonly<Record<ListName, readonly string[]>> = {
  CHILDREN: ['waiting'],
  VOLUNTEERS: ['standing', 'reason'],
  HOUSEHOLDS: ['form'],
  STAFF: ['when', 'credentials'],
  COMPANIONSHIPS: ['state'],
};
const COLUMNS = 'cols';
const WORD = /^[A-Za-z0-9_,-]{1,200}$/;

/** The part of an address that a view keeps, always in the same order; '' for the list as it usually stands. */
export function keptQuery(list: ListName, query: string): string {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const key of [...LIST_FILTERS[list], COLUMNS]) {
    const value = given.get(key);
    if (value !== null && WORD.test(value)) kept.set(key, value);
  }
  return kept.toString();
}

/** Why a row stays as it is when many are changed. */
export const KEPT_REASONS = [
  'PAIR_OUT_OF_SIGHT',
  'TOO_CLOSE',
  'NOT_YOURS',
  'OVER',
  'HAS_ACCOUNT',
  'ALREADY_INVITED',
  'NO_PHONE',
  'PHONE_TAKEN',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** Rows that one export holds, and rows that one change of many may touch. */
export const LARGEST_EXPORT = 10_000;
export const LARGEST_CHANGE = 2_000;
/** Invitations sent in one step: each is a message to somebody. */
export const MOST_INVITATIONS = 200;
/** For how long a change of many rows can be taken back. */
export const UNDO_HOURS = 24;
export const LONGEST_VIEW_NAME = 60;
