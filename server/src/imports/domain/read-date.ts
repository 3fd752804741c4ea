import { err, fromEpochDay, ok, parseLocalDate, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { CellProblem } from './cell-problem.js';
import { cleanText, plainDashes } from './cell-text.js';

/** 1970-01-01 in the count of days that spreadsheets keep. */
const SPREADSHEET_EPOCH = 25_569;

/**
 * Reads a day as rosters write it, always year first: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, or a
 * spreadsheet's serial number; a time of day behind it is left off. Day-first and two-digit years are ambiguous and refused.
 */
export function readDate(raw: string): Result<LocalDate, CellProblem> {
  const text = plainDashes(cleanText(raw))
    .replace(/。/g, '.')
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)?.[1];
  if (serial !== undefined) return ok(fromEpochDay(Number(serial) - SPREADSHEET_EPOCH));
  const parts =
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return err('DATE_UNREADABLE');
  const [, year = '', month = '', day = ''] = parts;
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date ? ok(date) : err('DATE_IMPOSSIBLE');
}
