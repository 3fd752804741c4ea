// Judges the rows of a roster: each with every problem it has, and nobody taken in twice.
import type { PersonId } from '@tongxing/shared/kernel';
import type { CellProblem } from './cell-problem.js';
import { readActivity } from './activity-row.js';
import { readChild } from './child-row.js';
import { duplicateKeys, KEY_FIELD, TWICE } from './duplicate-keys.js';
import type { RosterColumn } from './guess-columns.js';
import { OpenRow, type RosterCell } from './open-row.js';
import type { RosterContext } from './person-cells.js';
import type { CsvRecord } from './read-csv.js';
import { listsPeople, type FieldOf, type RosterKind } from './roster-fields.js';
import { readStaff } from './staff-row.js';
import { readTeam } from './team-row.js';
import type { ValuesByKind } from './values-by-kind.js';
import { readVolunteer } from './volunteer-row.js';

export interface ReadRow {
  readonly line: number;
  readonly cells: readonly RosterCell[];
}
/** Only a VALID row is taken in. */
export type RosterRow<K extends RosterKind> =
  | (ReadRow & { readonly status: 'VALID'; readonly values: ValuesByKind[K] })
  | (ReadRow & {
      readonly status: 'DUPLICATE';
      readonly values: ValuesByKind[K];
      readonly duplicateOfLine?: number;
      /** Whom of the agency the row means. */
      readonly matchId?: PersonId;
      /** Cells that say something else than what stands; with `matchId` only. */
      readonly differs?: readonly string[];
    })
  | (ReadRow & { readonly status: 'BAD' });

const READERS: {
  readonly [K in RosterKind]: (row: OpenRow<FieldOf<K>>, context: RosterContext) => ValuesByKind[K] | undefined;
} = {
  VOLUNTEERS: readVolunteer,
  CHILDREN: readChild,
  STAFF: readStaff,
  ACTIVITIES: readActivity,
  TEAMS: readTeam,
};

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
    const keys = duplicateKeys(kind, row.values);
    const twin = keys.find((key) => firstLine.has(key));
    if (twin !== undefined)
      return markDuplicate(kind, row, TWICE[kind].inFile, { duplicateOfLine: firstLine.get(twin) });
    for (const key of keys) firstLine.set(key, row.line);
    return row;
  };
}

/** The row, left out where it means somebody whom the agency has already (by `duplicateKeys`). */
export function unlessRegistered<K extends RosterKind>(
  kind: K,
  row: RosterRow<K>,
  registered: ReadonlyMap<string, string>,
): RosterRow<K> {
  if (row.status !== 'VALID') return row;
  const found = new Set(duplicateKeys(kind, row.values).flatMap((key) => registered.get(key) ?? []));
  const [matchId, other] = found;
  if (matchId === undefined) return row;
  // A list of plans brings nothing up to date: what the agency has stays as somebody wrote it.
  if (!listsPeople(kind)) return markDuplicate(kind, row, TWICE[kind].known);
  return other === undefined
    ? markDuplicate(kind, row, 'ALREADY_REGISTERED', { matchId: matchId as PersonId })
    : markDuplicate(kind, row, 'TWO_PEOPLE');
}

/** The row as one that means somebody who is there already. */
export function markDuplicate<K extends RosterKind>(
  kind: K,
  row: RosterRow<K> & { readonly values: ValuesByKind[K] },
  problem: CellProblem,
  whom: { readonly duplicateOfLine?: number | undefined; readonly matchId?: PersonId | undefined } = {},
): RosterRow<K> & { readonly status: 'DUPLICATE' } {
  const cells = row.cells.map((cell) => (cell.field === KEY_FIELD[kind] ? { ...cell, problem } : cell));
  const { duplicateOfLine, matchId } = whom;
  return {
    ...{ line: row.line, values: row.values, status: 'DUPLICATE', cells },
    ...(duplicateOfLine === undefined ? {} : { duplicateOfLine }),
    ...(matchId === undefined ? {} : { matchId }),
  };
}
