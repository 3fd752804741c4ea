// A database of its own for each test file, on the engine that TEST_ENGINE names. Never anybody's data.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { testFolder } from './test-folder.js';

/** Only databases whose name begins like this are ever created or dropped by a test. */
const TEST_NAME = /^tongxing_test_[a-z0-9_]+$/;

export type TestEngine = 'sqlite' | 'mariadb';

export const testEngine: TestEngine = process.env['TEST_ENGINE'] === 'mariadb' ? 'mariadb' : 'sqlite';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database; `drop` it when the file is done. */
export function createTestDatabase(engine: TestEngine = testEngine): Promise<TestDatabase> {
  return engine === 'mariadb' ? createOnServer() : Promise.resolve(createFile());
}

function createFile(): TestDatabase {
  const folder = testFolder('tongxing_test_');
  return {
    url: `sqlite:${join(folder, 'test.sqlite')}`,
    drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function createOnServer(): Promise<TestDatabase> {
  const base = process.env['TEST_DATABASE_URL'];
  if (!base) throw new Error('TEST_DATABASE_URL is missing: npm test sets it, or name a database tongxing_test_*');
  const url = new URL(base);
  assertTestName(url.pathname.slice(1));
  const name = `tongxing_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: async () => {
      await onServer(url, `DROP DATABASE IF EXISTS ${name}`);
      // The data keys of an application that ran on it.
      await onServer(url, `DROP DATABASE IF EXISTS ${name}_keys`);
    },
  };
}

/** Refuses to touch a database that is not a test's. */
export function assertTestName(name: string): void {
  if (!TEST_NAME.test(name)) throw new Error(`refused: ${name} is not a test database (tongxing_test_*)`);
}

async function onServer(url: URL, sql: string): Promise<void> {
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    connectTimeout: 60_000,
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
