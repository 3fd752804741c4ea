// @ts-check
// Does what the Dockerfile says, step by step, in folders of its own instead of images: its copies from what git has, its
// commands as they stand, and at the end its command. Packages come from those installed here, by the same lock.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { check, filledIn, readCompose } from '../compose/lib.mjs';
import { freePort } from '../lib/ports.mjs';
import { run, startChild, stopAllChildren, stopChild } from '../lib/process.mjs';
import { firstAnswer } from '../lib/server.mjs';
import { testDatabaseProblem, withDatabase } from '../lib/test-database.mjs';
import { isIgnored, readStages } from './dockerfile.mjs';

/** @typedef {import('./dockerfile.mjs').Stage} Stage */

const root = join(import.meta.dirname, '..', '..');
/** Not below the clone, whose packages would be found from there although the image lacks them. */
const scratch = mkdtempSync(join(tmpdir(), 'tongxing_test_image_'));
const testServer = process.env.TEST_DATABASE_URL ?? '';
const stages = readStages(readFileSync(join(root, 'infra/images/Dockerfile'), 'utf8'));
const ignored = isIgnored(readFileSync(join(root, '.dockerignore'), 'utf8'));

try {
  const built = await buildAll();
  if (built) await serves(built);
} finally {
  await stopAllChildren();
  rmSync(scratch, { recursive: true, force: true });
}

/** @returns {Promise<Stage | null>} the last stage, where every step went well */
async function buildAll() {
  for (const stage of stages) {
    mkdirSync(placeIn(stage, stage.folder), { recursive: true });
    for (const step of stage.steps) {
      let well = false;
      await check(`Dockerfile: ${stage.name}: ${step.text}`, async () => {
        const reason = step.kind === 'COPY' ? copy(stage, step) : await command(stage, step.text);
        well = reason === null;
        return reason;
      });
      if (!well) return null;
    }
  }
  return stages.at(-1) ?? null;
}

/** Where a path of a stage stands on this machine. @param {Stage} stage @param {string} path */
function placeIn(stage, path) {
  return join(scratch, stage.name, path);
}

/** @param {Stage} stage @param {Extract<import('./dockerfile.mjs').Step, { kind: 'COPY' }>} step @returns {string | null} */
function copy(stage, { from, sources, target }) {
  const origin = from === null ? null : stages.find(({ name }) => name === from);
  if (origin === undefined) return `no stage is called ${from}`;
  for (const source of sources) {
    const path = origin === null ? join(root, source) : placeIn(origin, source);
    if (!existsSync(path) || (origin === null && ignored(source))) return `${source} is not there to copy`;
    const into = placeIn(stage, join(stage.folder, target));
    const place = target.endsWith('/') ? join(into, source.split('/').at(-1) ?? '') : into;
    mkdirSync(dirname(place), { recursive: true });
    if (origin !== null) linkTree(path, place);
    else cpSync(path, place, { recursive: true, filter: (file) => !ignored(file.slice(root.length + 1)) });
  }
  return null;
}

/** @param {Stage} stage @param {string} text @returns {Promise<string | null>} */
async function command(stage, text) {
  const cwd = placeIn(stage, stage.folder);
  if (/^npm ci( --omit=dev)?$/.test(text)) return packages(cwd, text.endsWith('--omit=dev'));
  // The image's own places and account, as this machine has them.
  const here = text
    .replaceAll(/(?<=\s)\/data\b/g, placeIn(stage, '/data'))
    .replaceAll('node:node', `${process.getuid?.() ?? ''}:${process.getgid?.() ?? ''}`);
  // What the run around this one says of itself is none of the image's business.
  const { NODE_ENV: _ours, ...outer } = process.env;
  const env = { ...outer, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0', ...stage.environment };
  const { code, output } = await run('sh', ['-c', here], { cwd, env });
  return code === 0 ? null : output;
}

/**
 * What npm would install by the lock, from the packages beside this clone's; the clone's own install proved the download.
 * @param {string} cwd
 * @param {boolean} production
 */
async function packages(cwd, production) {
  linkTree(join(root, 'node_modules'), join(cwd, 'node_modules'));
  // npm writes its record in place, through a hard link into the clone's own packages.
  const record = join('node_modules', '.package-lock.json');
  rmSync(join(cwd, record));
  cpSync(join(root, record), join(cwd, record));
  const lock = (/** @type {string} */ folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lock(cwd) !== lock(root)) return 'the copied lock is not the one that is installed';
  if (!production) return null;
  const { code, output } = await run('npm', ['prune', '--omit=dev', '--offline', '--no-audit', '--no-fund'], { cwd });
  return code === 0 ? null : output;
}

/** Hard links where they can be: what a step removes or replaces here stays where it came from. @param {string} from @param {string} to */
function linkTree(from, to) {
  const copied = ['-al', '-a'].some((how) => {
    if (how === '-a') rmSync(to, { recursive: true, force: true });
    return spawnSync('cp', [how, from, to]).status === 0;
  });
  if (!copied) throw new Error(`${from} cannot be copied to ${to}`);
}

/** @param {Stage} stage */
async function serves(stage) {
  const problem = testDatabaseProblem(testServer);
  if (problem) return check('the image’s command serves', async () => problem);
  const database = `tongxing_test_${randomBytes(6).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_image_'));
  const port = await freePort();
  const { WORKER_PORT: _none, ...settings } = filledIn(readCompose(root).services.server.environment);
  const env = {
    ...{ PATH: process.env.PATH, ...stage.environment, ...settings },
    ...{ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    DATABASE_URL: withDatabase(testServer, database),
    KEY_STORE_URL: withDatabase(testServer, `${database}_keys`),
  };
  const names = [database, `${database}_keys`];
  for (const name of names) await statement(`CREATE DATABASE ${name}`);
  try {
    const [program = '', ...args] = stage.command;
    const cwd = placeIn(stage, stage.folder);
    const child = startChild(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stdout?.on('data', (chunk) => (words += chunk));
    child.stderr?.on('data', (chunk) => (words += chunk));
    await check('the image’s command serves the client with nothing but what the image holds', async () => {
      const url = `http://127.0.0.1:${port}`;
      await firstAnswer(`${url}/readyz`, () => child.exitCode ?? child.signalCode, 60_000).catch((error) => {
        throw new Error(`${error}: ${words.slice(-2_000)}`);
      });
      const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
      return page.includes('<div id="root"') ? null : page.slice(0, 200);
    });
    await stopChild(child, 30_000);
  } finally {
    for (const name of names) await statement(`DROP DATABASE IF EXISTS ${name}`);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @param {string} sql */
async function statement(sql) {
  const server = new URL(testServer);
  server.pathname = '/';
  const connection = await createConnection(server.href);
  await connection.query(sql);
  await connection.end();
}
