// A team's roster on the engine under test: whose it is, how people come in by its link, and that it locks with cleared
// people only (H6, H7, H8, T11, SM5b).
import { localDate, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../agreements/index.js';
import { PeopleRepository, VolunteersRepository } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { RecordChecks } from '../screening/index.js';
import { TeamBooking } from '../teams/index.js';
import { inboxOf, newestLink } from '../testing/inbox.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { RosterPlace } from './index.js';

const LINES = 'state people version linkCode day { closed checkBy tasks } lines { id name chosen needs needsWithout }';
const ROSTER = `query ($id: ID!) { roster(bookingId: $id) { ${LINES} } }`;
const answers = `__typename ... on Roster { ${LINES} } ... on RosterRefused { why }`;
const LINK = `mutation ($i: RosterLinkInput!) { outcome: makeRosterLink(input: $i) { ${answers} } }`;
const UNLINK = `mutation ($i: RosterLinkInput!) { outcome: closeRosterLink(input: $i) { ${answers} } }`;
const REMIND = `mutation ($i: RosterLinkInput!) { outcome: remindRoster(input: $i) { ${answers} } }`;
const OFF = `mutation ($i: TakeOffRosterInput!) { outcome: takeOffRoster(input: $i) { ${answers} } }`;
const LOCK = `mutation ($i: LockRosterInput!) { outcome: lockRoster(input: $i) { ${answers}
  ... on RosterNotClear { notClear { placeId name needs otherTasks } } ... on StaleVersion { currentVersion } } }`;
const LOOK = 'query ($c: String!) { openTeamDay(code: $c) { agencyName day { theme teamName tasks closed } } }';
const ASK = `mutation ($i: AskForTeamDayInput!) { outcome: askForTeamDay(input: $i) { __typename
  ... on InvalidInput { fields { field code } } ... on RosterRefused { why } } }`;
const MINE_FIELDS = 'ownName days { id state chosen needs needsWithout locked signedAt agreement { zh en } }';
const MINE = `{ myTeamDays { ${MINE_FIELDS} } }`;
const own = `__typename ... on MyTeamDays { ${MINE_FIELDS} } ... on RosterRefused { why }
  ... on InvalidInput { fields { field code } }`;
const JOIN = `mutation ($i: JoinTeamDayInput!) { outcome: joinTeamDay(input: $i) { ${own} } }`;
const CHOOSE = `mutation ($i: ChooseTeamDayTasksInput!) { outcome: chooseTeamDayTasks(input: $i) { ${own} } }`;
const LEAVE = `mutation ($i: LeaveTeamDayInput!) { outcome: leaveTeamDay(input: $i) { ${own} } }`;
const SIGN = `mutation ($i: SignDayAgreementInput!) { outcome: signDayAgreement(input: $i) { ${own} } }`;
const ACCEPT = `mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename } }`;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly chosen: string;
  readonly needs: readonly string[];
}
interface Outcome {
  readonly __typename: string;
  readonly why: string;
  readonly state: string;
  readonly version: number;
  readonly linkCode: string;
  readonly lines: readonly Line[];
  readonly fields: readonly { readonly field: string; readonly code: string }[];
  readonly notClear: readonly { readonly placeId: string; readonly name: string; readonly needs: string[] }[];
  readonly days: readonly { readonly id: string; readonly needs: string[]; readonly agreement: { zh: string } }[];
}

const DAY = localDate('2026-12-19');
let platform: TestApp;
let agencyId: AgencyId;
let coordinatorId: PersonId;
let coordinator: TestClient;
let worker: TestClient;
let numbers = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const rosterOf = async (client: TestClient, bookingId: string) =>
  (await client.data<{ roster: Outcome | null }>(ROSTER, { id: bookingId })).roster;
const signedIn = async (identifier: string) => {
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
};
async function day(people: number, more: object = {}): Promise<string> {
  const wish = { agencyId, coordinatorId, name: `远山${(numbers += 1)}`, onDate: DAY, people, ...more };
  return toGlobalId('TeamBooking', await addTeamDay(platform.app, wish));
}
const link = async (bookingId: string) => (await act(coordinator, LINK, { bookingId })).linkCode;

