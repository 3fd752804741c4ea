// A company's year on the engine under test: whose wishes nobody else reads, what the closing date ends, who is told once,
// what is refused by name when others were quicker, and that a day that is accepted is a booking like any other (P18).
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { YearPlans } from './year-plans.js';
import { CompanyYearRepository } from './company-year.repository.js';

const PLACE = `id day theme state decided wishRank people version bookingId activityId toDesign reason teamYes deskYes`;
const FIELDS = `__typename id year stage version entries { id theme venue version days { day planned } }
  teams { team { id name } yearsWithout renewal renewalReason wish { people budget mostDays months tasks wishes version }
    outcomes { theme given reasons } places { ${PLACE} } } run { companies served days gapPpm come gone }`;
const YEAR = `__typename ... on CompanyYear { ${FIELDS} } ... on InvalidInput { fields { field code } }
  ... on TransitionRefused { from to }`;
const STALE = '... on StaleVersion { currentVersion }';
const SAVE = `mutation ($i: SaveCompanyYearInput!) { outcome: saveCompanyYear(input: $i) { ${YEAR} ${STALE} } }`;
const ENTRY = `mutation ($i: SaveYearEntryInput!) { outcome: saveYearEntry(input: $i) { ${YEAR} ${STALE} } }`;
const OPEN = `mutation ($i: CompanyYearStepInput!) { outcome: openCompanyYear(input: $i) { ${YEAR} ${STALE} } }`;
const CLOSE = `mutation ($i: CompanyYearStepInput!) { outcome: closeCompanyYear(input: $i) { ${YEAR} ${STALE} } }`;
const WISH = `mutation ($i: SaveYearWishInput!) { outcome: saveYearWish(input: $i) { ${YEAR} ${STALE}
  ... on WishesClosed { wishesUntil } } }`;
const PLAN = `__typename ... on CompanyYearRun { id companies served days gapPpm come gone }
  ... on YearNotReady { code } ... on YearDayImpossible { reasons } ... on TransitionRefused { from to }`;
const RUN = `mutation ($i: RunCompanyYearInput!) { outcome: runCompanyYear(input: $i) { ${PLAN} } }`;
const MOVE = `mutation ($i: MoveYearPlaceInput!) { outcome: moveYearPlace(input: $i) { ${PLAN} } }`;
const TAKE = `mutation ($i: EndYearPlaceInput!) { outcome: endYearPlace(input: $i) { ${PLAN} } }`;
const TELL = `mutation ($i: CompanyYearStepInput!) { outcome: tellCompanyYear(input: $i) { __typename ${STALE}
  ... on CompanyYearTold { told refused { team theme day people free } } } }`;
const ANSWERED = `__typename ... on CompanyYearVisit { ${PLACE} } ... on YearDayTaken { code free } ${STALE}
  ... on TransitionRefused { from to } ... on InvalidInput { fields { field code } }`;
const ANSWER = `mutation ($i: AnswerYearPlaceInput!) { outcome: answerYearPlace(input: $i) { ${ANSWERED} } }`;
const DESIGN = `mutation ($i: DesignYearPlaceInput!) { outcome: designYearPlace(input: $i) { ${ANSWERED} } }`;
const MY_DESIGN = `mutation ($i: DesignYearPlaceInput!) { outcome: designMyYearPlace(input: $i) { ${ANSWERED} } }`;
const TO_PLAN = `mutation ($i: PlanYearPlaceInput!) { outcome: planYearPlace(input: $i) { ${ANSWERED} } }`;
const RENEW = `mutation ($i: RenewCompanyInput!) { outcome: renewCompany(input: $i) { ${YEAR} } }`;
const CHOICES = `query ($y: ID!, $t: ID!) { yearChoices(companyYearId: $y, teamId: $t) { entryId theme day leastLoss } }`;

interface Place {
  readonly id: string;
  readonly day: string;
  readonly theme: string;
  readonly state: string;
  readonly version: number;
  readonly bookingId: string | null;
  readonly wishRank: number;
}
interface TeamYear {
  readonly team: { readonly id: string; readonly name: string };
  readonly yearsWithout: number;
  readonly places: readonly Place[];
  readonly outcomes: readonly { readonly theme: string; readonly given: boolean; readonly reasons: string[] }[];
  readonly wish: { readonly version: number } | null;
}
interface Year {
  readonly __typename: string;
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly entries: readonly { readonly id: string; readonly theme: string }[];
  readonly teams: readonly TeamYear[];
}

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let star: TestClient;
let moon: TestClient;
let hall: string;
const teams: Record<string, string> = {};

