// Team days on the engine under test: whose they are not, that no place is anybody's twice however many ask at once, that
// holds and offers run out by themselves, and that who waits is asked in order (SM5b, H8, T11).
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Clock } from '../platform/clock/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const BOOKING = `__typename ... on TeamBooking { id version state people wanted inLine reason cost endedHow expiresAt
  steps { state people by } day { id places { tasks free binding } waiting } }
  ... on CapacityFull { places { tasks free binding } } ... on PlacesFree { places { free } }
  ... on AlreadyBooked { bookingId } ... on NoticeOver { lastDay } ... on InvalidInput { fields { field code } }
  ... on StaleVersion { currentVersion } ... on TransitionRefused { from to }`;
const HOLD = `mutation ($i: TeamWishInput!) { outcome: holdTeamDay(input: $i) { ${BOOKING} } }`;
const WAIT = `mutation ($i: TeamWishInput!) { outcome: waitForTeamDay(input: $i) { ${BOOKING} } }`;
const REQUEST = `mutation ($i: TeamBookingInput!) { outcome: requestTeamBooking(input: $i) { ${BOOKING} } }`;
const ACCEPT = `mutation ($i: TeamBookingInput!) { outcome: acceptTeamPlaces(input: $i) { ${BOOKING} } }`;
const CHANGE = `mutation ($i: ChangeTeamBookingInput!) { outcome: changeTeamBooking(input: $i) { ${BOOKING} } }`;
const CANCEL = `mutation ($i: EndTeamBookingInput!) { outcome: cancelTeamBooking(input: $i) { ${BOOKING} } }`;
const CONFIRM = `mutation ($i: TeamBookingInput!) { outcome: confirmTeamBooking(input: $i) { ${BOOKING} } }`;
const DECLINE = `mutation ($i: EndTeamBookingInput!) { outcome: declineTeamBooking(input: $i) { ${BOOKING} } }`;
const OFFER = `mutation ($i: SaveTeamOfferInput!) { outcome: saveTeamOffer(input: $i) { __typename
  ... on TeamOffer { version guestsPerWorker } ... on InvalidInput { fields { field code } }
  ... on TransitionRefused { from to } ... on StaleVersion { currentVersion } } }`;
const TEAM = `mutation ($i: SaveTeamInput!) { outcome: saveTeam(input: $i) { __typename
  ... on VolunteerTeam { id version coordinators { id name } } ... on InvalidInput { fields { field code } } } }`;
const COORDINATOR = `mutation ($i: AddTeamCoordinatorInput!) { outcome: addTeamCoordinator(input: $i) { __typename
  ... on VolunteerTeam { id version coordinators { id name } } } }`;
const INVITE = `mutation ($i: InviteTeamCoordinatorInput!) { outcome: inviteTeamCoordinator(input: $i) { __typename
  ... on VolunteerTeam { id coordinators { id name } } ... on InvalidInput { fields { field code } } } }`;
const END = `mutation ($i: EndTeamCoordinatorInput!) { outcome: endTeamCoordinator(input: $i) { __typename } }`;
const ONE = `query ($id: ID!) { myTeamBooking(id: $id) {
  id version state people wanted inLine endedHow steps { state by } } }`;
const DAY =
  'query ($id: ID!) { teamDay(activityId: $id) { id places { tasks free binding } checkBy checksInTime waiting } }';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let csr: TestClient;
let hall: string;
let count = 0;
let day = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const ref = ({ id, version }: Outcome) => ({ bookingId: id, version });
const signedIn = async (identifier: string) => {
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
};
const mine = async (id: string) => (await csr.data<{ myTeamBooking: Outcome }>(ONE, { id })).myTeamBooking;

const USUAL = {
  ...{ guestsPerWorker: 12, guestsPerChild: 3, visitsPerMonth: 2, hasOtherTasks: true, otherTasks: '整理图书' },
  ...{ checkLeadDays: 15, cutOffDays: 7, noticeDays: 14, version: 0 },
  costLines: [{ what: '点心', amount: '2000', per: 'GUEST' }],
};

/** An open activity to which teams may come, on the usual terms but for some; to which they may not come yet: null. */
async function openDay(more: object = {}, terms: object | null = {}): Promise<string> {
  const inCharge = (await worker.data<{ activityTeam: { id: string; name: string }[] }>('{ activityTeam { id name } }'))
    .activityTeam;
  const onDate = new Date(Date.UTC(2027, 2, 1 + (day += 1))).toISOString().slice(0, 10);
  const plan = {
    ...{ kind: 'GROWTH_GROUP', theme: `一起读书${(count += 1)}`, themeEn: '', venueId: hall, onDate },
    ...{ startMinute: 540, endMinute: 660, childrenGroup: `小组${count}`, children: 10, childrenPerAdult: 5 },
    ...{ taskGoal: '读完一本书', processGoal: '认识新朋友', childrenPart: '孩子们选书，也主持讨论' },
    ...{ riskChildren: '走散：两人一组。', riskStaff: '中暑：每小时休息。', budget: [] },
    ...{ roles: [{ task: '陪读', seats: 2, skill: '' }], requestId: `d${count}` },
    inChargeIds: inCharge.filter(({ name }) => name === '林溪').map(({ id }) => id),
    ...more,
  };
  const PLAN = `mutation ($i: PlanActivityInput!) { outcome: planActivity(input: $i) { __typename ... on Activity { id version } } }`;
  const step = (name: string) =>
    `mutation ($i: ActivityStepInput!) { outcome: ${name}(input: $i) { __typename ... on Activity { id version } } }`;
  let activity = await act(worker, PLAN, plan);
  for (const [who, name] of [[supervisor, 'reviewActivity'] as const, [worker, 'openActivity'] as const]) {
    activity = await act(who, step(name), { activityId: activity.id, version: activity.version });
    expect(activity.__typename).toBe('Activity');
  }
  if (terms === null) return activity.id;
  const offer = { ...USUAL, activityId: activity.id, ...terms };
  expect(await act(worker, OFFER, offer)).toMatchObject({ __typename: 'TeamOffer', version: 1 });
  return activity.id;
}
const teamOf = async (name: string, coordinator = '何晴') => {
  const saved = await act(supervisor, TEAM, { kind: 'COMPANY', name, shortName: name, state: 'ACTIVE' });
  const { coordinatorChoices } = await supervisor.data<{ coordinatorChoices: { id: string; name: string }[] }>(
    '{ coordinatorChoices { id name } }',
  );
  const choiceId = coordinatorChoices.find((one) => one.name === coordinator)?.id;
  expect(await act(supervisor, COORDINATOR, { teamId: saved.id, choiceId })).toMatchObject({
    coordinators: [{ name: coordinator }],
  });
  return saved.id;
};
const wish = (teamId: string, activityId: string, people: number, more: object = {}) => ({
  ...{ teamId, activityId, people, tasks: 'WITH_CHILDREN', partly: false, requestId: `w${(count += 1)}`, ...more },
});
const pass = (minutes: number) => {
  platform.clock.advance(minutes * 60_000);
};

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@team.example' });
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@team.example' });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@team.example' });
  await addPerson(app, agencyId, { name: '何晴', roles: ['CSR_COORDINATOR'], identifier: 'csr@team.example' });
  worker = await signedIn('worker@team.example');
  supervisor = await signedIn('supervisor@team.example');
  csr = await signedIn('csr@team.example');
  const checks = VENUE_CHECKS.map(({ code }) => code);
  const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { __typename ... on Venue { id } } }`;
  hall = (await act(worker, VENUE, { name: '社区大厅', people: 60, checks, checkedOn: '2026-11-01' })).id;
}, 60_000);
afterAll(() => platform.stop());

