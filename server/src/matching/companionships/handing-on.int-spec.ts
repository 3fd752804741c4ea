// A pair handed on to another volunteer: one row ends, one begins, everybody is asked anew, and what is read is chosen (P06, H26).
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../../testing/matched-agency.js';
import { actAs, FAMILY_WORD, PAIR_DAY, PairPath, proposedPairs, type PathOutcome } from '../../testing/pair-path.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';

const LONG = 180_000;
const HAND_ON = `mutation ($i: HandOnCompanionshipInput!) { outcome: handOnCompanionship(input: $i) { __typename
  ... on Companionship { id version state startsOn consent { id } plan { taskGoal } blockers { code }
    handedOnFrom { id state endReason handedOnTo { id } } handedOn { chosen } }
  ... on InvalidInput { fields { field code } } ... on PairRefused { reasons { code } } ... on PlaceTaken { who } } }`;
const READ = `query ($id: ID!) { companionship(id: $id) { id version state contacts { id note }
  takers(first: 10) { suggestions { volunteer { id personId } score } } } }`;
const PHONE_READS = `{ myCompanionships { id state version goal child { pseudonym } contacts { note }
  handedOn { chosen taskGoal processGoal meetingPlace contactsPerMonth steps { text } notes { note } } } }`;
const CONTACT = 'mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename } }';
const NEXT_STEP = 'mutation ($i: AddNextStepInput!) { outcome: addNextStep(input: $i) { __typename } }';
const DECLINE = 'mutation ($i: AnswerCompanionshipInput!) { outcome: answerCompanionship(input: $i) { __typename } }';
const MAKE_CARD = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code } } }`;
const SAY = 'mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename } }';
const EVERYBODY = '{ volunteers(first: 200) { edges { node { id eligibility { ready } } } } }';
const SEEN = ['一起浇了花', '说起了想家的事'];

interface Read {
  readonly version: number;
  readonly state: string;
  readonly contacts: readonly { readonly id: string; readonly note: string | null }[];
  readonly takers: { readonly suggestions: readonly { readonly volunteer: { id: string; personId: string } }[] };
}
interface OnPhone {
  readonly id: string;
  readonly state: string;
  readonly child: object | null;
  readonly contacts: readonly object[];
  readonly handedOn: { readonly chosen: readonly string[]; readonly [field: string]: unknown } | null;
}
let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let oldCard: string;
let next: PairPath;
let nextPhone: TestClient;

const read = async (id: string, client = agency.worker): Promise<Read> =>
  (await client.data<{ companionship: Read }>(READ, { id })).companionship;
const onPhone = async (client: TestClient): Promise<OnPhone[]> =>
  (await client.data<{ myCompanionships: OnPhone[] }>(PHONE_READS)).myCompanionships;
async function inputFor(of: PairPath, more: object = {}): Promise<object> {
  const { version, takers } = await read(of.id);
  return {
    ...{ companionshipId: of.id, version, volunteerId: takers.suggestions[0]?.volunteer.id },
    ...{ reason: '志愿者要去外地读书', closingTalkOn: PAIR_DAY, share: [], contactIds: [], ...more },
  };
}
const handOn = (client: TestClient, input: object): Promise<PathOutcome> => actAs(client, HAND_ON, input);

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'handingon');
  const [first] = await proposedPairs(agency, 'handingon');
  if (!first) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, agency, first, '13900007601');
}, LONG);
afterAll(() => platform.stop());

it('is refused before anything has begun, to volunteers, and to another agency, as if there were nothing', async () => {
  expect((await handOn(agency.worker, await inputFor(pair))).__typename).toBe('TransitionRefused');
  await pair.walk();
  oldCard = String((await actAs(agency.worker, MAKE_CARD, { companionshipId: pair.id }))['code']);
  for (const [index, note] of SEEN.entries()) {
    const contact = { companionshipId: pair.id, kind: 'MADE', happenedOn: PAIR_DAY, note, requestId: `c${index}` };
    expect((await actAs(pair.volunteer, CONTACT, contact)).__typename).toBe('CompanionshipStep');
  }
  const small = { companionshipId: pair.id, text: '一起挑一本书', requestId: 's' };
  expect((await actAs(agency.worker, NEXT_STEP, small)).__typename).toBe('CompanionshipStep');
  const input = await inputFor(pair);
  const { errors } = await pair.volunteer.graphql(HAND_ON, { i: input });
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  const strangers = await addAgency(platform.app, 'handingonelsewhere');
  const login = 'worker@handingonelsewhere.example';
  await addPerson(platform.app, strangers, { name: 'x', roles: ['SOCIAL_WORKER'], identifier: login });
  const stranger = platform.client();
  await stranger.signIn(login, TEST_PASSWORD);
  expect((await handOn(stranger, input)).__typename).toBe('NotFound');
});

it('ranks who could go on, as if the child had nobody, without the present companion', async () => {
  const { takers } = await read(pair.id);
  expect(takers.suggestions.length).toBeGreaterThan(0);
  expect(takers.suggestions.map(({ volunteer }) => volunteer.id)).not.toContain(pair.proposed.volunteer.id);
});

it('needs the closing talk first, a reason, somebody else, and notes of this pair', async () => {
  const refused = async (more: object) => (await handOn(agency.worker, await inputFor(pair, more)))['fields'];
  expect(await refused({ closingTalkOn: null })).toEqual([{ field: 'closingTalkOn', code: 'REQUIRED' }]);
  expect(await refused({ closingTalkOn: '2026-12-24' })).toEqual([{ field: 'closingTalkOn', code: 'IN_THE_FUTURE' }]);
  expect(await refused({ closingTalkOn: '2026-11-01' })).toEqual([{ field: 'closingTalkOn', code: 'BEFORE_START' }]);
  expect(await refused({ reason: ' ', volunteerId: pair.proposed.volunteer.id })).toEqual([
    { field: 'reason', code: 'REQUIRED' },
    { field: 'volunteerId', code: 'THE_SAME' },
  ]);
  expect(await refused({ contactIds: [pair.id] })).toEqual([{ field: 'contactIds', code: 'NOT_OF_THIS_PAIR' }]);
  expect(await read(pair.id)).toMatchObject({ state: 'ACTIVE' });
});

it('asks the rules of a pair and of the person, and writes nothing where one of them says no', async () => {
  const database = platform.app.get(Database);
  const before = await database.repository(Companionship).count();
  const child = await database.read<{ id: string }>('SELECT childId AS id FROM companionship WHERE id = ?', [
    pair.rowId,
  ]);
  const wish = (companionGender: string | null) =>
    platform.app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, () =>
        database.manager.update('Child', { id: child[0]?.id }, { companionGender }),
      );
  const [row] = await database.read<{ gender: string }>(
    `SELECT p.gender AS gender FROM companionship c JOIN volunteer v ON v.id = c.volunteerId JOIN person p ON p.id = v.personId
     WHERE c.id = ?`,
    [pair.rowId],
  );
  const { volunteers } = await agency.worker.data<{
    volunteers: { edges: { node: { id: string; eligibility: { ready: boolean } } }[] };
  }>(EVERYBODY);
  const unready = volunteers.edges.find(({ node }) => !node.eligibility.ready)?.node.id;
  expect(unready).toBeDefined();
  expect((await handOn(agency.worker, await inputFor(pair, { volunteerId: unready }))).__typename).toBe(
    'VolunteerNotEligible',
  );
  const input = await inputFor(pair);
  await wish(row?.gender === 'FEMALE' ? 'MALE' : 'FEMALE');
  expect(await handOn(agency.worker, input)).toMatchObject({
    ...{ __typename: 'PairRefused', reasons: [{ code: 'GENDER_RULE' }] },
  });
  await wish(null);
  expect(await database.repository(Companionship).count()).toBe(before);
  expect(await read(pair.id)).toMatchObject({ state: 'ACTIVE' });
});

it('two workers at the same moment: exactly one new pair', async () => {
  const { takers, contacts } = await read(pair.id);
  const [a, b] = takers.suggestions;
  const kept = contacts.filter(({ note }) => note === SEEN[0]).map(({ id }) => id);
  const base = await inputFor(pair, { share: ['GOALS', 'STEPS'], contactIds: kept });
  const outcomes = await Promise.all([
    handOn(agency.worker, { ...base, volunteerId: a?.volunteer.id }),
    handOn(agency.colleague, { ...base, volunteerId: b?.volunteer.id }),
  ]);
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Companionship', 'StaleVersion']);
  const won = outcomes.findIndex(({ __typename }) => __typename === 'Companionship');
  expect(outcomes[won]).toMatchObject({
    ...{ state: 'ACCEPTED', startsOn: null, consent: null, plan: null },
    handedOnFrom: {
      id: pair.id,
      state: 'ENDED',
      endReason: '志愿者要去外地读书',
      handedOnTo: { id: outcomes[won]?.['id'] },
    },
  });
  expect((outcomes[won]?.['blockers'] as { code: string }[]).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['CONSENT_MISSING', 'CHILD_ANSWER_MISSING', 'PLAN_MISSING']),
  );
  const chosen = won === 0 ? a : b;
  if (!chosen) throw new Error('nobody was chosen');
  nextPhone = await signInVolunteer(platform, agency.agencyId, personOf(chosen.volunteer.personId), '13900007602');
  next = pair.as(String(outcomes[won]?.['id']), nextPhone);
  const standing = await platform.app.get(Database).repository(Companionship).findBy({ handedOnFromId: pair.rowId });
  expect(standing).toHaveLength(1);
});

it('shows the next one nothing before family and child have said yes to the new person', async () => {
  expect(await onPhone(nextPhone)).toMatchObject([{ id: next.id, child: null, handedOn: null }]);
  await next.agree();
  expect(await onPhone(nextPhone)).toMatchObject([{ child: null, handedOn: null }]);
  expect((await next.activate()).__typename).toBe('CompanionshipBlocked');
  await next.consent({ childAnswer: 'NOT_ASKED', childAnsweredOn: null });
  await next.approvePlan();
  expect((await next.activate()).__typename).toBe('CompanionshipBlocked');
  await next.consent(FAMILY_WORD);
  expect(await next.activate()).toMatchObject({ state: 'ACTIVE' });
});

it('then what was chosen, and nothing else of what was', async () => {
  const [own] = await onPhone(nextPhone);
  expect(own?.handedOn).toEqual({
    ...{ chosen: expect.arrayContaining(['GOALS', 'STEPS', 'NOTE']) as unknown, taskGoal: '一起读完一本书' },
    ...{ processGoal: '愿意说出想法', meetingPlace: null, contactsPerMonth: null },
    ...{ steps: [{ text: '一起挑一本书' }], notes: [{ note: SEEN[0] }] },
  });
  expect(own?.contacts).toEqual([]);
  expect(JSON.stringify(own)).not.toContain(SEEN[1]);
});

it('the companion before reads nothing of the child any more, and writes nothing', async () => {
  const [own] = await onPhone(pair.volunteer);
  expect(own).toMatchObject({ id: pair.id, state: 'ENDED', child: null, goal: null, contacts: [], handedOn: null });
  const late = { companionshipId: pair.id, kind: 'MADE', happenedOn: PAIR_DAY, note: 'x', requestId: 'late' };
  expect((await actAs(pair.volunteer, CONTACT, late)).__typename).toBe('NotFound');
});

it('closes again at once when the child says stop by the card of the pair before', async () => {
  const said = { code: oldCard, say: 'STOP', who: 'CHILD', text: '', requestId: 'old-card' };
  await actAs(platform.client(), SAY, said);
  expect(await read(next.id)).toMatchObject({ state: 'PAUSED' });
  expect(await read(pair.id)).toMatchObject({ state: 'ENDED' });
  expect((await onPhone(nextPhone))[0]).toMatchObject({ child: null, handedOn: null });
});

it('who said no to the child is not asked again', async () => {
  const { takers, version } = await read(next.id);
  const again = await handOn(agency.worker, { ...(await inputFor(next)), version });
  const anew = pair.as(String(again['id']));
  const person = takers.suggestions[0]?.volunteer.personId ?? '';
  const third = await signInVolunteer(platform, agency.agencyId, personOf(person), '13900007603');
  const no = { companionshipId: anew.id, version: 1, agree: false, acceptConduct: false, reason: '太远了' };
  expect((await actAs(third, DECLINE, no)).__typename).toBe('MyCompanionship');
  expect((await read(anew.id)).takers.suggestions.map(({ volunteer }) => volunteer.personId)).not.toContain(person);
});

const personOf = (globalId: string): string =>
  Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? globalId;
