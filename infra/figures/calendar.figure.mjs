// @ts-check
// CALENDAR: what the calendar of a year costs through the API: 600 activities, 60 companies, their bookings.
import { built, percentile } from './lib/built.mjs';
import { startCalendarAgency } from './lib/calendar-agency.mjs';
import { ACTIVITIES, addCalendarYear } from './lib/calendar-year.mjs';

export const name = 'CALENDAR';
export const title = 'A month, a week, the list and the teams’ days of a year of 600 activities and 60 companies';
export const target = 'p95 < 150 ms each; as many statements with half of the year as with all of it';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const PAGES = 40;
const WARM = 5;
const MOST_MS = 150;
const FIELDS = 'id kind state theme onDate startMinute endMinute children venue { id name } inCharge { id name }';
const days = (/** @type {string} */ from, /** @type {string} */ to) =>
  `{ answer: activities(from: "${from}", to: "${to}") { ${FIELDS} } }`;
const DAY = 'id theme onDate venue places { tasks free binding } waiting';
/** @type {Record<string, readonly ['worker' | 'company', string]>} */
const PAGES_OF = {
  month: ['worker', days('2027-05-01', '2027-05-31')],
  week: ['worker', days('2027-05-10', '2027-05-16')],
  list: ['worker', days('2027-01-01', '2027-06-30')],
  'a company’s days of a month': ['company', `{ answer: teamDays(from: "2027-05-01", to: "2027-05-31") { ${DAY} } }`],
  'a company’s bookings': ['company', `{ answer: myTeamBookings { id state people day { ${DAY} } } }`],
  'the desk’s bookings': ['worker', `{ answer: teamBookings { id state people team { name } day { ${DAY} } } }`],
};

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, databaseUrl, dataDir, log }) {
  const { countStatements } = await built(root, 'testing/count-statements.js');
  const { app, year, agencyId, parts, people, password } = await startCalendarAgency({
    root,
    databaseUrl,
    dataDir,
    log,
  });
  try {
    await app.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${app.getHttpServer().address().port}`;
    const ask = {
      worker: await signedIn(address, people.worker, password),
      company: await signedIn(address, people.company, password),
    };
    await addCalendarYear({ ...year, from: 0, to: ACTIVITIES / 2 });
    /** @type {Map<string, number>} */
    const half = new Map();
    for (const [page, [who, query]] of Object.entries(PAGES_OF)) {
      half.set(page, (await countStatements(app, () => ask[who](query))).statements.length);
    }
    await addCalendarYear({ ...year, from: ACTIVITIES / 2, to: ACTIVITIES });
    const results = [];
    const plain = await plainly(app.get(parts.Database), agencyId);
    log(`the same month's rows by a plain SELECT: p95 ${ms(percentile(plain, 0.95))} ms`);
    for (const [page, [who, query]] of Object.entries(PAGES_OF)) {
      const { times, rows } = await measure(() => ask[who](query));
      const { statements } = await countStatements(app, () => ask[who](query));
      const value = ms(percentile(times, 0.95));
      const ratio = Math.round(percentile(times, 0.5) / Math.max(0.01, percentile(plain, 0.5)));
      log(
        `${page}: median ${ms(percentile(times, 0.5))} ms, ${rows} rows, ${statements.length} statements, ${ratio} × plain`,
      );
      results.push({ part: `${page}: p95`, value, unit: 'ms', target: `< ${MOST_MS}`, holds: value < MOST_MS });
      const more = statements.length - (half.get(page) ?? 0);
      results.push({
        part: `${page}: statements more than with half`,
        value: more,
        unit: '',
        target: '0',
        holds: more <= 0,
      });
    }
    return results;
  } finally {
    await app.close();
  }
}

const ms = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {any} database @param {string} agencyId */
async function plainly(database, agencyId) {
  /** @type {number[]} */
  const times = [];
  const sql = 'SELECT * FROM activity WHERE agencyId = ? AND onDate >= ? AND onDate <= ?';
  for (let round = -WARM; round < PAGES; round++) {
    const begun = performance.now();
    await database.read(sql, [agencyId, '2027-05-01', '2027-05-31']);
    if (round >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** @param {() => Promise<any>} ask */
async function measure(ask) {
  /** @type {number[]} */
  const times = [];
  let rows = 0;
  for (let round = -WARM; round < PAGES; round++) {
    const begun = performance.now();
    const { answer } = await ask();
    if (round >= 0) times.push(performance.now() - begun);
    rows = answer.length;
  }
  return { times, rows };
}

/** @param {string} address @param {string} identifier @param {string} password */
async function signedIn(address, identifier, password) {
  let cookie = '';
  const post = async (/** @type {string} */ query, /** @type {object} */ variables) => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
    const set = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const { data, errors } = /** @type {any} */ (await response.json());
    if (errors) throw new Error(`BUG: a page of the calendar failed: ${JSON.stringify(errors)}`);
    return data;
  };
  await post('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { identifier, password } });
  return (/** @type {string} */ query) => post(query, {});
}
