// By what a row is known to mean the same person as another one, or as somebody of the agency.
import type { FieldOf, RosterKind } from './roster-fields.js';
import type { ChildValues } from './child-row.js';
import type { ValuesByKind } from './values-by-kind.js';

/** A key with the kind of fact in front: any one that two rows share makes them one person. */
export type DuplicateKey = `${'phone' | 'id' | 'child'}:${string}`;

const KEYS: { readonly [K in RosterKind]: (values: ValuesByKind[K]) => DuplicateKey[] } = {
  VOLUNTEERS: ({ phone, idNumber }) => [`phone:${phone}`, ...byNumber(idNumber)],
  STAFF: ({ phone, idNumber }) => [`phone:${phone}`, ...byNumber(idNumber)],
  CHILDREN: (values) => [...byNumber(values.idNumber), `child:${identityOf(values)}`],
};
/** The cell that carries the mark of a duplicate. */
export const KEY_FIELD: { readonly [K in RosterKind]: FieldOf<K> } = {
  VOLUNTEERS: 'phone',
  CHILDREN: 'name',
  STAFF: 'phone',
};

/** A volunteer's or colleague's phone or identity number; a child's identity number, or name, birth date and guardian's phone. */
export function duplicateKeys<K extends RosterKind>(kind: K, values: ValuesByKind[K]): readonly DuplicateKey[] {
  return KEYS[kind](values);
}

/** What finds the same child in a second roster that has no identity numbers. */
export const identityOf = ({ name, birthDate, guardian }: ChildValues): string =>
  JSON.stringify([name.toLowerCase(), birthDate, guardian?.phone ?? '']);

const byNumber = (idNumber: string | undefined): DuplicateKey[] => (idNumber === undefined ? [] : [`id:${idNumber}`]);
