// @ts-check
// A guardian takes a consent back while the sponsor asks without pause, at two servers: what is asked after the answer shows nothing.
import { startServer } from '../lib/server.mjs';
import { look, seedFamilies, takeBack } from './lib/sponsored-families.mjs';

export const name = 'R19';
export const title = 'Consent withdrawn while the sponsor asks without pause, at two servers of one database';
export const target =
  '0 of the child on page, link, paper and by number in any request that began after the answer to the withdrawal';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const FAMILIES = 20;
/** Answers that show something before the withdrawal, so that each one meets requests under way. */
const UNDER_WAY = 3;
/** An age band, a card, its paper and its number: a look that shows fewer is not one from before. */
const WHOLE = 4;
/** Requests begun afterwards, at each server. */
const AFTERWARDS = 5;
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '1', ALLOW_LIST: 'false' };

/** @typedef {{ began: number, shown: number }} Seen */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, rounds = FAMILIES, log }) {
  const env = { ...QUIET, NODE_ENV: 'development', DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const families = await seedFamilies(root, env, rounds);
  const options = { root, dataDir, databaseUrl, env: QUIET };
  const first = await startServer(options);
  const second = await startServer(options);
  const urls = [first.url, second.url];
  let [before, after, asked] = [0, 0, 0];
  try {
    for (const [index, family] of families.entries()) {
      const seen = await withdrawWhileAsking(urls, family, index);
      before += seen.before;
      asked += seen.after.length;
      after += seen.after.reduce((sum, { shown }) => sum + shown, 0);
      if ((index + 1) % 5 === 0) log(`${index + 1} of ${families.length} families, ${after} things shown afterwards`);
    }
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
  const expected = families.length * UNDER_WAY * urls.length;
  return [
    {
      part: `of the child on page, link, paper and by number in ${asked} requests after ${families.length} withdrawals`,
      value: after,
      unit: 'things',
      target: '0',
      holds: after === 0 && asked >= families.length * AFTERWARDS * urls.length,
    },
    {
      // A figure that saw nothing before would have proved nothing.
      part: 'requests that showed the child on every way before',
      value: before,
      unit: 'requests',
      target: `>= ${expected}`,
      holds: before >= expected,
    },
  ];
}

/**
 * @param {readonly string[]} urls
 * @param {import('./lib/sponsored-families.mjs').Family} family
 * @param {number} index
 * @returns {Promise<{ before: number, after: readonly Seen[] }>}
 */
async function withdrawWhileAsking(urls, family, index) {
  let answered = Infinity;
  const askers = urls.map((url) => asker(url, family, () => answered));
  await Promise.all(askers.map(({ underWay }) => underWay));
  const clicked = performance.now();
  await takeBack(urls[index % urls.length] ?? '', family.guardian, `take-back-${index}`);
  answered = performance.now();
  const seen = (await Promise.all(askers.map(({ done }) => done))).flat();
  return {
    before: seen.filter(({ began, shown }) => began < clicked && shown >= WHOLE).length,
    after: seen.filter(({ began }) => began > answered),
  };
}

/**
 * Asks again as soon as it is answered, until enough requests have begun after the withdrawal's answer.
 * @param {string} url
 * @param {import('./lib/sponsored-families.mjs').Family} family
 * @param {() => number} answered
 */
function asker(url, family, answered) {
  /** @type {Seen[]} */
  const seen = [];
  /** @type {() => void} */
  let begin = () => undefined;
  const underWay = /** @type {Promise<void>} */ (new Promise((resolve) => (begin = resolve)));
  const ask = async () => {
    while (seen.filter(({ began }) => began > answered()).length < AFTERWARDS) {
      const began = performance.now();
      seen.push({ began, shown: await look(url, family) });
      if (seen.length === UNDER_WAY) begin();
    }
    return seen;
  };
  return { underWay, done: ask() };
}
