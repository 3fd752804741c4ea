// @ts-check
// LISTS: how long a page of the five busiest lists takes, through the API, at 50,000 people and at a million; and what it
// asks the database.
import { built, percentile } from './lib/built.mjs';
import { addListCrowd } from './lib/list-crowd.mjs';

export const name = 'LISTS';
export const title = 'A page of the five busiest lists, at 50,000 people with 10,000 children and at a million';
export const target = 'p95 < 50 ms, growth < 1.5 ×, as many statements at both sizes';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const FIRST = 50_000;
const ALL = 1_000_000;
/** Pages of each list at each size. */
const PAGES = 40;
const WARM = 5;

const page = (/** @type {string} */ fields) =>
  `{ totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } }`;
const CHILD = 'id name pseudonym languages needs waitingSince companionship { id state }';
const VOLUNTEER = 'id name account { state } eligibility { ready findings { requirement outcome } }';
const standing = (/** @type {string} */ word) =>
  `{ everyone: volunteers(first: 1) { totalCount } answer: volunteers(first: 50, filter: { standing: ${word} }) ${page(VOLUNTEER)} }`;
/** What the pages ask, with what the first row of each says in its head: how many there are at all. @type {Record<string, string>} */
const LISTS = {
  children: `{ everyone: children(first: 1) { totalCount } answer: children(first: 50) ${page(CHILD)} }`,
  'children who wait': `{ everyone: children(first: 1) { totalCount } answer: children(first: 50, filter: { waiting: true }) ${page(CHILD)} }`,
  volunteers: `{ everyone: volunteers(first: 1) { totalCount } answer: volunteers(first: 50) ${page(VOLUNTEER)} }`,
  'volunteers who are ready': standing('READY'),
  'volunteers who are not ready': standing('NOT_READY'),
  'volunteers who are stopped': standing('STOPPED'),
  companionships: `{ everything: companionships(first: 1) { totalCount } answer: companionships(first: 50) ${page('id state startsOn endedOn child { id name pseudonym } volunteer { id name }')} }`,
  households: `{ answer: households(first: 50) ${page('id')} }`,
};

/** @typedef {{ list: string, times: number[], rows: number, statements: number, processor: number }} Measure */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, databaseUrl, dataDir, people, log }) {
  await import('reflect-metadata');
  const parts = {
    ...(await built(root, 'people/index.js')),
    ...(await built(root, 'children/index.js')),
    ...(await built(root, 'agreements/index.js')),
    ...(await built(root, 'screening/index.js')),
    ...(await built(root, 'training/index.js')),
    ...(await built(root, 'platform/database/index.js')),
  };
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { FixedClock } = await built(root, 'platform/clock/index.js');
  const { addAgency, addPerson, TEST_PASSWORD } = await built(root, 'testing/staff.js');
  const { countStatements } = await built(root, 'testing/count-statements.js');
  const settings = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: 'false', WORKERS: '0' };
  const clock = new FixedClock('2026-11-22T02:00:00.000Z');
  const app = await createApp(readConfig({ ...settings, LOG_LEVEL: 'silent', ALLOW_LIST: 'false' }), clock);
  try {
    await app.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${app.getHttpServer().address().port}`;
    const agencyId = await addAgency(app, 'crowd');
    const identifier = 'director@crowd.example';
    await addPerson(app, agencyId, { name: '周岚', roles: ['DIRECTOR'], identifier });
    const ask = await signedIn(address, identifier, TEST_PASSWORD);
    const last = people ?? ALL;
    const sizes = last > FIRST ? [FIRST, last] : [last];
    /** @type {{ size: number, measures: Measure[] }[]} */
    const rounds = [];
    let from = 0;
    for (const size of sizes) {
      await addListCrowd({ app, parts, agencyId, from, to: size, log });
      from = size;
      /** @type {Measure[]} */
      const measures = [];
      for (const [list, query] of Object.entries(LISTS)) {
        const one = await measure(app, countStatements, ask, list, query);
        measures.push(one);
        const [median, p95] = [0.5, 0.95].map((share) => ms(percentile(one.times, share)));
        // Where other work shares the machine, the processor's time is the number to trust: asking is in it too.
        log(
          `${size}: ${list} median ${median} ms, p95 ${p95} ms, ${one.rows} rows, ${one.statements} statements, ${ms(one.processor)} ms of the processor`,
        );
      }
      rounds.push({ size, measures });
    }
    return rounds.flatMap(resultsAt).concat(rounds.length > 1 ? growth(rounds) : []);
  } finally {
    await app.close();
  }
}

const ms = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * @param {any} app @param {any} countStatements @param {Ask} ask @param {string} list @param {string} query
 * @returns {Promise<Measure>}
 */
async function measure(app, countStatements, ask, list, query) {
  /** @type {number[]} */
  const times = [];
  let rows = 0;
  let begin = process.cpuUsage();
  for (let round = -WARM; round < PAGES; round++) {
    if (round === 0) begin = process.cpuUsage();
    const begun = performance.now();
    const { answer } = await ask(query);
    if (round < 0) continue;
    times.push(performance.now() - begun);
    rows = answer.edges.length;
  }
  const { user, system } = process.cpuUsage(begin);
  const { statements } = await countStatements(app, () => ask(query));
  return { list, times, rows, statements: statements.length, processor: (user + system) / 1_000 / PAGES };
}

/** @param {{ size: number, measures: Measure[] }} round */
function resultsAt({ size, measures }) {
  const slow = measures.map(({ list, times }) => {
    const value = ms(percentile(times, 0.95));
    return { part: `${size} people, ${list}: p95`, value, unit: 'ms', target: '< 50', holds: value < 50 };
  });
  // Nobody of this crowd is stopped; finding that out is what is measured.
  const empty = measures.filter(({ list, rows }) => rows === 0 && !list.endsWith('stopped')).length;
  return [
    ...slow,
    { part: `${size} people: lists without a row`, value: empty, unit: 'lists', target: '0', holds: empty === 0 },
  ];
}

/** @param {{ size: number, measures: Measure[] }[]} rounds */
function growth(rounds) {
  const [small, large] = [rounds[0], rounds.at(-1)].map((round) => ({
    p95: percentile(
      (round?.measures ?? []).flatMap(({ times }) => times),
      0.95,
    ),
    statements: (round?.measures ?? []).reduce((sum, one) => sum + one.statements, 0),
  }));
  const value = Math.round(((large?.p95 ?? 0) / (small?.p95 || 1)) * 100) / 100;
  const more = (large?.statements ?? 0) - (small?.statements ?? 0);
  const sizes = `${rounds.at(-1)?.size} people against ${rounds[0]?.size}`;
  return [
    { part: `p95 of all lists, ${sizes}`, value, unit: '×', target: '< 1.5', holds: value < 1.5 },
    { part: `statements more, ${sizes}`, value: more, unit: 'statements', target: '0', holds: more <= 0 },
  ];
}

/** @typedef {(query: string) => Promise<any>} Ask */

/** @param {string} address @param {string} identifier @param {string} password @returns {Promise<Ask>} */
async function signedIn(address, identifier, password) {
  let cookie = '';
  const post = async (/** @type {string} */ query, /** @type {object} */ variables) => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const { data, errors } = /** @type {any} */ (await response.json());
    if (errors) throw new Error(`BUG: a list failed: ${JSON.stringify(errors)}`);
    return data;
  };
  await post('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { identifier, password } });
  return (query) => post(query, {});
}
