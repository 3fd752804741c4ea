// Reads the sheets of a workbook (XLSX) as records of text, within bounds. Runs in a thread of its own where built.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import readExcelFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import type { CsvRecord } from './read-csv.js';
import { mergedDown, partOfSheets, unansweredFormula } from './workbook-parts.js';

/** Bytes of all parts once they are unpacked: a small file may unpack to gigabytes on purpose. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_PARTS = 2_000;
/** What the reader needs; pictures, macros and printer settings are never unpacked. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/.+\.rels|xl\/.+\.(?:xml|rels))$/i;

export interface WorkbookSheet {
  readonly name: string;
  readonly records: readonly CsvRecord[];
  /** Line of a formula whose answer was never stored. */
  readonly unanswered?: number | undefined;
}
export type WorkbookProblem =
  | { readonly code: 'WORKBOOK_DAMAGED' }
  | { readonly code: 'WORKBOOK_TOO_LARGE'; readonly limit: number }
  /** A formula whose answer was never stored, or a cell that points nowhere. */
  | { readonly code: 'WORKBOOK_CELL_UNREADABLE'; readonly line: number };

/** All sheets in the order of the workbook, with the rows that hold anything. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly WorkbookSheet[], WorkbookProblem>> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  try {
    // Packed again without compression, so that nothing the reader opens is larger than what was measured.
    const plain = zipSync(parts, { level: 0 });
    const sheets = await readExcelFile<StoredNumber>(new Uint8Array(plain).buffer, {
      parseNumber: (digits) => ({ digits }),
      trim: false,
    });
    const paths = partOfSheets(textOf(parts, 'xl/workbook.xml'), textOf(parts, 'xl/_rels/workbook.xml.rels'));
    return ok(
      sheets.map(({ sheet, data }) => {
        const rows = data.map((cells) => cells.map(cellText));
        const xml = textOf(parts, paths.get(sheet) ?? '');
        return { name: sheet, records: toRecords(rows, mergedDown(xml)), unanswered: unansweredFormula(xml) };
      }),
    );
  } catch (thrown) {
    if (thrown instanceof InvalidSpreadsheetError) {
      const line = Number(/at row (\d+)/.exec(thrown.message)?.[1] ?? 1);
      return err({ code: 'WORKBOOK_CELL_UNREADABLE', line });
    }
    // Whatever else the reader stumbles over stands in the file: nothing of ours runs inside of it.
    if (thrown instanceof InvalidInputError || thrown instanceof Error) return err({ code: 'WORKBOOK_DAMAGED' });
    throw thrown;
  }
}

type Parts = Record<string, Uint8Array>;

function unpack(bytes: Uint8Array): Result<Parts, WorkbookProblem> {
  let size = 0;
  let count = 0;
  let isTooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name)) return false;
        size += originalSize;
        count += 1;
        isTooLarge ||= size > MAX_UNPACKED_BYTES || count > MAX_PARTS;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return err({ code: 'WORKBOOK_TOO_LARGE', limit: MAX_UNPACKED_BYTES });
    return parts['xl/workbook.xml'] ? ok(parts) : err({ code: 'WORKBOOK_DAMAGED' });
  } catch {
    return err({ code: 'WORKBOOK_DAMAGED' });
  }
}

const textOf = (parts: Parts, path: string): string => (parts[path] ? strFromU8(parts[path]) : '');

/** Apart from text, in which 1.99E+10 is a phone number that somebody lost. */
interface StoredNumber {
  readonly digits: string;
}
type Cell = string | boolean | StoredNumber | Date | null;

/** A day as `2025-03-01`, a time of day behind it; a time without a day as `09:30`. Numbers as they are written out. */
function cellText(value: unknown): string {
  const cell = value as Cell;
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell;
  return /e/i.test(cell.digits) ? String(Number(cell.digits)) : cell.digits;
}

/** The first day that a date of ours can mean; before it a workbook keeps times of day. */
const FIRST_YEAR = 1901;

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (date.getUTCFullYear() < FIRST_YEAR) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** A cell merged over several rows says the same in each of them. */
function toRecords(
  rows: readonly string[][],
  merges: readonly { from: number; to: number; column: number }[],
): CsvRecord[] {
  for (const { from, to, column } of merges) {
    const text = rows[from]?.[column] ?? '';
    for (let row = from + 1; row <= Math.min(to, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells && text !== '') cells[column] = text;
    }
  }
  return rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