const act = async <T = Year>(client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: T }>(mutation, { i })).outcome;
const signedIn = async (identifier: string) => {
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
};
const atDesk = async (year: number) =>
  (await worker.data<{ companyYear: Year }>(`query ($y: Int!) { companyYear(year: $y) { ${FIELDS} } }`, { y: year }))
    .companyYear;
const mine = async (client: TestClient, year: number) =>
  (
    await client.data<{ myCompanyYear: Year | null }>(`query ($y: Int!) { myCompanyYear(year: $y) { ${FIELDS} } }`, {
      y: year,
    })
  ).myCompanyYear;
const placesOf = (year: Year, name: string) => year.teams.find(({ team }) => team.name === name)?.places ?? [];

const entry = (companyYearId: string, theme: string, more: object = {}) => ({
  ...{ companyYearId, kind: 'OUTING', theme, themeEn: '', taskGoal: '认识五种树', venueId: hall },
  ...{ startMinute: 540, endMinute: 660, childCount: 10, childrenPerAdult: 5, mostGuests: 20, workers: 1 },
  ...{ costPerGuest: '2000', hasOtherTasks: false, days: ['2027-05-08'], activityIds: [], times: 1, ...more },
});
const wishing = (companyYearId: string, teamId: string, wishes: readonly string[], more: object = {}) => ({
  ...{ companyYearId, teamId, version: 0, people: 12, mostDays: 1, months: [], tasks: 'WITH_CHILDREN', wishes },
  ...more,
});

/** An open activity to which teams may come. */
async function openDay(onDate: string): Promise<string> {
  const inCharge = (await worker.data<{ activityTeam: { id: string; name: string }[] }>('{ activityTeam { id name } }'))
    .activityTeam;
  const plan = {
    ...{ kind: 'GROWTH_GROUP', theme: `一起读书 ${onDate}`, themeEn: '', venueId: hall, onDate },
    ...{ startMinute: 540, endMinute: 660, childrenGroup: `小组 ${onDate}`, children: 10, childrenPerAdult: 5 },
    ...{ taskGoal: '读完一本书', processGoal: '认识新朋友', childrenPart: '孩子们选书，也主持讨论' },
    ...{ riskChildren: '走散：两人一组。', riskStaff: '中暑：每小时休息。', budget: [] },
    ...{ roles: [{ task: '陪读', seats: 2, skill: '' }], requestId: `d ${onDate}` },
    inChargeIds: inCharge.filter(({ name }) => name === '林溪').map(({ id }) => id),
  };
  type Step = { readonly id: string; readonly version: number };
  const step = (name: string, input: string) =>
    `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on Activity { id version } } }`;
  let activity = await act<Step>(worker, step('planActivity', 'PlanActivityInput'), plan);
  for (const [who, name] of [[supervisor, 'reviewActivity'] as const, [worker, 'openActivity'] as const]) {
    const ref = { activityId: activity.id, version: activity.version };
    activity = await act<Step>(who, step(name, 'ActivityStepInput'), ref);
  }
  const terms = {
    ...{ guestsPerWorker: 12, guestsPerChild: 3, visitsPerMonth: 4, hasOtherTasks: false, otherTasks: '' },
    ...{ checkLeadDays: 15, cutOffDays: 7, noticeDays: 14, version: 0, costLines: [], activityId: activity.id },
  };
  const offer = `mutation ($i: SaveTeamOfferInput!) { outcome: saveTeamOffer(input: $i) { __typename } }`;
  expect(await act(worker, offer, terms)).toMatchObject({ __typename: 'TeamOffer' });
  return activity.id;
}

