// What companies hear of a year on the engine under test: each thing once, whoever asks at once, and never by night. Refusals
// first; then lines that are taken back or taken over, and that reading costs as many statements for many rows as for few.
import type { Abstract } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { JobUpkeep, JobWorker } from '../platform/outbox/index.js';
import { countStatements } from '../testing/count-statements.js';
import { addPerson, askForNoFactor, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { YearMessages } from './year-messages.js';

const DAYS = 'days { day planned activityId holiday holidayEn }';
const FIELDS = `id year stage version entries { id theme version times closedAt closedWhy ${DAYS} }
  teams { team { name } wish { wishes version } places { state } outcomes { theme given reasons } renewal renewalReason }`;
const YEAR = `__typename ... on CompanyYear { ${FIELDS} } ... on InvalidInput { fields { field code } }
  ... on TransitionRefused { from to } ... on StaleVersion { currentVersion }`;
const mutation = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${YEAR} } }`;
const SAVE = mutation('saveCompanyYear', 'SaveCompanyYearInput');
const ENTRY = mutation('saveYearEntry', 'SaveYearEntryInput');
const CLOSE_LINE = mutation('closeYearEntry', 'CloseYearEntryInput');
const TAKE_OVER = mutation('takeOverYear', 'TakeOverYearInput');
const OPEN = mutation('openCompanyYear', 'CompanyYearStepInput');
const CLOSE = mutation('closeCompanyYear', 'CompanyYearStepInput');
const WISH = mutation('saveYearWish', 'SaveYearWishInput');
const RENEW = mutation('renewCompany', 'RenewCompanyInput');
const RUN = `mutation ($i: RunCompanyYearInput!) { outcome: runCompanyYear(input: $i) { __typename } }`;
const TELL = `mutation ($i: CompanyYearStepInput!) { outcome: tellCompanyYear(input: $i) { __typename
  ... on CompanyYearTold { told } } }`;
const DESK = `query ($y: Int!) { year: companyYear(year: $y) { ${FIELDS} } }`;
const MINE = `query ($y: Int!) { year: myCompanyYear(year: $y) { ${FIELDS} } }`;

interface Entry {
  readonly id: string;
  readonly theme: string;
  readonly version: number;
  readonly closedWhy: string | null;
  readonly days: readonly { readonly day: string; readonly holiday: string | null }[];
}
interface Year {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly entries: readonly Entry[];
  readonly teams: readonly {
    readonly team: { readonly name: string };
    readonly outcomes: readonly object[];
    readonly renewal: string | null;
    readonly renewalReason: string | null;
  }[];
}

let platform: TestApp;
let agencyId: AgencyId;
let hall: string;
const people: Record<string, PersonId> = {};
const teams: Record<string, string> = {};

const get = <T>(token: Abstract<T>): T => platform.app.get(token);
const as = async (name: string): Promise<TestClient> => {
  const client = platform.client();
  await client.signIn(`${name}@year.example`, TEST_PASSWORD);
  return client;
};
const act = async <T = Year>(name: string, query: string, i: object) =>
  (await (await as(name)).data<{ outcome: T }>(query, { i })).outcome;
const seen = async (name: string, query: string, y = 2027) =>
  (await (await as(name)).data<{ year: Year }>(query, { y })).year;
/** What somebody was told of the year, in order. */
const toldTo = async (name: string) => {
  await get(JobWorker).drain();
  const rows = await get(Database).read<{ template: string }>(
    `SELECT template FROM notice WHERE personId = ? AND template LIKE 'companyYear%' ORDER BY id`,
    [people[name]],
  );
  return rows.map(({ template }) => template.replace('companyYear', ''));
};
const remind = () => get(YearMessages).remind();
/** Ten in the morning where the agency is. */
const atTen = (day: string) => platform.clock.set(`${day}T02:00:00.000Z`);
const line = (companyYearId: string, theme: string, more: object = {}) => ({
  ...{ companyYearId, kind: 'OUTING', theme, themeEn: '', taskGoal: '认识五种树', venueId: hall },
  ...{ startMinute: 540, endMinute: 660, childCount: 10, childrenPerAdult: 5, mostGuests: 12, workers: 1 },
  ...{ costPerGuest: '2000', hasOtherTasks: false, days: ['2027-05-08'], activityIds: [], times: 1, ...more },
});
const idOf = (year: Year, theme: string) => year.entries.find((one) => one.theme === theme);
const wish = (year: Year, team: string, themes: readonly string[], version = 0) => ({
  ...{ companyYearId: year.id, teamId: teams[team], version, people: 12, mostDays: 1, months: [] },
  ...{ tasks: 'WITH_CHILDREN', wishes: themes.map((theme) => idOf(year, theme)?.id) },
});

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@year.example' });
  await askForNoFactor(app, 'director@year.example');
  for (const [name, role] of [
    ...[['worker', 'SOCIAL_WORKER'] as const, ['supervisor', 'SUPERVISOR'] as const],
    ...(['star', 'moon', 'sun'] as const).map((one) => [one, 'CSR_COORDINATOR'] as const),
  ]) {
    const identifier = `${name}@year.example`;
    people[name] = await addPerson(app, agencyId, { name, roles: [role], identifier });
  }
  const checks = VENUE_CHECKS.map(({ code }) => code);
  const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { ... on Venue { id } } }`;
  const room = { name: '大厅', people: 60, checks, checkedOn: '2026-11-01' };
  hall = (await act<{ id: string }>('worker', VENUE, room)).id;
  const TEAM = `mutation ($i: SaveTeamInput!) { outcome: saveTeam(input: $i) { ... on VolunteerTeam { id } } }`;
  const ADD = `mutation ($i: AddTeamCoordinatorInput!) { outcome: addTeamCoordinator(input: $i) { __typename } }`;
  const supervisor = await as('supervisor');
  const { choices } = await supervisor.data<{ choices: { id: string; name: string }[] }>(
    '{ choices: coordinatorChoices { id name } }',
  );
  for (const name of ['star', 'moon', 'sun']) {
    const fields = { kind: 'COMPANY', name, shortName: name, state: 'ACTIVE' };
    teams[name] = (await act<{ id: string }>('supervisor', TEAM, fields)).id;
    await act('supervisor', ADD, { teamId: teams[name], choiceId: choices.find((one) => one.name === name)?.id });
  }
}, 60_000);
afterAll(() => platform.stop());

