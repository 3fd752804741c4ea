// Rotation on the engine under test: writers and readers go on meanwhile, and a killed rotation is taken up again.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SystemClock } from '../platform/clock/index.js';
import { Cipher, KeyFileRing, newestOf } from '../platform/crypto/index.js';
import { readConfig } from '../platform/config/index.js';
import { DataKeys, openKeyStore, rewrapAll, type KeyStore } from '../platform/keys/index.js';
import { keyFileOf } from '../platform/keys/key-providers.js';
import { createTestDatabase, testEngine, type TestDatabase } from '../platform/testing/test-database.js';
import { keysRotate } from './keys-rotate.js';
import type { Terminal } from './terminal.js';

const AGENCY = '01900000-0000-7000-8000-00000000000a';
const PEOPLE = 3_000;
const LONG = 60_000;

class Paper implements Terminal {
  readonly said: string[] = [];
  say = (line: string) => void this.said.push(line);
  complain = (line: string) => void this.said.push(line);
  ask = () => Promise.resolve('');
  askSecret = () => Promise.resolve('');
}

describe(`keys:rotate on ${testEngine}`, () => {
  let home: TestDatabase;
  let folder: string;
  let environment: Record<string, string>;
  let store: KeyStore;
  let ring: KeyFileRing;
  let counter = 0;
  const someone = () => `01900000-0000-7000-8000-2${String(++counter).padStart(11, '0')}`;
  const processOf = () => new Cipher(ring, new DataKeys(store, ring, new SystemClock()));
  const wrappers = async () => Object.fromEntries(await store.countByRingKey());

  beforeAll(async () => {
    home = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'tongxing_test_rotate_'));
    environment = { NODE_ENV: 'test', DATABASE_URL: home.url, DATA_DIR: folder, LOG_LEVEL: 'silent' };
    const config = readConfig(environment);
    store = await openKeyStore(config.keyStoreUrl);
    ring = new KeyFileRing(keyFileOf(config));
  });
  afterAll(async () => {
    await store.close();
    await home.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses what it does not know', async () => {
    expect(await keysRotate(['--now'], new Paper(), environment)).toBe(2);
    expect(readFileSync(keyFileOf(readConfig(environment)), 'utf8').split(',')).toHaveLength(1);
  });

  it(
    'moves every key while others are made and read, and leaves what was sealed as it was',
    async () => {
      const people = Array.from({ length: PEOPLE }, someone);
      const writer = processOf();
      await writer.ensureKeys(AGENCY, people);
      const sealed = people.map((id) => writer.sealFor(id, `姓名 ${id}`, id));

      let over = false;
      const late: { id: string; text: string }[] = [];
      const writing = (async () => {
        while (!over) {
          const cipher = processOf();
          const id = someone();
          await cipher.ensureKeys(AGENCY, [id]);
          late.push({ id, text: cipher.sealFor(id, '后来', id) });
          await cipher.loadKeys(sealed.slice(0, 50));
          expect(cipher.open(sealed[7] ?? '', people[7] ?? '')).toBe(`姓名 ${people[7] ?? ''}`);
          await new Promise((wait) => setImmediate(wait));
        }
      })();
      expect(await keysRotate([], new Paper(), environment)).toBe(0);
      over = true;
      await writing;
      expect(late.length).toBeGreaterThan(0);

      // A process that had not read the new ring yet may have made a key meanwhile; the next pass takes it along.
      await rewrapAll(store, ring.reload());
      expect(Object.keys(await wrappers())).toEqual([newestOf(ring.current()).name]);
      const reader = processOf();
      await reader.loadKeys([...sealed, ...late.map(({ text }) => text)]);
      expect(sealed.map((text, index) => reader.open(text, people[index] ?? ''))).toEqual(
        people.map((id) => `姓名 ${id}`),
      );
      for (const { id, text } of late) expect(reader.open(text, id)).toBe('后来');
    },
    LONG,
  );

  it(
    'is taken up where it was killed, without another ring key',
    async () => {
      const before = await wrappers();
      const [old = ''] = Object.keys(before);
      const half = spawnHalfRotation(environment);
      await half.killed;
      const ringNames = ring.reload().keys.map(({ name }) => name);
      const midway = await wrappers();
      expect(Object.keys(midway).sort()).toEqual([old, ringNames[0]].sort());
      expect(midway[old]).toBeGreaterThan(0);

      const paper = new Paper();
      expect(await keysRotate([], paper, environment)).toBe(0);
      expect(paper.said[0]).toContain('Going on');
      expect(ring.reload().keys.map(({ name }) => name)).toEqual(ringNames);
      expect(await wrappers()).toEqual({ [ringNames[0] ?? '']: before[old] });
    },
    LONG,
  );

  it('prints a key for APP_KEYS where the ring stands in the environment, and then moves to it', async () => {
    const keys = readFileSync(keyFileOf(readConfig(environment)), 'utf8').trim();
    const paper = new Paper();
    expect(await keysRotate([], paper, { ...environment, APP_KEYS: keys })).toBe(0);
    const added = paper.said[0]?.split('\n').at(-1) ?? '';
    expect(await keysRotate([], paper, { ...environment, APP_KEYS: `${added},${keys}` })).toBe(0);
    expect(Object.keys(await wrappers())).toEqual([added.split(':')[0]]);
  });
});

/** The real command in a process of its own, killed with SIGKILL as soon as its first batch is in the store. */
function spawnHalfRotation(environment: Record<string, string>): { readonly killed: Promise<void> } {
  const script = resolve(import.meta.dirname, '../../dist/commands/keys-rotate.js');
  if (!existsSync(script)) throw new Error('build the server first: npx nx run server:build');
  const child = spawn(process.execPath, ['--import', killer(), script], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  return { killed: new Promise((done) => child.once('exit', () => done())) };
}

/** Kills its own process after the second look for keys to wrap: one batch has been moved, the next has not. */
function killer(): string {
  const store = testEngine === 'sqlite' ? 'sqlite-key-store.js' : 'mysql-key-store.js';
  const name = testEngine === 'sqlite' ? 'SqliteKeyStore' : 'MysqlKeyStore';
  const file = new URL(`../../dist/platform/keys/${store}`, import.meta.url).href;
  const code = `const { ${name}: Store } = await import(${JSON.stringify(file)});
    const rewrap = Store.prototype.rewrap;
    Store.prototype.rewrap = async function (changes) { await rewrap.call(this, changes); process.kill(process.pid, 'SIGKILL'); };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
