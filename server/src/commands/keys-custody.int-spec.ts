// The ring on paper and back: what is refused, what opens again, and what is remembered of it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createKey } from '../platform/crypto/index.js';
import { KeyExport } from '../platform/custody/index.js';
import { Database } from '../platform/database/index.js';
import { testEngine } from '../platform/testing/test-database.js';
import { matchedAgency } from '../testing/matched-agency.js';
import { Paper } from '../testing/paper.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { keysExport } from './keys-export.js';
import { keysImport } from './keys-import.js';
import { keysRotate } from './keys-rotate.js';

const LONG = 120_000;
let platform: TestApp;
let folder: string;
let counter = 0;
const place = (name: string) => join(folder, name);
const sheetsIn = (at: string) =>
  readdirSync(at)
    .sort()
    .map((name) => join(at, name));
const ringNow = () => readFileSync(join(platform.environment['DATA_DIR'] ?? '', 'keys', 'app.key'), 'utf8').trim();

async function exportTo(name: string, ...args: string[]) {
  const paper = new Paper();
  const code = await keysExport(['--out', place(name), ...args], paper, platform.environment, platform.clock);
  return { code, words: [...paper.said, ...paper.complained].join('\n') };
}
async function importFrom(args: string[], environment: Record<string, string> = {}, answers: string[] = []) {
  const paper = new Paper();
  const left = [...answers];
  paper.ask = () => Promise.resolve(left.shift() ?? '');
  const home = { ...platform.environment, DATA_DIR: place(`home-${(counter += 1)}`), ...environment };
  const code = await keysImport(args, paper, home);
  return { code, words: [...paper.said, ...paper.complained].join('\n'), home: home.DATA_DIR };
}
const textOf = (sheet: string) => /<pre>([\s\S]*)<\/pre>/.exec(readFileSync(sheet, 'utf8'))?.[1] ?? '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_custody_'));
  platform = await startTestApp();
  await matchedAgency(platform, 'custody');
  expect((await exportTo('first')).code).toBe(0);
  expect((await exportTo('other')).code).toBe(0);
}, LONG);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`an export on ${testEngine} is refused`, () => {
  it('with words that mean nothing', async () => {
    const wrong = [[], ['--out', 'x', '--threshold', '1'], ['--out', 'x', '--shares', '2', '--threshold', '3']];
    for (const args of [...wrong, ['--out', 'x', '--shares', '17'], ['--out', 'x', 'y']]) {
      expect(await keysExport(args, new Paper(), platform.environment, platform.clock)).toBe(2);
    }
  });

  it('into a folder that holds something', async () => {
    const { code, words } = await exportTo('first');
    expect([code, words]).toEqual([1, expect.stringContaining('not empty')]);
    expect(sheetsIn(place('first'))).toHaveLength(5);
  });

  it('without a ring or without a database, and then makes neither', async () => {
    const nowhere = place('nowhere');
    const paper = new Paper();
    const environment = { ...platform.environment, DATA_DIR: nowhere };
    expect(await keysExport(['--out', place('none')], paper, environment, platform.clock)).toBe(1);
    expect(paper.complained.join()).toContain('There is no ring');
    const empty = { ...environment, DATABASE_URL: `sqlite:${join(nowhere, 'none.sqlite')}`, APP_KEYS: createKey('k') };
    expect(await keysExport(['--out', place('none')], paper, empty, platform.clock)).toBe(1);
    expect(paper.complained.join()).toContain('no database yet');
    expect([existsSync(nowhere), existsSync(place('none'))]).toEqual([false, false]);
  });
});

describe('an import is refused', () => {
  const first = () => sheetsIn(place('first'));

  it('with fewer shares than it takes, and says how many are missing', async () => {
    const { code, words, home } = await importFrom(first().slice(0, 2));
    expect([code, words]).toEqual([1, expect.stringContaining('2 of 3 shares')]);
    expect(existsSync(home)).toBe(false);
  });

  it('with shares of two exports, or the same one twice', async () => {
    const [a = '', b = ''] = first();
    const mixed = await importFrom([a, b, sheetsIn(place('other'))[2] ?? '']);
    expect([mixed.code, mixed.words]).toEqual([1, expect.stringContaining('different exports')]);
    const twice = await importFrom([a, b, b]);
    expect([twice.code, twice.words]).toEqual([1, expect.stringContaining('twice (no. 2)')]);
  });

  it('with a damaged line, which it names with its file', async () => {
    const [a = '', b = '', c = ''] = first();
    const typed = place('typed.txt');
    const lines = textOf(c).split('\n');
    writeFileSync(
      typed,
      lines.map((line, at) => (at === 2 ? line.replace(/.$/, (x) => (x === '7' ? '8' : '7')) : line)).join('\n'),
    );
    const { code, words } = await importFrom([a, b, typed]);
    expect([code, words]).toEqual([1, expect.stringMatching(/typed\.txt.*Line 3 /)]);
  });

  it('over another ring, which stays', async () => {
    const environment = { APP_KEYS: createKey('another') };
    const { code, words, home } = await importFrom(first().slice(0, 3), environment);
    expect([code, words]).toEqual([1, expect.stringContaining('nothing is overwritten')]);
    expect(existsSync(home)).toBe(false);
  });
});