async function teamOf(name: string, coordinator: string): Promise<string> {
  const TEAM = `mutation ($i: SaveTeamInput!) { outcome: saveTeam(input: $i) { __typename ... on VolunteerTeam { id } } }`;
  const saved = await act<{ id: string }>(supervisor, TEAM, {
    kind: 'COMPANY',
    name,
    shortName: name,
    state: 'ACTIVE',
  });
  const { coordinatorChoices } = await supervisor.data<{ coordinatorChoices: { id: string; name: string }[] }>(
    '{ coordinatorChoices { id name } }',
  );
  const choiceId = coordinatorChoices.find((one) => one.name === coordinator)?.id;
  const ADD = `mutation ($i: AddTeamCoordinatorInput!) { outcome: addTeamCoordinator(input: $i) { __typename } }`;
  await act(supervisor, ADD, { teamId: saved.id, choiceId });
  return saved.id;
}

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@year.example' });
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@year.example' });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@year.example' });
  for (const [name, identifier] of [
    ['何晴', 'star@year.example'],
    ['白露', 'moon@year.example'],
  ] as const) {
    await addPerson(app, agencyId, { name, roles: ['CSR_COORDINATOR'], identifier });
  }
  worker = await signedIn('worker@year.example');
  supervisor = await signedIn('supervisor@year.example');
  star = await signedIn('star@year.example');
  moon = await signedIn('moon@year.example');
  const checks = VENUE_CHECKS.map(({ code }) => code);
  const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { __typename ... on Venue { id } } }`;
  hall = (await act<{ id: string }>(worker, VENUE, { name: '大厅', people: 60, checks, checkedOn: '2026-11-01' })).id;
  teams['星河'] = await teamOf('星河', '何晴');
  teams['明月'] = await teamOf('明月', '白露');
}, 60_000);
afterAll(() => platform.stop());

/** A year with what companies may wish for, open; each theme by its id. */
async function openYear(number: number, entries: readonly (readonly [string, object])[]) {
  let year = await act(worker, SAVE, { year: number, wishesUntil: `${number - 1}-12-20`, version: 0 });
  expect(year).toMatchObject({ __typename: 'CompanyYear', stage: 'PREPARING' });
  for (const [theme, more] of entries) year = await act(worker, ENTRY, entry(year.id, theme, more));
  year = await act(worker, OPEN, { companyYearId: year.id, version: year.version });
  expect(year.stage).toBe('WISHING');
  return { year, ids: new Map(year.entries.map(({ theme, id }) => [theme, id])) };
}

describe('a year that is open', () => {
  let year: Year;
  let ids: ReadonlyMap<string, string>;
  let booked: string;
  const id = (theme: string) => ids.get(theme) ?? '';
  const team = (name: string) => teams[name] ?? '';

  it('is seen by no company before, and by nobody of another agency ever', async () => {
    booked = await openDay('2027-04-10');
    const first = await act(worker, SAVE, { year: 2027, wishesUntil: '2026-12-20', version: 0 });
    expect(await mine(star, 2027)).toBeNull();
    expect(await act(worker, OPEN, { companyYearId: first.id, version: 1 })).toMatchObject({
      fields: [{ field: 'entries', code: 'REQUIRED' }],
    });
    const elsewhere = await addAgency(platform.app, '别处');
    await addPerson(platform.app, elsewhere, { name: '外人', roles: ['SUPERVISOR'], identifier: 'out@year.example' });
    const out = await signedIn('out@year.example');
    expect(await act(out, ENTRY, entry(first.id, '偷写'))).toMatchObject({ __typename: 'NotFound' });
    expect(await act(worker, ENTRY, entry(first.id, '去年的', { days: ['2026-05-08'] }))).toMatchObject({
      fields: [{ field: 'days', code: 'OUT_OF_RANGE' }],
    });
    await act(worker, ENTRY, entry(first.id, '认识河边的树'));
    await act(worker, ENTRY, entry(first.id, '一起读书', { days: [], activityIds: [booked], mostGuests: 12 }));
    const last = await act(worker, ENTRY, entry(first.id, '春天的运动会', { days: ['2027-06-05', '2027-06-12'] }));
    year = await act(worker, OPEN, { companyYearId: first.id, version: last.version });
    ids = new Map(year.entries.map(({ theme, id: own }) => [theme, own]));
    expect((await mine(star, 2027))?.entries.map(({ theme }) => theme)).toEqual([
      ...['认识河边的树', '一起读书', '春天的运动会'],
    ]);
    expect((await worker.graphql(`{ companyYear(year: 2026) { id } }`)).data).toEqual({ companyYear: null });
  });

  it('takes wishes of the own company only, which no other company reads', async () => {
    const wishes = [id('一起读书'), id('认识河边的树')];
    expect(await act(moon, WISH, wishing(year.id, team('星河'), wishes))).toMatchObject({ __typename: 'NotFound' });
    expect(await act(star, WISH, wishing(year.id, team('星河'), [...wishes, ...wishes]))).toMatchObject({
      fields: [{ field: 'wishes', code: 'TWICE' }],
    });
    const said = { budget: '900000', mostDays: 2 };
    expect(await act(star, WISH, wishing(year.id, team('星河'), wishes, said))).toMatchObject({
      teams: [{ team: { name: '星河' }, wish: { people: 12, budget: '900000', wishes, version: 1 } }],
    });
    expect(await act(star, WISH, wishing(year.id, team('星河'), wishes))).toMatchObject({ currentVersion: 1 });
    expect(await act(moon, WISH, wishing(year.id, team('明月'), [id('一起读书'), id('春天的运动会')]))).toMatchObject({
      teams: [{ team: { name: '明月' } }],
    });
    expect((await mine(moon, 2027))?.teams.map((one) => one.team.name)).toEqual(['明月']);
    expect((await star.graphql(`{ companyYear(year: 2027) { id } }`)).errors?.length).toBe(1);
    expect(await act(worker, RUN, { companyYearId: year.id, requestId: 'early' })).toMatchObject({
      __typename: 'YearNotReady',
      code: 'WISHES_OPEN',
    });
  });

  it('takes none after the closing date', async () => {
    year = await atDesk(2027);
    year = await act(worker, CLOSE, { companyYearId: year.id, version: year.version });
    expect(year.stage).toBe('CLOSED');
    const late = wishing(year.id, team('星河'), [id('春天的运动会')], { version: 1 });
    expect(await act(star, WISH, late)).toMatchObject({ __typename: 'WishesClosed', wishesUntil: '2026-12-20' });
  });

  it('is planned with a proof, and says why a wish did not come true; the same request is the same run', async () => {
    const run = await act<{ id: string }>(worker, RUN, { companyYearId: year.id, requestId: 'r1' });
    expect(run).toMatchObject({ __typename: 'CompanyYearRun', companies: 2, served: 2, days: 3, gapPpm: 0, come: 3 });
    expect(await act(worker, RUN, { companyYearId: year.id, requestId: 'r1' })).toMatchObject({ id: run.id });
    year = await atDesk(2027);
    expect(placesOf(year, '星河').map(({ theme, wishRank }) => [theme, wishRank])).toEqual([
      ['一起读书', 1],
      ['认识河边的树', 2],
    ]);
    const moonYear = year.teams.find((one) => one.team.name === '明月');
    expect(moonYear?.places.map(({ theme, wishRank }) => [theme, wishRank])).toEqual([['春天的运动会', 2]]);
    expect(moonYear?.outcomes).toEqual([
      { theme: '一起读书', given: false, reasons: expect.arrayContaining(['NO_ROOM']) as unknown },
      { theme: '春天的运动会', given: true, reasons: [] },
    ]);
    const stored = await platform.app.get(CompanyYearRepository).runByRequest(agencyId, 'r1');
    expect(stored && (await platform.app.get(YearPlans).verify(stored))).toEqual({ valid: true });
    expect((await mine(star, 2027))?.teams[0]?.places).toEqual([]);
  });

  it('is moved by hand to a day that may be, at a cost that is said; others yield around it', async () => {
    const [before] = placesOf(year, '明月');
    const choices = await worker.data<{ yearChoices: { theme: string; day: string; leastLoss: number | null }[] }>(
      CHOICES,
      { y: year.id, t: team('明月') },
    );
    expect(choices.yearChoices.filter(({ theme }) => theme === '春天的运动会').map(({ day }) => day)).toEqual([
      ...['2027-06-05', '2027-06-12'],
    ]);
    const move = { companyYearId: year.id, teamId: team('明月'), visitId: before?.id };
    const far = { ...move, entryId: id('春天的运动会'), day: '2027-09-01' };
    expect(await act(worker, MOVE, far)).toMatchObject({ reasons: ['DAY_NOT_OFFERED'] });
    const there = { ...move, entryId: id('春天的运动会'), day: '2027-06-12' };
    expect(await act(worker, MOVE, there)).toMatchObject({ __typename: 'CompanyYearRun', days: 3 });
    await act(worker, RUN, { companyYearId: year.id, requestId: 'r2' });
    year = await atDesk(2027);
    expect(placesOf(year, '明月')).toMatchObject([{ day: '2027-06-12', decided: true, state: 'PROPOSED' }]);
    expect(placesOf(year, '星河')).toHaveLength(2);
  });

  it('is told once where two tell at once; a day that others booked meanwhile is refused by name and stays', async () => {
    const HOLD = `mutation ($i: TeamWishInput!) { outcome: holdTeamDay(input: $i) { __typename } }`;
    const hold = { teamId: team('明月'), activityId: booked, people: 6, tasks: 'WITH_CHILDREN', partly: false };
    expect(await act(moon, HOLD, { ...hold, requestId: 'quick' })).toMatchObject({ __typename: 'TeamBooking' });
    const tell = { companyYearId: year.id, version: year.version };
    const told = await Promise.all([act(worker, TELL, tell), act(supervisor, TELL, tell)]);
    expect(told.map(({ __typename }) => __typename).sort()).toEqual(['CompanyYearTold', 'StaleVersion']);
    expect(told.find(({ __typename }) => __typename === 'CompanyYearTold')).toMatchObject({
      told: 2,
      refused: [{ team: '星河', theme: '一起读书', day: '2027-04-10', people: 12, free: 6 }],
    });
    year = await atDesk(2027);
    expect(placesOf(year, '星河').map(({ state }) => state)).toEqual(['PROPOSED', 'TOLD']);
    expect((await mine(star, 2027))?.teams[0]?.places.map(({ theme }) => theme)).toEqual(['认识河边的树']);
  });

  it('is declined with a reason by the company alone, which the desk reads', async () => {
    const [place] = placesOf(year, '明月');
    const no = { visitId: place?.id, version: place?.version, accept: false, reason: '' };
    expect(await act(star, ANSWER, { ...no, reason: '不是我们的' })).toMatchObject({ __typename: 'NotFound' });
    expect(await act(moon, ANSWER, no)).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    const said = await act(moon, ANSWER, { ...no, reason: '那周我们盘点' });
    expect(said).toMatchObject({ state: 'DECLINED', reason: '那周我们盘点' });
    expect(await act(moon, ANSWER, { ...no, accept: true, version: (place?.version ?? 0) + 1 })).toMatchObject({
      __typename: 'TransitionRefused',
    });
    expect(placesOf(await atDesk(2027), '明月')).toMatchObject([{ state: 'DECLINED', reason: '那周我们盘点' }]);
  });

  it('is designed together where the day has no activity yet, and becomes a draft when both said yes', async () => {
    const place = placesOf(year, '星河').find(({ theme }) => theme === '认识河边的树');
    const yes = { visitId: place?.id, version: place?.version, accept: true, reason: '' };
    const accepted = await act<Place>(star, ANSWER, yes);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', bookingId: null, toDesign: true });
    const words = { taskGoal: '认识五种树', processGoal: '同事和孩子两人一组', childrenPart: '孩子们选路线' };
    const design = { visitId: accepted.id, version: accepted.version, ...words, agree: true };
    expect(await act(moon, MY_DESIGN, design)).toMatchObject({ __typename: 'NotFound' });
    const first = await act<Place>(star, MY_DESIGN, design);
    expect(first).toMatchObject({ teamYes: true, deskYes: false });
    expect(await act(worker, TO_PLAN, { visitId: accepted.id })).toMatchObject({ __typename: 'TransitionRefused' });
    const other = { ...design, version: first.version, childrenPart: '孩子们选路线，也当小导游' };
    const changed = await act<Place>(worker, DESIGN, other);
    expect(changed).toMatchObject({ teamYes: false, deskYes: true });
    expect(await act(star, MY_DESIGN, { ...other, version: changed.version })).toMatchObject({
      ...{ teamYes: true, deskYes: true, activityId: null },
    });
    const planned = await act<{ activityId: string }>(worker, TO_PLAN, { visitId: accepted.id });
    const { activity } = await worker.data<{ activity: unknown }>(
      'query ($id: ID!) { activity(id: $id) { state onDate childrenPart } }',
      { id: planned.activityId },
    );
    expect(activity).toEqual({ state: 'DRAFT', onDate: '2027-05-08', childrenPart: '孩子们选路线，也当小导游' });
  });

  it('keeps what was told when the day is full at the moment of the yes; a freed day becomes a booking', async () => {
    const END = `mutation ($i: EndTeamBookingInput!) { outcome: cancelTeamBooking(input: $i) { __typename } }`;
    const quick = async () => {
      const found = await moon.data<{ myTeamBookings: { id: string; version: number; state: string }[] }>(
        '{ myTeamBookings { id version state } }',
      );
      const { id: bookingId, version } = found.myTeamBookings.find(({ state }) => state === 'HELD') ?? {};
      return { bookingId, version, reason: '改时间' };
    };
    await act(moon, END, await quick());
    expect(await act(worker, TELL, { companyYearId: year.id, version: year.version })).toMatchObject({ told: 1 });
    const HOLD = `mutation ($i: TeamWishInput!) { outcome: holdTeamDay(input: $i) { __typename } }`;
    const hold = { teamId: team('明月'), activityId: booked, people: 6, tasks: 'WITH_CHILDREN', partly: false };
    await act(moon, HOLD, { ...hold, requestId: 'again' });
    const told = (await mine(star, 2027))?.teams[0]?.places.find(({ theme }) => theme === '一起读书');
    const yes = { visitId: told?.id, version: told?.version, accept: true, reason: '' };
    expect(await act(star, ANSWER, yes)).toMatchObject({ __typename: 'YearDayTaken', code: 'CAPACITY_FULL', free: 6 });
    const after = (await mine(star, 2027))?.teams[0]?.places.find(({ theme }) => theme === '一起读书');
    expect(after).toMatchObject({ state: 'TOLD', version: told?.version, bookingId: null });
    await act(moon, END, await quick());
    const accepted = await act<Place>(star, ANSWER, yes);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', toDesign: false });
    const found = await star.data<{ myTeamBooking: unknown }>(
      'query ($id: ID!) { myTeamBooking(id: $id) { state people day { id } } }',
      { id: accepted.bookingId },
    );
    expect(found.myTeamBooking).toEqual({ state: 'CONFIRMED', people: 12, day: { id: booked } });
  });

  it('is renewed or lapses in dated rows, the last of which counts', async () => {
    const renew = { companyYearId: year.id, teamId: team('明月'), answer: 'LAPSED', reason: '' };
    expect(await act(worker, RENEW, renew)).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    await act(worker, RENEW, { ...renew, reason: '预算没有批' });
    await act(worker, RENEW, { ...renew, answer: 'RENEWED' });
    const now = (await atDesk(2027)).teams.find((one) => one.team.name === '明月');
    expect(now).toMatchObject({ renewal: 'RENEWED', renewalReason: null });
  });
});

describe('the year after', () => {
  it('serves first whoever asked and had no day the year before', async () => {
    const { year, ids } = await openYear(2028, [['一起种菜', { days: ['2028-05-06'], mostGuests: 12 }]]);
    const wishes = [ids.get('一起种菜') ?? ''];
    for (const [client, name] of [
      [star, '星河'],
      [moon, '明月'],
    ] as const) {
      await act(client, WISH, wishing(year.id, teams[name] ?? '', wishes));
    }
    await act(worker, CLOSE, { companyYearId: year.id, version: (await atDesk(2028)).version });
    expect(await act(worker, RUN, { companyYearId: year.id, requestId: 'r28' })).toMatchObject({ served: 1, days: 1 });
    const planned = await atDesk(2028);
    expect(planned.teams.map(({ team, yearsWithout }) => [team.name, yearsWithout]).sort()).toEqual([
      ['明月', 1],
      ['星河', 0],
    ]);
    expect(placesOf(planned, '明月')).toHaveLength(1);
    const [place] = placesOf(planned, '明月');
    expect(await act(worker, TAKE, { companyYearId: year.id, visitId: place?.id })).toMatchObject({ days: 1 });
    expect(placesOf(await atDesk(2028), '星河')).toMatchObject([{ theme: '一起种菜' }]);
    expect(placesOf(await atDesk(2028), '明月')).toMatchObject([{ state: 'ENDED' }]);
  });
});
