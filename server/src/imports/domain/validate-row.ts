// Judges the rows of a roster: each with every problem it has, and nobody taken in twice.
import type { CellProblem } from './cell-problem.js';
import { readChild, type ChildValues } from './child-row.js';
import type { RosterColumn } from './guess-columns.js';
import { OpenRow, type RosterCell } from './open-row.js';
import type { RosterContext } from './person-cells.js';
import type { CsvRecord } from './read-csv.js';
import type { FieldOf, RosterKind } from './roster-fields.js';
import { readVolunteer, type VolunteerValues } from './volunteer-row.js';

export interface ValuesByKind {
  readonly VOLUNTEERS: VolunteerValues;
  readonly CHILDREN: ChildValues;
}
interface Read {
  readonly line: number;
  readonly cells: readonly RosterCell[];
}
/** Only a VALID row is taken in. */
export type RosterRow<K extends RosterKind> =
  | (Read & { readonly status: 'VALID'; readonly values: ValuesByKind[K] })
  | (Read & { readonly status: 'DUPLICATE'; readonly values: ValuesByKind[K]; readonly duplicateOfLine?: number })
  | (Read & { readonly status: 'BAD' });

const READERS: {
  readonly [K in RosterKind]: (row: OpenRow<FieldOf<K>>, context: RosterContext) => ValuesByKind[K] | undefined;
} = { VOLUNTEERS: readVolunteer, CHILDREN: readChild };

const KEYS: { readonly [K in RosterKind]: (values: ValuesByKind[K]) => string } = {
  VOLUNTEERS: ({ phone }) => phone,
  CHILDREN: ({ name, birthDate, guardian }) => JSON.stringify([name.toLowerCase(), birthDate, guardian?.phone ?? '']),
};
const KEY_FIELD: { readonly [K in RosterKind]: FieldOf<K> } = { VOLUNTEERS: 'phone', CHILDREN: 'name' };

/** What makes two rows the same person: a volunteer's phone; a child's name, birth date and guardian's phone. */
export function duplicateKey<K extends RosterKind>(kind: K, values: ValuesByKind[K]): string {
  return KEYS[kind](values);
}

/** One row by itself: VALID, or BAD with each problem in its cell. */
export function validateRow<K extends RosterKind>(
  kind: K,
  columns: readonly RosterColumn<K>[],
  record: CsvRecord,
  context: RosterContext,
): RosterRow<K> {
  const row = new OpenRow<FieldOf<K>>(columns, record);
  const values = READERS[kind](row, context);
  const read = { line: record.line, cells: row.cells };
  return values === undefined ? { ...read, status: 'BAD' } : { ...read, status: 'VALID', values };
}

/** A judge of all rows in turn: of rows that mean one person the first good one stays. */
export function rowJudge<K extends RosterKind>(
  kind: K,
  columns: readonly RosterColumn<K>[],
  context: RosterContext,
): (record: CsvRecord) => RosterRow<K> {
  const firstLine = new Map<string, number>();
  return (record) => {
    const row = validateRow(kind, columns, record, context);
    if (row.status !== 'VALID') return row;
    const key = duplicateKey(kind, row.values);
    const duplicateOfLine = firstLine.get(key);
    if (duplicateOfLine !== undefined) return markDuplicate(kind, row, 'DUPLICATE_IN_FILE', duplicateOfLine);
    firstLine.set(key, row.line);
    return row;
  };
}

/** The row, left out where it means somebody whom the agency has already (keys as `duplicateKey` makes them). */
export function unlessRegistered<K extends RosterKind>(
  kind: K,
  row: RosterRow<K>,
  registered: ReadonlySet<string>,
): RosterRow<K> {
  if (row.status !== 'VALID' || !registered.has(duplicateKey(kind, row.values))) return row;
  return markDuplicate(kind, row, 'ALREADY_REGISTERED');
}

/** The row as one that means somebody who is there already. */
export function markDuplicate<K extends RosterKind>(
  kind: K,
  row: RosterRow<K> & { readonly status: 'VALID' },
  problem: CellProblem,
  duplicateOfLine?: number,
): RosterRow<K> {
  const cells = row.cells.map((cell) => (cell.field === KEY_FIELD[kind] ? { ...cell, problem } : cell));
  return { ...row, status: 'DUPLICATE', cells, ...(duplicateOfLine === undefined ? {} : { duplicateOfLine }) };
}
