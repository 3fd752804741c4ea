// Talks with the supervisor through the API, on the engine under test: refusals first, then both sign (P39, SM9).
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, VolunteersRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { addAgency, addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { SupervisionAction, SupervisionSeat, SupervisionSession } from './supervision.entities.js';

const ERRORS = `... on UserError { code } ... on InvalidInput { fields { field code } }
  ... on TransitionRefused { from to } ... on StaleVersion { currentVersion }`;
const TALK = `id state version mine topics leaderName seats { volunteerId name came wish wellbeing note praise signedAt }
  actions { id name text doneAt }`;
const SCHEDULE = `mutation ($i: ScheduleSupervisionInput!) { outcome: scheduleSupervision(input: $i) { __typename ... on SupervisionSession { ${TALK} } ${ERRORS} } }`;
const HOLD = `mutation ($i: HoldSupervisionInput!) { outcome: holdSupervision(input: $i) { __typename ... on SupervisionSession { ${TALK} } ${ERRORS} } }`;
const MISS = `mutation ($i: MissSupervisionInput!) { outcome: missSupervision(input: $i) { __typename ... on SupervisionSession { ${TALK} } ${ERRORS} } }`;
const FINISH = `mutation ($i: FinishSupervisionActionInput!) { outcome: finishSupervisionAction(input: $i) { __typename ... on SupervisionSession { ${TALK} } ${ERRORS} } }`;
const OWN = `id state version wish topics wellbeing note praise signedAt leaderSignedAt came actions { id text doneAt }`;
const WISH = `mutation ($i: WishForSupervisionInput!) { outcome: wishForSupervision(input: $i) { __typename ... on MySupervision { ${OWN} } ${ERRORS} } }`;
const SIGN = `mutation ($i: SignSupervisionInput!) { outcome: signSupervision(input: $i) { __typename ... on MySupervision { ${OWN} } ${ERRORS} } }`;
const DONE = `mutation ($i: FinishOwnSupervisionActionInput!) { outcome: finishOwnSupervisionAction(input: $i) { __typename ... on MySupervision { ${OWN} } ${ERRORS} } }`;

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly actions: readonly { readonly id: string }[];
}
interface Somebody {
  readonly client: TestClient;
  readonly personId: PersonId;
  readonly volunteerId: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let lead: Somebody;
let other: Somebody;
let director: TestClient;
let ming: Somebody;
let hua: Somebody;
let theirs: Somebody;
let requests = 0;

async function join(key: string, role: Role, supervisorId?: PersonId): Promise<Somebody> {
  const { app } = platform;
  const identifier = `${key}@supervision.example`;
  const personId = await addPerson(app, agencyId, { name: key, roles: [role], identifier });
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  const nothing = { languages: [], skills: [], freeTimes: [], places: 2 };
  const [id] =
    role === 'VOLUNTEER'
      ? await inAgency(app, agencyId, () =>
          app.get(VolunteersRepository).addAll([{ agencyId, personId, supervisorId, ...nothing }]),
        )
      : [];
  return { client, personId, volunteerId: id === undefined ? '' : toGlobalId('Volunteer', id) };
}

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'supervision');
  today = await platform.app.get(Agencies).today(agencyId);
  lead = await join('何督导', 'SUPERVISOR');
  other = await join('周督导', 'SUPERVISOR');
  director = (await join('主任', 'DIRECTOR')).client;
  ming = await join('小明', 'VOLUNTEER', lead.personId);
  hua = await join('小华', 'VOLUNTEER', lead.personId);
  theirs = await join('小方', 'VOLUNTEER', other.personId);
});
afterAll(() => platform.stop());

