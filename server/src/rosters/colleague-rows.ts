// A company's own list of colleagues, read by the reader of rosters: who would be sent the link, and which rows say why not.
// Of a row nothing but name, mobile number and mail is looked at.
import { ok, type Result } from '@tongxing/shared/kernel';
import {
  chooseTable,
  OpenRow,
  PROBLEM_WORDS,
  readEmail,
  readName,
  readPhone,
  readTables,
  writeCsv,
  type CellProblem,
  type RosterProblem,
  type WorkbookEngine,
} from '../imports/index.js';

/** Why somebody is not written to; beside what can be wrong with a cell. */
export const ROW_REASONS = ['CONTACT_MISSING', 'TWICE_IN_FILE', 'ALREADY_INVITED'] as const;
export type RowReason = (typeof ROW_REASONS)[number] | CellProblem;

export interface ColleagueRow {
  readonly line: number;
  readonly name: string;
  /** Canonical: `+8613800138000`, or a mail address in small letters. */
  readonly to: string;
}
export interface RowLeftOut {
  readonly line: number;
  /** As they were written. */
  readonly cells: { readonly name: string; readonly phone: string; readonly email: string };
  readonly reasons: readonly RowReason[];
}
export interface ReadColleagues {
  readonly rows: readonly ColleagueRow[];
  readonly leftOut: readonly RowLeftOut[];
}

type Field = 'name' | 'phone' | 'email';
const FIELDS: readonly string[] = ['name', 'phone', 'email'];
const isField = (field: string | undefined): field is Field => field !== undefined && FIELDS.includes(field);

/** Of two rows for one number or address the first counts. CSV in UTF-8 or GBK, or a workbook. */
export async function readColleagues(
  bytes: Uint8Array,
  engine: Pick<WorkbookEngine, 'read'>,
): Promise<Result<ReadColleagues, RosterProblem>> {
  const tables = await readTables(bytes, engine.read);
  if (!tables.ok) return tables;
  const table = chooseTable('STAFF', tables.value.tables, {});
  if (!table.ok) return table;
  const columns = table.value.columns.map(({ header, field }) => ({
    header,
    field: isField(field) ? field : undefined,
  }));
  const rows: ColleagueRow[] = [];
  const leftOut: RowLeftOut[] = [];
  const seen = new Set<string>();
  for (const record of table.value.body) {
    const row = new OpenRow<Field>(columns, record);
    const name = row.read('name', readName, 'NAME_MISSING');
    const [phone, email] = [row.read('phone', readPhone), row.read('email', readEmail)];
    const reasons: RowReason[] = row.cells.flatMap(({ problem }) => problem ?? []);
    const to = phone ?? email;
    if (to === undefined && reasons.length === 0) reasons.push('CONTACT_MISSING');
    if (to !== undefined && seen.has(to)) reasons.push('TWICE_IN_FILE');
    if (to !== undefined && name !== undefined && reasons.length === 0) {
      seen.add(to);
      rows.push({ line: record.line, name, to });
    } else leftOut.push({ line: record.line, cells: cellsOf(row), reasons });
  }
  return ok({ rows, leftOut });
}

export function leftOutCsv(rows: readonly RowLeftOut[], locale: 'zh' | 'en'): string {
  const head = {
    zh: ['行', '姓名', '手机', '邮箱', '为什么没有发'],
    en: ['Line', 'Name', 'Mobile', 'E-mail', 'Why not sent'],
  };
  const lines = rows.map(({ line, cells, reasons }) => [
    ...[String(line), cells.name, cells.phone, cells.email],
    reasons.map((reason) => wordsOf(reason)[locale]).join(locale === 'zh' ? '；' : '; '),
  ]);
  return writeCsv([head[locale], ...lines]);
}

const cellsOf = (row: OpenRow<Field>) => {
  const raw = new Map(row.cells.map((cell) => [cell.field, cell.raw]));
  const text = (field: Field): string => raw.get(field)?.trim() ?? '';
  return { name: text('name'), phone: text('phone'), email: text('email') };
};

const OWN_WORDS: Readonly<Record<(typeof ROW_REASONS)[number], { readonly zh: string; readonly en: string }>> = {
  CONTACT_MISSING: { zh: '请填写手机号或邮箱', en: 'please give a mobile number or an e-mail address' },
  TWICE_IN_FILE: { zh: '前面已经有同一个手机号或邮箱', en: 'the same number or address stands further up' },
  ALREADY_INVITED: { zh: '已经给这个手机号或邮箱发过', en: 'this number or address was written to already' },
};
const isOwn = (reason: RowReason): reason is (typeof ROW_REASONS)[number] =>
  (ROW_REASONS as readonly string[]).includes(reason);
export const wordsOf = (reason: RowReason) => (isOwn(reason) ? OWN_WORDS[reason] : PROBLEM_WORDS[reason]);
