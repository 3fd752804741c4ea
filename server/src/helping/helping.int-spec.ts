// 助人自助 on the engine under test: who may not, first; then a child's way, the way out, and that nothing else changes.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { Child } from '../children/index.js';
import { Person, Volunteer, VolunteerEligibility, VolunteersRepository } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { RecordChecks } from '../screening/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { addPerson, addVolunteerRecord, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { HelperJourney } from './helper.entities.js';

const JOURNEY = 'id state minor accompanied childSaidYes guardianSaidYes supervisorName moments { step on words }';
const SAID = `__typename ... on HelperJourney { ${JOURNEY} } ... on InvalidInput { fields { field code } }`;
const STEPPED = `${SAID} ... on HelperStepsMissing { steps }`;
const act = (name: string, input: string, fields = SAID) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${fields} } }`;
const BEGIN = act('beginHelping', 'BeginHelpingInput');
const ANSWER = act('recordHelperAnswer', 'RecordHelperAnswerInput');
const ASK = act('askHelperGuardian', 'AskHelperGuardianInput', '__typename ... on HelperAsked { path }');
const BESIDE = act('recordAccompanied', 'RecordAccompaniedInput', STEPPED);
const STEP = act('recordHelperStep', 'RecordHelperStepInput', STEPPED);
const LIST = `{ helperJourneys { ${JOURNEY} } }`;
const CHOICES = `query ($id: ID!) { helperChoices(childId: $id) { family { id name origin against }
  supervisors { id name } guardians { id name } } }`;
const QUESTION = '{ helperQuestion(english: false) { childName yes text { hash parts } } }';
const REPLY = act(
  'answerHelperQuestion',
  'AnswerHelperQuestionInput',
  '__typename ... on HelperQuestion { yes } ... on InvalidInput { fields { field code } }',
);
const MINE = '{ myHelping { state accompanied accompaniedNeeded moments { step on words } } }';
const COUNTS = 'query ($o: Boolean!) { helperCounts(outside: $o) { step total parts { origin count } } }';
const GROWN = `query ($o: Boolean!, $on: LocalDate!) { grownVolunteers(outside: $o, on: $on) {
  roles served kinds { kind count } } }`;
const LONG = 180_000;
const FACT = { validUntil: null, batchId: null, confirmedBy: null };

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly path?: string;
  readonly [field: string]: unknown;
}
interface Choices {
  readonly family: readonly { id: string; name: string; origin: string; against: readonly string[] }[];
  readonly supervisors: readonly { id: string; name: string }[];
  readonly guardians: readonly { id: string; name: string }[];
}

let platform: TestApp;
let agency: FamilyAgency;
let agencyId: AgencyId;
let worker: TestClient;
let lead: TestClient;
let childId: string;
let leadId: PersonId;
let helperId: PersonId;
let companion: string;
let journeyId = '';

const does = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const choices = async (client: TestClient, id = childId) =>
  (await client.data<{ helperChoices: Choices | null }>(CHOICES, { id })).helperChoices;
const person = () => toGlobalId('Person', helperId);
const begin = (client: TestClient, more: object = {}) =>
  does(client, BEGIN, { childId, helperId: person(), supervisorId: toGlobalId('Person', leadId), ...more });
const hash = async () =>
  (await worker.data<{ helperText: { hash: string } }>('{ helperText(english: false) { hash } }')).helperText.hash;
const said = async (giver: string, more: object = {}) => {
  const words = { method: 'WITNESSED', english: false, textHash: await hash(), yes: true };
  return does(worker, ANSWER, { journeyId, giver, ...words, ...more });
};
const record = () => platform.app.get(VolunteersRepository).byPerson(agencyId, helperId);
/** Everything that the child receives, row for row. */
const aid = async () => {
  const tables = ['child', 'programme_place', 'sponsorship', 'companionship', 'household_member'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await platform.app.get(Database).read(`SELECT * FROM ${table}`, []));
  return JSON.stringify(rows);
};

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ worker, agencyId } = agency);
  const identifier = 'lead@families.example';
  leadId = await addPerson(platform.app, agencyId, { name: '督导陈静', roles: ['SUPERVISOR'], identifier });
  lead = platform.client();
  await lead.signIn(identifier, TEST_PASSWORD);
  childId = await agency.addChild('李小满', { name: '张禾', phone: '+8613900000001', relation: '妈妈' }, agency.south);
  const row = await platform.app
    .get(Database)
    .repository(Child)
    .findOneByOrFail({ id: fromGlobalId('Child', childId) ?? '' });
  helperId = row.personId as PersonId;
  const besideId = await addPerson(platform.app, agencyId, { name: '许诺', roles: ['VOLUNTEER'] });
  await addVolunteerRecord(platform.app, agencyId, besideId);
  const fact = { agencyId, personId: besideId, ...FACT, happenedOn: '2026-11-01' };
  await agency.write(async () => {
    await platform.app.get(Database).repository(Person).update({ id: helperId }, { birthDate: '2011-03-01' });
    await platform.app.get(Database).repository(Person).update({ id: besideId }, { birthDate: '1990-03-01' });
    await platform.app.get(RecordChecks).addAll([{ ...fact, result: 'CLEAR' }]);
  });
  const beside = await platform.app.get(VolunteersRepository).byPerson(agencyId, besideId);
  companion = toGlobalId('Volunteer', beside?.id ?? '');
}, LONG);
afterAll(() => platform.stop());

describe('who may not', () => {
  it('is anybody outside the case team, of any of it', async () => {
    const i = { childId, helperId: person(), supervisorId: toGlobalId('Person', leadId) };
    for (const [role, client] of agency.outsiders) {
      expect([role, await codeOf(client, LIST)]).toEqual([role, 'FORBIDDEN']);
      expect([role, await codeOf(client, BEGIN, { i })]).toEqual([role, 'FORBIDDEN']);
    }
    expect(await codeOf(platform.client(), LIST)).toBe('UNAUTHENTICATED');
    expect(await platform.client().data(QUESTION)).toEqual({ helperQuestion: null });
  });

  it('is a worker of another office or agency: to them there is no such child', async () => {
    for (const client of [agency.northern, agency.stranger]) {
      expect((await begin(client)).__typename).toBe('NotFound');
      expect(await choices(client)).toBeNull();
    }
  });

  it('is somebody of another family invited, or supervised by a worker of the case', async () => {
    expect(await begin(worker, { helperId: toGlobalId('Person', leadId) })).toMatchObject({
      fields: [{ field: 'personId', code: 'NOT_OF_FAMILY' }],
    });
    expect(await begin(lead)).toMatchObject({ fields: [{ field: 'supervisorId', code: 'CASE_WORKER' }] });
    expect((await choices(lead))?.supervisors).toEqual([]);
    const { personId } = (await worker.data<{ viewer: { personId: string } }>('{ viewer { personId: id } }')).viewer;
    expect(await begin(worker, { supervisorId: personId })).toMatchObject({
      fields: [
        { field: 'supervisorId', code: 'NOT_A_SUPERVISOR' },
        { field: 'supervisorId', code: 'CASE_WORKER' },
      ],
    });
    expect(await platform.app.get(Database).repository(HelperJourney).count()).toBe(0);
  });

  it('is a child who is too young', async () => {
    const young = await agency.addChild('小树', undefined, agency.south);
    expect((await choices(worker, young))?.family).toMatchObject([{ origin: 'CHILD', against: ['TOO_YOUNG'] }]);
  });
});

describe('a child who wishes to help', () => {
  it('begins with a worker of theirs, once however many begin at the same time, and nothing that they receive changes', async () => {
    const before = await aid();
    const twice = await Promise.all([begin(worker), begin(worker)]);
    const [begun, refused] = twice.sort((one) => (one.__typename === 'HelperJourney' ? -1 : 1));
    if (!begun) throw new Error('nothing was begun');
    expect(refused).toMatchObject({ fields: [{ field: 'personId', code: 'ALREADY_BEGUN' }] });
    expect(begun).toMatchObject({ state: 'INTERESTED', minor: true, supervisorName: '督导陈静' });
    journeyId = begun.id;
    expect(await aid()).toBe(before);
    expect(await record()).toBeUndefined();
  });

  it('needs the own yes and a guardian’s, to the words that were shown', async () => {
    expect(await said('CHILD', { textHash: 'other' })).toMatchObject({ fields: [{ code: 'TEXT_CHANGED' }] });
    expect(await said('GUARDIAN')).toMatchObject({ fields: [{ field: 'guardianId', code: 'NOT_A_GUARDIAN' }] });
    expect(await said('CHILD', { method: 'SIGNATURE' })).toMatchObject({ fields: [{ field: 'signature' }] });
    expect(await said('CHILD')).toMatchObject({ state: 'INTERESTED', childSaidYes: true, guardianSaidYes: false });
    expect(await record()).toBeUndefined();
  });

  it('gets a guardian’s yes by a personal link without an account; a record as a volunteer follows', async () => {
    const guardianId = (await choices(worker))?.guardians[0]?.id;
    const { path = '' } = await does(worker, ASK, { journeyId, guardianId });
    const guardian = platform.client();
    await guardian.fetch(path);
    const { helperQuestion } = await guardian.data<{
      helperQuestion: { childName: string; yes: boolean | null; text: { hash: string } };
    }>(QUESTION);
    expect(helperQuestion).toMatchObject({ childName: '李小满', yes: null });
    const i = { yes: true, english: false, textHash: helperQuestion.text.hash };
    expect(await does(guardian, REPLY, { ...i, textHash: 'old' })).toMatchObject({
      fields: [{ code: 'TEXT_CHANGED' }],
    });
    expect(await does(guardian, REPLY, i)).toMatchObject({ yes: true });
    const own = await record();
    expect(own).toMatchObject({ supervisorId: leadId, places: 0 });
    // Taken back, it rests at once by every path: the one function says so.
    expect(await does(guardian, REPLY, { ...i, yes: false })).toMatchObject({ yes: false });
    if (!own) throw new Error('no record');
    const [stopped] = (await platform.app.get(VolunteersRepository).all(allRows(agencyId))).filter(
      ({ id }) => id === own.id,
    );
    const judged =
      stopped && (await platform.app.get(VolunteerEligibility).on(agencyId, [stopped], '2026-11-22' as never));
    expect(judged?.get(own.id)?.findings.map(({ outcome }) => outcome)).toContain('STOPPED');
    expect(await does(guardian, REPLY, i)).toMatchObject({ yes: true });
    expect((await record())?.stoppedSince).toBeUndefined();
  });

  it('is active only after training, agreement and the first services beside a cleared adult', async () => {
    expect(await does(worker, STEP, { journeyId, step: 'ACTIVE' })).toMatchObject({
      steps: ['TRAINED', 'AGREEMENT_SIGNED', 'ACCOMPANIED'],
    });
    const service = { journeyId, volunteerId: companion, happenedOn: '2026-11-22' };
    expect(await does(worker, BESIDE, service)).toMatchObject({ steps: ['TRAINED', 'AGREEMENT_SIGNED'] });
    await agency.write(async () => {
      const fact = { agencyId, personId: helperId, ...FACT, happenedOn: '2026-11-20' };
      await platform.app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
      await platform.app.get(VolunteerAgreements).addAll([fact]);
    });
    const own = toGlobalId('Volunteer', (await record())?.id ?? '');
    expect(await does(worker, BESIDE, { ...service, volunteerId: own })).toMatchObject({
      fields: [{ field: 'volunteerId', code: 'NOT_CLEARED' }],
    });
    for (const day of ['22', '23', '24']) {
      platform.clock.set(`2026-11-${day}T02:00:00.000Z`);
      const done = await does(worker, BESIDE, { ...service, happenedOn: `2026-11-${day}` });
      expect(done.__typename).toBe('HelperJourney');
      expect(await does(worker, BESIDE, { ...service, happenedOn: `2026-11-${day}` })).toMatchObject({
        fields: [{ field: 'happenedOn', code: 'TAKEN' }],
      });
    }
    expect(await does(worker, STEP, { journeyId, step: 'CORE' })).toMatchObject({ steps: ['ACTIVE'] });
    expect(await does(worker, STEP, { journeyId, step: 'ACTIVE' })).toMatchObject({ state: 'ACTIVE' });
    expect(await does(worker, STEP, { journeyId, step: 'CORE' })).toMatchObject({ state: 'CORE' });
    expect(await does(worker, STEP, { journeyId, step: 'STAFF' })).toMatchObject({ steps: ['STAFF'] });
  });

  it('is counted by kind inside, and withheld outside while there are fewer than five', async () => {
    const counts = async (outside: boolean) =>
      (await lead.data<{ helperCounts: { step: string; total: number | null }[] }>(COUNTS, { o: outside }))
        .helperCounts;
    expect(await counts(false)).toMatchObject([
      { step: 'BEGUN', total: 1 },
      { step: 'ACTIVE', total: 1 },
      {
        step: 'CORE',
        total: 1,
        parts: [
          { origin: 'CHILD', count: 1 },
          { origin: 'PARENT', count: 0 },
        ],
      },
      { step: 'STAFF', total: 0 },
    ]);
    expect((await counts(true)).map(({ total }) => total)).toEqual([null, null, null, null]);
    const grown = async (o: boolean, on = '2026-11-24') =>
      (await lead.data<{ grownVolunteers: object }>(GROWN, { o, on })).grownVolunteers;
    // A child who is a core volunteer is one more who was helped and helps (P15), though no row of their record says so.
    expect(await grown(false)).toMatchObject({
      roles: 1,
      served: 1,
      kinds: [{ kind: 'CORE_CHILD', count: 1 }, {}, {}, {}],
    });
    expect(await grown(false, '2026-11-23')).toMatchObject({ roles: 0, served: 0 });
    expect(await grown(true)).toMatchObject({ roles: null, served: null, kinds: [{ count: null }, {}, {}, {}] });
    expect(await codeOf(worker, GROWN, { o: true, on: '2026-11-24' })).toBe('FORBIDDEN');
  });
});

describe('the own page', () => {
  it('is empty for everybody else, tells in own words, and has the way out at any time', async () => {
    const [, other] = agency.outsiders.find(([role]) => role === 'VOLUNTEER') ?? [];
    expect(await other?.data(MINE)).toEqual({ myHelping: null });
    const own = await addPerson(platform.app, agencyId, {
      name: '登录',
      roles: [],
      identifier: 'helper@families.example',
    });
    const people = () => platform.app.get(Database).repository(Person);
    const { loginId } = await people().findOneByOrFail({ id: own });
    await agency.write(async () => {
      await people().update({ id: own }, { loginId: null });
      await people().update({ id: helperId }, { loginId });
    });
    const helper = platform.client();
    await helper.signIn('helper@families.example', TEST_PASSWORD);
    const TELL = 'mutation ($i: TellMyHelpingInput!) { outcome: tellMyHelping(input: $i) { __typename } }';
    expect((await does(helper, TELL, { step: 'TRAINED', words: '学'.repeat(501) })).__typename).toBe('InvalidInput');
    expect((await does(helper, TELL, { step: 'ACTIVE', words: '轮到我给弟弟妹妹读书了' })).__typename).toBe(
      'MyHelping',
    );
    const { myHelping } = await helper.data<{ myHelping: { state: string; moments: object[] } }>(MINE);
    expect(myHelping).toMatchObject({ state: 'CORE' });
    expect(myHelping.moments).toContainEqual(
      expect.objectContaining({ step: 'ACTIVE', words: '轮到我给弟弟妹妹读书了' }),
    );
    // Whoever else reads the volunteer reads nothing of the way, nor of the child.
    expect(JSON.stringify(myHelping)).not.toContain(childId);
    const before = await aid();
    await helper.data('mutation { leaveMyHelping { __typename } }');
    expect((await helper.data<{ myHelping: { state: string } }>(MINE)).myHelping.state).toBe('LEFT');
    expect(await aid()).toBe(before);
    expect(
      (await platform.app.get(Database).repository(Volunteer).findOneByOrFail({ personId: helperId })).stoppedSince,
    ).toBe('2026-11-24');
    // Coming back is a way of its own, and asks everybody anew.
    expect((await begin(worker)).state).toBe('INTERESTED');
  });
});
