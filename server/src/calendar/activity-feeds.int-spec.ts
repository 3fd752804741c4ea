// Activities, seats and team days in their owners' calendars, read by somebody else's parser from the first day to the
// last: one appointment whose name stays, whose number of changes grows, and that is struck out instead of vanishing.
import ICAL from 'ical.js';
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const VENUE = 'mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { ... on Venue { id } } }';
const SAVED = '... on Activity { id version }';
const PLAN = `mutation ($i: PlanActivityInput!) { outcome: planActivity(input: $i) { ${SAVED} } }`;
const CHANGE = `mutation ($i: ChangeActivityInput!) { outcome: changeActivity(input: $i) { ${SAVED} } }`;
const REVIEW = `mutation ($i: ActivityStepInput!) { outcome: reviewActivity(input: $i) { ${SAVED} } }`;
const OPEN = `mutation ($i: ActivityStepInput!) { outcome: openActivity(input: $i) { ${SAVED} } }`;
const CANCEL = `mutation ($i: CancelActivityInput!) { outcome: cancelActivity(input: $i) { ${SAVED} } }`;

interface Saved {
  readonly id: string;
  readonly version: number;
}
let platform: TestApp;
let agencyId: AgencyId;
let count = 0;
const clients = new Map<string, TestClient>();
const people = new Map<string, string>();
const feeds = new Map<string, string>();

const client = (who: string) => clients.get(who) as TestClient;
const act = async (who: string, mutation: string, i: object) =>
  (await client(who).data<{ outcome: Saved }>(mutation, { i })).outcome;
