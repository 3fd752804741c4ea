// Teams as the desk keeps them, on the engine under test: one name is one team's however many write it at once, a team
// that still comes does not end, and a list of many days costs as many statements as one of a few.
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { countStatements } from '../testing/count-statements.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { TeamBooking } from './team.entities.js';

const SAVE = `mutation ($i: SaveTeamInput!) { outcome: saveTeam(input: $i) { __typename
  ... on VolunteerTeam { id name state version } ... on InvalidInput { fields { field code } }
  ... on StaleVersion { currentVersion } } }`;
const DECLINE = `mutation ($i: EndTeamBookingInput!) { outcome: declineTeamBooking(input: $i) { __typename } }`;
const CONFIRM = `mutation ($i: TeamBookingInput!) { outcome: confirmTeamBooking(input: $i) { __typename
  ... on TeamBooking { state } ... on StaleVersion { currentVersion } } }`;
const LIVING = `{ teamBookings { id version state team { id name } day { id places { tasks free binding } } } }`;
const DAYS = `query ($on: LocalDate!) { teamDaysOn(onDate: $on) { id places { tasks free binding } waiting } }`;
const TODAY = '{ today { teamsWaiting } }';

interface Saved {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
}
interface Living {
  readonly id: string;
  readonly version: number;
  readonly team: { readonly id: string; readonly name: string };
  readonly day: { readonly id: string };
}

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let director: TestClient;
let csr: TestClient;
let coordinatorId: PersonId;

const signedIn = async (identifier: string) => {
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
};
const save = async (client: TestClient, i: object) => (await client.data<{ outcome: Saved }>(SAVE, { i })).outcome;
const living = async () => (await worker.data<{ teamBookings: Living[] }>(LIVING)).teamBookings;
const company = (name: string, more: object = {}) => ({
  ...{ kind: 'COMPANY', name, shortName: name.slice(0, 4), state: 'ACTIVE', ...more },
});
const addDay = (name: string, onDate: string) =>
  addTeamDay(platform.app, { agencyId, coordinatorId, name, onDate: onDate as LocalDate, people: 5 });

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@desk.example' });
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@desk.example' });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@desk.example' });
  const coordinator = { name: '何晴', roles: ['CSR_COORDINATOR'] as const, identifier: 'csr@desk.example' };
  coordinatorId = (await addPerson(app, agencyId, coordinator)) as PersonId;
  worker = await signedIn('worker@desk.example');
  supervisor = await signedIn('supervisor@desk.example');
  director = await signedIn('director@desk.example');
  csr = await signedIn('csr@desk.example');
}, 60_000);
afterAll(() => platform.stop());

describe('the desk of teams is refused', () => {
  it('to a coordinator, and shows nothing of another agency', async () => {
    await addDay('云上公司', '2027-05-08');
    const [booking] = await living();
    expect((await csr.graphql(LIVING)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const on = { on: '2027-05-08' };
    expect((await csr.graphql(DAYS, on)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const elsewhere = await addAgency(platform.app, '别处');
    const outside = { name: '外人', roles: ['SUPERVISOR'] as const, identifier: 'out@desk.example' };
    await addPerson(platform.app, elsewhere, outside);
    const outsider = await signedIn('out@desk.example');
    expect(await outsider.data(LIVING)).toEqual({ teamBookings: [] });
    expect(await outsider.data(DAYS, on)).toEqual({ teamDaysOn: [] });
    const places = [{ tasks: 'WITH_CHILDREN' }, { tasks: 'WITHOUT_CHILDREN' }];
    expect(await worker.data(DAYS, on)).toMatchObject({ teamDaysOn: [{ id: booking?.day.id, places, waiting: 0 }] });
  });
});

describe('a name', () => {
  it('is one team’s, of several colleagues who write it at once: the others are told that it is taken', async () => {
    for (let round = 0; round < 5; round += 1) {
      const all = [supervisor, director, supervisor, director, supervisor, director];
      const answers = await Promise.all(all.map((one) => save(one, company(`同名公司${round}`))));
      expect(answers.filter(({ __typename }) => __typename === 'VolunteerTeam')).toHaveLength(1);
      const refused = answers.filter(({ __typename }) => __typename !== 'VolunteerTeam');
      for (const one of refused) {
        expect(one).toEqual({ __typename: 'InvalidInput', fields: [{ field: 'name', code: 'TAKEN' }] });
      }
    }
  });

  it('is not taken by two that are renamed to it at once, and nothing else of the second changes', async () => {
    const before = [await save(supervisor, company('甲公司')), await save(director, company('乙公司'))] as const;
    const renamed = before.map(({ id, version }) => ({ ...company('同一个新名字'), teamId: id, version }));
    const answers = await Promise.all([save(supervisor, renamed[0] ?? {}), save(director, renamed[1] ?? {})]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'VolunteerTeam']);
    const { volunteerTeams } = await worker.data<{ volunteerTeams: { id: string; name: string; version: number }[] }>(
      '{ volunteerTeams { id name version } }',
    );
    const after = volunteerTeams.filter(({ id }) => before.some((one) => one.id === id));
    expect(after.map(({ version }) => version).sort()).toEqual([1, 2]);
  });
});

describe('a team', () => {
  it('that still comes on some day does not end; once that day is given up, it does', async () => {
    await addDay('还要来的公司', '2027-05-15');
    const one = (await living()).find(({ team }) => team.name === '还要来的公司');
    if (!one) throw new Error('no booking');
    const ending = { ...company('还要来的公司', { state: 'ENDED' }), teamId: one.team.id, version: 1 };
    expect(await save(supervisor, ending)).toMatchObject({ fields: [{ field: 'state', code: 'HAS_BOOKINGS' }] });
    const i = { bookingId: one.id, version: one.version, reason: '电话里说好了' };
    expect(await worker.data(DECLINE, { i })).toEqual({ outcome: { __typename: 'TeamBooking' } });
    expect(await save(supervisor, ending)).toMatchObject({ state: 'ENDED', version: 2 });
  });
});

describe('what waits for the desk', () => {
  it('is counted for those who may answer, and answered once of two that confirm at the same moment', async () => {
    const bookingId = await addDay('等答复公司', '2027-05-22');
    const { app } = platform;
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
      await app.get(Database).repository(TeamBooking).update({ id: bookingId }, { state: 'REQUESTED' });
    });
    expect(await worker.data(TODAY)).toEqual({ today: { teamsWaiting: 1 } });
    const i = { bookingId: toGlobalId('TeamBooking', bookingId), version: 1 };
    const both = [worker, supervisor].map((one) => one.data<{ outcome: Saved }>(CONFIRM, { i }));
    const answers = (await Promise.all(both)).map(({ outcome }) => outcome.__typename);
    expect(answers.sort()).toEqual(['StaleVersion', 'TeamBooking']);
    expect(await worker.data(TODAY)).toEqual({ today: { teamsWaiting: 0 } });
  });
});

describe('the list', () => {
  it('costs as many statements for many days, teams and groups as for a few', async () => {
    const read = async () => (await countStatements(platform.app, living)).statements.length;
    await living();
    const few = await read();
    for (let month = 1; month <= 9; month += 1) await addDay(`第${month}家公司`, `2027-0${month}-19`);
    const before = (await living()).length;
    expect(before).toBeGreaterThan(9);
    expect(await read()).toBe(few);
    expect(few).toBeLessThan(25);
  });
});
