// From the bytes of a file to judged rows: what the import service calls.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { chooseTable, lackingColumns, type RosterProblem, type TableChoice } from './choose-table.js';
import { missingColumns, type RosterColumn } from './guess-columns.js';
import type { RosterContext } from './person-cells.js';
import { MAX_ROSTER_ROWS } from './read-csv.js';
import { readTables, type RosterTables, type WorkbookReader } from './read-tables.js';
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
export interface ReadOptions extends TableChoice {
  /** `setImmediate` of `node:timers/promises`: awaited between slices, since ten thousand rows take about a second. */
  readonly letOthersRun: () => Promise<unknown>;
  readonly readWorkbook: WorkbookReader;
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
  const chosen = chooseTable(kind, read.value.tables, options);
  if (!chosen.ok) return chosen;
  const { columns, body } = chosen.value;
  const whole = lackingColumns(kind, columns);
  if (!whole.ok) return whole;
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

/** A file before it is read as a roster: its columns as they would be read, and what stands in the first rows. */
export interface RosterPreview {
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly samples: readonly string[];
  }[];
  /** Required fields that no column was guessed to hold. */
  readonly missing: readonly string[];
  readonly rows: number;
}

const SAMPLES = 2;
const LONGEST_SAMPLE = 24;

/** Nothing is judged, and nothing kept. A header that nobody knows is no hindrance: somebody can say what it means. */
export async function previewRoster(
  kind: RosterKind,
  bytes: Uint8Array,
  { readWorkbook, ...choice }: Omit<ReadOptions, 'letOthersRun'>,
): Promise<Result<RosterPreview, RosterProblem>> {
  const read = await readTables(bytes, readWorkbook);
  if (!read.ok) return read;
  const chosen = chooseTable(kind, read.value.tables, choice, true);
  if (!chosen.ok) return chosen;
  const { columns, body } = chosen.value;
  const sampled = columns.map(({ header, field }, at) => {
    const texts = new Set(body.slice(0, 20).map(({ cells }) => (cells[at] ?? '').trim().slice(0, LONGEST_SAMPLE)));
    return { header, field: field ?? null, samples: [...texts].filter((text) => text !== '').slice(0, SAMPLES) };
  });
  return ok({ columns: sampled, missing: missingColumns(kind, columns), rows: body.length });
}

export function countRows(rows: readonly { readonly status: RosterRow<RosterKind>['status'] }[]): RosterCounts {
  const count = (status: RosterRow<RosterKind>['status']) => rows.filter((row) => row.status === status).length;
  return { rows: rows.length, valid: count('VALID'), bad: count('BAD'), duplicate: count('DUPLICATE') };
}