const rows = (name: string) => platform.app.get(Database).manager.getRepository(name);
const written = (work: () => Promise<unknown>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const newId = () => `01900000-0000-7000-8000-0000000fee${String((count += 1)).padStart(2, '0')}`;

async function text(who: string): Promise<string> {
  const renew = 'mutation { renewMyCalendar { url } }';
  if (!feeds.has(who)) {
    const { renewMyCalendar } = await client(who).data<{ renewMyCalendar: { url: string } }>(renew);
    feeds.set(who, new URL(renewMyCalendar.url).pathname);
  }
  return (await platform.client().fetch(feeds.get(who) as string)).text();
}
/** The one appointment of somebody's calendar. */
async function only(who: string) {
  const calendar = new ICAL.Component(ICAL.parse(await text(who)) as unknown[]);
  const [event, ...more] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(more).toEqual([]);
  if (!event) throw new Error(`${who} has nothing in the calendar`);
  const property = (name: string) => event.component.getFirstPropertyValue(name);
  const { uid, sequence, summary } = event;
  const starts = event.startDate.toJSDate().toISOString();
  return { uid, sequence, summary, starts, status: property('status'), stamp: String(property('dtstamp')) };
}
const plan = (venueId: string, more: object = {}) => ({
  ...{ kind: 'GROWTH_GROUP', theme: '长长的主题：一起读书'.repeat(5), themeEn: '', venueId, onDate: '2026-12-19' },
  ...{ startMinute: 540, endMinute: 660, childrenGroup: '周六小组', children: 4, childrenPerAdult: 4 },
  ...{
    taskGoal: '读完',
    processGoal: '认识',
    childrenPart: '选书',
    riskChildren: '走散：两人一组。',
    riskStaff: '休息',
  },
  ...{ inChargeIds: [people.get('林溪')], roles: [{ task: '陪读', seats: 2, skill: '' }], budget: [], ...more },
});

beforeAll(async () => {
  platform = await startTestApp({ PUBLIC_URL: 'https://t.example' });
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@feeds.example' });
  for (const [name, role] of [
    ['林溪', 'SOCIAL_WORKER'],
    ['陈静', 'SUPERVISOR'],
    ['何小舟', 'VOLUNTEER'],
    ['罗青山', 'CSR_COORDINATOR'],
    ['沈一一', 'VOLUNTEER'],
  ] as const) {
    const identifier = `p${clients.size}@feeds.example`;
    people.set(name, await addPerson(app, agencyId, { name, roles: [role], identifier }));
    clients.set(name, platform.client());
    await client(name).signIn(identifier, TEST_PASSWORD);
  }
  const team = '{ activityTeam { id name } }';
  for (const { id, name } of (await client('林溪').data<{ activityTeam: { id: string; name: string }[] }>(team))
    .activityTeam) {
    if (name === '林溪') people.set(name, id);
  }
}, 60_000);
afterAll(() => platform.stop());

describe('calendars around one activity', () => {
  let [activity, venueId]: [Saved, string] = [{ id: '', version: 0 }, ''];

  it('show a plan to whoever is in charge as not certain, and moved under the same name', async () => {
    const seen = { people: 40, checks: VENUE_CHECKS.map(({ code }) => code), checkedOn: '2026-11-20' };
    venueId = (await act('林溪', VENUE, { name: '社区大厅', ...seen })).id;
    activity = await act('林溪', PLAN, { ...plan(venueId), requestId: 'feeds' });
    const first = await only('林溪');
    expect(first).toMatchObject({ status: 'TENTATIVE', summary: '活动', starts: '2026-12-19T01:00:00.000Z' });
    const step = { activityId: activity.id, version: activity.version };
    activity = await act('林溪', CHANGE, { ...plan(venueId, { onDate: '2026-12-20' }), ...step });
    const second = await only('林溪');
    expect([second.uid, second.starts]).toEqual([first.uid, '2026-12-20T01:00:00.000Z']);
    expect(second.sequence).toBeGreaterThan(first.sequence);
    for (const mutation of [REVIEW, OPEN]) {
      activity = await act('陈静', mutation, { activityId: activity.id, version: activity.version });
    }
    expect((await only('林溪')).status).toBe('CONFIRMED');
  });

  it('show a seat, a team’s booking and a place on its roster to their owners alone', async () => {
    const activityId = fromGlobalId('Activity', activity.id) as string;
    const [createdAt, version] = [platform.clock.nowIso(), 1];
    const [teamId, bookingId] = [newId(), newId()];
    const hours = { onDate: '2026-12-20', startMinute: 540, endMinute: 660 };
    await written(async () => {
      const by = people.get('陈静');
      const team = { kind: 'COMPANY', name: '远航科技', shortName: '远航', state: 'ACTIVE', recordedBy: by };
      await rows('VolunteerTeam').insert({ id: teamId, agencyId, ...team, version, createdAt });
      const books = { personId: people.get('罗青山'), sinceOn: '2026-01-01', untilOn: null };
      await rows('TeamCoordinator').insert({ id: newId(), agencyId, teamId, ...books });
      const wish = { tasks: 'WITH_CHILDREN', people: 3, wanted: 3, partly: false, state: 'REQUESTED', costs: [] };
      const none = { expiresAt: null, endedHow: null, reasonSealed: null, budgetFen: null, requestId: 'b' };
      const day = { teamId, activityId, requestedBy: people.get('罗青山') };
      await rows('TeamBooking').insert({ id: bookingId, agencyId, ...day, ...wish, ...none, version, createdAt });
      const stepped = { bookingId, at: createdAt, doneBy: null, state: 'REQUESTED', people: 3 };
      await rows('TeamBookingStep').insert({ id: newId(), agencyId, ...stepped });
      const place = { bookingId, personId: people.get('沈一一'), tasks: 'WITH_CHILDREN', state: 'JOINED' };
      await rows('RosterPlace').insert({ id: newId(), agencyId, ...place, changedAt: createdAt, createdAt });
      const seat = {
        activityId,
        personId: people.get('何小舟'),
        role: 0,
        source: 'HAND',
        state: 'PUBLISHED',
        ...hours,
      };
      const told = { publishedAt: createdAt, publishedBy: by, runId: null, value: null, answeredAt: null };
      await rows('SeatAssignment').insert({
        ...{ id: newId(), agencyId, ...seat, ...told, reasonSealed: null, version, createdAt },
      });
    });
    expect(await only('何小舟')).toMatchObject({ status: 'CONFIRMED', summary: '活动' });
    expect(await only('罗青山')).toMatchObject({ status: 'TENTATIVE', summary: '团队活动' });
    expect(await only('沈一一')).toMatchObject({ status: 'CONFIRMED', summary: '团队活动' });
    await written(() => rows('TeamBooking').update({ id: bookingId }, { state: 'CONFIRMED', version: 2 }));
    expect(await only('罗青山')).toMatchObject({ status: 'CONFIRMED' });
  });

  it('name nobody, in whole lines of at most 75 octets', async () => {
    for (const who of clients.keys()) {
      if (who === '陈静') continue;
      const written = await text(who);
      for (const name of [...people.keys(), '远航', '读书', '社区大厅']) expect(written).not.toContain(name);
      expect(written.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    }
  });

  it('strike out what was called off, for everybody, under the name that it had', async () => {
    const owners = ['林溪', '何小舟', '罗青山', '沈一一'] as const;
    const before = await Promise.all(owners.map((who) => only(who)));
    await act('林溪', CANCEL, { activityId: activity.id, version: activity.version, reason: '台风' });
    for (const [at, who] of owners.entries()) {
      const after = await only(who);
      expect([who, after.uid, after.status]).toEqual([who, before[at]?.uid, 'CANCELLED']);
      expect(after.summary).toMatch(/^已取消：/);
      expect(after.sequence).toBeGreaterThan(before[at]?.sequence ?? Infinity);
    }
    platform.clock.set('2027-01-15T02:00:00.000Z');
    expect(await only('何小舟')).toMatchObject({ status: 'CANCELLED' });
    platform.clock.set('2027-01-25T02:00:00.000Z');
    await expect(only('何小舟')).rejects.toThrow('nothing in the calendar');
  });
});
