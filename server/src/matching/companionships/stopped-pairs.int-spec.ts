// A stop ends every pair at once, and the same two begin anew only as a new pair that asks everybody anew (H8, H26, ADR 0022).
import { AuditEvent, firstBreak } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { actAs, PAIR_DAY, PairPath, proposedPairs } from '../../testing/pair-path.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Companionship } from './companionship.entity.js';

const LONG = 180_000;
const PHONE = '13900007001';
const OTHER_PHONE = '13900007002';
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename
  ... on WorkStanding { stop { id } consequences { companionships } } } }`;
const RESUME = `mutation ($i: ResumeWorkInput!) { outcome: resumeWork(input: $i) { __typename } }`;
const STANDING = 'query ($id: ID!) { workStanding(personId: $id) { consequences { companionships } } }';
const RESTART = `mutation ($i: RestartCompanionshipInput!) { outcome: restartCompanionship(input: $i) { __typename
  ... on Companionship { id state startsOn earlier { id state endCause } consent { id }
    plan { taskGoal } blockers { code } } ... on VolunteerNotEligible { findings { outcome } }
  ... on PlaceTaken { who } ... on TransitionRefused { from to } } }`;
const READ = `query ($id: ID!) { companionship(id: $id) { state endedOn endCause endReason transitions
  telling { answeredAt } } }`;
const MINE = '{ myCompanionships { id state child { pseudonym } goal } }';
const WAITING = '{ today { childrenToTell contactsOverdue } }';
const MAKE_CARD = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code } } }`;
const SAY = `mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename } }`;

let platform: TestApp;
let agency: MatchedAgency;
let active: PairPath;
let asked: PairPath;
let oldCard: string;
let stopId: string;
let volunteerId: string;

const read = async (id: string) =>
  (await agency.worker.data<{ companionship: Record<string, unknown> }>(READ, { id })).companionship;
const restart = (client: TestClient, companionshipId: string) => actAs(client, RESTART, { companionshipId });
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'ending');
  const [first, second] = await proposedPairs(agency, 'ending');
  if (!first || !second) throw new Error('nobody was proposed');
  active = await PairPath.accept(platform, agency, first, PHONE);
  asked = await PairPath.accept(platform, agency, second, OTHER_PHONE);
  expect(await active.walk()).toMatchObject({ state: 'ACTIVE' });
  const card = await actAs(agency.worker, MAKE_CARD, { companionshipId: active.id });
  oldCard = String(card['code']);
  // The second pair, not begun yet, is the same volunteer's from here on: one stop finds pairs in two states.
  volunteerId = String((await active.row())['volunteerId']);
  const database = platform.app.get(Database);
  await write(() => database.repository(Companionship).update({ id: asked.rowId }, { volunteerId }));
}, LONG);
afterAll(() => platform.stop());

describe('a pair that a stop has not ended', () => {
  it('begins anew for nobody: not for a visitor, a volunteer, a director, nor a worker of another agency', async () => {
    const variables = { i: { companionshipId: active.id } };
    expect(await codeOf(platform.client(), RESTART, variables)).toBe('UNAUTHENTICATED');
    for (const client of [active.volunteer, agency.director]) {
      expect(await codeOf(client, RESTART, variables)).toBe('FORBIDDEN');
    }
    const stranger = platform.client();
    const identifier = 'stranger@ending-elsewhere.example';
    await addPerson(platform.app, await addAgency(platform.app, 'ending-elsewhere'), {
      ...{ name: '外人', roles: ['SOCIAL_WORKER'], identifier },
    });
    await stranger.signIn(identifier, TEST_PASSWORD);
    expect((await restart(stranger, active.id)).__typename).toBe('NotFound');
    expect(await restart(agency.worker, active.id)).toMatchObject({ __typename: 'TransitionRefused', from: 'ACTIVE' });
  });
});

