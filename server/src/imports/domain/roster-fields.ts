// The fields of each roster, and those that no row can do without.
import { CHILD_FIELDS, STAFF_FIELDS, VOLUNTEER_FIELDS } from './field-words.js';
import { ACTIVITY_FIELDS, TEAM_FIELDS } from './plan-words.js';

/** In the order of the table's CHECK. */
export const ROSTER_KINDS = ['VOLUNTEERS', 'CHILDREN', 'STAFF', 'ACTIVITIES', 'TEAMS'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];
/** Kinds whose rows are people, whom a later file can bring up to date. */
export type PeopleKind = Exclude<RosterKind, 'ACTIVITIES' | 'TEAMS'>;

export const listsPeople = (kind: RosterKind): kind is PeopleKind => kind !== 'ACTIVITIES' && kind !== 'TEAMS';

export const ROSTER_FIELDS = {
  VOLUNTEERS: VOLUNTEER_FIELDS,
  CHILDREN: CHILD_FIELDS,
  STAFF: STAFF_FIELDS,
  ACTIVITIES: ACTIVITY_FIELDS,
  TEAMS: TEAM_FIELDS,
} as const;
export type VolunteerField = keyof typeof VOLUNTEER_FIELDS;
export type ChildField = keyof typeof CHILD_FIELDS;
export type StaffField = keyof typeof STAFF_FIELDS;
export type ActivityField = keyof typeof ACTIVITY_FIELDS;
export type TeamField = keyof typeof TEAM_FIELDS;
export type FieldOf<K extends RosterKind> = {
  VOLUNTEERS: VolunteerField;
  CHILDREN: ChildField;
  STAFF: StaffField;
  ACTIVITIES: ActivityField;
  TEAMS: TeamField;
}[K];

/** Fields without which no row can be taken in. */
export const REQUIRED_FIELDS: { readonly [K in RosterKind]: readonly FieldOf<K>[] } = {
  VOLUNTEERS: ['name', 'phone', 'birthDate'],
  CHILDREN: ['name', 'gender', 'birthDate'],
  STAFF: ['name', 'phone', 'roles'],
  ACTIVITIES: ['theme', 'kind', 'venue', 'onDate', 'startsAt', 'endsAt'],
  TEAMS: ['teamName'],
};
/** An identity number says these as well. */
export const SAID_BY_NUMBER: readonly string[] = ['gender', 'birthDate'];
/** Field → a field whose column says the same. */
export const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAID_BY_NUMBER.map((field) => [field, 'idNumber'])),
  startsAt: 'hours',
  endsAt: 'hours',
};
