// What is open with a volunteer stands on the agenda of the next talk by itself, on the engine under test; of children it
// says no more than a pseudonym, and to whoever does not lead the talk nothing.
import { addDays, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { Agencies, Volunteer } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { act, activePair, type TestPair } from '../testing/test-pair.js';

const LONG = 120_000;
const DAY_MS = 86_400_000;
const AGENDA = `query ($id: ID!) { supervisionAgenda(supervisionSessionId: $id) {
  kind volunteerId on text companionshipId pseudonym requirement concernId } }`;
const TALK = '... on SupervisionSession { id version } ... on InvalidInput { fields { field code } }';
const SCHEDULE = `mutation ($i: ScheduleSupervisionInput!) { outcome: scheduleSupervision(input: $i) { __typename ${TALK} } }`;
const HOLD = `mutation ($i: HoldSupervisionInput!) { outcome: holdSupervision(input: $i) { __typename ${TALK} } }`;
const RAISE = 'mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }';
const PAUSE = 'mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }';

interface Item {
  readonly kind: string;
  readonly [field: string]: unknown;
}

let platform: TestApp;
let pair: TestPair;
let lead: TestClient;
let other: TestClient;
let volunteerId: string;
let freshId: string;
let talks = 0;

const today = () => platform.app.get(Agencies).today(pair.agency.agencyId);
const agendaOf = async (client: TestClient, id: unknown) =>
  (await client.data<{ supervisionAgenda: Item[] }>(AGENDA, { id })).supervisionAgenda;
const signIn = async (client: TestClient, identifier: string) => {
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
};
const talkWith = async (one: string, plannedOn: LocalDate) => {
  const form = { kind: 'SUPPORTIVE', source: 'INTERNAL', format: 'INDIVIDUAL', startMinute: 900 };
  const talk = await act(lead, SCHEDULE, {
    ...form,
    volunteerIds: [one],
    plannedOn,
    requestId: `talk-${String((talks += 1))}`,
  });
  expect(talk).toMatchObject({ __typename: 'SupervisionSession' });
  return talk;
};

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'agenda');
  const { app } = platform;
  const { agencyId } = pair.agency;
  const supervisorOf = async (key: string) => {
    const identifier = `${key}@agenda.example`;
    const personId = await addPerson(app, agencyId, { name: key, roles: ['SUPERVISOR'], identifier });
    const client = platform.client();
    await signIn(client, identifier);
    return { client, personId };
  };
  const leading = await supervisorOf('lead');
  lead = leading.client;
  other = (await supervisorOf('elsewhere')).client;
  const volunteers = app.get(Database).repository(Volunteer);
  const own = await volunteers.findOneByOrFail({ personId: pair.volunteerPerson as PersonId });
  const [stranger] = await volunteers.findBy({ agencyId });
  const fresh = stranger?.id === own.id ? (await volunteers.findBy({ agencyId }))[1] : stranger;
  await inAgency(app, agencyId, async () => {
    const written = app.get(Database).repository(Volunteer);
    for (const id of [own.id, fresh?.id ?? '']) await written.update({ id }, { supervisorId: leading.personId });
  });
  volunteerId = toGlobalId('Volunteer', own.id);
  freshId = toGlobalId('Volunteer', fresh?.id ?? '');
}, LONG);
afterAll(() => platform.stop());

it('is empty of pairs, concerns and actions while nothing is open, and nothing for another supervisor', async () => {
  const talk = await talkWith(volunteerId, addDays(await today(), 2));
  const open = (await agendaOf(lead, talk['id'])).filter(({ kind }) => kind !== 'FACT_ENDS');
  expect(open).toEqual([]);
  expect(await agendaOf(other, talk['id'])).toEqual([]);
});

it(
  'has what was agreed and not done, a concern, a contact that is late, and what has ended',
  async () => {
    const first = await talkWith(volunteerId, await today());
    const dueOn = addDays(await today(), 7);
    const seats = [{ volunteerId, came: true, wellbeing: 3, note: '', praise: '' }];
    const held = {
      sessionId: first['id'],
      version: first['version'],
      heldOn: await today(),
      minutes: 30,
      topics: '近况',
    };
    const actions = [{ volunteerId, text: '给学校打一个电话', dueOn }];
    expect(await act(lead, HOLD, { ...held, seats, actions })).toMatchObject({ __typename: 'SupervisionSession' });
    const raised = { companionshipId: pair.pairId, text: '他好几天没有吃早饭', requestId: 'agenda' };
    expect((await act(pair.volunteer, RAISE, raised)).__typename).toBe('ConcernReceipt');
    platform.clock.advance(60 * DAY_MS);
    await signIn(lead, 'lead@agenda.example');
    const talk = await talkWith(volunteerId, addDays(await today(), 2));
    const items = await agendaOf(lead, talk['id']);
    const { pseudonym, name } = pair.child;
    expect(items.find(({ kind }) => kind === 'ACTION_OPEN')).toMatchObject({
      text: '给学校打一个电话',
      on: dueOn,
      volunteerId,
    });
    expect(items.find(({ kind }) => kind === 'CONTACT_LATE')).toMatchObject({
      companionshipId: pair.pairId,
      pseudonym,
    });
    expect(items.filter(({ kind }) => kind === 'CONCERN_OPEN')).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(name);
    // Not the matters of the very talk that is planned, and nobody's but those with a seat.
    const others = await agendaOf(lead, (await talkWith(freshId, addDays(await today(), 3)))['id']);
    expect(others.filter(({ kind }) => kind !== 'FACT_ENDS')).toEqual([]);
  },
  LONG,
);

it(
  'has a pair that rests instead of its contact, and each paper that has run out by its name',
  async () => {
    expect(await pair.volunteer.signIn('13900008888', TEST_PASSWORD)).toBe('Viewer');
    const rests = { companionshipId: pair.pairId, version: await pair.version(), reason: '期末考试' };
    expect((await act(pair.volunteer, PAUSE, rests)).__typename).toBe('CompanionshipStep');
    platform.clock.advance(500 * DAY_MS);
    await signIn(lead, 'lead@agenda.example');
    const talk = await talkWith(volunteerId, addDays(await today(), 2));
    const items = await agendaOf(lead, talk['id']);
    expect(items.find(({ kind }) => kind === 'PAIR_RESTS')).toMatchObject({ companionshipId: pair.pairId });
    expect(items.find(({ kind }) => kind === 'CONTACT_LATE')).toBeUndefined();
    const ended = items.filter(({ kind }) => kind === 'FACT_ENDS').map(({ requirement }) => requirement);
    expect(ended).toContain('RECORD_CHECK');
  },
  LONG,
);
