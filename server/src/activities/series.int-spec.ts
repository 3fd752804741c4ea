// Series of activities on the engine under test: which days are skipped and why, that each occasion passes its own gates,
// and that later ones are called off together only while no team counts on them.
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Activity } from './index.js';

const SERIES = 'series { name every occasions { activityId onDate state } }';
const SAVED = `__typename ... on Activity { id version state onDate ${SERIES} } ... on InvalidInput { fields { field code } }`;
const MAKE = `mutation ($i: PlanActivitySeriesInput!) { outcome: planActivitySeries(input: $i) { ${SAVED} } }`;
const STEPPED = `__typename ... on SeriesStepped { stepped left { onDate why } } ... on InvalidInput { fields { field code } }
  ... on SeriesHeld { held { onDate names } } ... on StaleVersion { currentVersion }`;
const step = (name: string, type: string) => `mutation ($i: ${type}!) { outcome: ${name}(input: $i) { ${STEPPED} } }`;
const REVIEW = step('reviewSeries', 'SeriesStepInput');
const OPEN = step('openSeries', 'SeriesStepInput');
const CANCEL = step('cancelSeries', 'CancelSeriesInput');
const CHANGE = step('changeSeries', 'ChangeSeriesInput');
const DAYS = `query ($onDate: LocalDate!, $repeat: RepeatInput!) { outcome: seriesDays(onDate: $onDate, repeat: $repeat) {
  __typename ... on SeriesDays { days skipped { day name } kept { day } } ... on InvalidInput { fields { field code } } } }`;
const ONE = `query ($id: ID!) { activity(id: $id) { id version state theme onDate venue { name } ${SERIES} } }`;
const VENUE = 'mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { ... on Venue { id } } }';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly series: { readonly occasions: readonly { readonly activityId: string; readonly onDate: string }[] };
}
let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let outside: TestClient;
let [hall, library] = ['', ''];
let team: { id: string }[];
let count = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const days = async (onDate: string, repeat: object) =>
  (await worker.data<{ outcome: object }>(DAYS, { onDate, repeat: { keep: [], ...repeat } })).outcome;
const one = async (id: string, client = worker) =>
  (await client.data<{ activity: Outcome & { state: string; theme: string } }>(ONE, { id })).activity;
const at = async (id: string) => ({ activityId: id, version: (await one(id)).version });
const states = async (made: Outcome) => {
  const { series } = await one(made.id);
  return series.occasions.map((occasion) => `${occasion.onDate} ${(occasion as never as { state: string }).state}`);
};
const fields = (more: object = {}) => ({
  ...{ kind: 'GROWTH_GROUP', theme: `周三课后班${(count += 1)}`, themeEn: '', venueId: hall, onDate: '2026-12-16' },
  ...{ startMinute: 960, endMinute: 1050, childrenGroup: '周三小组', children: 8, childrenPerAdult: 4 },
  ...{ taskGoal: '写完作业', processGoal: '互相请教', childrenPart: '孩子们排值日', riskChildren: '走散：两人一组。' },
  ...{ riskStaff: '带药箱。', inChargeIds: [team[0]?.id], roles: [{ task: '陪读', seats: 1, skill: '' }], budget: [] },
  ...more,
});
const make = (repeat: object, more: object = {}) =>
  act(worker, MAKE, { ...fields(more), repeat: { every: 'WEEK', keep: [], ...repeat }, requestId: `s${count}` });

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@series.example' });
  const signedIn = async (identifier: string) => {
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@series.example' });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@series.example' });
  const elsewhere = await addAgency(app, '别处');
  await addPerson(app, elsewhere, { name: '外人', roles: ['SUPERVISOR'], identifier: 'outside@series.example' });
  worker = await signedIn('worker@series.example');
  supervisor = await signedIn('supervisor@series.example');
  outside = await signedIn('outside@series.example');
  team = (await worker.data<{ activityTeam: typeof team }>('{ activityTeam { id } }')).activityTeam;
  const seen = { people: 40, checks: VENUE_CHECKS.map(({ code }) => code), checkedOn: '2026-11-20' };
  hall = (await act(worker, VENUE, { name: '社区大厅', ...seen })).id;
  library = (await act(worker, VENUE, { name: '图书馆', ...seen })).id;
}, 60_000);
afterAll(() => platform.stop());

