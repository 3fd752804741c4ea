// @ts-check
// Two hundred people erased, then older backups of rows and keys restored: nobody of them is readable any more.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../lib/server.mjs';
import { Markers, markersIn } from './lib/markers.mjs';
import { openEverything } from './lib/open-everything.mjs';
import { Client, plant, seedStaff } from './lib/planted-agency.mjs';
import { BATCHES, LISTS, PROPOSALS, ROWS } from './lib/planted-questions.mjs';
import { dump, load } from './lib/stolen-files.mjs';

export const name = 'R17';
export const title = '200 people erased, then an older backup of rows and keys restored beside the newest ledger';
export const target = '0 markers of theirs readable: in the backup, after the restore, through the API';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const VOLUNTEERS = 150;
const CHILDREN = 50;
const PATIENCE_MS = 120_000;

/** @typedef {{ personId: string, markers: Set<string> }} Victim */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, db, dataDir, databaseUrl, log }) {
  const markers = new Markers();
  const keyStoreUrl = db === 'sqlite' ? `sqlite:${join(dataDir, 'keys.db')}` : `${databaseUrl}_keys`;
  const env = { NODE_ENV: 'development', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: 'false', WORKERS: '1' };
  const options = { root, dataDir, databaseUrl, env: { ...env, ALLOW_LIST: 'false', LOG_LEVEL: 'silent' } };
  const seeded = await seedStaff(root, env, markers);
  let server = await startServer(options);
  const { worker, director, rosters } = await plant(root, server.url, env, seeded, markers);
  const victims = await chooseVictims(worker, rosters.CHILDREN);
  const backup = await takeBackup(db, dataDir, databaseUrl, keyStoreUrl);

  const erased = await eraseAll(director, victims);
  await ledgerHolds(dataDir, erased.length);
  await server.stop();
  const theirs = new Set(erased.flatMap((victim) => [...victim.markers]));
  log(`${erased.length} people erased, ${theirs.size} markers of theirs`);
  const count = (/** @type {Set<string>} */ found) => [...found].filter((marker) => theirs.has(marker)).length;

  // The backup of the rows as it is, in the hands of somebody who has today's keys.
  const stolen = await openEverything(root, { ...backup.stolen(), keyStoreUrl, dataDir });
  await backup.restore();
  server = await startServer(options);
  const served = await crawl(await Client.signedIn(server.url, seeded.accounts['worker'] ?? ''), server.url);
  await server.stop();
  const restored = await openEverything(root, { databaseUrl, keyStoreUrl, dataDir });
  await backup.forget();

  const none = (/** @type {string} */ part, /** @type {Set<string>} */ found) => ({
    part,
    value: count(found),
    unit: 'markers',
    target: '0',
    holds: count(found) === 0,
  });
  const others = [stolen.markers, restored.markers, served].map((found) => found.size - count(found));
  return [
    { part: 'erased', value: erased.length, unit: 'people', target: '200', holds: erased.length === 200 },
    {
      part: 'others still readable',
      value: Math.min(...others),
      unit: 'markers',
      target: '> 1000',
      holds: Math.min(...others) > 1_000,
    },
    none('in the older backup, with the keys of today', stolen.markers),
    none('in the files after the restore, with all its keys', restored.markers),
    none('through the API after the restore', served),
  ];
}

/**
 * Volunteers and children who stand in no pair, each with what is known of them.
 * @param {Client} worker @param {string} roster the children's file, where their families stand
 * @returns {Promise<Victim[]>}
 */
async function chooseVictims(worker, roster) {
  const lines = roster.split('\n');
  /** @type {Victim[]} */
  const volunteers = [];
  for (const node of await everyone(worker, 'volunteers')) {
    if (node.companionships.length === 0)
      volunteers.push({ personId: node.personId, markers: markersIn(`${node.name} ${node.phone}`) });
  }
  const children = (await everyone(worker, 'children'))
    .filter((node) => node.companionship === null)
    .map((node) => ({
      personId: node.personId,
      markers: markersIn(lines.find((line) => line.startsWith(node.name)) ?? ''),
    }));
  return [...volunteers.slice(-VOLUNTEERS), ...children.slice(-CHILDREN)];
}

/** @param {Client} client @param {keyof typeof LISTS} list @returns {Promise<any[]>} */
async function everyone(client, list) {
  const nodes = [];
  for (let after = null; ;) {
    const { list: page } = await client.data(LISTS[list], { after });
    nodes.push(...page.edges.map((/** @type {any} */ edge) => edge.node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

/** @param {Client} director @param {readonly Victim[]} victims */
async function eraseAll(director, victims) {
  const query = 'mutation ($i: ErasePersonInput!) { o: erasePerson(input: $i) { __typename } }';
  const erased = [];
  for (const [index, victim] of victims.entries()) {
    const i = { personId: victim.personId, reason: 'OWN_REQUEST', requestId: `figure-${index}` };
    const { o } = await director.data(query, { i });
    if (o.__typename === 'PersonErased') erased.push(victim);
  }
  return erased;
}

/** The keys go after the commit. @param {string} dataDir @param {number} lines */
async function ledgerHolds(dataDir, lines) {
  const file = join(dataDir, 'ledger', 'tombstones.jsonl');
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const written = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
    if (written >= lines) return;
    if (performance.now() > deadline) throw new Error(`the ledger holds ${written} of ${lines} tombstones`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Rows and keys as an operator copies them, the ledger left out.
 * @param {string} db @param {string} dataDir @param {string} databaseUrl @param {string} keyStoreUrl
 */
async function takeBackup(db, dataDir, databaseUrl, keyStoreUrl) {
  if (db === 'sqlite') {
    const { default: Libsql } = await import('libsql');
    const folder = join(dataDir, '..', `backup-of-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    const files = ['tongxing.sqlite', 'keys.db'];
    for (const file of files) {
      const source = new Libsql(join(dataDir, file), { readonly: true });
      source.exec(`VACUUM INTO '${join(folder, file).replaceAll("'", "''")}'`);
      source.close();
    }
    return {
      stolen: () => ({ databaseUrl: `sqlite:${join(folder, 'tongxing.sqlite')}` }),
      restore: async () => {
        for (const file of files) {
          for (const end of ['-wal', '-shm']) rmSync(join(dataDir, file + end), { force: true });
          renameSync(join(folder, file), join(dataDir, file));
        }
      },
      forget: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const [rows, keys] = [await dump(databaseUrl), await dump(keyStoreUrl)];
  const copy = `${databaseUrl}_copy`;
  await load(copy, rows);
  return {
    stolen: () => ({ databaseUrl: copy }),
    restore: async () => {
      await load(databaseUrl, rows);
      await load(keyStoreUrl, keys);
    },
    forget: () => load(copy, ''),
  };
}

/** Every page on which the case team could meet them. @param {Client} worker @param {string} url */
async function crawl(worker, url) {
  const texts = [
    await everyone(worker, 'volunteers'),
    await everyone(worker, 'children'),
    await everyone(worker, 'companionships'),
    await (await fetch(`${url}/inbox`, { headers: { cookie: worker.cookie } })).text(),
  ];
  for (const { id } of await everyone(worker, 'matchRuns')) texts.push(await worker.data(PROPOSALS, { id }));
  for (const { id } of (await worker.data(BATCHES)).importBatches) texts.push(await worker.data(ROWS, { id }));
  return markersIn(JSON.stringify(texts));
}
