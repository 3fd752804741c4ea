// @ts-check
// R18: a backup under load, put back into empty databases of both engines; equal, whole, and mute where it has to be.
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../lib/ports.mjs';
import { run as runProgram, signalGroup, startChild } from '../lib/process.mjs';
import { startServer } from '../lib/server.mjs';
import { built, openReader } from './lib/built.mjs';
import { scratchDatabases } from './lib/scratch-database.mjs';
import { graphql, settingWriters } from './lib/setting-writers.mjs';

export const name = 'R18';
export const title = 'Backup while six clients write, restored into an empty database of either engine';
export const target = '0 tables and 0 files differ, audit whole, people sign in, the erased stay mute; times';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const WRITES = 5_000;
const FILES = 100;
const FILE_BYTES = 64_000;
const PATIENCE_MS = 120_000;
const DIRECTOR = { identifier: 'director@demo.tongxing.example', password: 'tongxing-demo' };
const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
const VOLUNTEERS = '{ volunteers(first: 100) { edges { node { personId } } } }';
const ERASE = 'mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }';
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false' };
/** What a restore adds to, and says so: nobody is signed in, the audit goes on, the run is written down. */
const ADDED_TO = new Set(['session', 'audit_event', 'audit_head', 'backup_run']);

/** @typedef {import('./registry.mjs').Surroundings} Surroundings */
/** @typedef {{ rows: string, keys: string, ring: string, erasedId: string, ledger: string }} Kept */

/** @param {Surroundings} surroundings */
export async function run(surroundings) {
  const { dataDir, log } = surroundings;
  const files = join(dataDir, 'files', 'papers');
  mkdirSync(files, { recursive: true });
  for (let index = 0; index < FILES; index += 1) writeFileSync(join(files, `${index}`), randomBytes(FILE_BYTES));
  const { kept, parts } = await backUpUnderLoad(surroundings);
  const scratch = await scratchDatabases(surroundings);
  try {
    for (const one of scratch) {
      log(`restoring from ${surroundings.db} into ${one.engine} …`);
      parts.push(...(await restoreInto(surroundings, kept, one)));
    }
    parts.push(await killedHalfway(surroundings, kept, /** @type {(typeof scratch)[number]} */ (scratch.at(-1))));
  } finally {
    for (const one of scratch) await one.end();
  }
  return parts;
}

/** @param {Surroundings} surroundings @returns {Promise<{ kept: Kept, parts: import('./registry.mjs').Measured[] }>} */
async function backUpUnderLoad({ root, dataDir, databaseUrl, log }) {
  const env = { ...QUIET, DEMO: 'true', WORKERS: '1' };
  const server = await startServer({
    root,
    dataDir,
    databaseUrl,
    env,
    port: await freePort(),
    patienceMs: PATIENCE_MS,
  });
  const cookie = await signIn(server.url);
  const writers = await settingWriters(server.url, cookie);
  const written = () => writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0);
  await Promise.all(writers.map((writer) => writer.writeUntil(() => written() >= WRITES)));
  let over = false;
  const before = written();
  const writing = writers.map((writer) => writer.writeUntil(() => over));
  const [rows, keys] = [join(dataDir, 'away', 'rows', 'today'), join(dataDir, 'elsewhere', 'keys', 'today')];
  const taken = await command({ root, dataDir, databaseUrl }, 'backup', [rows]);
  over = true;
  await Promise.all(writing);
  const meanwhile = written() - before;
  const takenKeys = await command({ root, dataDir, databaseUrl }, 'keys-backup', [keys]);
  if (taken.code !== 0 || takenKeys.code !== 0)
    throw new Error(`The backup failed:\n${taken.output}${takenKeys.output}`);
  log(`${taken.output.split('\n')[1]}; ${meanwhile} writes acknowledged meanwhile`);
  const ledger = join(dataDir, 'ledger', 'tombstones.jsonl');
  const erasedId = await eraseSomebody(server.url, cookie, ledger);
  await server.stop();
  const ring = readFileSync(join(dataDir, 'keys', 'app.key'), 'utf8').trim();
  return {
    kept: { rows, keys, ring, erasedId, ledger },
    parts: [
      time('backup, read back and checked', taken.ms),
      {
        part: 'writes acknowledged during the backup',
        value: meanwhile,
        unit: 'writes',
        target: '> 0',
        holds: meanwhile > 0,
      },
    ],
  };
}