describe('a year', () => {
  it('is told to nobody before it is open, and once then, though two open it at once', async () => {
    let year = await act('worker', SAVE, { year: 2027, wishesUntil: '2026-12-20', version: 0 });
    for (const theme of ['认识河边的树', '一起读书', '春天的运动会'])
      year = await act('worker', ENTRY, line(year.id, theme));
    expect(await toldTo('star')).toEqual([]);
    expect(await remind()).toBe(0);
    const step = { companyYearId: year.id, version: year.version };
    const opened = await Promise.all([act('worker', OPEN, step), act('supervisor', OPEN, step)]);
    expect(opened.map((one) => (one as unknown as { __typename: string }).__typename).sort()).toEqual([
      ...['CompanyYear', 'StaleVersion'],
    ]);
    expect(await toldTo('star')).toEqual(['Opened']);
    expect(await toldTo('moon')).toEqual(['Opened']);
    expect(await toldTo('worker')).toEqual([]);
    const { notices } = await (
      await as('star')
    ).data<{ notices: { body: string; path: string }[] }>('{ notices { body path } }');
    expect(notices[0]).toMatchObject({
      path: '/company/year/2027',
      body: expect.stringContaining('2026-12-20') as unknown,
    });
  });

  it('reminds a fortnight and two days before, by day, each once, and only teams that have not wished', async () => {
    const year = await seen('worker', DESK);
    await act('star', WISH, wish(year, 'star', ['认识河边的树', '一起读书']));
    atTen('2026-12-05');
    expect(await remind()).toBe(0);
    platform.clock.set('2026-12-05T23:00:00.000Z');
    expect(await remind()).toBe(0);
    atTen('2026-12-06');
    expect((await Promise.all([remind(), remind()])).sort()).toEqual([0, 2]);
    await get(JobUpkeep).run();
    atTen('2026-12-09');
    expect(await remind()).toBe(0);
    expect([await toldTo('star'), await toldTo('moon')]).toEqual([['Opened'], ['Opened', 'Closes']]);
    await act('moon', WISH, wish(year, 'moon', ['认识河边的树']));
    // The platform was off on the day itself.
    atTen('2026-12-19');
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect([await toldTo('moon'), await toldTo('sun')]).toEqual([
      ['Opened', 'Closes'],
      ['Opened', 'Closes', 'Closes'],
    ]);
    await act('sun', WISH, wish(year, 'sun', ['春天的运动会']));
    atTen('2026-12-21');
    expect(await remind()).toBe(0);
  });

  it('takes a line back with a reason while companies can choose another, and tells who wished for it', async () => {
    atTen('2026-12-19');
    const year = await seen('worker', DESK);
    const entry = idOf(year, '春天的运动会');
    const close = { companyYearId: year.id, entryId: entry?.id, version: 1, reason: '' };
    expect(await act('worker', CLOSE_LINE, close)).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    expect(await act('worker', CLOSE_LINE, { ...close, version: 7, reason: '操场翻修' })).toMatchObject({
      currentVersion: 1,
    });
    const closed = await act('worker', CLOSE_LINE, { ...close, reason: '操场翻修' });
    expect(idOf(closed, '春天的运动会')).toMatchObject({ closedWhy: '操场翻修', version: 2 });
    expect(await act('worker', CLOSE_LINE, { ...close, version: 2, reason: '再来' })).toMatchObject({ from: 'CLOSED' });
    const change = { ...line(year.id, '改名'), entryId: entry?.id, version: 2 };
    expect(await act('worker', ENTRY, change)).toMatchObject({ from: 'CLOSED' });
    expect(await toldTo('sun')).toEqual(['Opened', 'Closes', 'Closes', 'LineClosed']);
    expect(await toldTo('star')).toEqual(['Opened']);
    const own = await seen('sun', MINE);
    expect(idOf(own, '春天的运动会')?.closedWhy).toBe('操场翻修');
    expect(await act('sun', WISH, wish(own, 'sun', ['春天的运动会'], 1))).toMatchObject({
      fields: [{ field: 'wishes', code: 'UNKNOWN' }],
    });
  });

  it('changes a line until wishes are closed; the desk alone reads which activity it is', async () => {
    const year = await seen('worker', DESK);
    const entry = idOf(year, '一起读书');
    const change = { ...line(year.id, '一起读两本书', { days: ['2027-05-01', '2027-05-15'] }), entryId: entry?.id };
    expect(await act('worker', ENTRY, { ...change, version: 3 })).toMatchObject({ currentVersion: 1 });
    const changed = idOf(await act('worker', ENTRY, { ...change, version: 1 }), '一起读两本书');
    expect(changed).toMatchObject({
      ...{ id: entry?.id, version: 2 },
      days: [
        { day: '2027-05-01', holiday: '劳动节', holidayEn: 'Labour Day' },
        { day: '2027-05-15', holiday: null },
      ],
    });
  });

  it('tells what came of it: a day, or none; told again, nobody hears the same twice', async () => {
    const year = await seen('worker', DESK);
    await act('worker', CLOSE, { companyYearId: year.id, version: year.version });
    await act('worker', RUN, { companyYearId: year.id, requestId: 'r' });
    const planned = await seen('worker', DESK);
    expect(planned.teams.find(({ team }) => team.name === 'sun')?.outcomes).toEqual([
      { theme: '春天的运动会', given: false, reasons: ['LINE_CLOSED'] },
    ]);
    const tell = { companyYearId: year.id, version: planned.version };
    expect(await act('worker', TELL, tell)).toMatchObject({ told: 2 });
    expect(await act('worker', TELL, { ...tell, version: planned.version + 1 })).toMatchObject({ told: 0 });
    expect(await toldTo('star')).toEqual(['Opened', 'Told']);
    expect(await toldTo('moon')).toEqual(['Opened', 'Closes', 'Told']);
    expect(await toldTo('sun')).toEqual(['Opened', 'Closes', 'Closes', 'LineClosed', 'NoDay']);
  });

  it('says to both sides whether a company goes on, and why not', async () => {
    const year = await seen('worker', DESK);
    const lapsed = { companyYearId: year.id, teamId: teams['star'], answer: 'LAPSED', reason: '搬到外省了' };
    await act('worker', RENEW, lapsed);
    expect((await seen('star', MINE)).teams).toMatchObject([{ renewal: 'LAPSED', renewalReason: '搬到外省了' }]);
    expect((await seen('moon', MINE)).teams).toMatchObject([{ renewal: null, renewalReason: null }]);
  });
});

