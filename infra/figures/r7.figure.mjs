// @ts-check
// Work is stopped while the stopped person's devices ask without pause, at two servers: nothing asked after the answer succeeds.
import { startServer } from '../lib/server.mjs';
import { percentile } from './lib/built.mjs';
import { Asker, seedTeam, signIn, stopWork } from './lib/stop-work-team.mjs';

export const name = 'R7';
export const title =
  'Stop-work while several devices of the person ask without pause: queries, mutations, uploads, links';
export const target = '0 requests that began after the answer to the stop succeed, at two servers of one database';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const PEOPLE = 20;
const DEVICES = 4;
/** Answers that each device has got before the click, so that every stop meets work under way. */
const UNDER_WAY = 4;
const AFTERWARDS_MS = 500;
const LATENCY_MS = 5_000;
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '1', ALLOW_LIST: 'false' };

/** @typedef {{ before: number, late: number, after: number, reopened: number, latencies: number[] }} Tally */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, rounds = PEOPLE, log }) {
  const env = { ...QUIET, NODE_ENV: 'development', DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const team = await seedTeam(root, env, { people: rounds, devices: DEVICES });
  const options = { root, dataDir, databaseUrl, env: QUIET };
  const first = await startServer(options);
  const second = await startServer(options);
  const urls = [first.url, second.url];
  /** @type {Tally} */
  const tally = { before: 0, late: 0, after: 0, reopened: 0, latencies: [] };
  try {
    const director = await signIn(first.url, team.director);
    if (director === undefined) throw new Error('The director could not sign in');
    for (const [index, person] of team.people.entries()) {
      await stopOne(urls, director, person, tally);
      if ((index + 1) % 5 === 0) log(`${index + 1} of ${team.people.length} stopped, ${tally.late} late successes`);
    }
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
  return measured(tally, team.people);
}

/**
 * @param {readonly string[]} urls
 * @param {string} director
 * @param {import('./lib/stop-work-team.mjs').TeamMember} person
 * @param {Tally} tally
 */
async function stopOne(urls, director, person, tally) {
  const [url = ''] = urls;
  const devices = await Asker.ofEachDevice(urls, person);
  let over = false;
  const asking = devices.map((device) => device.askUntil(() => over));
  await Promise.all(devices.map((device) => device.answered(UNDER_WAY)));
  const clicked = performance.now();
  await stopWork(url, director, person);
  const answered = performance.now();
  const asked = devices.reduce((sum, device) => sum + device.asked, 0);
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
  over = true;
  await Promise.all(asking);

  const successes = devices.flatMap((device) => device.successes);
  tally.before += successes.filter(({ ended }) => ended < clicked).length;
  tally.late += successes.filter(({ began }) => began > answered).length;
  tally.after += devices.reduce((sum, device) => sum + device.asked, 0) - asked;
  tally.latencies.push(Math.max(0, ...successes.map(({ ended }) => ended - clicked)));
  if ((await signIn(url, person)) !== undefined) tally.reopened += 1;
}

/** @param {Tally} tally @param {readonly import('./lib/stop-work-team.mjs').TeamMember[]} people */
function measured({ before, late, after, reopened, latencies }, people) {
  const p95 = Math.round(percentile(latencies, 0.95));
  const guardians = people.filter(({ guardianPath }) => guardianPath !== undefined).length;
  // A figure that saw no success before, or no request after, would have proved nothing.
  const expected = people.length * DEVICES * UNDER_WAY + guardians * UNDER_WAY;
  return [
    {
      part: `of ${after} requests after the answers, for ${people.length} people, how many succeeded`,
      value: late,
      unit: 'requests',
      target: '0',
      holds: late === 0 && after > 0,
    },
    {
      part: 'requests that succeeded before the clicks',
      value: before,
      unit: 'requests',
      target: `>= ${expected}`,
      holds: before >= expected,
    },
    { part: 'signed in while stopped', value: reopened, unit: 'people', target: '0', holds: reopened === 0 },
    {
      part: 'from the click to the last success, p95',
      value: p95,
      unit: 'ms',
      target: `< ${LATENCY_MS}`,
      holds: p95 < LATENCY_MS,
    },
  ];
}