describe('a team day is refused', () => {
  it('to whoever books for no team, for another team, or from another agency: none of it exists', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('星河科技');
    const held = await act(csr, HOLD, wish(teamId, activityId, 4));
    await addPerson(platform.app, agencyId, { name: '旁人', roles: ['CSR_COORDINATOR'], identifier: 'x@team.example' });
    const elsewhere = await addAgency(platform.app, '别处');
    const roles = ['CSR_COORDINATOR', 'SUPERVISOR'] as const;
    await addPerson(platform.app, elsewhere, { name: '外人', roles, identifier: 'out@team.example' });
    for (const other of [await signedIn('x@team.example'), await signedIn('out@team.example')]) {
      expect(await other.data(ONE, { id: held.id })).toEqual({ myTeamBooking: null });
      expect(await other.data('{ myTeamBookings { id } }')).toEqual({ myTeamBookings: [] });
      const tries = [
        [HOLD, wish(teamId, activityId, 1)],
        [WAIT, wish(teamId, activityId, 99)],
        [REQUEST, ref(held)],
        [REQUEST, { ...ref(held), version: 9 }],
        [CANCEL, { ...ref(held), reason: '不来' }],
        [CHANGE, { ...ref(held), people: 1 }],
      ] as const;
      for (const [mutation, i] of tries) expect((await act(other, mutation, i)).__typename).toBe('NotFound');
    }
    const outside = await signedIn('out@team.example');
    expect((await act(outside, CONFIRM, ref(held))).__typename).toBe('NotFound');
    expect(await outside.data(DAY, { id: activityId })).toEqual({ teamDay: null });
    expect((await csr.graphql(CONFIRM, { i: ref(held) })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await worker.graphql(HOLD, { i: wish(teamId, activityId, 1) })).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
  });

  it('when its coordinator books for the team no more, from that moment', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('旧友公司');
    const { volunteerTeams } = await supervisor.data<{
      volunteerTeams: { id: string; coordinators: { id: string }[] }[];
    }>('{ volunteerTeams { id coordinators { id } } }');
    const coordinatorId = volunteerTeams.find(({ id }) => id === teamId)?.coordinators[0]?.id;
    await act(supervisor, END, { coordinatorId });
    expect((await act(csr, HOLD, wish(teamId, activityId, 1))).__typename).toBe('NotFound');
  });

  it('with words and numbers that mean nothing, each field named', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('问号公司');
    expect(await act(csr, HOLD, wish(teamId, activityId, 0, { budget: '3.5', requestId: ' ' }))).toMatchObject({
      fields: [
        { field: 'people', code: 'OUT_OF_RANGE' },
        { field: 'budget', code: 'NOT_AN_AMOUNT' },
        { field: 'requestId', code: 'REQUIRED' },
      ],
    });
    const wrong = { kind: 'CLUB', name: '问号公司', shortName: ' ', state: 'ACTIVE' };
    expect(await act(supervisor, TEAM, wrong)).toMatchObject({
      fields: [
        { field: 'name', code: 'TAKEN' },
        { field: 'shortName', code: 'REQUIRED' },
      ],
    });
    const draft = { activityId, version: 0, guestsPerWorker: 0, guestsPerChild: 3, visitsPerMonth: 1 };
    const rest = { hasOtherTasks: true, otherTasks: '', checkLeadDays: 1, cutOffDays: 1, noticeDays: 1, costLines: [] };
    expect(await act(worker, OFFER, { ...draft, ...rest })).toMatchObject({
      fields: [
        { field: 'guestsPerWorker', code: 'OUT_OF_RANGE' },
        { field: 'otherTasks', code: 'REQUIRED' },
      ],
    });
  });

  it('too near to the day for the checks of whoever meets children: other tasks only (T11, H8)', async () => {
    const today = platform.app.get(Clock).nowIso().slice(0, 10);
    const soon = new Date(Date.parse(today) + 12 * 86_400_000).toISOString().slice(0, 10);
    const activityId = await openDay({ onDate: soon });
    const teamId = await teamOf('急性子公司');
    expect(await act(csr, HOLD, wish(teamId, activityId, 5))).toMatchObject({
      __typename: 'CapacityFull',
      places: { free: 0, binding: 'CHECK_TIME' },
    });
    expect(await act(csr, HOLD, wish(teamId, activityId, 5, { tasks: 'WITHOUT_CHILDREN' }))).toMatchObject({
      state: 'HELD',
    });
  });

  it('with children who have had their visits of the month (P19)', async () => {
    const group = { childrenGroup: '周三小组' };
    const once = { visitsPerMonth: 1 };
    const [first, second] = [await openDay(group, once), await openDay(group, once)];
    const teamId = await teamOf('二次公司');
    expect(await act(csr, HOLD, wish(teamId, first, 3))).toMatchObject({ state: 'HELD' });
    const other = await teamOf('三次公司');
    expect(await act(csr, HOLD, wish(other, second, 3))).toMatchObject({ places: { free: 0, binding: 'EXPOSURE' } });
    expect(await act(csr, HOLD, wish(other, first, 3))).toMatchObject({ state: 'HELD' });
  });
});