describe('a stop', () => {
  const personId = () => active.proposed.volunteer.personId;

  it('says before anybody confirms how many pairs end', async () => {
    const { workStanding } = await agency.supervisor.data<{ workStanding: object }>(STANDING, { id: personId() });
    expect(workStanding).toEqual({ consequences: { companionships: 2 } });
  });

  it('ends what runs and what was about to, dated, without a word of why', async () => {
    const stopped = await actAs(agency.supervisor, STOP, {
      personId: personId(),
      reason: 'CONDUCT',
      words: '私下约见',
    });
    stopId = (stopped['stop'] as { id: string }).id;
    expect(stopped).toMatchObject({ consequences: { companionships: 0 } });
    const ended = { state: 'ENDED', endedOn: PAIR_DAY, endCause: 'STOP', endReason: null, transitions: [] };
    expect(await read(active.id)).toEqual({ ...ended, telling: { answeredAt: null } });
    // Whom the child has not met, nobody has to explain.
    expect(await read(asked.id)).toEqual({ ...ended, telling: null });
    for (const pair of [active, asked]) expect(await pair.row()).toMatchObject({ heldChildId: null });
  });

  it('tells the worker of each pair, and asks what the child is told', async () => {
    await platform.app.get(JobWorker).drain();
    const { notices } = await agency.worker.data<{ notices: { template: string; path: string }[] }>(
      '{ notices { template path } }',
    );
    const told = notices.filter(({ template }) => template === 'companionStopped').map(({ path }) => path);
    expect(told.sort()).toEqual([active, asked].map(({ id }) => `/agency/companionships/${id}`).sort());
    expect(await agency.worker.data(WAITING)).toEqual({ today: { childrenToTell: 1, contactsOverdue: 0 } });
  });

  it('cannot be gone round: an ended pair does not begin, rest or meet', async () => {
    expect((await active.activate()).__typename).toBe('CompanionshipBlocked');
    const pause = `mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }`;
    const { version } = await active.row();
    const rest = { companionshipId: active.id, version, reason: '期末考试' };
    expect((await actAs(agency.worker, pause, rest)).__typename).toBe('TransitionRefused');
    const contact = `mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename } }`;
    const met = { companionshipId: active.id, kind: 'MADE', happenedOn: PAIR_DAY, requestId: 'after-the-end' };
    expect((await actAs(agency.worker, contact, met)).__typename).toBe('TransitionRefused');
  });

  it('keeps the two apart while it stands', async () => {
    const refused = await restart(agency.worker, active.id);
    expect(refused).toMatchObject({ __typename: 'VolunteerNotEligible' });
    expect(refused['findings']).toContainEqual({ outcome: 'STOPPED' });
  });
});

describe('once another person has lifted it', () => {
  let anew: PairPath;

  it('the ended pair stays as it ended', async () => {
    expect((await actAs(agency.director, RESUME, { stopId, words: '查错了人' })).__typename).toBe('WorkStanding');
    expect(await read(active.id)).toMatchObject({ state: 'ENDED', endCause: 'STOP' });
  });

  it('the same two begin anew as a pair of its own, of which nothing is known yet', async () => {
    const begun = await restart(agency.worker, active.id);
    expect(begun).toMatchObject({
      ...{ __typename: 'Companionship', state: 'ACCEPTED', startsOn: null, consent: null, plan: null },
      earlier: { id: active.id, state: 'ENDED', endCause: 'STOP' },
    });
    expect((begun['blockers'] as { code: string }[]).map(({ code }) => code)).toEqual([
      ...['SERVICE_AGREEMENT_MISSING', 'CONSENT_MISSING', 'CHILD_ANSWER_MISSING', 'PLAN_MISSING'],
      'CONDUCT_NOT_ACCEPTED',
    ]);
    const volunteer = platform.client();
    expect(await volunteer.signIn(PHONE, TEST_PASSWORD)).toBe('Viewer');
    anew = active.as(String(begun['id']), volunteer);
    const { myCompanionships } = await volunteer.data<{ myCompanionships: { id: string; child: object | null }[] }>(
      MINE,
    );
    expect(myCompanionships.map(({ child }) => child)).toEqual(myCompanionships.map(() => null));
    expect(myCompanionships).toContainEqual({ id: anew.id, state: 'ACCEPTED', child: null, goal: null });
  });

  it('once, and only where there is a place', async () => {
    expect(await restart(agency.colleague, active.id)).toMatchObject({ __typename: 'TransitionRefused' });
    await write(() => platform.app.get(Database).manager.update('Volunteer', { id: volunteerId }, { places: 1 }));
    expect(await restart(agency.worker, asked.id)).toMatchObject({ __typename: 'PlaceTaken', who: 'VOLUNTEER' });
  });

  it('goes the whole way again, and the card from before still says stop', async () => {
    expect(await anew.walk()).toMatchObject({ state: 'ACTIVE' });
    const said = { code: oldCard, say: 'STOP', who: 'CHILD', text: '', requestId: 'old-card' };
    await actAs(platform.client(), SAY, said);
    expect(await read(anew.id)).toMatchObject({ state: 'PAUSED' });
    expect(await read(active.id)).toMatchObject({ state: 'ENDED', endCause: 'STOP' });
  });

  it('does not begin anew what somebody ended by decision', async () => {
    const end = `mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { __typename } }`;
    const { version } = await anew.row();
    const input = { companionshipId: anew.id, version, reason: '孩子搬家了', closingTalkOn: PAIR_DAY };
    expect((await actAs(agency.worker, end, input)).__typename).toBe('Companionship');
    expect(await read(anew.id)).toMatchObject({ endCause: 'DECIDED', endReason: '孩子搬家了' });
    expect(await restart(agency.worker, anew.id)).toMatchObject({ __typename: 'TransitionRefused', from: 'ENDED' });
  });
});

