// A database as all migrations leave it, copied: making the tables anew for each test file took longer than most tests.
// That a copy is what migrating makes is proven by migrated-database.int-spec.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { connect, migrate } from '../database/index.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import { createTestDatabase, testEngine, type TestDatabase, type TestEngine } from './test-database.js';

type Fill = (database: TestDatabase) => Promise<void>;
interface Row {
  readonly [column: string]: unknown;
}

const templates = new Map<TestEngine, Promise<Fill>>();

/** A database of its own with every table and no row but the list of migrations; `drop` it when the file is done. */
export async function createMigratedDatabase(engine: TestEngine = testEngine): Promise<TestDatabase> {
  const template = templates.get(engine) ?? makeTemplate(engine);
  templates.set(engine, template);
  const fill = await template;
  const database = await createTestDatabase(engine);
  await fill(database);
  return database;
}

/** Migrates once a process, keeps what came of it, and leaves nothing behind. */
async function makeTemplate(engine: TestEngine): Promise<Fill> {
  const original = await createTestDatabase(engine);
  try {
    const { engine: opened, dataSource } = await connect({ url: original.url, entities: [], migrations: MIGRATIONS });
    try {
      await migrate(opened, dataSource);
      if (engine === 'mariadb') return fillWith(await statementsOf(dataSource));
      // What stands in its log so far goes into the file.
      await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      await dataSource.destroy();
    }
    const bytes = readFileSync(fileOf(original));
    return (database) => Promise.resolve(writeFileSync(fileOf(database), bytes));
  } finally {
    await original.drop();
  }
}

const fileOf = ({ url }: TestDatabase): string => url.slice('sqlite:'.length);

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What makes the tables again, and the rows that migrations wrote. */
async function statementsOf(dataSource: DataSource): Promise<readonly Statement[]> {
  const tables: Row[] = await dataSource.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const statements: Statement[] = [];
  for (const { name } of tables) {
    const table = `\`${String(name)}\``;
    const [made]: Row[] = await dataSource.query(`SHOW CREATE TABLE ${table}`);
    statements.push({ sql: String(made?.['Create Table']), values: [] });
    const rows: Row[] = await dataSource.query(`SELECT * FROM ${table}`);
    const [first] = rows;
    if (!first) continue;
    const columns = Object.keys(first);
    const places = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    statements.push({ sql: `INSERT INTO ${table} (\`${columns.join('`, `')}\`) VALUES ${places}`, values });
  }
  return statements;
}

/** Tables point at one another in circles; what they point at is checked again once all are there. */
const fillWith =
  (statements: readonly Statement[]): Fill =>
  async ({ url }) => {
    const { dataSource } = await connect({ url, entities: [], migrations: [] });
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('SET foreign_key_checks = 0');
      for (const { sql, values } of statements) await runner.query(sql, [...values]);
      await runner.query('SET foreign_key_checks = 1');
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  };
