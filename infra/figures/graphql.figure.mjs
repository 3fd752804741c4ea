// @ts-check
// Requests a second for a list of 50 with a nested loader: the platform with every guard, beside plain Nest and Apollo
// Server with none, from the same database, in turns.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as runProgram } from '../lib/process.mjs';
import { startServer } from '../lib/server.mjs';
import { DIRECTOR, seedAgency } from './lib/agency-of-200.mjs';
import { startPlainNest } from './lib/plain-nest.mjs';

export const name = 'GRAPHQL';
export const title = 'A list of 50 with a nested loader, all guards on, beside plain Nest and Apollo Server with none';
export const target = '≥ 2 × as many requests a second, no greater p95';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const QUERY = `query VolunteerList {
  volunteers(first: 50) {
    totalCount
    edges { cursor node { id name languages places freeTimes { weekday startMinute endMinute } supervisorName } }
  }
}`;
const LINES = 16;
const WARM_UP_SECONDS = 3;
const ROUND_SECONDS = 4;
const ROUNDS = 4;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, log }) {
  const guards = {
    NODE_ENV: 'production',
    APP_KEYS: `figure:${randomBytes(32).toString('base64')}`,
    PUBLIC_URL: 'http://127.0.0.1',
    ALLOW_LIST: 'false',
    LOG_LEVEL: 'warn',
    WORKERS: '0',
  };
  await seedAgency(root, { ...guards, DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
  const ours = await startServer({ root, dataDir, databaseUrl, env: guards });
  const plain = await startPlainNest({ root, dataDir, databaseUrl });
  try {
    const cookie = await signIn(ours.url);
    const loads = { ours: loadOf(ours.url, { cookie }), plain: loadOf(plain.url, {}) };
    await sameAnswer(loads);
    return figures(await inTurns(root, loads, { ours: ours.pid, plain: plain.pid }, log), log);
  } finally {
    await plain.stop();
    await ours.stop();
  }
}

/** @typedef {import('./lib/load.mjs').Load} Load @typedef {import('./lib/load.mjs').Loaded} Loaded */

/** @param {string} url @param {Record<string, string>} headers @returns {Omit<Load, 'seconds'>} */
const loadOf = (url, headers) => ({
  url: `${url}/graphql`,
  headers,
  body: JSON.stringify({ query: QUERY, operationName: 'VolunteerList', variables: {} }),
  lines: LINES,
});

/** @param {string} url @returns {Promise<string>} the session's cookie */
async function signIn(url) {
  const query = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { i: DIRECTOR } }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`Signing in failed: ${await response.text()}`);
  return cookie.split(';')[0] ?? '';
}

/** Both must answer with the same volunteers, or the numbers mean nothing. @param {Record<'ours' | 'plain', Omit<Load, 'seconds'>>} loads */
async function sameAnswer({ ours, plain }) {
  const [mine, theirs] = await Promise.all([ours, plain].map(answerOf));
  if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
    throw new Error(
      `The two answer differently:\n${JSON.stringify(mine).slice(0, 500)}\n${JSON.stringify(theirs).slice(0, 500)}`,
    );
  }
}

/** @typedef {{ data: { volunteers: { edges: { node: { id: string } }[] } }, errors?: unknown }} VolunteersAnswer */

/** @param {Omit<Load, 'seconds'>} load */
async function answerOf({ url, headers, body }) {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
  const { data, errors } = /** @type {VolunteersAnswer} */ (await (await fetch(url, init)).json());
  if (errors) throw new Error(JSON.stringify(errors));
  // Ids leave the platform as opaque ones, so they differ by design.
  return data.volunteers.edges.map(({ node }) => ({ ...node, id: '' }));
}

/**
 * @param {string} root
 * @param {Record<'ours' | 'plain', Omit<Load, 'seconds'>>} loads
 * @param {Record<'ours' | 'plain', number>} pids
 * @param {(text: string) => void} log
 */
