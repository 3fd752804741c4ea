// People write "同上" where a cell says what the one above says.
import { cleanText } from './cell-text.js';
import type { CsvRecord } from './read-csv.js';

const DITTO = /^(同上|同前|〃|″|ditto|same as above)$/i;

/** The records with every such cell filled; in the first row there is nothing above, and the words stay. */
export function fillDitto(records: readonly CsvRecord[]): CsvRecord[] {
  let above: readonly string[] = [];
  return records.map(({ line, cells }) => {
    const filled = cells.map((cell, column) => (DITTO.test(cleanText(cell)) ? (above[column] ?? cell) : cell));
    above = filled;
    return { line, cells: filled };
  });
}