/** An employee of the agency's records, with an account; `has` says what is on file. */
async function employee(name: string, has: readonly ('LESSON' | 'AGREEMENT' | 'CHECK')[] = []) {
  const { app } = platform;
  const number = (numbers += 1);
  const identifier = `e${number}@roster.example`;
  const personId = await addPerson(app, agencyId, { name, roles: ['EMPLOYEE'], identifier });
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const nothing = { languages: [], skills: [], freeTimes: [], places: 0 };
    await app.get(VolunteersRepository).addAll([{ agencyId, personId, ...nothing }]);
    const phone = `+861390001${String(number).padStart(4, '0')}`;
    await app.get(PeopleRepository).correct(agencyId, personId, { phone, birthDate: localDate('1990-05-01') });
    const fact = {
      agencyId,
      personId,
      happenedOn: localDate('2026-11-01'),
      validUntil: null,
      batchId: null,
      confirmedBy: null,
    };
    if (has.includes('LESSON')) await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE', tasks: 'TEAM_DAY' }]);
    if (has.includes('AGREEMENT')) await app.get(VolunteerAgreements).addAll([fact]);
    if (has.includes('CHECK')) await app.get(RecordChecks).addAll([{ ...fact, result: 'CLEAR' }]);
  });
  return { name, personId, client: await signedIn(identifier) };
}
const ALL = ['LESSON', 'AGREEMENT', 'CHECK'] as const;

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@roster.example' });
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@roster.example' });
  const csr = { name: '高远', roles: ['CSR_COORDINATOR'], identifier: 'csr@roster.example' } as const;
  coordinatorId = await addPerson(app, agencyId, csr);
  [coordinator, worker] = [await signedIn('csr@roster.example'), await signedIn('worker@roster.example')];
}, 60_000);
afterAll(() => platform.stop());

describe('a roster is nobody else’s', () => {
  it('answers as missing to another team’s coordinator and to another agency, and is no volunteer’s', async () => {
    const { app } = platform;
    const bookingId = await day(3);
    await addPerson(app, agencyId, { name: '别队', roles: ['CSR_COORDINATOR'], identifier: 'other@roster.example' });
    const elsewhere = await addAgency(app, '别处');
    await addPerson(app, elsewhere, { name: '别处', roles: ['DIRECTOR'], identifier: 'away@roster.example' });
    const heads = async (client: TestClient) =>
      (await client.data<{ rosters: { bookingId: string }[] }>('{ rosters { bookingId joined } }')).rosters;
    expect((await heads(coordinator)).map((head) => head.bookingId)).toContain(bookingId);
    expect((await heads(worker)).map((head) => head.bookingId)).toContain(bookingId);
    for (const identifier of ['other@roster.example', 'away@roster.example']) {
      const stranger = await signedIn(identifier);
      expect(await heads(stranger)).toEqual([]);
      expect(await rosterOf(stranger, bookingId)).toBeNull();
      for (const mutation of [LINK, UNLINK, REMIND]) {
        expect((await act(stranger, mutation, { bookingId })).__typename).toBe('NotFound');
      }
      const lock = { bookingId, version: 1, moveOthers: true };
      expect((await act(stranger, LOCK, lock)).__typename).toBe('NotFound');
    }
    const { client } = await employee('何一');
    expect((await client.graphql(ROSTER, { id: bookingId })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await rosterOf(worker, bookingId))?.state).toBe('CONFIRMED');
  });

  it('has one link, which opens nothing once it is closed', async () => {
    const bookingId = await day(3);
    const [first, second] = await Promise.all([link(bookingId), link(bookingId)]);
    expect(second).toBe(first);
    const look = async () =>
      (await platform.client().data<{ openTeamDay: { agencyName: string } | null }>(LOOK, { c: first })).openTeamDay;
    expect((await look())?.agencyName).toBe('同路');
    await act(coordinator, UNLINK, { bookingId });
    expect(await look()).toBeNull();
    expect(await link(bookingId)).not.toBe(first);
  });
});