describe('the year after', () => {
  it('takes over lines on the same days of the week, each once, without closed ones; nothing once closed', async () => {
    const begun = await act('worker', SAVE, { year: 2028, wishesUntil: '2027-12-20', version: 0 });
    const taken = await act('worker', TAKE_OVER, { companyYearId: begun.id });
    expect(taken.entries.map(({ theme, days }) => [theme, days.map(({ day }) => day)])).toEqual([
      ['认识河边的树', ['2028-05-06']],
      ['一起读两本书', ['2028-04-29', '2028-05-13']],
    ]);
    expect((await act('worker', TAKE_OVER, { companyYearId: begun.id })).entries).toHaveLength(2);
    const first = await seen('worker', DESK);
    expect(await act('worker', TAKE_OVER, { companyYearId: first.id })).toMatchObject({ from: 'CLOSED' });
  });

  it('costs as many statements for many lines, wishes and days as for a few', async () => {
    const [desk, company] = [await as('worker'), await as('star')];
    const cost = async (client: TestClient, query: string) => {
      await client.data(query, { y: 2028 });
      return (await countStatements(platform.app, () => client.data(query, { y: 2028 }))).statements.length;
    };
    let year = await seen('worker', DESK, 2028);
    year = await act('worker', OPEN, { companyYearId: year.id, version: year.version });
    const few = [await cost(desk, DESK), await cost(company, MINE)];
    for (let day = 10; day < 30; day += 1) {
      await desk.data(ENTRY, { i: line(year.id, `第 ${String(day)} 项`, { days: [`2028-06-${String(day)}`] }) });
    }
    year = await seen('worker', DESK, 2028);
    for (const team of ['star', 'moon', 'sun']) {
      await act(team, WISH, wish(year, team, ['第 10 项', '第 11 项', '第 12 项', '第 13 项']));
    }
    expect(year.entries).toHaveLength(22);
    expect([await cost(desk, DESK), await cost(company, MINE)]).toEqual(few);
    expect(fromGlobalId('CompanyYear', year.id)).toBeDefined();
  });
});
