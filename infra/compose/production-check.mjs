// @ts-check
// Runs the commands of docker-compose.yml directly, without an engine: server and worker as production, the proxy before
// them with https, the database's options.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { findMariaDb } from '../lib/mariadb.mjs';
import { freePort } from '../lib/ports.mjs';
import { run, startChild, stopAllChildren, stopChild } from '../lib/process.mjs';
import { findProgram } from '../lib/programs.mjs';
import { firstAnswer } from '../lib/server.mjs';
import { testDatabaseProblem, withDatabase } from '../lib/test-database.mjs';
import { check, filledIn, readCompose } from './lib.mjs';
import { checkProxy } from './proxy-check.mjs';

const root = join(import.meta.dirname, '..', '..');
const { services } = readCompose(root);
const testServer = process.env.TEST_DATABASE_URL ?? '';
const problem = testDatabaseProblem(testServer);
if (problem) {
  console.log(`not ok ${problem}`);
  process.exit(1);
}

const database = `tongxing_test_${randomBytes(6).toString('hex')}`;
const databases = [database, `${database}_keys`];
const dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_production_'));
const port = await freePort();
const workerPort = await freePort();
/** What an env file fills in, once for all services: they share their keys. */
const machine = Object.fromEntries(['PATH', 'HOME', 'LANG'].map((name) => [name, process.env[name]]));
const settings = filledIn({ ...services.worker.environment, ...services.server.environment });
/** The form's own environment; only places of this machine take the place of those of the containers. */
const here = {
  HOST: '127.0.0.1',
  PORT: String(port),
  DATA_DIR: dataDir,
  DATABASE_URL: withDatabase(testServer, database),
  KEY_STORE_URL: withDatabase(testServer, `${database}_keys`),
};
const { WORKER_PORT: _none, ...ofServer } = settings;
const serverEnvironment = { ...machine, ...ofServer, ...here };
const workerEnvironment = {
  ...{ ...machine, ...settings, ...here },
  ...{ WORKERS: services.worker.environment['WORKERS'], WORKER_PORT: String(workerPort) },
};

for (const name of databases) await statement(`CREATE DATABASE ${name}`);
try {
  await refusals();
  const server = await begin('server', serverEnvironment, `http://127.0.0.1:${port}`);
  if (server) {
    await checkServer(server.url);
    const worker = await begin('worker', workerEnvironment, `http://127.0.0.1:${workerPort}`);
    if (worker) {
      await checkWorker(worker.url);
      await leaves('worker', worker.child);
    }
    await checkProxy(root, services.proxy, port);
    await leaves('server', server.child);
  }
  await checkDatabaseOptions();
  if (!findProgram(['mailpit']))
    console.log('Left out: the mail catcher runs nowhere here (no mailpit); its part is checked by schema.');
} finally {
  await stopAllChildren();
  for (const name of databases) await statement(`DROP DATABASE IF EXISTS ${name}`);
  rmSync(dataDir, { recursive: true, force: true });
}

async function refusals() {
  const { program, args } = commandOf('server');
  const refuses = (
    /** @type {string} */ what,
    /** @type {Record<string, string>} */ change,
    /** @type {string} */ word,
  ) =>
    check(what, async () => {
      const env = { ...serverEnvironment, ...change };
      const { code, output } = await run(program, args, { cwd: root, env, timeoutMs: 60_000 });
      return code !== 0 && output.includes(word) ? null : `it left with ${code}: ${output}`;
    });
  await refuses('the server refuses to start with demo data', { DEMO: 'true' }, 'DEMO');
  await refuses('the server refuses to start without keys', { APP_KEYS: '' }, 'APP_KEYS');
}

/** @param {'server' | 'worker'} name */
function commandOf(name) {
  const [program = '', ...args] = services[name].command;
  return { program: program === 'node' ? process.execPath : program, args };
}

/**
 * @param {'server' | 'worker'} name
 * @param {NodeJS.ProcessEnv} env
 * @param {string} url
 */
async function begin(name, env, url) {
  const { program, args } = commandOf(name);
  const child = startChild(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (words += chunk));
  child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (words += chunk));
  let up = false;
  await check(`the ${name} starts as production and says it is ready`, async () => {
    try {
      await firstAnswer(`${url}/readyz`, () => child.exitCode ?? child.signalCode, 60_000);
      up = true;
      return null;
    } catch (error) {
      return `${/** @type {Error} */ (error).message}: ${words}`;
    }
  });
  return up ? { url, child } : null;
}

/** @param {string} url */
async function checkServer(url) {
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
}

/** @param {string} url */
async function checkWorker(url) {
  await check('the worker serves no page and no operation', async () => {
    const answers = await Promise.all(['/', '/graphql', '/inbox'].map((path) => fetch(`${url}${path}`)));
    const open = answers.filter(({ status }) => status !== 404);
    return open.length === 0 ? null : open.map((answer) => `${answer.url}: ${answer.status}`).join(', ');
  });
  await check('the worker counts the jobs that wait', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return text.includes('tongxing_jobs{state="READY"}') ? null : text.slice(0, 200);
  });
}

/** @param {string} name @param {import('node:child_process').ChildProcess} child */
function leaves(name, child) {
  return check(`the ${name} leaves politely on SIGTERM`, async () => {
    const code = await stopChild(child, 30_000);
    return code === 0 ? null : `it left with ${code ?? child.signalCode}`;
  });
}

async function checkDatabaseOptions() {
  const mariadb = findMariaDb();
  if (!mariadb) return console.log('Left out: no mariadbd here to ask whether it knows its options.');
  await check('MariaDB knows every option it is given', async () => {
    const args = ['--no-defaults', ...services.database.command.slice(1), '--help', '--verbose'];
    const { status, stderr } = spawnSync(mariadb.server, args, { encoding: 'utf8' });
    return status === 0 ? null : stderr;
  });
}

/** @param {string} sql */
async function statement(sql) {
  // The server, not a database of it: the one that the address names need not be there.
  const server = new URL(testServer);
  server.pathname = '/';
  const connection = await createConnection(server.href);
  await connection.query(sql);
  await connection.end();
}