/** @param {Surroundings} surroundings @param {Kept} kept @param {import('./lib/scratch-database.mjs').Scratch} scratch */
async function restoreInto({ root, dataDir, db }, kept, scratch) {
  const home = join(dataDir, `home-${scratch.engine}`);
  mkdirSync(home);
  const databaseUrl = await scratch.make(home);
  const place = { root, dataDir: home, databaseUrl, ring: kept.ring };
  const restored = await command(place, 'restore', [kept.rows, '--keys', kept.keys]);
  if (restored.code !== 0) throw new Error(`The restore failed:\n${restored.output}`);
  const different = await differences(root, kept, databaseUrl, home);
  const verified = await command(place, 'audit-verify', []);
  // Only now the newest ledger comes to hand: the next start erases again whoever it names.
  mkdirSync(join(home, 'ledger'), { recursive: true });
  copyFileSync(kept.ledger, join(home, 'ledger', 'tombstones.jsonl'));
  const env = { ...QUIET, APP_KEYS: kept.ring };
  const server = await startServer({
    root,
    dataDir: home,
    databaseUrl,
    env,
    port: await freePort(),
    patienceMs: PATIENCE_MS,
  });
  const signedIn = (await signIn(server.url).catch(() => '')) !== '';
  await server.stop();
  const reader = await openReader(databaseUrl);
  const [person] = await reader.rows('SELECT erasedAt FROM person WHERE id = ?', [kept.erasedId]);
  await reader.close();
  const keys = await openReader(keyStoreOf(databaseUrl, home));
  const [key] = await keys.rows('SELECT wrapped FROM data_key WHERE subject = ?', [kept.erasedId]);
  await keys.close();
  const mute = person?.erasedAt && key?.wrapped === null ? 0 : 1;
  const part = (/** @type {string} */ words) => `${db} → ${scratch.engine}: ${words}`;
  const none = (/** @type {string} */ words, /** @type {number} */ value, /** @type {string} */ unit) => ({
    part: part(words),
    value,
    unit,
    target: '0',
    holds: value === 0,
  });
  return [
    time(part('restore, compared and verified'), restored.ms),
    none('tables that differ', different.tables, 'tables'),
    none('files that differ', different.files, 'files'),
    none('npm run audit:verify', verified.code, 'exit code'),
    none('people who can not sign in', signedIn ? 0 : 1, 'people'),
    none('erased people who can be read again', mute, 'people'),
  ];
}