describe('a series', () => {
  it('shows its days before it is made, by the agency’s own table of holidays', async () => {
    expect(await days('2027-01-27', { every: 'WEEK', times: 3 })).toMatchObject({
      days: ['2027-01-27', '2027-02-03', '2027-02-10'],
      skipped: [],
    });
    const mark = 'mutation ($i: MarkHolidayInput!) { outcome: markHoliday(input: $i) { __typename } }';
    const director = platform.client();
    await director.signIn('director@series.example', TEST_PASSWORD);
    await director.data(mark, { i: { day: '2027-02-03', mark: 'OFF', name: '站庆' } });
    expect(await days('2027-01-27', { every: 'WEEK', times: 3 })).toMatchObject({
      days: ['2027-01-27', '2027-02-10', '2027-02-17'],
      skipped: [{ day: '2027-02-03', name: '站庆' }],
    });
    expect(await days('2027-01-27', { every: 'WEEK', times: 2, keep: ['2027-02-03'] })).toMatchObject({
      days: ['2027-01-27', '2027-02-03'],
      kept: [{ day: '2027-02-03' }],
    });
  });

  it('is refused to others, and with a wish that means nothing', async () => {
    const wish = { every: 'WEEK', times: 2, keep: [] };
    const volunteer = { name: '别人', roles: ['VOLUNTEER' as const], identifier: 'volunteer@series.example' };
    await addPerson(platform.app, agencyId, volunteer);
    const client = platform.client();
    await client.signIn(volunteer.identifier, TEST_PASSWORD);
    for (const answer of [
      await client.graphql(DAYS, { onDate: '2026-12-01', repeat: wish }),
      await client.graphql(MAKE, { i: { ...fields(), repeat: wish, requestId: 'v' } }),
    ]) {
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    expect(await days('2026-12-01', { every: 'WEEK' })).toMatchObject({
      fields: [{ field: 'times', code: 'REQUIRED' }],
    });
    expect(await make({ times: 99 })).toMatchObject({ fields: [{ field: 'times', code: 'OUT_OF_RANGE' }] });
    expect(await make({ times: 2 }, { theme: ' ' })).toMatchObject({ fields: [{ field: 'theme', code: 'REQUIRED' }] });
    const made = await make({ times: 2 });
    expect(await outside.data(ONE, { id: made.id })).toEqual({ activity: null });
    const theirs = { activityId: made.id, version: made.version };
    expect(await act(outside, REVIEW, theirs)).toEqual({ __typename: 'NotFound' });
    expect(await act(worker, CANCEL, { ...theirs, version: 9, reason: '不办' })).toMatchObject({ currentVersion: 1 });
  });

  it('is made once, though it is sent twice at once, and every occasion is a plan of its own', async () => {
    const wish = { ...fields(), repeat: { every: 'FORTNIGHT', times: 3, keep: [] }, requestId: 'once' };
    const [first, second] = await Promise.all([act(worker, MAKE, wish), act(worker, MAKE, wish)]);
    expect(second?.id).toBe(first?.id);
    expect(await states(first as Outcome)).toEqual(['2026-12-16 DRAFT', '2026-12-30 DRAFT', '2027-01-13 DRAFT']);
    const rows = await platform.app.get(Database).repository(Activity).findBy({ theme: wish.theme });
    expect(new Set(rows.map(({ riskChildrenSealed }) => riskChildrenSealed)).size).toBe(3);
    const plan = 'query ($id: ID!) { activity(id: $id) { riskChildren inCharge { name } } }';
    const last = first?.series.occasions[2]?.activityId;
    expect(await worker.data(plan, { id: last })).toEqual({
      activity: { riskChildren: '走散：两人一组。', inCharge: [{ name: expect.any(String) as string }] },
    });
  });

  it('passes and opens later occasions together, and names each that cannot be', async () => {
    const busy = await make({ times: 2 }, { onDate: '2027-03-10', startMinute: 840, endMinute: 900 });
    expect(await act(supervisor, REVIEW, await at(busy.id))).toMatchObject({ stepped: 2, left: [] });
    const made = await make({ times: 3 }, { onDate: '2027-03-03', startMinute: 870, endMinute: 930 });
    expect(await act(supervisor, REVIEW, await at(made.id))).toEqual({
      ...{ __typename: 'SeriesStepped', stepped: 1 },
      left: [
        { onDate: '2027-03-10', why: 'TAKEN' },
        { onDate: '2027-03-17', why: 'TAKEN' },
      ],
    });
    expect(await act(worker, OPEN, await at(made.id))).toMatchObject({ stepped: 1, left: [] });
    expect(await states(made)).toEqual(['2027-03-03 OPEN', '2027-03-10 DRAFT', '2027-03-17 DRAFT']);
    const refused = await worker.graphql(REVIEW, { i: await at(made.id) });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('passes nobody’s own plan', async () => {
    const wish = {
      ...fields({ onDate: '2027-04-14' }),
      repeat: { every: 'WEEK', times: 2, keep: [] },
      requestId: 'own',
    };
    const own = await act(supervisor, MAKE, wish);
    expect(await act(supervisor, REVIEW, await at(own.id))).toMatchObject({
      stepped: 0,
      left: [{ why: 'OWN_PLAN' }, { why: 'OWN_PLAN' }],
    });
  });

  it('changes this and later ones on their own days, and leaves what is open', async () => {
    const made = await make({ times: 4 }, { onDate: '2027-05-12' });
    const [, second, third] = made.series.occasions.map(({ activityId }) => activityId);
    await act(supervisor, REVIEW, await at(third as string));
    await act(worker, OPEN, await at(third as string));
    const change = {
      ...fields({ theme: '换了地方', venueId: library, onDate: '2027-09-09' }),
      ...(await at(second as string)),
    };
    expect(await act(worker, CHANGE, change)).toMatchObject({
      stepped: 1,
      left: [
        { onDate: '2027-05-26', why: 'STATE' },
        { onDate: '2027-06-02', why: 'STATE' },
      ],
    });
    expect(await one(second as string)).toMatchObject({
      theme: '换了地方',
      onDate: '2027-05-19',
      venue: { name: '图书馆' },
    });
    expect((await one(made.id)).theme).toContain('周三课后班');
  });

  it('calls this and later ones off with one reason, and keeps the earlier ones', async () => {
    const made = await make({ times: 4 }, { onDate: '2027-07-07' });
    const second = made.series.occasions[1]?.activityId as string;
    expect(await act(worker, CANCEL, { ...(await at(second)), reason: ' ' })).toMatchObject({
      fields: [{ field: 'reason', code: 'REQUIRED' }],
    });
    const twice = { ...(await at(second)), reason: '放暑假' };
    const both = await Promise.all([act(worker, CANCEL, twice), act(supervisor, CANCEL, twice)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['SeriesStepped', 'StaleVersion']);
    expect(await states(made)).toEqual([
      '2027-07-07 DRAFT',
      '2027-07-14 CANCELLED',
      '2027-07-21 CANCELLED',
      '2027-07-28 CANCELLED',
    ]);
  });

  it('calls nothing off while a team counts on one of the days and can no longer be told in time', async () => {
    const made = await make({ times: 3 }, { onDate: '2026-11-25' });
    const ids = made.series.occasions.map(({ activityId }) => fromGlobalId('Activity', activityId) as string);
    await confirmedBooking(ids[1] as string);
    expect(await act(worker, CANCEL, { ...(await at(made.id)), reason: '不办了' })).toEqual({
      __typename: 'SeriesHeld',
      held: [{ onDate: '2026-12-02', names: ['远航科技'] }],
    });
    expect(new Set((await states(made)).map((state) => state.slice(11)))).toEqual(new Set(['DRAFT']));
    const third = made.series.occasions[2]?.activityId as string;
    expect(await act(worker, CANCEL, { ...(await at(third)), reason: '不办了' })).toMatchObject({ stepped: 1 });
  });
});

/** A team that was confirmed for a day, with twelve days of notice. */
async function confirmedBooking(activityId: string): Promise<void> {
  const [createdAt, version] = [platform.clock.nowIso(), 1];
  const id = (tail: string) => `01900000-0000-7000-8000-0000000000${tail}`;
  await platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const rows = (name: string) => platform.app.get(Database).manager.getRepository(name);
    const teamRow = { kind: 'COMPANY', name: '远航科技', shortName: '远航', state: 'ACTIVE', recordedBy: id('01') };
    await rows('VolunteerTeam').insert({ id: id('02'), agencyId, ...teamRow, version, createdAt });
    const terms = { guestsPerWorker: 5, guestsPerChild: 1, visitsPerMonth: 2, hasOtherTasks: false, otherTasks: null };
    const spans = { checkLeadDays: 3, cutOffDays: 2, noticeDays: 12, costLines: [] };
    await rows('TeamOffer').insert({ id: id('03'), agencyId, activityId, ...terms, ...spans, version, createdAt });
    const wish = { tasks: 'WITH_CHILDREN', people: 3, wanted: 3, partly: false, state: 'CONFIRMED', costs: [] };
    const none = { expiresAt: null, endedHow: null, reasonSealed: null, budgetFen: null, requestId: 'b' };
    const who = { teamId: id('02'), activityId, requestedBy: id('01') };
    await rows('TeamBooking').insert({ id: id('04'), agencyId, ...who, ...wish, ...none, version, createdAt });
  });
}