describe('an export', () => {
  it('is pages that only their owner can read, without a key in the clear, named by generation and number', () => {
    const key = Buffer.from(ringNow().split(':')[1] ?? '', 'base64');
    expect(statSync(place('first')).mode & 0o777).toBe(0o700);
    for (const sheet of sheetsIn(place('first'))) {
      expect(statSync(sheet).mode & 0o777).toBe(0o600);
      expect(basename(sheet)).toMatch(/^tongxing-key-share-[0-9A-Z]{8}-[1-5]-of-5\.html$/);
      const page = readFileSync(sheet, 'utf8');
      expect(page).not.toContain(key.toString('base64'));
      expect(page).toContain('<svg');
    }
  });

  it('is written down: how many shares, which keys, and in the audit, and nothing of the shares', async () => {
    const database = platform.app.get(Database);
    const rows = await database.repository(KeyExport).find({ order: { exportedAt: 'ASC' } });
    expect(rows.map(({ shares, threshold, ringKeys }) => [shares, threshold, ringKeys])).toEqual([
      [5, 3, ['local-1']],
      [5, 3, ['local-1']],
    ]);
    const audit = await database.read<{ facts: string }>(
      "SELECT facts FROM audit_event WHERE action = 'keys.exported'",
      [],
    );
    const generations = rows.map(({ generation }) => generation).sort();
    const written = audit.map(({ facts }) => JSON.parse(facts) as { generation: string; shares: number });
    expect(written.map(({ generation }) => generation).sort()).toEqual(generations);
    expect(written.map((facts) => Object.keys(facts).sort())).toEqual(
      generations.map(() => ['generation', 'shares', 'threshold']),
    );
  });
});

describe('an import', () => {
  const some = () => sheetsIn(place('first')).slice(2);

  it('puts the very ring back, for its owner alone', async () => {
    const { code, home } = await importFrom(some());
    expect(code).toBe(0);
    const file = join(home, 'keys', 'app.key');
    expect(readFileSync(file, 'utf8')).toBe(ringNow());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is told line by line, and asks again where a line was mistyped', async () => {
    const typed = some().flatMap((sheet) => textOf(sheet).split('\n'));
    const [slip = ''] = typed;
    const answers = [slip.replace(/.$/, (x) => (x === '7' ? '8' : '7')), ...typed.map((line) => line.toLowerCase())];
    const { code, words, home } = await importFrom([], {}, answers);
    expect([code, words]).toEqual([0, expect.stringContaining('Line 1 is not right')]);
    expect(readFileSync(join(home, 'keys', 'app.key'), 'utf8')).toBe(ringNow());
  });

  it('breaks off without a trace where nobody goes on typing', async () => {
    const { code, words, home } = await importFrom(
      [],
      {},
      textOf(some()[0] ?? '')
        .split('\n')
        .slice(0, 2),
    );
    expect([code, words]).toEqual([1, expect.stringContaining('nothing was written')]);
    expect(existsSync(home)).toBe(false);
  });

  it('writes the line for the settings of a server where that is asked for, and never over a file', async () => {
    const out = place('settings.env');
    expect((await importFrom(['--out', out, ...some()], { APP_KEYS: createKey('another') })).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(`APP_KEYS=${ringNow()}\n`);
    expect((await importFrom(['--out', out, ...some()])).code).toBe(1);
  });

  it('checks without writing; after a rotation it says that the shares are older, and which key they lack', async () => {
    const { DATA_DIR: here = '' } = platform.environment;
    const check = ['--check', ...some()];
    expect(await importFrom(check, { DATA_DIR: here })).toMatchObject({
      code: 0,
      words: expect.stringContaining('open everything') as string,
    });
    expect(await keysRotate([], new Paper(), platform.environment, platform.clock)).toBe(0);
    const [newest = ''] = ringNow().split(':');
    const { code, words } = await importFrom(check, { DATA_DIR: here });
    expect([code, words]).toEqual([1, expect.stringContaining(`export anew`)]);
    expect(words).toContain(newest);
    // Into a new home the old ring goes back, but it is said that it does not open everything.
    const late = await importFrom(some(), { KEY_STORE_URL: keyStoreOf(here) });
    expect([late.code, late.words]).toEqual([1, expect.stringContaining('newer ring key')]);
    expect((await exportTo('third', '--shares', '3', '--threshold', '2')).code).toBe(0);
    expect((await importFrom(['--check', ...sheetsIn(place('third')).slice(1)], { DATA_DIR: here })).code).toBe(0);
  });
});

const keyStoreOf = (dataDir: string): string => {
  const url = platform.environment['DATABASE_URL'] ?? '';
  if (!url.startsWith('sqlite:')) return `${url}_keys`;
  return existsSync(join(dataDir, 'keys.db')) ? `sqlite:${join(dataDir, 'keys.db')}` : url.replace(/[^/]+$/, 'keys.db');
};
