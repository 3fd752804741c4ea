// Splits the text of a roster into records with their line numbers, within bounds.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { CsvError, parse } from 'csv-parse/sync';

export const MAX_ROSTER_ROWS = 10_000;
export const MAX_ROSTER_COLUMNS = 100;
/** Title, notes and header that may stand above the rows. */
export const ABOVE_ROWS = 10;
const DELIMITERS = [',', ';', '\t'] as const;

export interface CsvRecord {
  /** Line of the file on which the record begins; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
export type CsvProblem =
  | { readonly code: 'SHEET_EMPTY' }
  | { readonly code: 'QUOTE_NOT_CLOSED'; readonly line: number }
  | { readonly code: 'CSV_UNREADABLE'; readonly line: number }
  | { readonly code: 'TOO_MANY_ROWS'; readonly limit: number }
  | { readonly code: 'TOO_MANY_COLUMNS'; readonly limit: number; readonly line: number };

/** The records that hold anything, in order. The delimiter is the one that the first lines use most. */
export function readCsv(text: string): Result<readonly CsvRecord[], CsvProblem> {
  const records: CsvRecord[] = [];
  try {
    // one kind of line end: inside of quotes the parser would count \r\n as two lines
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter: guessDelimiter(text),
      record_delimiter: '\n',
      relax_column_count: true,
      // a quote inside a word is a character that somebody typed
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line: lines - inside, cells });
        if (records.length > MAX_ROSTER_ROWS + ABOVE_ROWS) throw new TooManyRows();
        return null;
      },
    });
  } catch (thrown) {
    if (thrown instanceof TooManyRows) return err({ code: 'TOO_MANY_ROWS', limit: MAX_ROSTER_ROWS });
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = Number(thrown.lines ?? 0);
    return err({ code: thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'QUOTE_NOT_CLOSED' : 'CSV_UNREADABLE', line });
  }
  if (records.length === 0) return err({ code: 'SHEET_EMPTY' });
  const wide = records.find((record) => record.cells.length > MAX_ROSTER_COLUMNS);
  if (wide) return err({ code: 'TOO_MANY_COLUMNS', limit: MAX_ROSTER_COLUMNS, line: wide.line });
  return ok(records);
}

class TooManyRows extends Error {}

function guessDelimiter(text: string): string {
  const head = text
    .split(/\r\n|\r|\n/, 5)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',');
}