describe('somebody comes in by the link', () => {
  const asking = (code: string, more: object = {}) => ({
    ...{ code, name: '郑新', phone: '13800005001', birthDate: '1995-02-03', tasks: 'WITH_CHILDREN', locale: 'ZH_CN' },
    ...{ privacyVersion: LEGAL_VERSIONS.privacy, ...more },
  });

  it('with everything that is wrong named', async () => {
    const code = await link(await day(3, { hasOtherTasks: false }));
    const wrong = { name: ' ', phone: '12', birthDate: '2020-01-01', tasks: 'WITHOUT_CHILDREN', privacyVersion: 'old' };
    const { fields } = await act(platform.client(), ASK, asking(code, wrong));
    expect(fields.map((one) => `${one.field}.${one.code}`)).toEqual([
      ...['name.REQUIRED', 'phone.NOT_PHONE', 'birthDate.TOO_YOUNG', 'tasks.UNKNOWN', 'privacy.TEXT_CHANGED'],
    ]);
    expect((await act(platform.client(), ASK, asking('22222222'))).__typename).toBe('NotFound');
  });

  it('from the number to the account, the lesson being asked for; nobody sees them before they are in', async () => {
    const bookingId = await day(3);
    const code = await link(bookingId);
    expect((await act(platform.client(), ASK, asking(code))).__typename).toBe('TeamDayAsked');
    expect((await rosterOf(coordinator, bookingId))?.lines).toEqual([]);
    const token = await newestLink(platform, '/join/');
    const client = platform.client();
    const { privacy: privacyVersion, terms: termsVersion } = LEGAL_VERSIONS;
    const i = { token, password: 'a password of my own', locale: 'ZH_CN', privacyVersion, termsVersion };
    await client.data(ACCEPT, { i });
    const mine = async () => (await client.data<{ myTeamDays: Outcome }>(MINE)).myTeamDays.days;
    const [asked] = await mine();
    expect(asked).toMatchObject({ state: 'ASKED', needs: ['TRAINING', 'AGREEMENT', 'RECORD_CHECK'] });
    const joined = await act(client, JOIN, { dayId: asked?.id, tasks: 'WITH_CHILDREN' });
    expect(joined.days[0]).toMatchObject({ state: 'JOINED' });
    expect((await rosterOf(coordinator, bookingId))?.lines).toMatchObject([{ name: '郑新' }]);
    const text = joined.days[0]?.agreement.zh ?? '';
    const sign = { dayId: asked?.id, name: '郑新', language: 'ZH_CN', text };
    expect((await act(client, SIGN, { ...sign, text: `${text}。`, name: '别人' })).fields).toEqual([
      { field: 'text', code: 'TEXT_CHANGED' },
      { field: 'name', code: 'OWN_NAME' },
    ]);
    await Promise.all([act(client, SIGN, sign), act(client, SIGN, sign)]);
    expect((await mine())[0]?.needs).toEqual(['TRAINING', 'RECORD_CHECK']);
    const facts = await platform.app.get(Database).repository(RosterPlace).findOneByOrFail({ state: 'JOINED' });
    expect(facts.agreementHash).toMatch(/^[0-9a-f]{64}$/);
    const agreements = await platform.app.get(VolunteerAgreements).byPerson(agencyId, [facts.personId]);
    expect(agreements.get(facts.personId)).toMatchObject([{ validUntil: DAY }]);
  });

  it('answers a colleague’s number, a served family’s and a new one alike, and touches nobody who is more than a guest', async () => {
    const { app } = platform;
    const bookingId = await day(5);
    const code = await link(bookingId);
    const actor = { kind: 'system', agencyId, name: 'test' } as const;
    const people = app.get(PeopleRepository);
    await app.get(UnitOfWork).run(actor, async () => {
      const today = localDate('2026-11-01');
      const guardian = await people.add({ agencyId, name: '孩子的妈妈', phone: '+8613800005101' });
      await people.assignRole(agencyId, guardian, 'GUARDIAN', today);
    });
    const before = await inboxOf(platform);
    const said = await act(platform.client(), ASK, asking(code, { phone: '13800005101', name: '试探' }));
    expect(said).toEqual({ __typename: 'TeamDayAsked' });
    expect(await inboxOf(platform)).toBe(before);
    expect((await rosterOf(coordinator, bookingId))?.lines).toEqual([]);
  });

  it('five times at once from one number makes one person', async () => {
    const code = await link(await day(5));
    const phone = '13800005201';
    const said = await Promise.all(
      Array.from({ length: 4 }, () => act(platform.client(), ASK, asking(code, { phone, name: '同一个人' }))),
    );
    expect(new Set(said.map(({ __typename }) => __typename))).toEqual(new Set(['TeamDayAsked']));
    expect((await act(platform.client(), ASK, asking(code, { phone }))).__typename).toBe('TooManyAttempts');
    expect((await platform.app.get(PeopleRepository).idsByPhone(agencyId, ['+8613800005201'])).size).toBe(1);
  });
});

