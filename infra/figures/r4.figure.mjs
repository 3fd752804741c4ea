// @ts-check
// The server, and the database beneath it, killed in the middle of writes: what was acknowledged stands, whole and audited.
import { randomInt } from 'node:crypto';
import { freePort } from '../lib/ports.mjs';
import { startServer } from '../lib/server.mjs';
import { openReader, percentile } from './lib/built.mjs';
import { addFaults, examine } from './lib/setting-audit.mjs';
import { settingWriters, signUp } from './lib/setting-writers.mjs';

export const name = 'R4';
export const title = 'Server killed (SIGKILL) 100 times and MariaDB 50 times mid-write, with six clients writing';
export const target =
  '0 acknowledged writes lost, 0 partial, 0 without audit, the chain whole; recovery time p95 < 5 s';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const SERVER_KILLS = 100;
const DATABASE_KILLS = 50;
/** Writes that must be acknowledged before a kill, so that each one hits a server at work. */
const WRITES_BEFORE_KILL = 12;
const LONGEST_WAIT_MS = 60;
const RECOVERY_MS = 5_000;
const PATIENCE_MS = 60_000;
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '1', ALLOW_LIST: 'false' };

/** @typedef {import('./lib/setting-audit.mjs').Faults} Faults */
/** @typedef {{ kills: number, written: number, faults: Faults, recoveries: number[] }} Tally */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { root, dataDir, databaseUrl, databasePid, restartDatabase, rounds, log } = surroundings;
  const options = { root, dataDir, databaseUrl, env: QUIET, port: await freePort() };
  let server = await startServer(options);
  const writers = await settingWriters(server.url, await signUp(server.url));

  const killServer = async () => {
    await server.kill();
    return async () => {
      const begun = performance.now();
      server = await startServer(options);
      return performance.now() - begun;
    };
  };
  const results = measured('server', await tally(surroundings, writers, rounds ?? SERVER_KILLS, killServer));

  if (surroundings.db === 'mariadb') {
    if (databasePid === undefined)
      log('MariaDB is not ours to kill here: leave TEST_DATABASE_URL unset for that part.');
    else {
      let pid = databasePid;
      const killDatabase = async () => {
        process.kill(pid, 'SIGKILL');
        return async () => {
          const begun = performance.now();
          pid = (await restartDatabase()) ?? pid;
          await ready(server.url);
          return performance.now() - begun;
        };
      };
      results.push(...measured('database', await tally(surroundings, writers, rounds ?? DATABASE_KILLS, killDatabase)));
    }
  }
  await server.stop();
  return results;
}

/**
 * Kills again and again while the writers write, and examines the database after each recovery.
 * @param {import('./registry.mjs').Surroundings} surroundings
 * @param {import('./lib/setting-writers.mjs').SettingWriter[]} writers
 * @param {number} kills
 * @param {() => Promise<() => Promise<number>>} kill resolves with how to recover; that resolves with its milliseconds
 * @returns {Promise<Tally>}
 */
async function tally({ root, databaseUrl, log }, writers, kills, kill) {
  /** @type {Faults} */
  let faults = { lost: 0, partial: 0, unaudited: 0, chainBroken: 0 };
  const recoveries = [];
  const before = writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0);
  for (let round = 1; round <= kills; round += 1) {
    const begun = writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0);
    let over = false;
    const writing = writers.map((writer) => writer.writeUntil(() => over));
    await underWay(writers, begun + WRITES_BEFORE_KILL);
    await new Promise((resolve) => setTimeout(resolve, randomInt(LONGEST_WAIT_MS)));
    const recover = await kill();
    over = true;
    await Promise.all(writing);
    recoveries.push(await recover());
    const reader = await openReader(databaseUrl);
    faults = addFaults(faults, await examine(root, reader, writers));
    await reader.close();
    if (round % 10 === 0) log(`${round} of ${kills} kills, ${JSON.stringify(faults)}`);
  }
  const written = writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0) - before;
  log(`${written} writes acknowledged, ${kills} kills`);
  return { kills, written, faults, recoveries };
}

/** @param {readonly import('./lib/setting-writers.mjs').SettingWriter[]} writers @param {number} enough */
async function underWay(writers, enough) {
  const deadline = performance.now() + PATIENCE_MS;
  while (writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0) < enough) {
    if (performance.now() > deadline) throw new Error('The server acknowledges no writes');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Resolves once the running server serves again. @param {string} url */
async function ready(url) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    if (performance.now() > deadline) throw new Error('The server does not find its database again');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** @param {string} killed @param {Tally} outcome */
function measured(killed, { kills, faults, recoveries }) {
  const part = (/** @type {string} */ words) => `${killed} killed ${kills} times: ${words}`;
  const none = (/** @type {string} */ words, /** @type {number} */ value) => ({
    part: part(words),
    value,
    unit: 'writes',
    target: '0',
    holds: value === 0,
  });
  const p50 = Math.round(percentile(recoveries, 0.5));
  const p95 = Math.round(percentile(recoveries, 0.95));
  return [
    none('acknowledged and lost', faults.lost),
    none('partial', faults.partial),
    none('without audit row', faults.unaudited),
    {
      part: part('audit chain broken'),
      value: faults.chainBroken,
      unit: 'times',
      target: '0',
      holds: faults.chainBroken === 0,
    },
    { part: part('recovery p50'), value: p50, unit: 'ms', target: `< ${RECOVERY_MS}`, holds: p50 < RECOVERY_MS },
    { part: part('recovery p95'), value: p95, unit: 'ms', target: `< ${RECOVERY_MS}`, holds: p95 < RECOVERY_MS },
  ];
}
