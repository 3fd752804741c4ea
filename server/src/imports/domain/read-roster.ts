// From the bytes of a file to judged rows: what the import service calls.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { findHeader, guessColumns, missingColumns, type RosterColumn } from './guess-columns.js';
import type { RosterContext } from './person-cells.js';
import { MAX_ROSTER_COLUMNS, MAX_ROSTER_ROWS } from './read-csv.js';
import {
  readTables,
  type RosterTable,
  type RosterTables,
  type TablesProblem,
  type WorkbookReader,
} from './read-tables.js';
import type { RosterKind } from './roster-fields.js';
import { rowJudge, type RosterRow } from './validate-row.js';

export interface Roster<K extends RosterKind = RosterKind> {
  readonly kind: K;
  readonly encoding: RosterTables['encoding'];
  readonly columns: readonly RosterColumn<K>[];
  readonly rows: readonly RosterRow<K>[];
  readonly counts: RosterCounts;
}
export interface RosterCounts {
  readonly rows: number;
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
}
export type RosterProblem =
  | TablesProblem
  /** No row reads like the headers of this kind of roster. */
  | { readonly code: 'HEADER_NOT_FOUND' }
  | { readonly code: 'COLUMNS_MISSING'; readonly fields: readonly string[] }
  /** Several sheets read like the roster: one must be named. */
  | { readonly code: 'SHEETS_SEVERAL'; readonly sheets: readonly string[] };

export interface ReadOptions {
  /** `setImmediate` of `node:timers/promises`: awaited between slices, since ten thousand rows take about a second. */
  readonly letOthersRun: () => Promise<unknown>;
  readonly readWorkbook: WorkbookReader;
  /** Name of the sheet to read, where a workbook has several rosters. */
  readonly sheet?: string | undefined;
}

const SLICE = 250;

/** A roster with every row judged, or the one reason why the file as a whole cannot be read. */
export async function readRoster<K extends RosterKind>(
  kind: K,
  bytes: Uint8Array,
  context: RosterContext,
  options: ReadOptions,
): Promise<Result<Roster<K>, RosterProblem>> {
  const read = await readTables(bytes, options.readWorkbook);
  if (!read.ok) return read;
  const chosen = chooseTable(kind, read.value.tables, options.sheet);
  if (!chosen.ok) return chosen;
  const { records, at } = chosen.value;
  const columns = guessColumns(kind, withoutBlankEnd(records[at]?.cells ?? []));
  const fields = missingColumns(kind, columns);
  if (fields.length > 0) return err({ code: 'COLUMNS_MISSING', fields });
  const body = records.slice(at + 1);
  if (body.length === 0) return err({ code: 'SHEET_EMPTY' });
  if (body.length > MAX_ROSTER_ROWS) return err({ code: 'TOO_MANY_ROWS', limit: MAX_ROSTER_ROWS });
  const judge = rowJudge(kind, columns, context);
  const rows: RosterRow<K>[] = [];
  for (const record of body) {
    rows.push(judge(record));
    if (rows.length % SLICE === 0) await options.letOthersRun();
  }
  return ok({ kind, encoding: read.value.encoding, columns, rows, counts: countRows(rows) });
}

/** A workbook gives every row the width of its widest: what stands beyond the last header has no column. */
function withoutBlankEnd(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => header.trim() !== '');
  return headers.slice(0, last + 1);
}

/** The one table that reads like this roster, and the position of its header. */
function chooseTable(
  kind: RosterKind,
  tables: readonly RosterTable[],
  sheet: string | undefined,
): Result<{ readonly records: RosterTable['records']; readonly at: number }, RosterProblem> {
  const asked = sheet === undefined ? tables : tables.filter(({ name }) => name === sheet);
  const found = asked.flatMap((table) => {
    const at = findHeader(kind, table.records);
    return at === undefined ? [] : [{ ...table, at }];
  });
  const [only, ...others] = found;
  if (!only)
    return err({ code: asked.every(({ records }) => records.length === 0) ? 'SHEET_EMPTY' : 'HEADER_NOT_FOUND' });
  if (others.length > 0) return err({ code: 'SHEETS_SEVERAL', sheets: found.map(({ name }) => name) });
  if (only.unanswered !== undefined) return err({ code: 'WORKBOOK_CELL_UNREADABLE', line: only.unanswered });
  const wide = only.records.find((record) => record.cells.length > MAX_ROSTER_COLUMNS);
  return wide ? err({ code: 'TOO_MANY_COLUMNS', limit: MAX_ROSTER_COLUMNS, line: wide.line }) : ok(only);
}

export function countRows(rows: readonly { readonly status: RosterRow<RosterKind>['status'] }[]): RosterCounts {
  const count = (status: RosterRow<RosterKind>['status']) => rows.filter((row) => row.status === status).length;
  return { rows: rows.length, valid: count('VALID'), bad: count('BAD'), duplicate: count('DUPLICATE') };
}