/** A restore killed in the middle: the start and a second restore must refuse what is there. @param {Surroundings} surroundings @param {Kept} kept @param {import('./lib/scratch-database.mjs').Scratch} scratch */
async function killedHalfway({ root, dataDir, db }, kept, scratch) {
  const home = join(dataDir, 'home-killed');
  mkdirSync(home);
  const databaseUrl = await scratch.make(home);
  const place = { root, dataDir: home, databaseUrl, ring: kept.ring };
  const file = join(root, 'server/dist/bundle/commands/restore.js');
  const child = startChild(process.execPath, [file, kept.rows, '--keys', kept.keys], {
    cwd: root,
    env: environmentOf(place),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await rowsArrive(databaseUrl, () => child.exitCode !== null);
  signalGroup(child, 'SIGKILL');
  await ended;
  const start = await runProgram(process.execPath, [join(root, 'server/dist/bundle/main.js')], {
    cwd: root,
    env: { ...environmentOf(place), PORT: String(await freePort()) },
    timeoutMs: 60_000,
  });
  const again = await command(place, 'restore', [kept.rows, '--keys', kept.keys]);
  const refused = [
    start.code === 1 && start.output.includes('half restored'),
    again.code === 1 && again.output.includes('was interrupted'),
  ];
  const value = refused.filter(Boolean).length;
  return {
    part: `${db} → ${scratch.engine}, killed halfway: refused by the start and by a second restore`,
    value,
    unit: 'refusals',
    target: '2',
    holds: value === 2,
  };
}

/** Resolves once the restore has put the first people there. @param {string} databaseUrl @param {() => boolean} over */
async function rowsArrive(databaseUrl, over) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    if (over() || performance.now() > deadline) throw new Error('the restore was over before it could be killed');
    if (await hasRows(databaseUrl)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** @param {string} databaseUrl */
async function hasRows(databaseUrl) {
  if (databaseUrl.startsWith('sqlite:') && !existsSync(databaseUrl.slice('sqlite:'.length))) return false;
  const reader = await openReader(databaseUrl).catch(() => undefined);
  try {
    return ((await reader?.rows('SELECT id FROM agency LIMIT 1')) ?? []).length > 0;
  } catch {
    return false; // not even its table is there
  } finally {
    await reader?.close();
  }
}

/** @param {string} root @param {Kept} kept @param {string} databaseUrl @param {string} home */
async function differences(root, kept, databaseUrl, home) {
  const { openSnapshot } = await built(root, 'platform/backup/snapshot.js');
  const { sumOf } = await built(root, 'platform/backup/table-file.js');
  const { examine } = await built(root, 'platform/backup/file-copies.js');
  const manifest = JSON.parse(readFileSync(join(kept.rows, 'manifest.json'), 'utf8'));
  const found = { tables: 0, files: 0 };
  const snapshot = await openSnapshot(databaseUrl);
  for (const table of manifest.tables) {
    if (ADDED_TO.has(table.name)) continue;
    if ((await sumOf(snapshot.rows(table))).checksum !== table.checksum) found.tables += 1;
  }
  await snapshot.close();
  for (const { path, sha256 } of manifest.files) {
    if (!path.startsWith('files/')) continue;
    if ((await examine(join(home, path))).sha256 !== sha256) found.files += 1;
  }
  return found;
}

/** @param {string} url */
async function signIn(url) {
  const { answer, cookie } = await graphql(url, '', SIGN_IN, { i: DIRECTOR });
  if (answer.data?.signIn.__typename !== 'Viewer') throw new Error(`No sign-in: ${JSON.stringify(answer)}`);
  return cookie;
}

/** Erases the first who may be, and waits until the ledger knows. @param {string} url @param {string} cookie @param {string} ledger */
async function eraseSomebody(url, cookie, ledger) {
  const { answer } = await graphql(url, cookie, VOLUNTEERS);
  for (const { node } of answer.data.volunteers.edges) {
    const i = { personId: node.personId, reason: 'OWN_REQUEST', requestId: `r18-${node.personId}` };
    const { answer: erased } = await graphql(url, cookie, ERASE, { i });
    if (erased.data?.outcome.__typename !== 'PersonErased') continue;
    const deadline = performance.now() + PATIENCE_MS;
    while (!existsSync(ledger)) {
      if (performance.now() > deadline) throw new Error('The ledger never learnt of the erasure');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return /** @type {string} */ (JSON.parse(readFileSync(ledger, 'utf8').split('\n')[0] ?? '{}').subject);
  }
  throw new Error('Nobody could be erased');
}

/** @typedef {{ root: string, dataDir: string, databaseUrl: string, ring?: string }} Place */

/** @param {Place} place @returns {NodeJS.ProcessEnv} */
const environmentOf = ({ dataDir, databaseUrl, ring = '' }) => ({
  ...process.env,
  ...QUIET,
  NODE_ENV: 'development',
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  APP_KEYS: ring,
});

/** One of the commands as npm runs it. @param {Place} place @param {string} word @param {string[]} args */
function command(place, word, args) {
  const file = join(place.root, `server/dist/bundle/commands/${word}.js`);
  return runProgram(process.execPath, [file, ...args], {
    cwd: place.root,
    env: environmentOf(place),
    timeoutMs: PATIENCE_MS,
  });
}

/** As the configuration puts it where none is named. @param {string} databaseUrl @param {string} home */
const keyStoreOf = (databaseUrl, home) =>
  databaseUrl.startsWith('sqlite:') ? `sqlite:${join(home, 'keys.db')}` : `${databaseUrl}_keys`;

/** @param {string} part @param {number} ms */
const time = (part, ms) => ({ part, value: Math.round(ms), unit: 'ms', target: '< 60000', holds: ms < 60_000 });
