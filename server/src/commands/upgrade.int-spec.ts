// An upgrade of a database of the version before, on the engine under test: what stops it, what it changes, and the way back.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { compareWithBackup, migrationState, readManifest, type Manifest } from '../platform/backup/index.js';
import { readConfig } from '../platform/config/index.js';
import { createKey } from '../platform/crypto/index.js';
import { connect, migrate } from '../platform/database/index.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { createTestDatabase, testEngine } from '../platform/testing/test-database.js';
import { matchedAgency } from '../testing/matched-agency.js';
import { Paper } from '../testing/paper.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { standingRing } from './backup-settings.js';
import { restore } from './restore.js';
import { upgrade } from './upgrade.js';

const LONG = 240_000;
/** The step that these tests take back, with all that came after it. */
const STEP = 'KeyExports1764000000023';
let platform: TestApp;
let folder: string;
let environment: Record<string, string>;
const url = () => environment['DATABASE_URL'] ?? '';
const backups = (name: string) => join(folder, name);

async function run(args: string[], more: Record<string, string> = {}) {
  const paper = new Paper();
  const code = await upgrade(args, paper, { ...environment, ...more }, platform.clock);
  return { code, words: [...paper.said, ...paper.complained].join('\n') };
}
/** Straight to the tables, as no service may. */
async function byHand<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const { dataSource } = await connect({ url: url(), entities: [], migrations: MIGRATIONS });
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
const pending = async () => (await migrationState(url()))?.pending ?? [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_upgrade_'));
  platform = await startTestApp();
  environment = { ...platform.environment, PORT: '1' };
  await matchedAgency(platform, 'upgrading');
}, LONG);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`an upgrade on ${testEngine} is refused`, () => {
  it('with words that mean nothing', async () => {
    for (const args of [[], ['a', 'b'], ['a', '--force']]) expect((await run(args)).code).toBe(2);
  });

  it('while a server answers', async () => {
    const { code, words } = await run([backups('none')], { PORT: new URL(platform.address).port });
    expect([code, words]).toEqual([1, expect.stringContaining('stop the server')]);
    await platform.app.close();
    await byHand(async (source) => {
      while (!(await pending()).includes(STEP)) await source.undoLastMigration({ transaction: 'each' });
    });
  });

  it('with a ring that does not open the key store, or without the key store', async () => {
    const other = await run([backups('none')], { APP_KEYS: createKey('local-1') });
    expect([other.code, other.words]).toEqual([1, expect.stringContaining('does not open the key store')]);
    const none = await run([backups('none')], { KEY_STORE_URL: `sqlite:${join(folder, 'no', 'keys.db')}` });
    expect([none.code, none.words]).toEqual([1, expect.stringContaining('key store is missing')]);
  });

  it('of a database that is newer than the program', async () => {
    const newer = "INSERT INTO schema_migration (timestamp, name) VALUES (1999000000001, 'Newer1999000000001')";
    await byHand((source) => source.query(newer));
    const { code, words } = await run([backups('none')]);
    await byHand((source) => source.query("DELETE FROM schema_migration WHERE name = 'Newer1999000000001'"));
    expect([code, words]).toEqual([1, expect.stringContaining('Newer1999000000001')]);
  });

  it('where there is no database', async () => {
    const { code, words } = await run([backups('none')], { DATABASE_URL: `sqlite:${join(folder, 'none.sqlite')}` });
    expect([code, words]).toEqual([1, expect.stringContaining('no database here')]);
  });

  it('and has then changed nothing, as a dry run has not', async () => {
    const { code, words } = await run([backups('none'), '--dry-run']);
    expect([code, words]).toEqual([0, expect.stringContaining(STEP)]);
    expect(await pending()).toContain(STEP);
    expect(existsSync(backups('none'))).toBe(false);
  });
});

describe('an upgrade', () => {
  let failed: Awaited<ReturnType<typeof run>>;

  it(
    'that fails says how to go back, and that way leads back',
    async () => {
      // What a migration is about to make is there already, as after one that broke off.
      await byHand((source) => source.query('CREATE TABLE key_export (id varchar(36))'));
      failed = await run([backups('failed')]);
      await byHand((source) => source.query('DROP TABLE key_export'));
      expect([failed.code, failed.words]).toEqual([1, expect.stringContaining('The upgrade failed')]);
      const [taken = ''] = readdirSync(backups('failed'));
      const backup = join(backups('failed'), taken);
      expect(failed.words).toContain(`npm run restore -- ${backup}`);
      const { keyStoreUrl, anchorDir } = readConfig(environment);
      const place = await createTestDatabase();
      // An anchor of its own: the database that failed is looked at again below.
      const anchor = join(folder, 'anchor');
      cpSync(anchorDir, anchor, { recursive: true });
      const home = { ...environment, DATABASE_URL: place.url, KEY_STORE_URL: keyStoreUrl, AUDIT_ANCHOR_DIR: anchor };
      const paper = new Paper();
      expect([await restore([backup], paper, home, platform.clock), paper.complained]).toEqual([0, []]);
      expect(paper.said.join()).toContain('left out: key_export');
      await place.drop();
    },
    LONG,
  );

  it(
    'backs up, migrates, finds every table as it was, starts once, verifies the audit, and writes it down',
    async () => {
      const { code, words } = await run([backups('good')]);
      expect([code, words]).toEqual([0, expect.stringContaining('Upgraded to')]);
      expect(words).toMatch(/[2-9]\d 张表与备份逐行相同/);
      expect(await pending()).toEqual([]);
      const sql = "SELECT facts FROM audit_event WHERE action = 'platform.upgraded'";
      expect(await byHand((source) => source.query<unknown[]>(sql))).toHaveLength(1);
      expect(readdirSync(backups('good'))).toHaveLength(1);
    },
    LONG,
  );

  it('finds a table that changed though no migration wrote to it, and forgives one that a migration did', async () => {
    const [taken = ''] = readdirSync(backups('good'));
    const manifest: Manifest = readManifest(
      join(backups('good'), taken),
      'ROWS',
      standingRing(readConfig(environment)),
    );
    const compared = (written: string[]) => compareWithBackup(url(), manifest, new Set(written));
    // Since then: the audit of the upgrade, and its run.
    expect((await compared(['audit_event', 'audit_head'])).damaged).toEqual([]);
    await byHand((source) => source.query("UPDATE agency SET name = 'another'"));
    expect((await compared(['audit_event', 'audit_head'])).damaged).toEqual(['agency']);
    expect((await compared(['audit_event', 'audit_head', 'agency'])).changed).toContain('agency');
  });

  it('has nothing to do a second time, and takes no backup for it', async () => {
    const { code, words } = await run([backups('again')]);
    expect([code, words]).toEqual([0, expect.stringContaining('nothing to upgrade')]);
    expect(existsSync(backups('again'))).toBe(false);
  });
});

it(
  'servers that start together on an empty database migrate it once',
  async () => {
    const place = await createTestDatabase();
    // On a file only one process starts at a time; its transactions keep the others out.
    const starts = testEngine === 'sqlite' ? 1 : 4;
    const opened = await Promise.all(
      Array.from({ length: starts }, () => connect({ url: place.url, entities: [], migrations: MIGRATIONS })),
    );
    await Promise.all(opened.map(({ engine, dataSource }) => migrate(engine, dataSource)));
    await Promise.all(opened.map(({ dataSource }) => dataSource.destroy()));
    expect((await migrationState(place.url))?.applied).toHaveLength(MIGRATIONS.length);
    await place.drop();
  },
  LONG,
);
