// From the bytes of a file to judged rows: what the import service calls.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { decodeRoster, type DecodeProblem, type RosterEncoding } from './decode-roster.js';
import { findHeader, guessColumns, missingColumns, type RosterColumn } from './guess-columns.js';
import type { RosterContext } from './person-cells.js';
import { MAX_ROSTER_ROWS, readCsv, type CsvProblem } from './read-csv.js';
import type { RosterKind } from './roster-fields.js';
import { rowJudge, type RosterRow } from './validate-row.js';

export interface Roster<K extends RosterKind = RosterKind> {
  readonly kind: K;
  readonly encoding: RosterEncoding;
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
  | DecodeProblem
  | CsvProblem
  /** No row reads like the headers of this kind of roster. */
  | { readonly code: 'HEADER_NOT_FOUND' }
  | { readonly code: 'COLUMNS_MISSING'; readonly fields: readonly string[] };

const SLICE = 250;

/**
 * A roster with every row judged, or the one reason why the file as a whole cannot be read. `letOthersRun`
 * (`setImmediate` of `node:timers/promises`) is awaited between slices: ten thousand rows take about a second.
 */
export async function readRoster<K extends RosterKind>(
  kind: K,
  bytes: Uint8Array,
  context: RosterContext,
  letOthersRun: () => Promise<unknown>,
): Promise<Result<Roster<K>, RosterProblem>> {
  const decoded = decodeRoster(bytes);
  if (!decoded.ok) return decoded;
  const records = readCsv(decoded.value.text);
  if (!records.ok) return records;
  const at = findHeader(kind, records.value);
  if (at === undefined) return err({ code: 'HEADER_NOT_FOUND' });
  const columns = guessColumns(kind, records.value[at]?.cells ?? []);
  const fields = missingColumns(kind, columns);
  if (fields.length > 0) return err({ code: 'COLUMNS_MISSING', fields });
  const body = records.value.slice(at + 1);
  if (body.length === 0) return err({ code: 'SHEET_EMPTY' });
  if (body.length > MAX_ROSTER_ROWS) return err({ code: 'TOO_MANY_ROWS', limit: MAX_ROSTER_ROWS });
  const judge = rowJudge(kind, columns, context);
  const rows: RosterRow<K>[] = [];
  for (const record of body) {
    rows.push(judge(record));
    if (rows.length % SLICE === 0) await letOthersRun();
  }
  return ok({ kind, encoding: decoded.value.encoding, columns, rows, counts: countRows(rows) });
}

export function countRows(rows: readonly { readonly status: RosterRow<RosterKind>['status'] }[]): RosterCounts {
  const count = (status: RosterRow<RosterKind>['status']) => rows.filter((row) => row.status === status).length;
  return { rows: rows.length, valid: count('VALID'), bad: count('BAD'), duplicate: count('DUPLICATE') };
}
