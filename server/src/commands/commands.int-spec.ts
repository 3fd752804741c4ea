// The commands as somebody at a terminal meets them: what they refuse, what they say, and what they leave behind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FixedClock } from '../platform/clock/index.js';
import { createKey } from '../platform/crypto/index.js';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.js';
import { agencyCreate } from './agency-create.js';
import { importRoster } from './import-roster.js';
import type { Terminal } from './terminal.js';

/** A start of the whole application, on a machine that is busy otherwise. */
const LONG = 60_000;

const KEYS = createKey('test');

class Paper implements Terminal {
  readonly said: string[] = [];
  readonly complained: string[] = [];
  readonly secrets: string[] = [];

  constructor(readonly answers: string[] = []) {}

  say(line: string): void {
    this.said.push(line);
  }

  complain(line: string): void {
    this.complained.push(line);
  }

  ask(): Promise<string> {
    return Promise.resolve(this.answers.shift() ?? '');
  }

  askSecret(question: string): Promise<string> {
    this.secrets.push(question);
    return this.ask();
  }
}

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_command_'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('agency:create', () => {
  const create = (args: string[], terminal: Terminal) => {
    const environment = { NODE_ENV: 'test', DATABASE_URL: database.url, APP_KEYS: KEYS, LOG_LEVEL: 'silent' };
    return agencyCreate(args, terminal, environment);
  };
  const flags = ['--name', '同路社工服务中心', '--director', '周岚', '--identifier', 'director@example.org'];

  it.each([['--password', 'secret-in-a-process-list'], ['--locale', 'fr'], ['surplus']])(
    'refuses %s with the way it is used',
    async (...args) => {
      const paper = new Paper();
      expect(await create([...flags, ...args], paper)).toBe(2);
      expect(paper.complained[0]).toContain('npm run agency:create');
    },
  );

  it(
    'names everything that cannot be used, and makes nothing',
    async () => {
      const paper = new Paper([' ', '周岚', 'nobody', 'short']);
      expect(await create([], paper)).toBe(1);
      expect(paper.complained.map((line) => /--\w+|10/.exec(line)?.[0])).toEqual(['--name', '--identifier', '10']);
    },
    LONG,
  );

  it(
    'makes the agency, asking for the password only; a second time changes nothing',
    async () => {
      const paper = new Paper(['a-long-password']);
      expect(await create(flags, paper)).toBe(0);
      expect(paper.secrets).toHaveLength(1);
      expect(paper.said.join('\n')).toContain('director@example.org');
      expect(paper.said.join('\n')).not.toContain('a-long-password');

      const again = new Paper(['another-password']);
      expect(await create(flags, again)).toBe(1);
      expect(again.complained[0]).toContain('already');
      expect(again.answers).toHaveLength(1);
    },
    LONG,
  );
});

describe('import', () => {
  const clock = new FixedClock('2026-11-22T02:00:00.000Z');
  const sample = (name: string) => resolve(import.meta.dirname, '../../../infra/samples', name);

  it.each([[[]], [['volunteers', 'file.csv']], [['donors', 'file.csv', '--dry-run']], [['children', '--dry-run']]])(
    'refuses %j with the way it is used',
    async (args) => {
      const paper = new Paper();
      expect(await importRoster(args, paper, clock)).toBe(2);
      expect(paper.complained[0]).toContain('--dry-run');
    },
  );

  it('says what is wrong with a file as a whole, in words', async () => {
    const workbook = join(folder, 'book.xlsx');
    writeFileSync(workbook, Buffer.from([0x50, 0x4b, 3, 4]));
    for (const [file, words] of [
      [workbook, '工作簿打不开'],
      [join(folder, 'nowhere.csv'), '无法打开文件'],
    ] as const) {
      const paper = new Paper();
      expect(await importRoster(['volunteers', file, '--dry-run'], paper, clock)).toBe(1);
      expect(paper.complained[0]).toContain(words);
    }
  });

  it.each(['volunteers.csv', 'volunteers-gbk.csv'])(
    'counts %s and gives the reasons, but nobody’s data',
    async (name) => {
      const paper = new Paper();
      expect(await importRoster(['volunteers', sample(name), '--dry-run'], paper, clock)).toBe(0);
      expect(paper.said[0]).toBe(`${name} · ${name.includes('gbk') ? 'GBK' : 'UTF-8'} · 200 行 rows`);
      expect(paper.said[1]).toBe('可导入 good: 180 · 需修改 to mend: 15 · 重复 twice: 5');
      expect(paper.said.filter((line) => line.includes('手机: 请填写手机号'))).toHaveLength(2);
      expect(paper.said.join('\n')).not.toMatch(/1990000\d|彭晓棠/);
    },
  );
});