const outcomeOf = async (client: TestClient, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const plan = (volunteers: readonly Somebody[], input: object = {}) => ({
  ...{ volunteerIds: volunteers.map(({ volunteerId }) => volunteerId), kind: 'SUPPORTIVE', source: 'INTERNAL' },
  ...{ format: volunteers.length === 1 ? 'INDIVIDUAL' : 'GROUP', plannedOn: addDays(today, 3), startMinute: 900 },
  ...{ requestId: `talk-${String((requests += 1))}`, ...input },
});
const schedule = (client: TestClient, volunteers: readonly Somebody[], input: object = {}) =>
  outcomeOf(client, SCHEDULE, plan(volunteers, input));
const held = (talk: Outcome, volunteers: readonly Somebody[], input: object = {}) => ({
  ...{ sessionId: talk.id, version: talk.version, heldOn: today, minutes: 45, topics: '谈了最近的陪伴' },
  seats: volunteers.map(({ volunteerId }) => ({
    ...{ volunteerId, came: true, wellbeing: 3 },
    ...{ note: '最近睡得少，担心考试', praise: '每次都守约' },
  })),
  ...{ actions: [], ...input },
});
const codeOf = async (client: TestClient, query: string) =>
  (await client.graphql(query)).errors?.[0]?.extensions?.['code'];
const list = async (client: TestClient) =>
  (await client.data<{ supervisionSessions: Outcome[] }>(`{ supervisionSessions { ${TALK} } }`)).supervisionSessions;
const own = async (client: TestClient) =>
  (await client.data<{ mySupervision: Outcome[] }>(`{ mySupervision { ${OWN} } }`)).mySupervision;

describe('a talk is refused', () => {
  it('to visitors, volunteers and directors: only who supervises leads one', async () => {
    expect(await codeOf(platform.client(), '{ supervisionSessions { id } }')).toBe('UNAUTHENTICATED');
    expect(await codeOf(ming.client, '{ supervisionSessions { id } }')).toBe('FORBIDDEN');
    expect(await codeOf(director, '{ supervisionSessions { id } }')).toBe('FORBIDDEN');
    expect(await codeOf(lead.client, '{ mySupervision { id } }')).toBe('FORBIDDEN');
  });

  it('with a volunteer of another supervisor, whether or not somebody of one’s own comes along', async () => {
    expect((await schedule(lead.client, [theirs])).__typename).toBe('NotFound');
    expect((await schedule(lead.client, [ming, theirs])).__typename).toBe('NotFound');
  });

  it('on a day that is past, at no time of a day, and with a number of people that its form does not fit', async () => {
    const refused = await schedule(lead.client, [ming], { plannedOn: addDays(today, -1), startMinute: 1440 });
    expect(refused.fields).toEqual([
      { field: 'plannedOn', code: 'IN_THE_PAST' },
      { field: 'startMinute', code: 'OUT_OF_RANGE' },
    ]);
    for (const [people, format] of [
      [[ming, hua], 'INDIVIDUAL'],
      [[ming], 'GROUP'],
      [[ming, ming], 'GROUP'],
    ] as const) {
      expect((await schedule(lead.client, people, { format })).fields).toContainEqual({
        field: 'volunteerIds',
        code: 'OUT_OF_RANGE',
      });
    }
    expect(await list(lead.client)).toEqual([]);
  });
});

describe('a talk with one volunteer', () => {
  let talk: Outcome;
  beforeAll(async () => {
    const input = plan([ming]);
    talk = await outcomeOf(lead.client, SCHEDULE, input);
    expect(await outcomeOf(lead.client, SCHEDULE, input)).toMatchObject({ id: talk.id });
    expect(await list(lead.client)).toHaveLength(1);
  });

  it('is nobody else’s to find, to hold, to miss or to sign', async () => {
    const one = `query ($id: ID!) { supervisionSession(id: $id) { id } }`;
    expect(await other.client.data(one, { id: talk.id })).toEqual({ supervisionSession: null });
    expect((await outcomeOf(other.client, HOLD, held(talk, [ming]))).__typename).toBe('NotFound');
    const missed = { sessionId: talk.id, version: talk.version, missedFor: 'CALLED_OFF' };
    expect((await outcomeOf(other.client, MISS, missed)).__typename).toBe('NotFound');
    const sign = { sessionId: talk.id, version: talk.version };
    expect((await outcomeOf(hua.client, SIGN, sign)).__typename).toBe('NotFound');
    expect(await own(hua.client)).toEqual([]);
  });

  it('is told to the volunteer, who writes down what they would like to talk about', async () => {
    await platform.app.get(JobWorker).drain();
    const { notices } = await ming.client.data<{ notices: object[] }>('{ notices { template path } }');
    expect(notices).toEqual([{ template: 'supervisionScheduled', path: '/volunteer/supervision' }]);
    const wished = await outcomeOf(ming.client, WISH, { sessionId: talk.id, wish: '  孩子不爱说话怎么办 ' });
    expect(wished).toMatchObject({ wish: '孩子不爱说话怎么办' });
    expect(await list(lead.client)).toMatchObject([{ seats: [{ wish: '孩子不爱说话怎么办' }] }]);
  });

  it('cannot be signed before it took place', async () => {
    const refused = await outcomeOf(ming.client, SIGN, { sessionId: talk.id, version: talk.version });
    expect(refused).toMatchObject({ __typename: 'TransitionRefused', from: 'SCHEDULED' });
  });

  it('is not written down without what it was about, of a day to come, or without one of its seats', async () => {
    const wrong = held(talk, [hua], { topics: ' ', heldOn: addDays(today, 1), minutes: 0 });
    const { fields } = await outcomeOf(lead.client, HOLD, wrong);
    expect(fields).toEqual([
      { field: 'heldOn', code: 'IN_THE_FUTURE' },
      { field: 'minutes', code: 'OUT_OF_RANGE' },
      { field: 'topics', code: 'REQUIRED' },
      { field: 'seats', code: 'OUT_OF_RANGE' },
    ]);
    const stale = { ...held(talk, [ming]), version: 9 };
    expect(await outcomeOf(lead.client, HOLD, stale)).toMatchObject({ __typename: 'StaleVersion', currentVersion: 1 });
  });

  it('is written down, signed by both, and done when what was agreed is', async () => {
    const dueOn = addDays(today, 7);
    const actions = [
      { volunteerId: ming.volunteerId, text: '写一次联系', dueOn },
      { volunteerId: null, text: '问问学校', dueOn },
    ];
    talk = await outcomeOf(lead.client, HOLD, held(talk, [ming], { actions }));
    expect(talk).toMatchObject({ state: 'HELD', version: 2, topics: '谈了最近的陪伴' });
    const [mine] = await own(ming.client);
    expect(mine).toMatchObject({ topics: '谈了最近的陪伴', wellbeing: 3, note: '最近睡得少，担心考试' });
    const { sessionId, version } = { sessionId: talk.id, version: talk.version };
    const stale = await outcomeOf(ming.client, SIGN, { sessionId, version: 1 });
    expect(stale).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
    const signed = await outcomeOf(ming.client, SIGN, { sessionId, version });
    expect(signed).toMatchObject({ state: 'ACTIONS_OPEN' });
    expect(await outcomeOf(ming.client, SIGN, { sessionId, version: signed.version })).toMatchObject(signed);
    const again = await outcomeOf(lead.client, HOLD, { ...held(talk, [ming]), version: signed.version });
    expect(again).toMatchObject({ __typename: 'TransitionRefused', from: 'ACTIONS_OPEN' });
    const [first, second] = talk.actions;
    const refused = await outcomeOf(ming.client, DONE, { sessionId, actionId: second?.id });
    expect(refused.__typename).toBe('NotFound');
    expect(await outcomeOf(ming.client, DONE, { sessionId, actionId: first?.id })).toMatchObject({
      state: 'ACTIONS_OPEN',
    });
    expect(await outcomeOf(lead.client, FINISH, { actionId: second?.id })).toMatchObject({ state: 'DONE' });
  });

  it('keeps its words from whoever supervises the volunteer later, who sees the day and what was agreed', async () => {
    const id = toGlobalId('Person', other.personId);
    const move = `mutation ($i: MoveSupervisedInput!) { outcome: moveSupervised(input: $i) { __typename } }`;
    const fromPersonId = toGlobalId('Person', lead.personId);
    const input = { volunteerId: ming.volunteerId, fromPersonId, toPersonId: id };
    expect((await outcomeOf(director, move, input)).__typename).toBe('SupervisionBoard');
    expect(await list(other.client)).toMatchObject([
      { id: talk.id, mine: false, topics: null, seats: [{ note: null, praise: null, wish: null, wellbeing: null }] },
    ]);
    expect(await list(lead.client)).toMatchObject([{ id: talk.id, mine: true, topics: '谈了最近的陪伴' }]);
    const back = { volunteerId: ming.volunteerId, fromPersonId: id, toPersonId: fromPersonId };
    expect((await outcomeOf(director, move, back)).__typename).toBe('SupervisionBoard');
  });

  it('is of no use to whoever reads the database: no word of it stands there', async () => {
    const rows = [
      ...(await platform.app.get(Database).repository(SupervisionSession).find()),
      ...(await platform.app.get(Database).repository(SupervisionSeat).find()),
      ...(await platform.app.get(Database).repository(SupervisionAction).find()),
    ];
    expect(JSON.stringify(rows)).not.toMatch(/陪伴|考试|守约|联系|说话/);
    expect(rows.some((row) => 'textHash' in row && row.textHash?.length === 64)).toBe(true);
  });
});

describe('a talk in a group', () => {
  it('waits for everybody who came, counts nobody who did not, and an edit asks for each signature anew', async () => {
    const guests = [ming, hua];
    const talk = await schedule(lead.client, guests);
    const seats = [
      { volunteerId: ming.volunteerId, came: true },
      { volunteerId: hua.volunteerId, came: false, note: '没有来' },
    ];
    const first = await outcomeOf(lead.client, HOLD, held(talk, guests, { seats }));
    expect(first).toMatchObject({ state: 'HELD', seats: [{ came: true }, { came: false, note: null }] });
    const absent = await outcomeOf(hua.client, SIGN, { sessionId: talk.id, version: first.version });
    expect(absent.__typename).toBe('TransitionRefused');
    expect((await own(hua.client))[0]).toMatchObject({ came: false, topics: null, actions: [] });
    const second = await outcomeOf(lead.client, HOLD, held(first, guests));
    expect(second).toMatchObject({ state: 'HELD', version: 3 });
    const sign = (client: TestClient, version: number) => outcomeOf(client, SIGN, { sessionId: talk.id, version });
    expect(await sign(ming.client, second.version)).toMatchObject({ state: 'HELD' });
    const third = await outcomeOf(lead.client, HOLD, held(second, guests, { topics: '改了一句' }));
    expect(third).toMatchObject({ seats: [{ signedAt: null }, { signedAt: null }] });
    const both = await Promise.all([sign(ming.client, third.version), sign(hua.client, third.version)]);
    expect(both.map(({ state }) => state).sort()).toEqual(['DONE', 'HELD']);
  });

  it('that did not take place counts for nobody', async () => {
    const talk = await schedule(lead.client, [ming, hua]);
    const input = { sessionId: talk.id, version: talk.version, missedFor: 'SUPERVISOR_ABSENT' };
    expect(await outcomeOf(lead.client, MISS, input)).toMatchObject({ state: 'MISSED' });
    expect((await outcomeOf(lead.client, HOLD, held(talk, [ming, hua], { version: 2 }))).__typename).toBe(
      'TransitionRefused',
    );
  });
});

it('goes with the person who is erased; that there was a talk stays', async () => {
  const { app } = platform;
  const actor = { kind: 'system', agencyId, name: 'test' } as const;
  const erased = { agencyId, personId: ming.personId, at: '2026-11-01T00:00:00.000Z' };
  await app.get(UnitOfWork).run(actor, () => app.get(PersonalData).erase(erased));
  const talks = await list(lead.client);
  expect(talks.length).toBeGreaterThan(1);
  const words = JSON.stringify(talks.map((talk) => ({ ...talk })));
  expect(words).not.toContain('谈了最近的陪伴');
  expect(words).not.toContain('写一次联系');
});