describe('places', () => {
  it('of six who want the last two at once two get them, and who leaves makes room', async () => {
    const bookingId = await day(2);
    const code = await link(bookingId);
    const six = await Promise.all(Array.from({ length: 6 }, (_, at) => employee(`甲${at}`)));
    const tried = await Promise.all(six.map(({ client }) => act(client, JOIN, { code, tasks: 'WITH_CHILDREN' })));
    expect(tried.filter(({ __typename }) => __typename === 'MyTeamDays')).toHaveLength(2);
    expect(tried.filter(({ why }) => why === 'FULL')).toHaveLength(4);
    const inside = tried.findIndex(({ __typename }) => __typename === 'MyTeamDays');
    const outside = tried.findIndex(({ why }) => why === 'FULL');
    const dayId = tried[inside]?.days[0]?.id;
    // Nobody gives away a place that is another's.
    const [one, other] = [six[inside]?.client, six[outside]?.client];
    if (!one || !other) throw new Error('nobody inside, or nobody outside');
    expect((await act(other, LEAVE, { dayId })).__typename).toBe('NotFound');
    await act(one, LEAVE, { dayId });
    expect((await act(other, JOIN, { code, tasks: 'WITHOUT_CHILDREN' })).__typename).toBe('MyTeamDays');
    expect((await rosterOf(coordinator, bookingId))?.lines).toHaveLength(2);
  });

  it('are changed until everybody has to be cleared, and not after', async () => {
    const onDate = localDate('2026-11-25');
    const bookingId = await day(2, { onDate });
    const roster = await rosterOf(coordinator, bookingId);
    expect(roster).toMatchObject({ day: { checkBy: '2026-11-22', closed: null } });
    const code = await link(bookingId);
    const { client } = await employee('乙一');
    const joined = await act(client, JOIN, { code, tasks: 'WITHOUT_CHILDREN' });
    platform.clock.advance(86_400_000);
    coordinator = await signedIn('csr@roster.example');
    const dayId = joined.days[0]?.id;
    expect((await act(client, CHOOSE, { dayId, tasks: 'WITH_CHILDREN' })).why).toBe('CUT_OFF');
    expect((await act(client, LEAVE, { dayId })).why).toBe('CUT_OFF');
    expect((await act(coordinator, LINK, { bookingId })).why).toBe('CUT_OFF');
    platform.clock.advance(-86_400_000);
  });
});

