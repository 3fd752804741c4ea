// @ts-check
// NAMES: how long a search by name takes, through the API, at 50,000 people and at a million; and what it asks the database.
import { loadavg } from 'node:os';
import { built, percentile } from './lib/built.mjs';
import { addCrowd, copyCrowd, drawing } from './lib/name-crowd.mjs';

export const name = 'NAMES';
export const title = 'Search by character, pinyin and initials over sealed names, at 50,000 people and a million';
export const target = 'p95 < 50 ms, growth < 1.5 ×, as many statements at both sizes';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const FIRST = 50_000;
const ALL = 1_000_000;
const CHILDREN = 10_000;
const SEED = 20261122;
/** Searches of each way at each size. */
const SEARCHES = 150;
const WARM = 20;
const QUERY =
  'query ($q: String!) { searchPeople(query: $q, first: 8) { more people { kind id name match { from to } } } }';

/** @typedef {{ way: string, times: number[], audited: number[], found: number }} Measure */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, databaseUrl, dataDir, people, log }) {
  await import('reflect-metadata');
  const parts = {
    ...(await built(root, 'people/index.js')),
    ...(await built(root, 'platform/database/index.js')),
  };
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { FixedClock } = await built(root, 'platform/clock/index.js');
  const { addAgency, addPerson, TEST_PASSWORD } = await built(root, 'testing/staff.js');
  const { countStatements } = await built(root, 'testing/count-statements.js');
  const settings = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: 'false', WORKERS: '0' };
  const app = await createApp(
    readConfig({ ...settings, LOG_LEVEL: 'silent', ALLOW_LIST: 'false' }),
    new FixedClock('2026-11-22T02:00:00.000Z'),
  );
  try {
    await app.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${app.getHttpServer().address().port}`;
    const agencyId = await addAgency(app, 'crowd');
    const identifier = 'director@crowd.example';
    await addPerson(app, agencyId, { name: '周岚', roles: ['DIRECTOR'], identifier });
    const ask = await signedIn(address, identifier, TEST_PASSWORD);
    const draw = drawing(SEED);
    const last = people ?? ALL;
    const sizes = last > FIRST ? [FIRST, last] : [last];
    /** @type {{ size: number, measures: Measure[], statements: number }[]} */
    const rounds = [];
    const audit = timed(app.get(parts.UnitOfWork));
    /** @type {string[]} */
    let names = [];
    for (const size of sizes) {
      const crowd = { app, parts, agencyId, children: CHILDREN, log };
      if (size === sizes[0]) names = await addCrowd({ ...crowd, from: 0, to: size, draw });
      else await copyCrowd({ ...crowd, from: sizes[0] ?? 0, to: size });
      audit.begin();
      const begun = process.cpuUsage();
      const measures = await measureAll(root, ask, names, draw, audit.taken);
      const { user, system } = process.cpuUsage(begun);
      const searches = measures.length * (SEARCHES + WARM);
      // Where other work shares the machine, this is the number to trust: asking and answering are both in it.
      log(`${size}: ${ms((user + system) / 1_000 / searches)} ms of the processor for one search, on average`);
      const all = measures.flatMap(({ times }) => times);
      const without = measures.flatMap(({ times, audited }) => times.map((took, at) => took - (audited[at] ?? 0)));
      log(
        `${size}: all ways p95 ${ms(percentile(all, 0.95))} ms, without the audit row ${ms(percentile(without, 0.95))} ms; load of the machine ${loadavg()[0]?.toFixed(1)}`,
      );
      const { statements } = await countStatements(app, () => ask('wangwei'));
      for (const { way, times, found } of measures)
        log(
          `${size}: ${way} median ${ms(percentile(times, 0.5))} ms, p95 ${ms(percentile(times, 0.95))} ms, ${found} found`,
        );
      rounds.push({ size, measures, statements: statements.length });
    }
    return rounds.flatMap(resultsAt).concat(rounds.length > 1 ? growth(rounds) : []);
  } finally {
    await app.close();
  }
}

const ms = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {{ size: number, measures: Measure[], statements: number }} round */
function resultsAt({ size, measures, statements }) {
  const slow = measures.map(({ way, times }) => {
    const value = ms(percentile(times, 0.95));
    return { part: `${size} people, ${way}: p95`, value, unit: 'ms', target: '< 50', holds: value < 50 };
  });
  const nobody = measures.filter(({ found }) => found === 0).length;
  return [
    ...slow,
    { part: `${size} people: ways that find nobody`, value: nobody, unit: 'ways', target: '0', holds: nobody === 0 },
    {
      part: `${size} people: statements of one search`,
      value: statements,
      unit: 'statements',
      target: '11',
      holds: statements <= 11,
    },
  ];
}

/** @param {{ size: number, measures: Measure[] }[]} rounds */
function growth(rounds) {
  const [small, large] = [rounds[0], rounds.at(-1)].map((round) =>
    percentile(
      (round?.measures ?? []).flatMap(({ times }) => times),
      0.95,
    ),
  );
  const value = Math.round(((large ?? 0) / (small || 1)) * 100) / 100;
  return [
    {
      part: `p95 of all ways, ${rounds.at(-1)?.size} people against ${rounds[0]?.size}`,
      value,
      unit: '×',
      target: '< 1.5',
      holds: value < 1.5,
    },
  ];
}

/**
 * Each way in turns, so that whatever else the machine does meets all of them.
 * @param {string} root @param {Ask} ask @param {string[]} names @param {() => number} draw
 * @param {() => number} audited milliseconds spent on audit rows since it was last asked
 */
async function measureAll(root, ask, names, draw, audited) {
  const { loadReadings } = await built(root, 'people/names/domain/readings.js');
  const { unitsOf } = await built(root, 'people/names/domain/fold.js');
  const readings = await loadReadings();
  const pinyin = (/** @type {string} */ text) =>
    readings(unitsOf(text)).map((/** @type {string[]} */ list) => list[0] ?? '');
  /** @type {Record<string, (name: string) => string>} */
  const ways = {
    'one character': (one) => [...one][Math.floor(draw() * [...one].length)] ?? '',
    'all characters': (one) => one,
    'pinyin of the surname': (one) => pinyin(one)[0] ?? '',
    'full pinyin': (one) => pinyin(one).join(''),
    'pinyin being typed': (one) => pinyin(one).join('').slice(0, 5),
    initials: (one) =>
      pinyin(one)
        .map((/** @type {string} */ syllable) => syllable[0])
        .join(''),
  };
  const none = () => /** @type {number[]} */ ([]);
  const measures = Object.keys(ways).map((way) => ({ way, times: none(), audited: none(), found: 0 }));
  for (let round = -WARM; round < SEARCHES; round++) {
    for (const measure of measures) {
      const one = names[Math.floor(draw() * names.length)] ?? '王伟';
      const query = ways[measure.way]?.(one) ?? one;
      const begun = performance.now();
      const people = await ask(query);
      const took = performance.now() - begun;
      const spent = audited();
      if (round < 0) continue;
      measure.times.push(took);
      measure.audited.push(spent);
      measure.found += people.length;
    }
  }
  return measures;
}

/**
 * How long units of work take: a search writes nothing but who was named to whom, before the answer leaves.
 * @param {{ run: (...given: any[]) => Promise<unknown> }} work
 */
function timed(work) {
  const run = work.run.bind(work);
  let spent = 0;
  return {
    begin() {
      spent = 0;
      work.run = async (...given) => {
        const begun = performance.now();
        try {
          return await run(...given);
        } finally {
          spent += performance.now() - begun;
        }
      };
    },
    taken() {
      const taken = spent;
      spent = 0;
      return taken;
    },
  };
}

/** @typedef {(q: string) => Promise<unknown[]>} Ask */

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
    if (errors) throw new Error(`BUG: a search failed: ${JSON.stringify(errors)}`);
    return data;
  };
  await post('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { identifier, password } });
  return async (q) => (await post(QUERY, { q })).searchPeople.people;
}
