// From the bytes of a file to its tables of text: one of a CSV file, one for each sheet of a workbook.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import {
  decodeRoster,
  MAX_ROSTER_BYTES,
  startsWith,
  type DecodeProblem,
  type RosterEncoding,
} from './decode-roster.js';
import { fillDitto } from './fill-ditto.js';
import { readCsv, type CsvProblem, type CsvRecord } from './read-csv.js';
import type { WorkbookProblem, WorkbookSheet } from './read-workbook.js';

export interface RosterTable {
  /** Name of the sheet; empty for a CSV file. */
  readonly name: string;
  /** The rows that hold anything. */
  readonly records: readonly CsvRecord[];
  /** Line of a formula whose answer was never stored. */
  readonly unanswered?: number | undefined;
}
export interface RosterTables {
  readonly encoding: RosterEncoding | 'XLSX';
  readonly tables: readonly RosterTable[];
}
export type WorkbookReader = (bytes: Uint8Array) => Promise<Result<readonly WorkbookSheet[], WorkbookProblem>>;
export type TablesProblem =
  | DecodeProblem
  | CsvProblem
  | WorkbookProblem
  /** A workbook of before 2007 (XLS). */
  | { readonly code: 'WORKBOOK_OLD' }
  /** A workbook that opens with a password only. */
  | { readonly code: 'WORKBOOK_LOCKED' };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Name of the stream in which a locked workbook lies, as such a file writes it. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

export async function readTables(
  bytes: Uint8Array,
  readWorkbook: WorkbookReader,
): Promise<Result<RosterTables, TablesProblem>> {
  if (bytes.length > MAX_ROSTER_BYTES) {
    return err({ code: 'FILE_TOO_LARGE', limit: MAX_ROSTER_BYTES, actual: bytes.length });
  }
  if (startsWith(bytes, COMPOUND)) {
    return err({ code: Buffer.from(bytes).includes(LOCKED) ? 'WORKBOOK_LOCKED' : 'WORKBOOK_OLD' });
  }
  if (!startsWith(bytes, ZIP)) return fromText(bytes);
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  return ok({
    encoding: 'XLSX',
    tables: sheets.value.map((sheet) => ({ ...sheet, records: fillDitto(sheet.records) })),
  });
}

function fromText(bytes: Uint8Array): Result<RosterTables, TablesProblem> {
  const decoded = decodeRoster(bytes);
  if (!decoded.ok) return decoded;
  const records = readCsv(decoded.value.text);
  if (!records.ok) return records;
  return ok({ encoding: decoded.value.encoding, tables: [{ name: '', records: fillDitto(records.value) }] });
}