describe('a team day goes its way', () => {
  it('from the hold to the desk and back to the team, each step in the story', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('和风银行');
    const first = wish(teamId, activityId, 8, { budget: '500000' });
    const held = await act(csr, HOLD, first);
    expect(held).toMatchObject({
      state: 'HELD',
      people: 8,
      cost: '16000',
      day: { places: [{ free: 4 }, { free: 4 }] },
    });
    expect(await act(csr, HOLD, first)).toMatchObject({ id: held.id });
    expect(await act(csr, HOLD, wish(teamId, activityId, 1))).toMatchObject({ bookingId: held.id });
    expect(await act(worker, CONFIRM, ref(held))).toMatchObject({ from: 'HELD', to: 'CONFIRMED' });
    const requested = await act(csr, REQUEST, ref(held));
    expect(requested).toMatchObject({ state: 'REQUESTED', expiresAt: null });
    expect(await act(csr, REQUEST, ref(held))).toMatchObject({ currentVersion: 2 });
    const confirmed = await act(worker, CONFIRM, ref(requested));
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    expect(await act(csr, CHANGE, { ...ref(confirmed), people: 13 })).toMatchObject({
      places: { free: 4, binding: 'WORKERS' },
    });
    const more = await act(csr, CHANGE, { ...ref(confirmed), people: 12 });
    expect(more).toMatchObject({ people: 12, day: { places: [{ free: 0 }, { free: 0 }] } });
    const gone = await act(csr, CANCEL, { ...ref(more), reason: '公司那天要开会' });
    expect(gone).toMatchObject({ state: 'CANCELLED', endedHow: 'BY_TEAM', reason: '公司那天要开会' });
    expect(gone).toMatchObject({
      steps: [
        { state: 'HELD', people: 8, by: '何晴' },
        { state: 'REQUESTED', people: 8, by: '何晴' },
        { state: 'CONFIRMED', people: 8, by: '林溪' },
        { state: 'CONFIRMED', people: 12, by: '何晴' },
        { state: 'CANCELLED', people: 12, by: '何晴' },
      ],
    });
    const again = await act(csr, HOLD, wish(teamId, activityId, 12));
    const declined = await act(worker, DECLINE, { ...ref(again), reason: '场地要修' });
    expect(declined).toMatchObject({ state: 'CANCELLED', endedHow: 'BY_AGENCY', reason: '场地要修' });
  });

  it('and is not cancelled by the team within the notice, but at the desk', async () => {
    const today = platform.app.get(Clock).nowIso().slice(0, 10);
    const soon = new Date(Date.parse(today) + 11 * 86_400_000).toISOString().slice(0, 10);
    const activityId = await openDay({ onDate: soon, startMinute: 900, endMinute: 960 });
    const teamId = await teamOf('最后公司');
    const held = await act(csr, HOLD, wish(teamId, activityId, 2, { tasks: 'WITHOUT_CHILDREN' }));
    const confirmed = await act(worker, CONFIRM, ref(await act(csr, REQUEST, ref(held))));
    expect(await act(csr, CANCEL, { ...ref(confirmed), reason: '不来了' })).toMatchObject({ __typename: 'NoticeOver' });
    expect(await act(worker, DECLINE, { ...ref(confirmed), reason: ' ' })).toMatchObject({
      fields: [{ field: 'reason', code: 'REQUIRED' }],
    });
    expect(await act(worker, DECLINE, { ...ref(confirmed), reason: '电话里说好了' })).toMatchObject({
      state: 'CANCELLED',
    });
  });

  it('with everybody told when the activity is called off', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('雨天公司');
    const held = await act(csr, HOLD, wish(teamId, activityId, 2));
    const ACTIVITY = 'query ($id: ID!) { activity(id: $id) { version } }';
    const { activity } = await worker.data<{ activity: { version: number } }>(ACTIVITY, { id: activityId });
    const OFF = `mutation ($i: CancelActivityInput!) { outcome: cancelActivity(input: $i) { __typename } }`;
    await act(worker, OFF, { activityId, version: activity.version, reason: '大雨' });
    expect(await act(csr, HOLD, wish(await teamOf('晴天公司'), activityId, 1))).toMatchObject({
      __typename: 'DayClosed',
    });
    await platform.app.get(JobWorker).drain();
    expect(await mine(held.id)).toMatchObject({ state: 'CANCELLED', endedHow: 'ACTIVITY_CANCELLED' });
    const { notices } = await csr.data<{ notices: { title: string }[] }>('{ notices { title } }');
    expect(notices[0]?.title).toBe('约好的活动取消了');
  });
});

