// @ts-check
// `npm run figure R10`: measures one figure on each database it means something on; `-- --list` names them all.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, nodeProblem } from '../lib/install.mjs';
import { allFigures } from './registry.mjs';

const root = join(import.meta.dirname, '..', '..');
/** Progress goes beside the result: standard output ends with the JSON lines. */
const log = (/** @type {string} */ text) => console.error(text);

process.exitCode = await main();

/** @returns {Promise<number>} 0 where every target holds, 1 where one does not or nothing was measured, 2 for a wrong call */
async function main() {
  const { values, positionals } = parseArgs({
    options: {
      list: { type: 'boolean' },
      db: { type: 'string' },
      rounds: { type: 'string' },
      people: { type: 'string' },
    },
    allowPositionals: true,
  });
  const old = nodeProblem();
  if (old) {
    log(old);
    return 1;
  }
  if (!ensureInstalled(root, log)) return 1;
  const figures = await allFigures();
  if (values.list) {
    for (const { name, databases, target, title } of figures) {
      console.log(`${name.padEnd(11)} ${databases.join(', ').padEnd(16)} ${title}\n${' '.repeat(12)}target: ${target}`);
    }
    return 0;
  }
  const chosen = figures.filter(({ name }) => positionals.some((word) => word.toUpperCase() === name.toUpperCase()));
  if (chosen.length === 0 || chosen.length < positionals.length) {
    log(`Which figure? npm run figure NAME, one of: ${figures.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  /** @type {{ rounds?: number, people?: number }} */
  const numbers = {};
  for (const option of /** @type {const} */ (['rounds', 'people'])) {
    if (values[option] === undefined) continue;
    numbers[option] = Number(values[option]);
    if (Number.isInteger(numbers[option]) && numbers[option] > 0) continue;
    log(`--${option} is a whole number above 0`);
    return 2;
  }
  const lines = [];
  for (const figure of chosen) lines.push(...(await measure(figure, values.db, numbers)));
  for (const line of lines) console.log(JSON.stringify(line));
  return lines.length > 0 && lines.every(({ holds }) => holds) ? 0 : 1;
}

/**
 * @param {import('./registry.mjs').Figure} figure
 * @param {string | undefined} onlyDb
 * @param {{ rounds?: number, people?: number }} numbers
 */
async function measure(figure, onlyDb, { rounds, people }) {
  const { build, buildNeeded } = await import('../lib/build.mjs');
  const { findChromium } = await import('../lib/programs.mjs');
  const { onInterrupt, stopAllChildren } = await import('../lib/process.mjs');
  onInterrupt(stopAllChildren);
  const chromium = figure.needs?.includes('chromium') ? findChromium() : null;
  if (figure.needs?.includes('chromium') && !chromium)
    throw new Error('No Chromium here: install it, or set CHROMIUM_PATH.');
  if (figure.needs?.includes('build') && buildNeeded(root)) {
    log('Building …');
    const { code, output } = await build(root);
    if (code !== 0) throw new Error(`The build failed:\n${output}`);
  }
  const lines = [];
  for (const db of figure.databases) {
    if (onlyDb !== undefined && onlyDb !== db) continue;
    log(`${figure.name} on ${db === 'none' ? 'no database' : db}: ${figure.title}`);
    const measured = await withSurroundings(db, (surroundings) =>
      figure.run({ ...surroundings, chromium, root, rounds, people, log }),
    );
    for (const { value, unit, target, holds, part } of [measured ?? []].flat()) {
      lines.push({ figure: figure.name, db, ...(part ? { part } : {}), value, unit, target, holds });
    }
  }
  return lines;
}

/**
 * An empty folder and, where one is meant, an empty database, both gone afterwards.
 * @template T
 * @param {'sqlite' | 'mariadb' | 'none'} db
 * @param {(given: Pick<import('./registry.mjs').Surroundings, 'db' | 'databaseUrl' | 'databasePid' | 'restartDatabase' | 'dataDir'>) => Promise<T>} work
 * @returns {Promise<T | null>}
 */
async function withSurroundings(db, work) {
  mkdirSync(join(root, '.cache', 'figures'), { recursive: true });
  const dataDir = mkdtempSync(join(root, '.cache', 'figures', 'run-'));
  const { stopAllChildren } = await import('../lib/process.mjs');
  const noRestart = async () => {
    throw new Error('BUG: restartDatabase where the database is not ours');
  };
  try {
    if (db !== 'mariadb') {
      const databaseUrl = db === 'sqlite' ? `sqlite:${join(dataDir, 'tongxing.sqlite')}` : '';
      return await work({ db, databaseUrl, databasePid: undefined, restartDatabase: noRestart, dataDir });
    }
    const server = await mariaDb();
    if (!server) {
      log('Left out on MariaDB: none is installed here, and TEST_DATABASE_URL names none.');
      return null;
    }
    const name = `tongxing_test_${randomBytes(6).toString('hex')}`;
    const databaseUrl = await createDatabase(server.url, name);
    return await work({
      db,
      databaseUrl,
      databasePid: server.pid(),
      restartDatabase: server.restart ?? noRestart,
      dataDir,
    }).finally(() => server.stop(name));
  } finally {
    await stopAllChildren();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * The server of TEST_DATABASE_URL, or one of our own that writes each commit to the disk as production does.
 * @returns {Promise<{ url: string, pid: () => number | undefined, restart?: () => Promise<number | undefined>, stop: (name: string) => Promise<void> } | null>}
 */
async function mariaDb() {
  const { findMariaDb, startMariaDb } = await import('../lib/mariadb.mjs');
  const { testDatabaseProblem } = await import('../lib/test-database.mjs');
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const problem = testDatabaseProblem(given);
    if (problem) throw new Error(problem);
    return { url: given, pid: () => undefined, stop: (name) => dropDatabase(given, name) };
  }
  if (!findMariaDb()) return null;
  const own = await startMariaDb(root, { durable: true });
  const restart = async () => {
    await own.restart();
    return own.pid();
  };
  return { url: own.url, pid: own.pid, restart, stop: () => own.stop() };
}

/** @param {string} server @param {string} name */
async function createDatabase(server, name) {
  const { withDatabase } = await import('../lib/test-database.mjs');
  const databaseUrl = withDatabase(server, name);
  await statement(server, `CREATE DATABASE \`${name}\``);
  return databaseUrl;
}

/** With the key store that the server put beside it. @param {string} server @param {string} name */
async function dropDatabase(server, name) {
  for (const one of [name, `${name}_keys`]) await statement(server, `DROP DATABASE IF EXISTS \`${one}\``);
}

/** @param {string} server @param {string} sql */
async function statement(server, sql) {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection(server);
  await connection.query(sql);
  await connection.end();
}
