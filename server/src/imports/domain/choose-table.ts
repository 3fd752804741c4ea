// Which table of a file is the roster, and which of its columns is which field: guessed, or as somebody says.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { findHeader, guessColumns, missingColumns, type RosterColumn } from './guess-columns.js';
import { MAX_ROSTER_COLUMNS, type CsvRecord } from './read-csv.js';
import type { RosterTable, TablesProblem } from './read-tables.js';
import { ROSTER_FIELDS, type FieldOf, type RosterKind } from './roster-fields.js';

export type RosterProblem =
  | TablesProblem
  /** No row reads like the headers of this kind of roster. */
  | { readonly code: 'HEADER_NOT_FOUND' }
  | { readonly code: 'COLUMNS_MISSING'; readonly fields: readonly string[] }
  /** Two columns were named as the same field. */
  | { readonly code: 'COLUMNS_DOUBLED'; readonly fields: readonly string[] }
  /** Columns were named that this file, or this kind of roster, does not have. */
  | { readonly code: 'COLUMNS_UNKNOWN' }
  /** Several sheets read like the roster: one must be named. */
  | { readonly code: 'SHEETS_SEVERAL'; readonly sheets: readonly string[] };

export interface TableChoice {
  /** Name of the sheet to read, where a workbook has several rosters. */
  readonly sheet?: string | undefined;
  /** Field of each column in the order of the file, empty for one that nobody needs; guessed where it is missing. */
  readonly fields?: readonly string[] | undefined;
}
export interface ChosenTable<K extends RosterKind> {
  readonly columns: readonly RosterColumn<K>[];
  /** The rows below the header. */
  readonly body: readonly CsvRecord[];
  /** Line of the header. */
  readonly headerLine: number;
}

/** The one table that reads like this roster, with its columns. Where columns are named, any row may be the header. */
export function chooseTable<K extends RosterKind>(
  kind: K,
  tables: readonly RosterTable[],
  { sheet, fields }: TableChoice,
  anyHeader = fields !== undefined,
): Result<ChosenTable<K>, RosterProblem> {
  const found = readable(kind, sheet === undefined ? tables : tables.filter(({ name }) => name === sheet), anyHeader);
  if (!found.ok) return found;
  const { table, at } = found.value;
  if (table.unanswered !== undefined) return err({ code: 'WORKBOOK_CELL_UNREADABLE', line: table.unanswered });
  const wide = table.records.find((record) => record.cells.length > MAX_ROSTER_COLUMNS);
  if (wide) return err({ code: 'TOO_MANY_COLUMNS', limit: MAX_ROSTER_COLUMNS, line: wide.line });
  const headers = withoutBlankEnd(table.records[at]?.cells ?? []);
  const columns = fields === undefined ? ok(guessColumns(kind, headers)) : namedColumns(kind, headers, fields);
  if (!columns.ok) return columns;
  const body = table.records.slice(at + 1);
  return ok({ columns: columns.value, body, headerLine: table.records[at]?.line ?? 1 });
}

/** Fields that no column holds and no row can do without. */
export function lackingColumns<K extends RosterKind>(
  kind: K,
  columns: readonly RosterColumn<K>[],
): Result<true, RosterProblem> {
  const fields = missingColumns(kind, columns);
  return fields.length > 0 ? err({ code: 'COLUMNS_MISSING', fields }) : ok(true);
}

function readable(
  kind: RosterKind,
  tables: readonly RosterTable[],
  anyHeader: boolean,
): Result<{ readonly table: RosterTable; readonly at: number }, RosterProblem> {
  const filled = tables.filter(({ records }) => records.length > 0);
  if (filled.length === 0) return err({ code: 'SHEET_EMPTY' });
  const likely = filled.flatMap((table) => {
    const at = findHeader(kind, table.records);
    return at === undefined ? [] : [{ table, at }];
  });
  const found = likely.length > 0 || !anyHeader ? likely : filled.map((table) => ({ table, at: 0 }));
  const [only, ...others] = found;
  if (!only) return err({ code: 'HEADER_NOT_FOUND' });
  if (others.length > 0) return err({ code: 'SHEETS_SEVERAL', sheets: found.map(({ table }) => table.name) });
  return ok(only);
}

function namedColumns<K extends RosterKind>(
  kind: K,
  headers: readonly string[],
  fields: readonly string[],
): Result<RosterColumn<K>[], RosterProblem> {
  const known: readonly string[] = Object.keys(ROSTER_FIELDS[kind]);
  const named = fields.filter((field) => field !== '');
  if (fields.length > headers.length || named.some((field) => !known.includes(field))) {
    return err({ code: 'COLUMNS_UNKNOWN' });
  }
  const doubled = named.filter((field, at) => named.indexOf(field) !== at);
  if (doubled.length > 0) return err({ code: 'COLUMNS_DOUBLED', fields: [...new Set(doubled)] });
  return ok(
    headers.map((header, at) => {
      const field = fields[at] ?? '';
      return field === '' ? { header: header.trim() } : { header: header.trim(), field: field as FieldOf<K> };
    }),
  );
}

/** A workbook gives every row the width of its widest: what stands beyond the last header has no column. */
function withoutBlankEnd(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => header.trim() !== '');
  return headers.slice(0, last + 1);
}
