// @ts-check
// Who has an account is nobody's business: the door answers alike, and takes as long, for known, unknown and paused.
import { startServer } from '../lib/server.mjs';
import { percentile } from './lib/built.mjs';
import { identifierOf, PASSWORD, seedDoor } from './lib/door-people.mjs';
import { toldApart } from './lib/told-apart.mjs';

export const name = 'R12';
export const title =
  'Signing in, asking for a code and trying one: known, unknown and paused accounts cannot be told apart';
export const target = 'the same answer byte for byte; AUC 0.45 to 0.55, medians within 5 %, p >= 0.001 by Mann–Whitney';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ROUNDS = 400;
/** A machine that is busy elsewhere needs more pairs before its medians mean anything. */
const BATCHES = 3;
const WARM_UP = 20;
const MOST_APART = 0.05;
const MEDIANS_WITHIN = 0.05;
const LEAST_P = 0.001;
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false', TRUST_PROXY: 'true' };

const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename ... on UserError { code message } } }';
const ASK = `mutation ($i: AskPasswordResetInput!) { askPasswordReset(input: $i) { __typename
  ... on CodeAsked { channel minutes } ... on UserError { code message } } }`;
const TRY = `mutation ($i: ResetPasswordByCodeInput!) { resetPasswordByCode(input: $i) { __typename
  ... on CodeWrong { triesLeft } ... on UserError { code message } } }`;

/**
 * @typedef {import('./lib/door-people.mjs').Kind} Kind
 * @typedef {{ said: string, milliseconds: number, cookie: string }} Answer
 * @typedef {{ name: string, send: (url: string, round: number) => Promise<Answer>,
 *   prepare?: (url: string, round: number) => Promise<void> }} Way
 * @typedef {{ act: string, ways: Way[] }} Door the first way is what the others are compared with
 */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, rounds = ROUNDS, log }) {
  const env = { ...QUIET, NODE_ENV: 'development', DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  await seedDoor(root, env, rounds * BATCHES + WARM_UP);
  const server = await startServer({ root, dataDir, databaseUrl, env: QUIET });
  try {
    const results = [];
    for (const door of doors()) results.push(...(await compare(server.url, door, rounds, log)));
    return figures(results);
  } finally {
    await server.stop();
  }
}

/** @returns {Door[]} in this order: a code can be tried once it was asked for */
function doors() {
  /** @type {Map<string, string>} */
  const browsers = new Map();
  /** @param {string} name @param {Kind} kind @param {string} password @returns {Way} */
  const signIn = (name, kind, password) => ({
    name,
    send: (url, round) => send(url, SIGN_IN, { identifier: identifierOf(kind, round), password }),
  });
  /** @param {Kind} kind @returns {Way} */
  const ask = (kind) => ({
    name: kind,
    send: async (url, round) => {
      const answer = await send(url, ASK, { identifier: identifierOf(kind, round) });
      browsers.set(`${kind} ${round}`, answer.cookie);
      return answer;
    },
  });
  /** @param {Kind} kind @returns {Way} */
  const tryCode = (kind) => ({
    name: kind,
    prepare: async (url, round) => {
      if (!browsers.has(`${kind} ${round}`)) await ask(kind).send(url, round);
    },
    send: (url, round) => send(url, TRY, { code: '000000', password: PASSWORD }, browsers.get(`${kind} ${round}`)),
  });
  return [
    {
      act: 'sign-in',
      ways: [
        signIn('unknown', 'unknown', PASSWORD),
        signIn('known, wrong password', 'known', `${PASSWORD}?`),
        signIn('paused, right password', 'paused', PASSWORD),
      ],
    },
    { act: 'forgot password', ways: [ask('unknown'), ask('known'), ask('paused')] },
    { act: 'reset', ways: [tryCode('unknown'), tryCode('known'), tryCode('paused')] },
  ];
}

let asked = 0;

/**
 * @param {string} url
 * @param {string} query
 * @param {object} input
 * @param {string} [cookie]
 * @returns {Promise<Answer>}
 */
async function send(url, query, input, cookie = '') {
  asked += 1;
  // An address of its own for each: this figure asks who has an account, not how often one may ask.
  const address = `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`;
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address, cookie };
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables: { i: input } }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  const given = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { said: `${response.status}\n${headersOf(response)}\n${text}`, milliseconds, cookie: given };
}

