// @ts-check
// A story that fails beside others is told once more, alone: a busy machine is told apart from a broken product.
// Nothing is hidden: the run prints what failed at first and why, and a story that fails alone has failed.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {import('./report.mjs').Counts & { output: string, closing: string }} Outcome */

/** Where more than these fail, it is not the machine. */
const MOST_FILES = 3;

/**
 * @typedef {{ files: readonly string[], counts: import('./report.mjs').Counts }} Failed
 *   files: in which a test failed · counts: of all tests of these files
 */

/**
 * What there is to tell again after a run of suites, where each test's outermost group is its file.
 * @param {string} report jest's, as JSON
 * @returns {Failed | null} null: nothing failed, too much did, or something failed that is no test
 */
export function toTellAgain(report) {
  if (!existsSync(report)) return null;
  /** @type {{ numRuntimeErrorTestSuites: number, testResults: { assertionResults: { status: string, ancestorTitles: string[] }[] }[] }} */
  const { numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = new Set(
    tests.filter(({ status }) => status === 'failed').map(({ ancestorTitles: [file = ''] }) => file),
  );
  if (numRuntimeErrorTestSuites > 0 || failed.size === 0 || failed.size > MOST_FILES || failed.has('')) return null;
  const theirs = tests.filter(({ ancestorTitles: [file = ''] }) => failed.has(file));
  const count = (/** @type {(status: string) => boolean} */ is) => theirs.filter(({ status }) => is(status)).length;
  return {
    files: [...failed].sort(),
    counts: {
      passed: count((status) => status === 'passed'),
      failed: count((status) => status === 'failed'),
      skipped: count((status) => status !== 'passed' && status !== 'failed'),
    },
  };
}

/**
 * The first run, with the second in the place of the files that failed.
 * @param {Outcome} first
 * @param {Failed} failed
 * @param {Outcome} second of these files alone
 * @returns {Outcome}
 */
export function toldAgain(first, { files, counts }, second) {
  const held = second.failed === 0;
  const verdict = held
    ? 'held when told again, alone: the reason above is a defect to be found'
    : 'failed again, alone';
  const words = `${files.join(', ')}: ${counts.failed} failed at first and ${verdict}.`;
  return {
    passed: first.passed - counts.passed + second.passed,
    failed: first.failed - counts.failed + second.failed,
    skipped: first.skipped - counts.skipped + second.skipped,
    output: `${first.output}\n${second.output}\n${words}`,
    closing: `${first.output}\n${second.closing}\n${words}`,
  };
}
