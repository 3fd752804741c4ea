// @ts-check
// Empty databases of either engine beside the one that a figure was given, gone when it is done.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { findMariaDb, startMariaDb } from '../../lib/mariadb.mjs';
import { testDatabaseProblem, withDatabase } from '../../lib/test-database.mjs';

/** @typedef {{ engine: 'sqlite' | 'mariadb', make: (home: string) => Promise<string>, end: () => Promise<void> }} Scratch make: the address of a new, empty database */

/**
 * SQLite always; MariaDB where the figure runs on it, TEST_DATABASE_URL names one, or one can be started here.
 * @param {import('../registry.mjs').Surroundings} surroundings
 * @returns {Promise<Scratch[]>}
 */
export async function scratchDatabases({ root, db, databaseUrl }) {
  const sqlite = {
    engine: /** @type {const} */ ('sqlite'),
    make: async (/** @type {string} */ home) => `sqlite:${join(home, 'tongxing.sqlite')}`,
    end: async () => {},
  };
  const given = db === 'mariadb' ? databaseUrl : process.env.TEST_DATABASE_URL;
  const own = !given && findMariaDb() ? await startMariaDb(root, { durable: true }) : undefined;
  const server = given ?? own?.url;
  if (!server) return [sqlite];
  const problem = testDatabaseProblem(server);
  if (problem) throw new Error(problem);
  /** @type {string[]} */
  const names = [];
  const make = async () => {
    const name = `tongxing_test_${randomBytes(6).toString('hex')}`;
    await statement(server, `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    names.push(name, `${name}_keys`);
    return withDatabase(server, name);
  };
  const end = async () => {
    for (const name of names) await statement(server, `DROP DATABASE IF EXISTS \`${name}\``);
    await own?.stop();
  };
  return [sqlite, { engine: 'mariadb', make, end }];
}

/** @param {string} server @param {string} sql */
async function statement(server, sql) {
  const connection = await createConnection(server);
  await connection.query(sql);
  await connection.end();
}
