// Backups of the engine under test, restored on it and on the other: what is refused, and what is there afterwards.
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createApp } from '../create-app.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { FixedClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { Cipher, createKey, KeyDestroyed, parseKeyRing } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { HalfRestored } from '../platform/database/half-restored.js';
import { BackupRun } from '../platform/backup/backup-run.entity.js';
import { readManifest, type Manifest } from '../platform/backup/index.js';
import {
  createTestDatabase,
  testEngine,
  type TestDatabase,
  type TestEngine,
} from '../platform/testing/test-database.js';
import { Person } from '../people/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { Paper } from '../testing/paper.js';
import { TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, TEST_NOW, TestClient, type TestApp } from '../testing/test-app.js';
import { backup } from './backup.js';
import { keysBackup } from './keys-backup.js';
import { restore } from './restore.js';

const LONG = 240_000;
const ERASE = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }`;
const VOLUNTEERS = '{ volunteers(first: 200) { edges { node { personId name } } } }';
/** What a restore adds to and says so (nobody is signed in, the audit goes on, the run, a new state), and rows of whoever is erased. */
const CHANGED = new Set([
  ...['session', 'audit_event', 'audit_head', 'backup_run', 'data_version'],
  ...[
    'person',
    'name_token',
    'login',
    'volunteer',
    'record_check',
    'role_assignment',
    'training',
    'volunteer_agreement',
  ],
]);

let platform: TestApp;
let agency: MatchedAgency;
let folder: string;
let ringText: string;
let erasedId: string;
let nameSealed: string;
const clock = new FixedClock(TEST_NOW);
const inFolder = (name: string) => join(folder, name);
const rowsAt = () => inFolder('rows/today');
const keysAt = () => inFolder('keys/today');

const run = async (command: typeof backup, args: string[], environment: Record<string, string>) => {
  const paper = new Paper();
  const code = await command(args, paper, environment, clock);
  return { code, words: [...paper.said, ...paper.complained].join('\n') };
};
const here = () => ({ ...platform.environment });
/** A new home: an empty database, a data folder of its own, and the ring in the environment. */
async function newHome(
  engine: TestEngine,
  name: string,
): Promise<{ environment: Record<string, string>; database: TestDatabase }> {
  const database = await createTestDatabase(engine);
  const environment = {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATA_DIR: inFolder(name),
    APP_KEYS: ringText,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    WORKERS: '0',
  };
  return { environment, database };
}
const manifestOf = (at: string): Manifest => readManifest(at, 'ROWS', parseKeyRing(ringText));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_restore_'));
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'restoring');
  const dataDir = platform.environment['DATA_DIR'] ?? '';
  ringText = readFileSync(join(dataDir, 'keys', 'app.key'), 'utf8').trim();
  mkdirSync(join(dataDir, 'files', 'a'), { recursive: true });
  writeFileSync(join(dataDir, 'files', 'a', 'scan'), Buffer.from([0, 1, 2, 255]));
  expect((await run(backup, [rowsAt()], here())).code).toBe(0);
  expect((await run(keysBackup, [keysAt()], here())).code).toBe(0);
  // After both backups somebody asks to be erased: only the ledger knows.
  const { volunteers } = await agency.director.data<{ volunteers: { edges: { node: { personId: string } }[] } }>(
    VOLUNTEERS,
  );
  for (const { node } of volunteers.edges) {
    const i = { personId: node.personId, reason: 'OWN_REQUEST', requestId: `r-${node.personId}` };
    erasedId = fromGlobalId('Person', node.personId) ?? '';
    ({ nameSealed } = await platform.app.get(Database).repository(Person).findOneByOrFail({ id: erasedId }));
    const { outcome } = await agency.director.data<{ outcome: { __typename: string } }>(ERASE, { i });
    if (outcome.__typename !== 'PersonErased') continue;
    await platform.app.get(JobWorker).drain();
    return;
  }
  throw new Error('nobody could be erased');
}, LONG);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`a backup on ${testEngine} is refused`, () => {
  it('without a folder, with two, or with a number that keeps nothing', async () => {
    for (const args of [[], ['a', 'b'], ['a', '--keep', '0'], ['a', '--everything']]) {
      expect((await run(backup, args, here())).code).toBe(2);
    }
  });

  it('into a folder that holds something, and leaves it as it was', async () => {
    const before = readFileSync(join(rowsAt(), 'manifest.json'));
    const { code, words } = await run(backup, [rowsAt()], here());
    expect([code, words]).toEqual([1, expect.stringContaining('never overwrites another')]);
    expect(readFileSync(join(rowsAt(), 'manifest.json'))).toEqual(before);
  });

  it('where the other half of the secret lies: beside, above, or in the same folder', async () => {
    const rows = await run(backup, [inFolder('keys/tomorrow')], here());
    expect([rows.code, rows.words]).toEqual([1, expect.stringContaining('another place')]);
    for (const place of ['rows/keys', 'rows/today/keys', 'rows/today']) {
      expect((await run(keysBackup, [inFolder(place)], here())).code).toBe(1);
    }
    expect(existsSync(inFolder('rows/keys'))).toBe(false);
  });

  it('without the ring, and makes none', async () => {
    const empty = inFolder('no-ring');
    const { code, words } = await run(backup, [inFolder('nothing')], { ...here(), DATA_DIR: empty });
    expect([code, words]).toEqual([1, expect.stringContaining('There is no ring')]);
    expect(existsSync(join(empty, 'keys'))).toBe(false);
  });
});

describe('reading a backup back', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(folder, 'copy-'));
    cpSync(rowsAt(), copy, { recursive: true });
  });
  const verify = (environment = here()) => run(backup, ['--verify', copy], environment);

  it('finds it whole where nothing was done to it', async () => {
    expect((await verify()).code).toBe(0);
  });

  it.each<[string, string, (at: string) => void]>([
    ['is broken off before its manifest', 'no manifest.json', (at) => rmSync(join(at, 'manifest.json'))],
    [
      'has a manifest that says less',
      'manifest was changed',
      (at) => {
        const manifest = JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8')) as Manifest;
        writeFileSync(join(at, 'manifest.json'), JSON.stringify({ ...manifest, tables: manifest.tables.slice(1) }));
      },
    ],
    [
      'has a table that was exchanged',
      'not what the manifest says',
      (at) => copyFileSync(join(at, 'tables/login.jsonl.gz'), join(at, 'tables/person.jsonl.gz')),
    ],
    [
      'has a table that was cut off',
      'not what the manifest says',
      (at) =>
        writeFileSync(
          join(at, 'tables/person.jsonl.gz'),
          readFileSync(join(at, 'tables/person.jsonl.gz')).subarray(0, 200),
        ),
    ],
    [
      'has a file with one byte more',
      'not what the manifest says',
      (at) => appendFileSync(join(at, 'files/a/scan'), 'x'),
    ],
    ['lacks a file', 'missing', (at) => rmSync(join(at, 'files/a/scan'))],
  ])('refuses one that %s', async (_how, word, harm) => {
    harm(copy);
    expect(await verify()).toEqual({ code: 1, words: expect.stringContaining(word) as string });
  });

  it('refuses it with a ring of the same name but another key, and names a key that is missing', async () => {
    const [name = ''] = ringText.split(':');
    expect((await verify({ ...here(), APP_KEYS: createKey(name) })).words).toContain('another ring signed it');
    expect((await verify({ ...here(), APP_KEYS: createKey('other') })).words).toContain(`no key named ${name}`);
  });

  it('refuses keys where rows are asked for', async () => {
    expect((await run(backup, ['--verify', keysAt()], here())).words).toContain('holds a backup of the keys');
  });

  it('holds no key and no name in the clear', () => {
    const manifest = manifestOf(rowsAt());
    expect(manifest.tables.map(({ name }) => name)).not.toContain('data_key');
    expect(manifest.files.map(({ path }) => path)).toContain('files/a/scan');
    expect(manifest.files.some(({ path }) => path.includes('key'))).toBe(false);
  });
});

it(
  'keeps the newest, and removes nothing that is not its own',
  async () => {
    const many = inFolder('many');
    mkdirSync(join(many, 'photos'), { recursive: true });
    const later = new FixedClock(TEST_NOW);
    for (const day of [1, 2, 3]) {
      later.set(`2026-12-0${day}T00:00:00.000Z`);
      expect(await backup([many, '--keep', '2'], new Paper(), here(), later)).toBe(0);
    }
    const left = ['photos', '2026-12-02T00-00-00-000Z', '2026-12-03T00-00-00-000Z'];
    for (const name of left) expect(existsSync(join(many, name))).toBe(true);
    expect(existsSync(join(many, '2026-12-01T00-00-00-000Z'))).toBe(false);
  },
  LONG,
);

describe('a restore is refused', () => {
  it('into a database that holds anything, which stays as it was', async () => {
    const before = await platform.app.get(Database).read('SELECT COUNT(*) AS amount FROM person', []);
    const { code, words } = await run(restore, [rowsAt()], here());
    expect([code, words]).toEqual([1, expect.stringContaining('not empty')]);
    expect(await platform.app.get(Database).read('SELECT COUNT(*) AS amount FROM person', [])).toEqual(before);
  });

  it(
    'with another ring, before a single table is made',
    async () => {
      const { environment, database } = await newHome(testEngine, 'strange');
      expect((await run(restore, [rowsAt()], { ...environment, APP_KEYS: createKey('other') })).code).toBe(1);
      expect((await run(restore, [rowsAt(), '--keys', keysAt()], environment)).code).toBe(0);
      await database.drop();
    },
    LONG,
  );

  it(
    'without the data keys of its people; then nothing starts on what is half there',
    async () => {
      const { environment, database } = await newHome(testEngine, 'half');
      const first = await run(restore, [rowsAt()], environment);
      expect([first.code, first.words]).toEqual([1, expect.stringContaining('key store has no key')]);
      const starting = Database.open({ url: database.url, entities: [], migrations: [] });
      await expect(starting).rejects.toThrow(HalfRestored);
      const second = await run(restore, [rowsAt(), '--keys', keysAt()], environment);
      expect([second.code, second.words]).toEqual([1, expect.stringContaining('was interrupted')]);
      await database.drop();
    },
    LONG,
  );
});

const TARGETS: TestEngine[] = testEngine === 'mariadb' ? ['mariadb', 'sqlite'] : ['sqlite'];

describe.each(TARGETS)(`restored from ${testEngine} on %s`, (engine) => {
  let environment: Record<string, string>;
  let database: TestDatabase;
  let restored: Awaited<ReturnType<typeof createApp>>;
  let client: TestClient;

  beforeAll(async () => {
    ({ environment, database } = await newHome(engine, `home-${engine}`));
    // The newest ledger there is, as an operator puts it in place.
    const ledger = join(environment['DATA_DIR'] ?? '', 'ledger', 'tombstones.jsonl');
    mkdirSync(dirname(ledger), { recursive: true });
    copyFileSync(join(platform.environment['DATA_DIR'] ?? '', 'ledger', 'tombstones.jsonl'), ledger);
    const { code, words } = await run(restore, [rowsAt(), '--keys', keysAt()], environment);
    expect([code, words]).toEqual([0, expect.stringContaining('Audit whole')]);
    restored = await createApp(readConfig(environment), clock);
    await restored.listen(0, '127.0.0.1');
    const { port } = restored.getHttpServer().address() as { port: number };
    client = new TestClient(`http://127.0.0.1:${port}`);
  }, LONG);
  afterAll(async () => {
    await restored.close();
    await database.drop();
  });

  it(
    'every table is what it was, but those that a restore adds to; every file is',
    async () => {
      const again = inFolder(`again-${engine}/rows`);
      expect((await run(backup, [again], environment)).code).toBe(0);
      const sums = (manifest: Manifest) =>
        manifest.tables
          .filter(({ name }) => !CHANGED.has(name))
          .map(({ name, checksum, rows }) => [name, checksum, rows]);
      expect(sums(manifestOf(again))).toEqual(sums(manifestOf(rowsAt())));
      expect(readFileSync(join(environment['DATA_DIR'] ?? '', 'files/a/scan'))).toEqual(Buffer.from([0, 1, 2, 255]));
    },
    LONG,
  );

  it('nobody is signed in any more, and people can sign in and read names', async () => {
    const open = await restored.get(Database).read('SELECT id FROM session WHERE endedAt IS NULL', []);
    expect(open).toEqual([]);
    expect(await client.signIn('director@restoring.example', TEST_PASSWORD)).toBe('Viewer');
    const { volunteers } = await client.data<{ volunteers: { edges: { node: { name: string } }[] } }>(VOLUNTEERS);
    expect(volunteers.edges.length).toBeGreaterThan(100);
    expect(volunteers.edges.every(({ node }) => node.name.length > 0)).toBe(true);
  });

  it('whoever was erased after the backup stays mute', async () => {
    const person = await restored.get(Database).repository(Person).findOneByOrFail({ id: erasedId });
    expect(person.erasedAt).toBe(TEST_NOW);
    expect(person.nameSealed).not.toBe(nameSealed);
    const cipher = restored.get(Cipher);
    await cipher.loadKeys([nameSealed]);
    expect(() => cipher.open(nameSealed, `person.name.${erasedId}`)).toThrow(KeyDestroyed);
  });

  it('the restore is in the audit of the agency and among the runs', async () => {
    const [row] = await restored
      .get(Database)
      .read<{ amount: number | string }>(
        "SELECT COUNT(*) AS amount FROM audit_event WHERE action = 'backup.restored'",
        [],
      );
    expect(Number(row?.amount)).toBe(1);
    expect(await restored.get(Database).repository(BackupRun).countBy({ kind: 'RESTORE' })).toBe(1);
  });
});
