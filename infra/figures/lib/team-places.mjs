// @ts-check
// Teams and open days in bulk, and everybody who wants the same day at the same moment, at two servers.
import { randomUUID } from 'node:crypto';
import { startServer } from '../../lib/server.mjs';
import { built, openReader } from './built.mjs';
import { Markers } from './markers.mjs';
import { Client, PASSWORD, seedStaff, within } from './planted-agency.mjs';

const CREATED = '2026-11-01T00:00:00.000Z';
const LIVING = ['HELD', 'REQUESTED', 'CONFIRMED'];
const FIRST_DAY_IN_DAYS = 90;
const DAYS = 250;
const DAY_MS = 86_400_000;
const idOf = (/** @type {string} */ kind, /** @type {string} */ id) =>
  Buffer.from(`${kind}:${id}`).toString('base64url');
const WISH = (/** @type {string} */ name) =>
  `mutation ($i: TeamWishInput!) { outcome: ${name}(input: $i) { __typename ... on TeamBooking { inLine } } }`;

/**
 * @typedef {{ clients: readonly Client[], teams: readonly string[], days: readonly string[],
 *   taken: (day: string) => Promise<{ bookings: number, people: number }> }} Teams
 */

/**
 * Runs work with two servers on one database in which every team may come to every day.
 * @template T
 * @param {import('../registry.mjs').Surroundings} surroundings
 * @param {{ teams: number, days: number, places: number }} size places: for guests, on each day
 * @param {(teams: Teams) => Promise<T>} work
 */
export async function withTeams({ root, dataDir, databaseUrl }, size, work) {
  const env = { NODE_ENV: 'development', DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false' };
  const all = { ...env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const { agencyId } = await seedStaff(root, all, new Markers());
  const planted = await plant(root, all, agencyId, size);
  const options = { root, dataDir, databaseUrl, env };
  const servers = [await startServer(options), await startServer(options)];
  const reader = await openReader(databaseUrl);
  try {
    const clients = await Promise.all(servers.map(({ url }) => Client.signedIn(url, planted.coordinator)));
    const taken = async (/** @type {string} */ day) => {
      const marks = LIVING.map(() => '?').join(', ');
      const [row] = await reader.rows(
        `SELECT COUNT(*) AS bookings, SUM(people) AS people FROM team_booking WHERE activityId = ? AND state IN (${marks})`,
        [day, ...LIVING],
      );
      return { bookings: Number(row?.bookings), people: Number(row?.people ?? 0) };
    };
    return await work({ clients, teams: planted.teams, days: planted.days, taken });
  } finally {
    await reader.close();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/**
 * All of these teams at once, by turns at both servers; the kinds of answers, and each place in line.
 * @param {Teams} teams @param {readonly string[]} who @param {{ day: string, people: number, operation: string, round: number }} wish
 */
export async function allAtOnce({ clients }, who, { day, people, operation, round }) {
  const answers = await Promise.all(
    who.map((team, at) => {
      const client = clients[at % clients.length];
      if (!client) throw new Error('BUG: nobody signed in');
      const asked = { tasks: 'WITH_CHILDREN', partly: false, requestId: `${operation}-${round}-${at}` };
      const i = { teamId: idOf('VolunteerTeam', team), activityId: idOf('Activity', day), people, ...asked };
      return client.data(WISH(operation), { i });
    }),
  );
  return answers.map(({ outcome }) => /** @type {{ __typename: string, inLine?: number | null }} */ (outcome));
}

/**
 * @param {string} root @param {NodeJS.ProcessEnv} env @param {string} agencyId
 * @param {{ teams: number, days: number, places: number }} size
 */
async function plant(root, env, agencyId, size) {
  const { ACTIVITY_ENTITIES } = await built(root, 'activities/index.js');
  const { TEAM_ENTITIES } = await built(root, 'teams/index.js');
  return within(root, env, async ({ app, people, logins, hash, UnitOfWork, Database }) => {
    const database = /** @type {any} */ (app.get(Database));
    const put = async (/** @type {string} */ table, /** @type {object[]} */ rows) => {
      const entity = [...ACTIVITY_ENTITIES, ...TEAM_ENTITIES].find(
        (one) => database.source.getMetadata(one).tableName === table,
      );
      for (let at = 0; at < rows.length; at += 50) await database.repository(entity).insert(rows.slice(at, at + 50));
    };
    const coordinator = 'coordinator@places.example';
    const teams = Array.from({ length: size.teams }, () => randomUUID());
    const days = Array.from({ length: size.days }, () => randomUUID());
    const passwordHash = await hash(PASSWORD);
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      const loginId = await app.get(logins).create(coordinator, passwordHash, 'zh-CN');
      const personId = await app.get(people).add({ agencyId, name: '何晴', loginId });
      const since = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
      await app.get(people).assignRole(agencyId, personId, 'CSR_COORDINATOR', since);
      const said = { agencyId, recordedBy: personId, version: 1, createdAt: CREATED };
      const venueId = randomUUID();
      const venue = { id: venueId, name: '社区大厅', address: null, people: 200, checks: [], checkedOn: null };
      await put('venue', [{ ...said, ...venue }]);
      const team = (/** @type {string} */ id, /** @type {number} */ at) => ({
        ...{ ...said, id, kind: 'COMPANY', name: `公司${at}`, shortName: `公司${at}`, state: 'ACTIVE' },
      });
      await put('volunteer_team', teams.map(team));
      const books = { agencyId, personId, sinceOn: since, untilOn: null };
      await put(
        'team_coordinator',
        teams.map((teamId) => ({ id: randomUUID(), teamId, ...books })),
      );
      await put(
        'activity',
        days.map((id, at) => dayOf(id, at, { agencyId, venueId, personId })),
      );
      const own = (/** @type {string} */ activityId) => ({ id: randomUUID(), agencyId, activityId });
      await put(
        'activity_worker',
        days.map((day) => ({ ...own(day), personId })),
      );
      const terms = { guestsPerWorker: size.places, guestsPerChild: 10, visitsPerMonth: 31, hasOtherTasks: false };
      const notice = { otherTasks: null, checkLeadDays: 1, cutOffDays: 7, noticeDays: 14, costLines: [], version: 1 };
      await put(
        'team_offer',
        days.map((day) => ({ ...own(day), ...terms, ...notice, createdAt: CREATED })),
      );
    });
    return { coordinator, teams, days };
  });
}

/** @param {string} id @param {number} at @param {{ agencyId: string, venueId: string, personId: string }} of */
function dayOf(id, at, { agencyId, venueId, personId }) {
  const onDate = new Date(Date.now() + (FIRST_DAY_IN_DAYS + (at % DAYS)) * DAY_MS).toISOString().slice(0, 10);
  return {
    ...{ id, agencyId, venueId, kind: 'GROWTH_GROUP', theme: `一起读书${at}`, themeEn: null, onDate },
    ...{ startMinute: 540, endMinute: 660, childrenGroup: `小组${at}`, children: 12, childrenPerAdult: 4 },
    ...{ taskGoal: '读完一本书', processGoal: '认识新朋友', childrenPart: '孩子们选书', roles: [], budget: [] },
    ...{ riskChildrenSealed: null, riskStaffSealed: null, cancelReasonSealed: null, state: 'OPEN' },
    ...{ plannedBy: personId, reviewedBy: null, requestId: `places-${at}`, version: 1, createdAt: CREATED },
  };
}