describe('a record check that is a hit', () => {
  const CHECK = `mutation ($i: RecordCheckInput!) { outcome: recordCheck(input: $i) { __typename
    ... on Volunteer { story { facts { id kind } } } } }`;
  const TAKE_BACK = 'mutation ($i: TakeBackFactInput!) { outcome: takeBackFact(input: $i) { __typename } }';
  const STOP_OF = 'query ($id: ID!) { workStanding(personId: $id) { stop { id } } }';

  it('ends pairs by the same path; once another director has undone a mistake, the two begin anew', async () => {
    const [, , third] = await proposedPairs(agency, 'a-hit');
    if (!third) throw new Error('nobody was proposed');
    const pair = await PairPath.accept(platform, agency, third, '13900007003');
    expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
    const hit = { volunteerId: third.volunteer.id, clear: false, happenedOn: PAIR_DAY };
    const recorded = await actAs(agency.supervisor, CHECK, hit);
    expect(await read(pair.id)).toMatchObject({ state: 'ENDED', endCause: 'STOP', telling: { answeredAt: null } });
    expect(JSON.stringify(await read(pair.id))).not.toMatch(/hit|check/i);
    expect((await restart(agency.worker, pair.id)).__typename).toBe('VolunteerNotEligible');
    const { facts } = recorded['story'] as { facts: { id: string; kind: string }[] };
    const factId = facts.find(({ kind }) => kind === 'CHECK_HIT')?.id;
    await actAs(agency.director, TAKE_BACK, { factId, reason: 'WRONG_PERSON' });
    expect((await restart(agency.worker, pair.id)).__typename).toBe('VolunteerNotEligible');
    const { workStanding } = await agency.director.data<{ workStanding: { stop: { id: string } } }>(STOP_OF, {
      id: third.volunteer.personId,
    });
    await actAs(agency.director, RESUME, { stopId: workStanding.stop.id, words: '同名同姓，查错了人' });
    expect(await restart(agency.worker, pair.id)).toMatchObject({ state: 'ACCEPTED', earlier: { id: pair.id } });
  });
});

it('all of it is in one unbroken chain', async () => {
  const events = await platform.app
    .get(Database)
    .repository(AuditEvent)
    .find({ where: { agencyId: agency.agencyId }, order: { sequence: 'ASC' } });
  expect(firstBreak(events)).toBeUndefined();
  const ended = events.filter(({ action }) => action === 'companionship.ended').map(({ facts }) => facts);
  expect(ended.sort()).toEqual([
    ...['{"cause":"STOP","from":"ACCEPTED"}', '{"cause":"STOP","from":"ACTIVE"}'],
    ...['{"cause":"STOP","from":"ACTIVE"}', '{"from":"PAUSED"}'],
  ]);
  const actions = new Set(events.map(({ action }) => action));
  for (const action of ['companionship.restarted', 'companionship.restartRefused']) expect(actions).toContain(action);
});
