// Guesses which column of a roster holds which field, in any order, by Chinese and English headers.
import { ABOVE_ROWS, type CsvRecord } from './read-csv.js';
import { REQUIRED_FIELDS, ROSTER_FIELDS, SAID_ELSEWHERE, type FieldOf, type RosterKind } from './roster-fields.js';

export interface RosterColumn<K extends RosterKind = RosterKind> {
  readonly header: string;
  /** Undefined where nobody needs the column: its cells are not kept. */
  readonly field?: FieldOf<K> | undefined;
}

/** One column for each header. Of two headers for one field the first is taken. */
export function guessColumns<K extends RosterKind>(kind: K, headers: readonly string[]): RosterColumn<K>[] {
  const byWord = new Map(
    (Object.entries(ROSTER_FIELDS[kind]) as [FieldOf<K>, readonly string[]][]).flatMap(([field, words]) =>
      [field, ...words].map((word) => [fold(word), field] as const),
    ),
  );
  const taken = new Set<FieldOf<K>>();
  return headers.map((header) => {
    const field = byWord.get(fold(header)) ?? byWord.get(fold(header).replace(SUBJECT, ''));
    if (field === undefined || taken.has(field)) return { header: header.trim() };
    taken.add(field);
    return { header: header.trim(), field };
  });
}

/** Required fields that no column holds. */
export function missingColumns<K extends RosterKind>(kind: K, columns: readonly RosterColumn<K>[]): FieldOf<K>[] {
  const has = (field: string) => columns.some((column) => column.field === field);
  return REQUIRED_FIELDS[kind].filter((field) => !has(field) && !has(SAID_ELSEWHERE[field] ?? ''));
}

/** Position of the header among the first records, below a title or a note; undefined where no row reads like one. */
export function findHeader(kind: RosterKind, records: readonly CsvRecord[]): number | undefined {
  const known = records
    .slice(0, ABOVE_ROWS)
    .map((record) => guessColumns(kind, record.cells).filter((column) => column.field !== undefined).length);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : undefined;
}

const SUBJECT = /^(志愿者|服务对象|儿童|孩子|学生|本人|员工|同事|社工)的?/;

/** Without spaces, case, marks of obligation and notes in brackets: "手机号（必填）*" is "手机号". */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:_/、\u200b-\u200f\ufeff-]/g, '')
    .toLowerCase();
}
