// The test runner's own promises: it refuses other people's databases, counts honestly, and never runs too much at once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabaseProblem, withDatabase } from '../lib/test-database.mjs';
import { readArguments, STEPS } from './args.mjs';
import { runInLanes } from './lanes.mjs';
import { closingLines, countJest, lastLine, table, total } from './report.mjs';
import { firstDifference } from './schema-drift.mjs';
import { allTasks } from './steps.mjs';

describe('TEST_DATABASE_URL', () => {
  it.each([
    ['mysql://root@127.0.0.1:3306/tongxing'],
    ['mysql://root@127.0.0.1:3306/production_tongxing_test_x'],
    ['mysql://root@127.0.0.1:3306/tongxing_test_'],
    ['mysql://root@127.0.0.1:3306/tongxing_test_x;drop'],
    ['mysql://root@127.0.0.1:3306/'],
  ])('is refused when it names any other database: %s', (url) => {
    expect(testDatabaseProblem(url)).toContain('tests touch only databases named tongxing_test_');
  });

  it('is refused when it is no address, or none of MySQL', () => {
    expect(testDatabaseProblem('tongxing_test_main')).toContain('not an address');
    expect(testDatabaseProblem('postgres://h/tongxing_test_main')).toContain('must begin with mysql://');
  });

  it('is taken when it names a test database', () => {
    expect(testDatabaseProblem('mysql://root:pass@127.0.0.1:3306/tongxing_test_main')).toBeNull();
  });

  it('leads to no other database than a test database', () => {
    const url = 'mysql://root@127.0.0.1:3306/tongxing_test_main';
    expect(() => withDatabase(url, 'mysql')).toThrow('BUG: mysql is no test database');
    expect(withDatabase(url, 'tongxing_test_abc')).toBe('mysql://root@127.0.0.1:3306/tongxing_test_abc');
  });
});

describe('the command line', () => {
  it.each([[['--only', 'unti']], [['--onyl', 'unit']]])('is refused when a word is not known: %j', (words) => {
    expect(readArguments(words)).toHaveProperty('problem');
  });

  it('means everything where nothing is said', () => {
    expect(readArguments([])).toEqual({ only: new Set(STEPS), cached: false, paths: [] });
  });

  it('takes both engines for "int"', () => {
    expect(readArguments(['--only=int,lint', 'people'])).toEqual({
      only: new Set(['int:sqlite', 'int:mariadb', 'lint']),
      cached: false,
      paths: ['people'],
    });
  });
});

describe('counting', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongxing-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const report = (counts: object): string => {
    const file = join(folder, 'report.json');
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
    };
    writeFileSync(file, JSON.stringify({ ...none, ...counts }));
    return file;
  };

  it('takes a run without a report for a failure', () => {
    expect(countJest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes a run without a test for a failure', () => {
    expect(countJest(report({}), 0)).toMatchObject({ failed: 1 });
  });

  it('takes a bad exit without a failed test for a failure', () => {
    expect(countJest(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a file that could not be run as failed', () => {
    expect(countJest(report({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({ failed: 1 });
  });

  it('adds up, shows times, and closes with the line that others read', () => {
    const rows = [
      { name: 'unit', ms: 1234, passed: 3, failed: 0, skipped: 1 },
      { name: 'lint', ms: 10, passed: 0, failed: 1, skipped: 0 },
    ];
    expect(lastLine(total(rows))).toBe('3 passed, 1 failed, 1 skipped');
    expect(table(rows).split('\n')[1]).toMatch(/^unit +3 +0 +1 +1\.2$/);
  });

  it("keeps jest's closing lines", () => {
    expect(closingLines('noise\nTests:       5 passed, 5 total\nTime:        1 s\nmore')).toBe(
      'Tests:       5 passed, 5 total\nTime:        1 s',
    );
  });
});

describe('lanes', () => {
  it('run what is needed first, and never more at once than there are lanes', async () => {
    const order: string[] = [];
    let active = 0;
    let most = 0;
    const task = (name: string, needs: string[], weight = 1) => ({
      name,
      needs,
      weight,
      work: async () => {
        active += weight;
        most = Math.max(most, active);
        order.push(name);
        await Promise.resolve();
        active -= weight;
        return name;
      },
    });
    const done = await runInLanes(
      [task('story', ['build'], 2), task('unit', []), task('build', []), task('lint', [])],
      2,
    );
    expect(order.indexOf('build')).toBeLessThan(order.indexOf('story'));
    expect(most).toBe(2);
    expect(done.size).toBe(4);
  });

  it('say so where tasks wait for each other', async () => {
    const wait = (name: string, need: string) => ({ name, needs: [need], work: () => Promise.resolve(name) });
    await expect(runInLanes([wait('a', 'b'), wait('b', 'a')], 2)).rejects.toThrow(
      'BUG: these need what nobody does: a, b',
    );
  });
});

describe('the steps', () => {
  const tasks = allTasks({ root: '.', cached: false, paths: [], databaseUrl: null, chromium: null });

  it('are those that people can name, and each needs one that is there', () => {
    expect(new Set(tasks.map(({ step }) => step).filter(Boolean))).toEqual(new Set(STEPS));
    const names = tasks.map(({ name }) => name);
    expect(tasks.flatMap(({ needs }) => needs).filter((need) => !names.includes(need))).toEqual([]);
  });

  it('build first what starts the built server', () => {
    const built = tasks.filter(({ needs }) => needs.includes('build')).map(({ name }) => name);
    expect(built.sort()).toEqual(['image', 'int:mariadb', 'int:sqlite', 'production', 'schema', 'stories']);
  });
});

describe('schema drift', () => {
  it('names the first line that differs', () => {
    expect(firstDifference('type A\ntype B\n', 'type A\ntype C')).toEqual({
      line: 2,
      committed: 'type B',
      printed: 'type C',
    });
  });

  it('sees a line that is only in one of them', () => {
    expect(firstDifference('type A\n', 'type A\ntype B\n')).toMatchObject({ line: 2, committed: '(ended)' });
  });

  it('is content with equal texts', () => {
    expect(firstDifference('type A\n', 'type A')).toBeNull();
  });
});
