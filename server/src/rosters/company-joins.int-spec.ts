// By the link of a day to the company's own sign-in and back: a real OpenID provider, on the engine under test. Refusals first.
import { localDate, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { TeamBooking } from '../teams/index.js';
import {
  DIRECTORY_CLIENT,
  freePort,
  startCompanyDirectory,
  type CompanyDirectory,
} from '../testing/company-directory.js';
import { inboxOf, newestLink } from '../testing/inbox.js';
import { addPerson, askForNoFactor, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LOOK = `query ($c: String!) { openTeamDay(code: $c) { otherCompany wayIn { company startPath ownName } } }`;
const LINK = `mutation ($i: RosterLinkInput!) { outcome: makeRosterLink(input: $i) { ... on Roster { linkCode } } }`;
const UNLINK = `mutation ($i: RosterLinkInput!) { outcome: closeRosterLink(input: $i) { __typename } }`;
const ROSTER = 'query ($id: ID!) { roster(bookingId: $id) { lines { name chosen needs } } }';
const ASK = `mutation ($i: AskForTeamDayInput!) { outcome: askForTeamDay(input: $i) { __typename
  ... on InvalidInput { fields { field code } } ... on RosterRefused { why } } }`;
const ACCEPT = 'mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename } }';
const SAVE = `mutation ($i: SaveCompanySignInInput!) { outcome: saveCompanySignIn(input: $i) { __typename
  ... on CompanySignIn { teamId } ... on InvalidInput { fields { field code } } } }`;
const DAY = localDate('2026-12-19');

interface Outcome {
  readonly __typename: string;
  readonly why?: string;
  readonly linkCode: string;
  readonly teamId?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
interface Looked {
  readonly otherCompany: boolean;
  readonly wayIn: { readonly company: string; readonly startPath: string; readonly ownName: string | null } | null;
}

let platform: TestApp;
let directory: CompanyDirectory;
let agencyId: AgencyId;
let coordinatorId: PersonId;
let coordinator: TestClient;
let director: TestClient;
let bookingId: string;
let code: string;
let startPath: string;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const look = async (client: TestClient, of = code) =>
  (await client.data<{ openTeamDay: Looked | null }>(LOOK, { c: of })).openTeamDay;
const linesOf = async (id = bookingId) =>
  (await coordinator.data<{ roster: { lines: { name: string; chosen: string }[] } }>(ROSTER, { id })).roster.lines;
async function booked(name: string, people: number): Promise<{ id: string; teamId: string; link: string }> {
  const raw = await addTeamDay(platform.app, { agencyId, coordinatorId, name, onDate: DAY, people });
  const { teamId } = await platform.app.get(Database).repository(TeamBooking).findOneByOrFail({ id: raw });
  const id = toGlobalId('TeamBooking', raw);
  const { linkCode } = await act(coordinator, LINK, { bookingId: id });
  return { id, teamId: toGlobalId('VolunteerTeam', teamId), link: linkCode };
}
const asking = (more: object = {}) => ({
  ...{ code, name: '郑新', phone: '13800006001', birthDate: '1995-02-03', tasks: 'WITH_CHILDREN', locale: 'ZH_CN' },
  ...{ privacyVersion: LEGAL_VERSIONS.privacy, ...more },
});
/** To the directory; the address at which it sends the browser back to ours. */
async function there(client: TestClient, path: string): Promise<string> {
  let next = (await client.fetch(path)).headers.get('location') ?? '';
  const jar = new Map<string, string>();
  for (let hop = 0; hop < 8 && next.startsWith(directory.issuer); hop += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar.values()].join('; ') } });
    for (const set of answer.headers.getSetCookie()) jar.set(set.slice(0, set.indexOf('=')), set.split(';')[0] ?? '');
    next = new URL(answer.headers.get('location') ?? '', next).href;
  }
  return next.replace(platform.address, '');
}
const back = async (client: TestClient, path: string) => (await client.fetch(path)).headers.get('location') ?? '';
const walk = async (client: TestClient, path = startPath) => back(client, await there(client, path));

