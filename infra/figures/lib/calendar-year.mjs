// @ts-check
// A year of activities with the teams that come, as rows in bulk: 60 companies, two bookings for each activity.
import { randomUUID } from 'node:crypto';

export const ACTIVITIES = 600;
const TEAMS = 60;
const VENUES = 6;
const DAYS = 350;
const CREATED = '2026-12-01T00:00:00.000Z';
const STATES = ['CONFIRMED', 'REQUESTED', 'WAITLISTED'];
/** @type {string[]} */
let teamIds = [];
/** @type {string[]} */
let venueIds = [];

/**
 * @param {{ app: any, parts: any, agencyId: string, workerId: string, coordinatorId: string, from: number, to: number,
 *   log: (text: string) => void }} year
 */
export async function addCalendarYear({ app, parts, agencyId, workerId, coordinatorId, from, to, log }) {
  const database = app.get(parts.Database);
  const entity = (/** @type {string} */ table) =>
    [...parts.ACTIVITY_ENTITIES, ...parts.TEAM_ENTITIES].find(
      (one) => database.source.getMetadata(one).tableName === table,
    );
  const put = async (/** @type {string} */ table, /** @type {object[]} */ rows) => {
    for (let at = 0; at < rows.length; at += 100) {
      await database.repository(entity(table)).insert(rows.slice(at, at + 100));
    }
  };
  await app.get(parts.UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
    if (from === 0) await base(put, agencyId, workerId, coordinatorId);
    const activities = Array.from({ length: to - from }, (_, index) => activity(from + index, agencyId, workerId));
    await put('activity', activities);
    const of = (/** @type {object} */ more) => ({ id: randomUUID(), agencyId, createdAt: CREATED, ...more });
    await put(
      'activity_worker',
      activities.map(({ id }) => ({ id: randomUUID(), agencyId, activityId: id, personId: workerId })),
    );
    const offers = activities.map(({ id }) =>
      of({
        ...{ activityId: id, guestsPerWorker: 20, guestsPerChild: 3, visitsPerMonth: 4, hasOtherTasks: true },
        ...{ otherTasks: '整理图书', checkLeadDays: 15, cutOffDays: 7, noticeDays: 14, costLines: [], version: 1 },
      }),
    );
    await put('team_offer', offers);
    const bookings = activities.flatMap(({ id }, index) =>
      [0, 1].map((which) =>
        of({
          ...{ teamId: teamIds[(from + index + which * 7) % TEAMS], activityId: id, tasks: 'WITH_CHILDREN' },
          ...{ people: 5, wanted: 5, partly: false, state: STATES[(index + which) % STATES.length], expiresAt: null },
          ...{ endedHow: null, reasonSealed: null, costs: [], budgetFen: null, requestId: `f${which}`, version: 1 },
          requestedBy: coordinatorId,
        }),
      ),
    );
    await put('team_booking', bookings);
  });
  log(`${to} activities`);
}

/** @param {(table: string, rows: object[]) => Promise<void>} put @param {string} agencyId @param {string} workerId @param {string} coordinatorId */
async function base(put, agencyId, workerId, coordinatorId) {
  venueIds = Array.from({ length: VENUES }, () => randomUUID());
  teamIds = Array.from({ length: TEAMS }, () => randomUUID());
  const said = { agencyId, recordedBy: workerId, version: 1, createdAt: CREATED };
  await put(
    'venue',
    venueIds.map((id, at) => ({
      ...said,
      id,
      name: `场地${at}`,
      address: null,
      people: 80,
      checks: [],
      checkedOn: null,
    })),
  );
  await put(
    'volunteer_team',
    teamIds.map((id, at) => ({
      ...said,
      id,
      kind: 'COMPANY',
      name: `公司${at}`,
      shortName: `公司${at}`,
      state: 'ACTIVE',
    })),
  );
  const since = { sinceOn: '2026-12-01', untilOn: null };
  await put('team_coordinator', [
    { id: randomUUID(), agencyId, teamId: teamIds[0], personId: coordinatorId, ...since },
  ]);
}

/** @param {number} index @param {string} agencyId @param {string} workerId */
function activity(index, agencyId, workerId) {
  const onDate = new Date(Date.UTC(2027, 0, 2 + ((index * 7) % DAYS))).toISOString().slice(0, 10);
  const startMinute = index % 2 === 0 ? 540 : 840;
  return {
    ...{
      id: randomUUID(),
      agencyId,
      venueId: venueIds[index % VENUES],
      kind: 'GROWTH_GROUP',
      theme: `一起读书${index}`,
    },
    ...{ themeEn: null, onDate, startMinute, endMinute: startMinute + 120, childrenGroup: `小组${index % 10}` },
    ...{
      children: 12,
      childrenPerAdult: 4,
      taskGoal: '读完一本书',
      processGoal: '认识新朋友',
      childrenPart: '孩子们选书',
    },
    ...{ riskChildrenSealed: null, riskStaffSealed: null, roles: [], budget: [], state: 'OPEN', plannedBy: workerId },
    ...{ reviewedBy: null, cancelReasonSealed: null, requestId: `f${index}`, version: 1, createdAt: CREATED },
  };
}