/** All but the time, the name of the request and the secret in a cookie. @param {Response} response */
function headersOf({ headers }) {
  const kept = [...headers].filter(([key]) => key !== 'date' && key !== 'x-request-id');
  return kept
    .map(([key, value]) => `${key}: ${key === 'set-cookie' ? value.replace(/=[^;]+/, '=…') : value}`)
    .join('\n');
}

/** @typedef {Map<string, { said: Set<string>, times: number[] }>} Seen */

/**
 * As many batches as it takes until the medians lie together or the times are told apart.
 * @param {string} url
 * @param {Door} door
 * @param {number} rounds
 * @param {(text: string) => void} log
 */
async function compare(url, { act, ways }, rounds, log) {
  /** @type {Seen} */
  const seen = new Map(ways.map((way) => [way.name, { said: new Set(), times: [] }]));
  await askInTurns(url, ways, rounds * BATCHES, WARM_UP, new Map());
  let compared = comparisons([], seen);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await askInTurns(url, ways, batch * rounds, rounds, seen);
    compared = comparisons(ways, seen);
    if (compared.every(({ by, p }) => by < MEDIANS_WITHIN || p < LEAST_P)) break;
  }
  for (const { words, said } of compared) {
    log(`${act}: ${words}`);
    if (said.size > 1) log([...said].join('\n--- or ---\n'));
  }
  return compared;
}

/**
 * Each round asks every way once, in an order of its own: whatever else the machine does meets all of them alike.
 * @param {string} url
 * @param {readonly Way[]} ways
 * @param {number} from
 * @param {number} count
 * @param {Seen} seen
 */
async function askInTurns(url, ways, from, count, seen) {
  for (let round = from; round < from + count; round += 1) {
    for (const way of ways) await way.prepare?.(url, round);
    for (const way of shuffled(ways)) {
      const { said, milliseconds } = await way.send(url, round);
      seen.get(way.name)?.said.add(said);
      seen.get(way.name)?.times.push(milliseconds);
    }
  }
}

/** @param {readonly Way[]} ways @param {Seen} seen */
function comparisons(ways, seen) {
  const [first, ...others] = ways.map((way) => ({ name: way.name, ...must(seen.get(way.name)) }));
  if (!first) return [];
  return others.map((other) => {
    const [median, baseMedian] = [percentile(other.times, 0.5), percentile(first.times, 0.5)];
    const { auc, p } = toldApart(other.times, first.times);
    const said = new Set([...first.said, ...other.said]);
    const by = Math.abs(median - baseMedian) / baseMedian;
    const medians = `medians ${median.toFixed(2)} and ${baseMedian.toFixed(2)} ms`;
    const words = `${other.name} against ${first.name}, ${other.times.length} pairs: ${said.size} answer(s), ${medians} (${(by * 100).toFixed(2)} %), AUC ${auc.toFixed(3)}, p ${p.toFixed(4)}`;
    return { words, said, by, auc, p };
  });
}

/** @template T @param {readonly T[]} list @returns {T[]} */
function shuffled(list) {
  return list
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** @template T @param {T | undefined} value @returns {T} */
function must(value) {
  if (value === undefined) throw new Error('BUG: a way was never asked');
  return value;
}

/** @param {readonly { said: ReadonlySet<string>, by: number, auc: number, p: number }[]} results */
function figures(results) {
  const differing = results.filter(({ said }) => said.size > 1).length;
  const apart = Math.max(...results.map(({ auc }) => Math.abs(auc - 0.5)));
  const by = Math.max(...results.map((one) => one.by));
  const p = Math.min(...results.map((one) => one.p));
  const round = (/** @type {number} */ value, digits = 3) => Number(value.toFixed(digits));
  return [
    {
      part: `different answers, in ${results.length} comparisons`,
      value: differing,
      unit: 'comparisons',
      target: '0',
      holds: differing === 0,
    },
    {
      part: 'AUC furthest from a guess',
      value: round(0.5 + apart),
      unit: 'AUC',
      target: '<= 0.55',
      holds: apart <= MOST_APART,
    },
    {
      part: 'medians furthest apart',
      value: round(by * 100, 2),
      unit: '%',
      target: '< 5',
      holds: by < MEDIANS_WITHIN,
    },
    { part: 'least p of Mann–Whitney', value: round(p, 4), unit: 'p', target: `>= ${LEAST_P}`, holds: p >= LEAST_P },
  ];
}