describe('the lock', () => {
  const lockWith = (bookingId: string, version: number, moveOthers: boolean) =>
    act(coordinator, LOCK, { bookingId, version, moveOthers });

  it('names who is not clear and why, moves nobody by itself, and lets a check that is missing keep nobody at home', async () => {
    const bookingId = await day(4);
    const code = await link(bookingId);
    const team = [
      await employee('丙清', ALL),
      await employee('丙查', ['LESSON', 'AGREEMENT']),
      await employee('丙课', ['AGREEMENT', 'CHECK']),
    ];
    for (const { client } of team) await act(client, JOIN, { code, tasks: 'WITH_CHILDREN' });
    const roster = await rosterOf(coordinator, bookingId);
    expect(roster?.lines.map(({ name, needs }) => [name, needs])).toEqual([
      ['丙清', []],
      ['丙查', ['RECORD_CHECK']],
      ['丙课', ['TRAINING']],
    ]);
    const first = await lockWith(bookingId, 1, false);
    expect(first.notClear.map(({ name }) => name)).toEqual(['丙查', '丙课']);
    const second = await lockWith(bookingId, 1, true);
    expect(second.notClear).toMatchObject([{ name: '丙课', needs: ['TRAINING'], otherTasks: false }]);
    expect((await lockWith(bookingId, 7, true)).__typename).toBe('StaleVersion');
    const placeId = second.notClear[0]?.placeId;
    await act(coordinator, OFF, { bookingId, placeId });
    const tried = await Promise.all([lockWith(bookingId, 1, true), lockWith(bookingId, 1, true)]);
    expect(tried.map(({ __typename }) => __typename).sort()).toEqual(['Roster', 'StaleVersion']);
    const locked = await rosterOf(worker, bookingId);
    expect(locked?.state).toBe('ROSTER_LOCKED');
    expect(locked?.lines.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['丙清', 'WITH_CHILDREN'],
      ['丙查', 'WITHOUT_CHILDREN'],
    ]);
    // A free place of a locked roster is for somebody who is clear already.
    expect((await act(team[2]?.client ?? coordinator, JOIN, { code, tasks: 'WITH_CHILDREN' })).why).toBe('NOT_CLEARED');
    const substitute = await employee('丙替', ALL);
    expect((await act(substitute.client, JOIN, { code, tasks: 'WITH_CHILDREN' })).__typename).toBe('MyTeamDays');
    const events = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'roster.locked' });
    expect(JSON.stringify(events)).not.toContain('丙');
  });

  it('never says of somebody who is stopped that there was a hit', async () => {
    const bookingId = await day(2);
    const code = await link(bookingId);
    const { client, personId } = await employee('丁一', ALL);
    await act(client, JOIN, { code, tasks: 'WITH_CHILDREN' });
    const { app } = platform;
    const fact = { agencyId, personId, happenedOn: localDate('2026-11-20'), validUntil: null, batchId: null };
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
      await app.get(RecordChecks).addAll([{ ...fact, confirmedBy: null, result: 'HIT' }]);
    });
    const { notClear } = await lockWith(bookingId, 1, true);
    expect(notClear).toMatchObject([{ name: '丁一', needs: ['ASK_AGENCY'] }]);
  });

  it('is refused to an empty roster', async () => {
    expect((await lockWith(await day(2), 1, true)).why).toBe('NOBODY');
    expect(await platform.app.get(Database).repository(TeamBooking).countBy({ state: 'ROSTER_LOCKED' })).toBe(1);
  });
});

it('reminds whoever has a lesson before them, once a day', async () => {
  const bookingId = await day(3);
  const code = await link(bookingId);
  const waiting = await employee('戊一', ['CHECK']);
  const clear = await employee('戊二', ALL);
  for (const { client } of [waiting, clear]) await act(client, JOIN, { code, tasks: 'WITH_CHILDREN' });
  expect((await act(coordinator, REMIND, { bookingId })).__typename).toBe('Roster');
  expect((await act(coordinator, REMIND, { bookingId })).why).toBe('NOBODY');
  await inboxOf(platform);
  const notices = async (client: TestClient) => JSON.stringify(await client.data('{ notices { title } }'));
  expect(await notices(waiting.client)).toContain('还差一点准备');
  expect(await notices(clear.client)).not.toContain('还差一点准备');
});
