// What is told again, and that nothing which failed is ever counted as passed unless it passed alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toldAgain, toTellAgain } from './again.mjs';

const folder = mkdtempSync(join(tmpdir(), 'again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Told = readonly [file: string, status: string];
function report(tests: readonly Told[], numRuntimeErrorTestSuites = 0): string {
  const file = join(folder, 'report.json');
  const assertionResults = tests.map(([title, status]) => ({ status, ancestorTitles: title === '' ? [] : [title] }));
  writeFileSync(file, JSON.stringify({ numRuntimeErrorTestSuites, testResults: [{ assertionResults }] }));
  return file;
}
const outcome = (passed: number, failed: number) => ({ passed, failed, skipped: 0, output: 'why', closing: 'Tests' });

describe('a story that failed', () => {
  it('is not told again where the run left no report, where a file could not be read, or where its file is unknown', () => {
    expect(toTellAgain(join(folder, 'none.json'))).toBeNull();
    expect(toTellAgain(report([['a', 'failed']], 1))).toBeNull();
    expect(toTellAgain(report([['', 'failed']]))).toBeNull();
  });

  it('is not told again where nothing failed, or more than a busy machine explains', () => {
    expect(toTellAgain(report([['a', 'passed']]))).toBeNull();
    expect(toTellAgain(report(['a', 'b', 'c', 'd'].map((file) => [file, 'failed'])))).toBeNull();
  });

  it('is told again by its whole file, and by no other', () => {
    const tests: Told[] = [
      ['b', 'failed'],
      ['b', 'passed'],
      ['a', 'passed'],
      ['b', 'pending'],
    ];
    expect(toTellAgain(report(tests))).toEqual({ files: ['b'], counts: { passed: 1, failed: 1, skipped: 1 } });
  });

  it('counts as the second time went, and says so with the first reason', () => {
    const failed = { files: ['b'], counts: { passed: 1, failed: 2, skipped: 0 } };
    const held = toldAgain(outcome(10, 2), failed, outcome(3, 0));
    expect(held).toMatchObject({ passed: 12, failed: 0 });
    expect(held.closing).toContain('why');
    expect(held.closing).toContain('b: 2 failed at first and held when told again');
    const broken = toldAgain(outcome(10, 2), failed, outcome(2, 1));
    expect(broken).toMatchObject({ passed: 11, failed: 1 });
    expect(broken.output).toContain('failed again, alone');
  });
});