beforeAll(async () => {
  const port = await freePort();
  platform = await startTestApp({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
  directory = await startCompanyDirectory(`${platform.address}/sso/callback`);
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@joins.example' });
  await askForNoFactor(app, 'director@joins.example');
  const csr = { name: '高远', roles: ['CSR_COORDINATOR'], identifier: 'csr@joins.example' } as const;
  coordinatorId = await addPerson(app, agencyId, csr);
  [director, coordinator] = [platform.client(), platform.client()];
  await director.signIn('director@joins.example', TEST_PASSWORD);
  await coordinator.signIn('csr@joins.example', TEST_PASSWORD);
  const first = await booked('海蓝科技', 3);
  [bookingId, code] = [first.id, first.link];
  const base = { name: '海蓝科技', code: 'hailan', issuer: directory.issuer, ...DIRECTORY_CLIENT };
  const wrong = await act(director, SAVE, { ...base, teamId: toGlobalId('VolunteerTeam', 'nobody') });
  expect(wrong.fields).toEqual([{ field: 'teamId', code: 'UNKNOWN' }]);
  expect(await act(director, SAVE, { ...base, teamId: first.teamId })).toMatchObject({ teamId: first.teamId });
  startPath = (await look(platform.client()))?.wayIn?.startPath ?? '';
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await directory.stop();
});

describe('who does not come in by it', () => {
  it('is whoever turns back, comes too late, or brings no answer of theirs: each is back at the day, and can go on without', async () => {
    expect(startPath).toBe(`/sso/hailan?join=${code}`);
    directory.signedIn = undefined;
    expect(await walk(platform.client())).toBe(`/join-day/${code}?company=refused`);
    directory.signedIn = 'zheng';
    const late = platform.client();
    const answer = await there(late, startPath);
    platform.clock.advance(601_000);
    expect(await back(late, answer)).toBe(`/join-day/${code}?company=late`);
    expect((await look(late))?.wayIn).toMatchObject({ company: '海蓝科技', ownName: null });
    expect(await back(platform.client(), answer)).toBe('/sign-in?company=late');
  });

  it('is whoever comes from another company: they are told, and nothing of them is taken over', async () => {
    const other = await booked('白云软件', 2);
    const stranger = platform.client();
    expect(await walk(stranger, `/sso/hailan?join=${other.link}`)).toBe(`/join-day/${other.link}`);
    expect(await look(stranger, other.link)).toEqual({ otherCompany: true, wayIn: null });
    expect((await act(stranger, ASK, asking({ code: other.link, phone: '13800006099' }))).__typename).toBe(
      'TeamDayAsked',
    );
    expect(await linesOf(other.id)).toEqual([]);
  });

  it('is anybody by a company’s sign-in that is of no team, or by a code that is no code', async () => {
    const loose = { name: '散', code: 'loose', issuer: directory.issuer, ...DIRECTORY_CLIENT };
    await act(director, SAVE, loose);
    expect(await back(platform.client(), `/sso/loose?join=${code}`)).toBe(`/join-day/${code}?company=unknown`);
    expect(await back(platform.client(), '/sso/nobody?join=%2F%2Fevil.example')).toBe('/sign-in?company=unknown');
  });
});

describe('an employee who has no account yet', () => {
  const employee = (): TestClient => (known ??= platform.client());
  let known: TestClient | undefined;

  it('comes back with the name filled in, and nothing is written before they ask', async () => {
    directory.signedIn = 'zheng';
    directory.names.set('zheng', '郑\u0000新 ');
    expect(await walk(employee())).toBe(`/join-day/${code}`);
    expect((await look(employee()))?.wayIn?.ownName).toBe('郑 新');
    expect((await look(platform.client()))?.wayIn?.ownName).toBeNull();
    expect(await linesOf()).toEqual([]);
  });

  it('is on the roster once they ask, one place however many numbers they type; the number gets the way in', async () => {
    const wrong = await act(employee(), ASK, asking({ phone: '13800006002' }));
    expect(wrong.__typename).toBe('TeamDayAsked');
    expect(await linesOf()).toMatchObject([{ name: '郑新', chosen: 'WITH_CHILDREN' }]);
    await act(employee(), ASK, asking());
    expect(await linesOf()).toHaveLength(1);
    expect(await inboxOf(platform)).toContain('13800006001');
    // A number of somebody else whom the agency knows: answered alike, and it makes nobody's place.
    expect((await act(employee(), ASK, asking({ phone: '13800006099' }))).__typename).toBe('TeamDayAsked');
    expect(await linesOf()).toHaveLength(1);
  });

  it('makes the account, and comes in by the company from then on', async () => {
    await act(employee(), ASK, asking());
    const token = await newestLink(platform, '/join/');
    const { privacy: privacyVersion, terms: termsVersion } = LEGAL_VERSIONS;
    const i = { token, password: 'a password of my own', locale: 'ZH_CN', privacyVersion, termsVersion };
    await platform.client().data(ACCEPT, { i });
    const phone = platform.client();
    expect(await walk(phone)).toBe(`/join-day/${code}`);
    expect(await phone.data('{ viewer { face name } }')).toEqual({ viewer: { face: 'VOLUNTEER', name: '郑新' } });
    const mine = await phone.data<{ myTeamDays: { days: object[] } }>('{ myTeamDays { days { state } } }');
    expect(mine.myTeamDays.days).toEqual([{ state: 'JOINED' }]);
  });
});

describe('the last place', () => {
  it('is one person’s of two who come at once, and a link that was closed meanwhile takes nobody', async () => {
    const comers = [];
    for (const who of ['qian', 'sun', 'li']) {
      directory.signedIn = who;
      const client = platform.client();
      await walk(client);
      comers.push({ who, client, phone: `1380000700${comers.length}` });
    }
    const outcomes = await Promise.all(
      comers.map(({ who, client, phone }) => act(client, ASK, asking({ name: who, phone }))),
    );
    expect(outcomes.filter((one) => one.__typename === 'TeamDayAsked')).toHaveLength(2);
    expect(outcomes.filter((one) => one.why === 'FULL')).toHaveLength(1);
    expect(await linesOf()).toHaveLength(3);
    await act(coordinator, UNLINK, { bookingId });
    const [first] = comers;
    if (!first) throw new Error('nobody came');
    expect((await act(first.client, ASK, asking({ phone: first.phone }))).__typename).toBe('NotFound');
  });
});
