// A drill of the engine under test: what it refuses, what it finds, what it leaves, and what the page then says.
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { BackupRun } from '../platform/backup/backup-run.entity.js';
import { Database } from '../platform/database/index.js';
import { KeyStore } from '../platform/keys/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { testEngine } from '../platform/testing/test-database.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { Paper } from '../testing/paper.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { backup } from './backup.js';
import { drill } from './drill.js';
import { keysBackup } from './keys-backup.js';

const LONG = 240_000;
const MINUTE = 60_000;
let platform: TestApp;
let agency: MatchedAgency;
let folder: string;
const rowsAt = () => join(folder, 'rows');
const keysAt = () => join(folder, 'keys');
const dataDir = () => platform.environment['DATA_DIR'] ?? '';

async function run(command: typeof drill, args: string[]) {
  const paper = new Paper();
  platform.clock.advance(MINUTE);
  const code = await command(args, paper, platform.environment, platform.clock);
  return { code, words: [...paper.said, ...paper.complained].join('\n') };
}
const runs = () =>
  platform.app
    .get(Database)
    .repository(BackupRun)
    .find({ where: { kind: 'DRILL' }, order: { finishedAt: 'ASC' } });
/** Whatever a drill may leave: folders beside the data, databases on the server. */
async function leftBehind(): Promise<string[]> {
  const folders = readdirSync(dataDir()).filter((name) => name.startsWith('drill_'));
  if (testEngine !== 'mariadb') return folders;
  const server = await createConnection({ uri: platform.environment['DATABASE_URL'] ?? '' });
  const [rows] = await server.query<RowDataPacket[]>("SHOW DATABASES LIKE '%\\_drill\\_%'");
  await server.end();
  return [...folders, ...rows.map((row) => String(Object.values(row)[0]))];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_drill_'));
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'drilling');
  for (const [command, at] of [
    [backup, rowsAt()],
    [keysBackup, keysAt()],
  ] as const) {
    expect((await run(command, [at, '--keep', '5'])).code).toBe(0);
  }
}, LONG);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`a drill on ${testEngine} is refused`, () => {
  it('with words that mean nothing, or without the keys', async () => {
    for (const args of [[], [rowsAt()], [rowsAt(), 'more', '--keys', keysAt()]]) {
      expect((await run(drill, args)).code).toBe(2);
    }
  });

  it('where there is no backup, and the page says so', async () => {
    const { code, words } = await run(drill, [keysAt(), '--keys', keysAt()]);
    expect([code, words]).toEqual([1, expect.stringContaining('no finished backup of the rows')]);
    expect((await runs()).map(({ outcome, problem }) => [outcome, problem])).toEqual([['FAILED', 'REFUSED']]);
  });

  it('of a damaged backup, before a scratch is made', async () => {
    const [newest = ''] = readdirSync(rowsAt());
    const table = join(rowsAt(), newest, 'tables', 'person.jsonl.gz');
    const whole = join(folder, 'person');
    copyFileSync(table, whole);
    appendFileSync(table, 'x');
    const { code, words } = await run(drill, [rowsAt(), '--keys', keysAt()]);
    copyFileSync(whole, table);
    expect([code, words]).toEqual([1, expect.stringContaining('not what the manifest says')]);
    expect(await leftBehind()).toEqual([]);
  });
});

describe('a drill', () => {
  it(
    'brings the newest backup back, opens names, verifies the audit, leaves nothing, and touches nothing in use',
    async () => {
      const database = platform.app.get(Database);
      const count = async (sql: string) => (await database.read<{ amount: number | string }>(sql, []))[0]?.amount;
      const audit = 'SELECT COUNT(*) AS amount FROM audit_event';
      const before = await count(audit);
      const { code, words } = await run(drill, [rowsAt(), '--keys', keysAt()]);
      expect([code, words]).toEqual([0, expect.stringMatching(/打开了 [1-9]\d* 个名字/)]);
      expect(await leftBehind()).toEqual([]);
      expect(await count(audit)).toEqual(before);
      const last = (await runs()).at(-1);
      expect(last).toMatchObject({ outcome: 'GOOD', problem: null });
      expect(last?.rowCount).toBeGreaterThan(500);
    },
    LONG,
  );

  it(
    'sees to it that whoever was erased after the backup stays mute there, and leaves the keys in use alone',
    async () => {
      const { volunteers } = await agency.director.data<{ volunteers: { edges: { node: { personId: string } }[] } }>(
        '{ volunteers(first: 200) { edges { node { personId } } } }',
      );
      const erase = 'mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }';
      for (const { node } of volunteers.edges) {
        const i = { personId: node.personId, reason: 'OWN_REQUEST', requestId: `d-${node.personId}` };
        const { outcome } = await agency.director.data<{ outcome: { __typename: string } }>(erase, { i });
        if (outcome.__typename === 'PersonErased') break;
      }
      await platform.app.get(JobWorker).drain();
      const store = platform.app.get(KeyStore);
      const keys = await store.countByRingKey();
      const { code, words } = await run(drill, [rowsAt(), '--keys', keysAt(), '--sqlite']);
      expect([code, words]).toEqual([0, expect.stringMatching(/erased and mute: [1-9]/)]);
      expect(await store.countByRingKey()).toEqual(keys);
    },
    LONG,
  );

  it(
    'forgets what an older one left that was killed, and nothing else',
    async () => {
      const old = ['drill_20200101000000_abcdef', 'drill_pictures', 'files'];
      for (const name of old) mkdirSync(join(dataDir(), name), { recursive: true });
      expect((await run(drill, [rowsAt(), '--keys', keysAt()])).code).toBe(0);
      expect(old.map((name) => existsSync(join(dataDir(), name)))).toEqual([false, true, true]);
    },
    LONG,
  );
});