async function inTurns(root, { ours, plain }, pids, log) {
  await loadOnce(root, { ...ours, seconds: WARM_UP_SECONDS });
  await loadOnce(root, { ...plain, seconds: WARM_UP_SECONDS });
  /** @type {{ ours: Measured, plain: Measured }[]} */
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const measured = {
      ours: await loadAndCost(root, { ...ours, seconds: ROUND_SECONDS }, pids.ours),
      plain: await loadAndCost(root, { ...plain, seconds: ROUND_SECONDS }, pids.plain),
    };
    log(`round ${round}: ours ${told(measured.ours)}, plain ${told(measured.plain)}`);
    rounds.push(measured);
  }
  return rounds;
}

/** @typedef {Loaded & { cpu: number | undefined }} Measured cpu: milliseconds of the processor a request */

/** @param {string} root @param {Load} load @param {number} pid @returns {Promise<Measured>} */
async function loadAndCost(root, load, pid) {
  const before = processorTicks(pid);
  const loaded = await loadOnce(root, load);
  const after = processorTicks(pid);
  const cpu =
    before === undefined || after === undefined ? undefined : ((after - before) * MS_PER_TICK) / loaded.requests;
  return { ...loaded, cpu };
}

const MS_PER_TICK = 10;

/** What Linux has counted for a process so far; undefined elsewhere. @param {number} pid */
function processorTicks(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const numbers = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(numbers[11]) + Number(numbers[12]);
}

/** @param {Measured} measured */
const told = ({ perSecond, p95, cpu }) =>
  `${perSecond.toFixed(0)}/s p95 ${p95.toFixed(1)} ms${cpu === undefined ? '' : ` ${cpu.toFixed(2)} ms of processor`}`;

/** @param {string} root @param {Load} load @returns {Promise<Loaded>} */
async function loadOnce(root, load) {
  const script = join(root, 'infra/figures/lib/load.mjs');
  const { code, output } = await runProgram(process.execPath, [script, JSON.stringify(load)], { timeoutMs: 60_000 });
  if (code !== 0) throw new Error(`The load generator failed:\n${output}`);
  const loaded = /** @type {Loaded} */ (JSON.parse(output));
  if (loaded.wrong > 0) throw new Error(`${loaded.wrong} of ${loaded.requests} answers were wrong`);
  return loaded;
}

/** @param {readonly { ours: Measured, plain: Measured }[]} rounds @param {(text: string) => void} log */
function figures(rounds, log) {
  const ratio = median(rounds.map(({ ours, plain }) => ours.perSecond / plain.perSecond));
  const [perSecond, p95, plainPerSecond, plainP95] = [
    median(rounds.map(({ ours }) => ours.perSecond)),
    median(rounds.map(({ ours }) => ours.p95)),
    median(rounds.map(({ plain }) => plain.perSecond)),
    median(rounds.map(({ plain }) => plain.p95)),
  ];
  log(`median: ours ${perSecond.toFixed(0)}/s, plain ${plainPerSecond.toFixed(0)}/s`);
  const costs = rounds.flatMap(({ ours, plain }) => (ours.cpu && plain.cpu ? [plain.cpu / ours.cpu] : []));
  const cpu = median(costs);
  return [
    ...(costs.length > 0 ? [{ part: 'processor', value: round2(cpu), unit: '×', target: '≥ 2', holds: cpu >= 2 }] : []),
    { part: 'ratio', value: round2(ratio), unit: '×', target: '≥ 2', holds: ratio >= 2 },
    {
      part: 'requests',
      value: round2(perSecond),
      unit: '/s',
      target: `> ${round2(plainPerSecond)}`,
      holds: perSecond > plainPerSecond,
    },
    { part: 'p95', value: round2(p95), unit: 'ms', target: `≤ ${round2(plainP95)}`, holds: p95 <= plainP95 },
  ];
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** @param {number} value */
const round2 = (value) => Math.round(value * 100) / 100;
