// @ts-check
// Runs the commands of docker-compose.yml directly, without an engine: the server's as production, the database's options.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { parse } from 'yaml';
import { newKey } from '../keys/create.mjs';
import { findMariaDb } from '../lib/mariadb.mjs';
import { freePort } from '../lib/ports.mjs';
import { run, startChild, stopAllChildren, stopChild } from '../lib/process.mjs';
import { firstAnswer } from '../lib/server.mjs';
import { testDatabaseProblem, withDatabase } from '../lib/test-database.mjs';

const root = join(import.meta.dirname, '..', '..');
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
const testServer = process.env.TEST_DATABASE_URL ?? '';
const problem = testDatabaseProblem(testServer);
if (problem) {
  console.log(`not ok ${problem}`);
  process.exit(1);
}

const database = `tongxing_test_${randomBytes(6).toString('hex')}`;
const databaseUrl = withDatabase(testServer, database);
const dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_production_'));
const port = await freePort();
/** The form's own environment; only places of this machine take the place of those of the containers. */
const environment = {
  ...Object.fromEntries(['PATH', 'HOME', 'LANG'].map((name) => [name, process.env[name]])),
  ...filled(compose.services.server.environment),
  HOST: '127.0.0.1',
  PORT: String(port),
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
};
const [program, ...args] = compose.services.server.command;
const command = program === 'node' ? process.execPath : program;

await statement(`CREATE DATABASE ${database}`);
try {
  await check('the server refuses to start with demo data', async () => {
    const { code, output } = await run(command, args, {
      cwd: root,
      env: { ...environment, DEMO: 'true' },
      timeoutMs: 60_000,
    });
    return code !== 0 && output.includes('DEMO') ? null : `it left with ${code}: ${output}`;
  });
  await check('the server refuses to start without keys', async () => {
    const { code, output } = await run(command, args, {
      cwd: root,
      env: { ...environment, APP_KEYS: '' },
      timeoutMs: 60_000,
    });
    return code !== 0 && output.includes('APP_KEYS') ? null : `it left with ${code}: ${output}`;
  });
  await withServer(async (url, child) => {
    await check('the server serves the client', async () => {
      const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
      return page.includes('<div id="root"') ? null : `it answered: ${page.slice(0, 200)}`;
    });
    await check('the server answers no operation of a stranger', async () => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __schema { types { name } } }' }),
      });
      const { data } = /** @type {{ data?: unknown }} */ (await response.json());
      return data ? 'it told its schema' : null;
    });
    await check('the server leaves politely on SIGTERM', async () => {
      const code = await stopChild(child, 30_000);
      return code === 0 ? null : `it left with ${code ?? child.signalCode}`;
    });
  });
  const mariadb = findMariaDb();
  if (mariadb) {
    await check('MariaDB knows every option it is given', async () => {
      const options = compose.services.database.command.slice(1);
      const { status, stderr } = spawnSync(mariadb.server, ['--no-defaults', ...options, '--help', '--verbose'], {
        encoding: 'utf8',
      });
      return status === 0 ? null : stderr;
    });
  }
} finally {
  await stopAllChildren();
  await statement(`DROP DATABASE ${database}`);
  rmSync(dataDir, { recursive: true, force: true });
}

/** @param {(url: string, child: import('node:child_process').ChildProcess) => Promise<void>} work */
async function withServer(work) {
  const child = startChild(command, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (words += chunk));
  child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (words += chunk));
  const url = `http://127.0.0.1:${port}`;
  let up = false;
  await check('the server starts as production and says it is ready', async () => {
    try {
      await firstAnswer(`${url}/readyz`, () => child.exitCode ?? child.signalCode, 60_000);
      up = true;
      return null;
    } catch (error) {
      return `${/** @type {Error} */ (error).message}: ${words}`;
    }
  });
  if (up) await work(url, child);
}

/** @param {string} sql */
async function statement(sql) {
  const connection = await createConnection(testServer);
  await connection.query(sql);
  await connection.end();
}

/**
 * `${NAME:-default}` and `${NAME:?why}` as a filled-in env file would leave them.
 * @param {Record<string, string>} given
 */
function filled(given) {
  /** @type {Record<string, string>} */
  const values = {
    SITE_ADDRESS: 'tongxing.example',
    DATABASE_PASSWORD: 'not-used-here',
    APP_KEYS: newKey(new Date()),
    MAIL_FROM: 'Tongxing <no-reply@tongxing.example>',
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, text]) => [
      name,
      text.replace(
        /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g,
        (_all, key, kind, rest) => values[key] ?? (kind === '-' ? rest : ''),
      ),
    ]),
  );
}

/**
 * One line a check: `ok …`, or `not ok …` with the reason.
 * @param {string} what
 * @param {() => Promise<string | null>} work
 */
async function check(what, work) {
  const reason = await work();
  console.log(reason === null ? `ok ${what}` : `not ok ${what}: ${reason}`);
  if (reason !== null) process.exitCode = 1;
}
