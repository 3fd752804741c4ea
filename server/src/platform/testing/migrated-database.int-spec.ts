// A copied database is the one that migrating anew makes, to the letter, and each copy is its own.
import type { DataSource } from 'typeorm';
import { connect, migrate } from '../database/index.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import { createMigratedDatabase } from './migrated-database.js';
import { createTestDatabase, testEngine, type TestDatabase } from './test-database.js';

type Row = Record<string, unknown>;
const AGENCY =
  "INSERT INTO agency (id, name, timeZone, locale, createdAt) VALUES ('a', 'A', 'Asia/Shanghai', 'en', 'x')";
/** What a server has beside tables, whose text says everything about them. */
const BESIDE_TABLES = [
  'SELECT table_name AS name, table_type AS made FROM information_schema.tables WHERE table_schema = DATABASE()',
  'SELECT trigger_name AS name, action_statement AS made FROM information_schema.triggers WHERE trigger_schema = DATABASE()',
  'SELECT routine_name AS name, routine_definition AS made FROM information_schema.routines WHERE routine_schema = DATABASE()',
  'SELECT event_name AS name, event_definition AS made FROM information_schema.events WHERE event_schema = DATABASE()',
  'SELECT default_collation_name AS made FROM information_schema.schemata WHERE schema_name = DATABASE()',
] as const;

const open = (home: TestDatabase) => connect({ url: home.url, entities: [], migrations: MIGRATIONS });

async function tablesOf(source: DataSource): Promise<string[]> {
  const sql =
    testEngine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1';
  const rows: Row[] = await source.query(sql);
  return rows.map(({ name }) => String(name));
}

/** Everything that makes the database what it is: each object's own text, settings of the file, and every row. */
async function everythingOf(source: DataSource): Promise<unknown> {
  const tables = await tablesOf(source);
  const rows: [string, Row[]][] = [];
  for (const table of tables) rows.push([table, await source.query(`SELECT * FROM ${table}`)]);
  if (testEngine === 'sqlite') {
    const made: Row[] = await source.query('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name');
    const settings: unknown[] = [];
    for (const name of ['user_version', 'application_id', 'encoding', 'page_size', 'auto_vacuum', 'journal_mode'])
      settings.push(await source.query(`PRAGMA ${name}`));
    return { made, settings, rows };
  }
  const made: Row[] = [];
  for (const table of tables) made.push(...(await source.query<Row[]>(`SHOW CREATE TABLE ${table}`)));
  const beside: Row[] = [];
  for (const sql of BESIDE_TABLES) beside.push(...(await source.query<Row[]>(`${sql} ORDER BY 1`)));
  return { made, beside, rows };
}

describe(`a copied database on ${testEngine}`, () => {
  const homes: TestDatabase[] = [];
  const sources: DataSource[] = [];
  const made = async (home: TestDatabase) => {
    homes.push(home);
    const { engine, dataSource } = await open(home);
    sources.push(dataSource);
    return { engine, dataSource };
  };
  afterAll(async () => {
    for (const source of sources) await source.destroy();
    for (const home of homes) await home.drop();
  });

  it('shares no row with another copy', async () => {
    const first = await made(await createMigratedDatabase());
    await first.dataSource.query(AGENCY);
    const second = await made(await createMigratedDatabase());
    expect(await second.dataSource.query('SELECT id FROM agency')).toEqual([]);
    expect(await first.dataSource.query('SELECT id FROM agency')).toEqual([{ id: 'a' }]);
  });

  it('keeps what points at nothing out, as the original does', async () => {
    const { dataSource } = await made(await createMigratedDatabase());
    const orphan = "INSERT INTO person (id, agencyId, nameSealed, createdAt) VALUES ('p', 'nobody', 's', 'x')";
    await expect(dataSource.query(orphan)).rejects.toThrow();
  });

  it('is what migrating anew makes, to the letter, and has nothing left to migrate', async () => {
    const anew = await made(await createTestDatabase());
    await migrate(anew.engine, anew.dataSource);
    const copy = await made(await createMigratedDatabase());
    expect(await copy.dataSource.showMigrations()).toBe(false);
    const [expected, found] = [await everythingOf(anew.dataSource), await everythingOf(copy.dataSource)];
    expect(found).toEqual(expected);
    expect((await tablesOf(copy.dataSource)).length).toBeGreaterThan(50);
    await migrate(copy.engine, copy.dataSource);
    expect(await everythingOf(copy.dataSource)).toEqual(expected);
  }, 120_000);
});
