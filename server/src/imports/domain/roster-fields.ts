// The fields of each roster, and those that no row can do without.
import { CHILD_FIELDS, STAFF_FIELDS, VOLUNTEER_FIELDS } from './field-words.js';

/** In the order of the table's CHECK. */
export const ROSTER_KINDS = ['VOLUNTEERS', 'CHILDREN', 'STAFF'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

export const ROSTER_FIELDS = { VOLUNTEERS: VOLUNTEER_FIELDS, CHILDREN: CHILD_FIELDS, STAFF: STAFF_FIELDS } as const;
export type VolunteerField = keyof typeof VOLUNTEER_FIELDS;
export type ChildField = keyof typeof CHILD_FIELDS;
export type StaffField = keyof typeof STAFF_FIELDS;
export type FieldOf<K extends RosterKind> = {
  VOLUNTEERS: VolunteerField;
  CHILDREN: ChildField;
  STAFF: StaffField;
}[K];

/** Fields without which no row can be taken in. */
export const REQUIRED_FIELDS: { readonly [K in RosterKind]: readonly FieldOf<K>[] } = {
  VOLUNTEERS: ['name', 'phone', 'birthDate'],
  CHILDREN: ['name', 'gender', 'birthDate'],
  STAFF: ['name', 'phone', 'roles'],
};
/** An identity number says these as well. */
export const SAID_BY_NUMBER: readonly string[] = ['gender', 'birthDate'];
