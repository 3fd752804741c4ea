// @ts-check
// Counts what was checked and prints it: a table of times, then the one line that machines and people read.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { name: string, ms: number, note?: string }} Row */

/**
 * Counts of one jest run from its JSON report. A run that left no report, or ran no test, is a failure: silence proves nothing.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countJest(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped };
}

/** Jest's own closing lines, for the reader of a long log. @param {string} output */
export function closingLines(output) {
  return output
    .split('\n')
    .filter((line) => /^(Test Suites|Tests|Snapshots|Time):\s/.test(line))
    .join('\n');
}

/** @param {readonly Counts[]} rows @returns {Counts} */
export function total(rows) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const row of rows) {
    sum.passed += row.passed;
    sum.failed += row.failed;
    sum.skipped += row.skipped;
  }
  return sum;
}

/** @param {readonly Row[]} rows */
export function table(rows) {
  const width = Math.max(...rows.map((row) => row.name.length), 4);
  const line = (/** @type {string[]} */ [name = '', ...cells]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(7)).join('  ')}`;
  return [
    line(['step', 'passed', 'failed', 'skipped', 'seconds']),
    ...rows.map(
      (row) =>
        line([row.name, ...[row.passed, row.failed, row.skipped].map(String), (row.ms / 1000).toFixed(1)]) +
        (row.note ? `  ${row.note}` : ''),
    ),
  ].join('\n');
}

/** @param {Counts} counts */
export const lastLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