describe('an offer to teams', () => {
  it('is made once, of several colleagues who make it at once', async () => {
    const activityId = await openDay({}, null);
    const all = [worker, supervisor, worker, supervisor];
    const answers = await Promise.all(all.map((one) => act(one, OFFER, { ...USUAL, activityId })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      ...['StaleVersion', 'StaleVersion', 'StaleVersion', 'TeamOffer'],
    ]);
  });
});

describe('places', () => {
  it('of twelve are had by two whole teams of five, of twenty that ask at once', async () => {
    const activityId = await openDay();
    const teams: string[] = [];
    for (let i = 0; i < 20; i += 1) teams.push(await teamOf(`同时${i}`));
    const answers = await Promise.all(teams.map((teamId) => act(csr, HOLD, wish(teamId, activityId, 5))));
    expect(answers.filter(({ state }) => state === 'HELD')).toHaveLength(2);
    expect(answers.filter(({ __typename }) => __typename === 'CapacityFull')).toHaveLength(18);
  });

  it('of two days of the same children are not promised at once where one visit a month is left', async () => {
    for (let round = 0; round < 3; round += 1) {
      const group = { childrenGroup: `一起${round}` };
      const days = [await openDay(group, { visitsPerMonth: 1 }), await openDay(group, { visitsPerMonth: 1 })];
      const teams = [await teamOf(`甲${round}`), await teamOf(`乙${round}`)];
      const answers = await Promise.all(days.map((id, i) => act(csr, HOLD, wish(teams[i] ?? '', id, 2))));
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['CapacityFull', 'TeamBooking']);
    }
  });

  it('come back when a hold runs out, and go to those who wait, in their order, whole or in part', async () => {
    const activityId = await openDay();
    const names = ['先到', '大队', '小队', '散客'];
    const [first = '', whole = '', part = '', last = ''] = await Promise.all(names.map((name) => teamOf(name)));
    const held = await act(csr, HOLD, wish(first, activityId, 10));
    const waits = [
      await act(csr, WAIT, wish(whole, activityId, 13)),
      await act(csr, WAIT, wish(part, activityId, 20, { partly: true })),
      await act(csr, WAIT, wish(last, activityId, 3)),
    ] as const;
    // Two places are free and a part of the second team would come: it does not wait longer than it must.
    expect(await mine(waits[1].id)).toMatchObject({ state: 'OFFERED', people: 2, wanted: 20 });
    await act(csr, CHANGE, { ...ref(held), people: 9 });
    expect(await mine(waits[0].id)).toMatchObject({ state: 'WAITLISTED', inLine: 1 });
    expect(await mine(waits[2].id)).toMatchObject({ state: 'WAITLISTED', inLine: 2 });
    const spare = wish(await teamOf('不必等'), activityId, 1);
    expect(await act(csr, WAIT, spare)).toMatchObject({ __typename: 'PlacesFree', places: { free: 1 } });
    pass(31);
    expect(await act(csr, REQUEST, { bookingId: held.id, version: 2 })).toMatchObject({ __typename: 'HoldExpired' });
    await platform.app.get(JobWorker).drain();
    expect(await mine(held.id)).toMatchObject({ state: 'CANCELLED', endedHow: 'EXPIRED', steps: [{}, {}, { by: '' }] });
    // Ten are free: the whole team of thirteen still does not fit, the three do.
    const three = await mine(waits[2].id);
    expect(three).toMatchObject({ state: 'OFFERED', people: 3 });
    const accepted = await act(csr, ACCEPT, ref(three));
    expect(accepted).toMatchObject({ state: 'CONFIRMED' });
    pass(49 * 60);
    expect(await act(csr, ACCEPT, ref(await mine(waits[1].id)))).toMatchObject({ __typename: 'HoldExpired' });
    await platform.app.get(JobWorker).drain();
    expect(await mine(waits[1].id)).toMatchObject({ state: 'CANCELLED', endedHow: 'EXPIRED' });
  });

  it('are not waited for by a team that could have them', async () => {
    const activityId = await openDay();
    const teamId = await teamOf('着急公司');
    expect(await act(csr, WAIT, wish(teamId, activityId, 2))).toMatchObject({ places: { free: 12 } });
  });
});

describe('a coordinator', () => {
  it('is invited by the director only, and books from the first sign-in on', async () => {
    const director = await signedIn('director@team.example');
    const teamId = await teamOf('新来的学院');
    const who = { teamId, name: '高老师', identifier: '13900001234', locale: 'ZH_CN' };
    expect((await act(supervisor, INVITE, who)).__typename).toBe('CannotInvite');
    expect(await act(director, INVITE, { ...who, identifier: '—' })).toMatchObject({
      fields: [{ field: 'identifier' }],
    });
    expect(await act(director, INVITE, who)).toMatchObject({ coordinators: [{ name: '何晴' }, { name: '高老师' }] });
    expect((await act(director, INVITE, who)).__typename).toBe('CannotInvite');
  });
});
