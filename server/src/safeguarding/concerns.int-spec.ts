// From the accepted pair to the phone, the concern and the card: through GraphQL, on both engines. Refusals first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Companionships, CompanionshipsRepository } from '../matching/index.js';
import { VolunteersRepository } from '../people/index.js';
import { allRows, type Actor, type PersonActor } from '../platform/access/index.js';
import { AuditEvent, firstBreak } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { addPerson, askForNoFactor, TEST_PASSWORD } from '../testing/staff.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Concern } from './concern.entity.js';
import { ConcernsRepository } from './concerns.repository.js';

const LONG = 120_000;
const PAIR =
  '__typename ... on Companionship { id version state blockers { code } } ... on InvalidInput { fields { field code } }';
const step = (name: string, input: string, more = '') =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${PAIR} ${more} } }`;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { proposals(first: 5) {
  edges { node { id version child { id name pseudonym } volunteer { id } } } } } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
  ... on MatchProposal { companionship { id } } } }`;
const ANSWER = `mutation ($i: AnswerCompanionshipInput!) { outcome: answerCompanionship(input: $i) { __typename } }`;
const CONSENT = step('recordConsent', 'RecordConsentInput', '... on TransitionRefused { from }');
const PLAN = step('approvePlan', 'ApprovePlanInput');
const ACTIVATE = step(
  'activateCompanionship',
  'ActivateCompanionshipInput',
  '... on CompanionshipBlocked { blockers { code } }',
);
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename
  ... on ConcernReceipt { raisedAt dueAt seen workerName workerPhone agencyPhone }
  ... on InvalidInput { fields { field code } } } }`;
const SEEN = `mutation ($i: MarkConcernSeenInput!) { outcome: markConcernSeen(input: $i) { __typename
  ... on Concern { id state seenBy } } }`;
const CONCERNS = `{ concerns { totalCount edges { node { id childName text raisedByKind raisedBy dueAt state seenBy } } } }`;
const CONTACT = `mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename
  ... on CompanionshipStep { state } ... on InvalidInput { fields { field code } } } }`;
const PAUSE = `mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename
  ... on CompanionshipStep { state version } ... on InvalidInput { fields { field code } } } }`;
const CARD = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code companionName workerName } } }`;
const SAY = `mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename ... on CardHeard { said }
  ... on InvalidInput { fields { field code } } } }`;
const TIMES = `mutation ($i: ChangeMyFreeTimesInput!) { outcome: changeMyFreeTimes(input: $i) { __typename
  ... on MyFreeTimes { freeTimes { weekday startMinute endMinute } } ... on InvalidInput { fields { field code } } } }`;
const MINE = `{ myCompanionships { id state version goal processGoal nextContactOn contacts { kind happenedOn note }
  concerns { dueAt seen workerName } child { pseudonym } } }`;
const TODAY = '{ today { concernsOpen contactsOverdue childrenToTell companionshipsPaused } }';
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename } }`;
const TELL = step('answerTelling', 'AnswerTellingInput');
const WORDS = '他说下次要单独带她去河边';

interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
interface Mine {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

let platform: TestApp;
let agency: MatchedAgency;
let volunteer: TestClient;
let colleague: TestClient;
let pairId: string;
let volunteerPerson: string;
let child: { readonly id: string; readonly name: string; readonly pseudonym: string };

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const mine = async () => (await volunteer.data<{ myCompanionships: Mine[] }>(MINE)).myCompanionships[0] as Mine;
const concernsOf = async (client: TestClient) =>
  (await client.data<{ concerns: { edges: { node: Outcome }[] } }>(CONCERNS)).concerns.edges.map(({ node }) => node);
const today = async (client: TestClient) => (await client.data<{ today: Record<string, number> }>(TODAY)).today;
const version = async () => (await mine()).version;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'yunxi');
  // The clock goes further than the days of grace for a second factor.
  await askForNoFactor(platform.app, 'director@yunxi.example');
  const run = await act(agency.worker, RUN, { requestId: 'first' });
  const { edges } = run['proposals'] as {
    edges: { node: { id: string; version: number; child: typeof child; volunteer: { id: string } } }[];
  };
  const proposal = edges[0]?.node;
  if (!proposal) throw new Error('the run proposed nobody');
  child = proposal.child;
  const accepted = await act(agency.worker, ACCEPT, { proposalId: proposal.id, version: proposal.version });
  pairId = (accepted['companionship'] as { id: string }).id;
  const volunteerId = Buffer.from(proposal.volunteer.id, 'base64url').toString('utf8').split(':')[1] ?? '';
  const found = await platform.app.get(VolunteersRepository).byIds(allRows(agency.agencyId), [volunteerId]);
  volunteerPerson = found.get(volunteerId)?.person.id ?? '';
  volunteer = await signInVolunteer(platform, agency.agencyId, volunteerPerson, '13900008888');
  colleague = agency.colleague;
}, LONG);
afterAll(() => platform.stop());

describe('nothing begins without its facts (H26)', () => {
  const plan = { taskGoal: '一起读完一本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
  const word = (at: number) => ({
    ...{ companionshipId: pairId, version: at, guardianName: '王秀兰', relation: '奶奶', method: 'THUMBPRINT' },
    ...{ serviceAgreementSignedOn: '2026-11-20', givenOn: '2026-11-22', validUntil: '2027-11-21' },
    ...{ childAnswer: 'YES', childAnsweredOn: '2026-11-22' },
  });
  const blocked = async () => {
    const input = { companionshipId: pairId, version: await version(), startsOn: '2026-11-22' };
    const outcome = await act(agency.worker, ACTIVATE, input);
    return ((outcome['blockers'] ?? []) as { code: string }[]).map(({ code }) => code);
  };

  it('names every missing fact, one after the other, by the API that the page uses', async () => {
    const family = ['SERVICE_AGREEMENT_MISSING', 'CONSENT_MISSING', 'CHILD_ANSWER_MISSING'];
    expect(await blocked()).toEqual([...family, 'PLAN_MISSING', 'CONDUCT_NOT_ACCEPTED']);
    const yes = { companionshipId: pairId, version: 1, agree: true, acceptConduct: true };
    expect((await act(volunteer, ANSWER, yes)).__typename).toBe('MyCompanionship');
    expect(await blocked()).toEqual([...family, 'PLAN_MISSING']);
    await act(agency.worker, CONSENT, { ...word(2), childAnswer: 'NO' });
    expect(await blocked()).toEqual(['CHILD_SAID_NO', 'PLAN_MISSING']);
    await act(agency.worker, CONSENT, word(3));
    expect(await blocked()).toEqual(['PLAN_MISSING']);
  });

  it.each(['import', 'seed'])('refuses the %s by the same names, and writes nothing', async (name) => {
    const system: Actor = { kind: 'system', agencyId: agency.agencyId, name };
    const id = Buffer.from(pairId, 'base64url').toString('utf8').split(':')[1] ?? '';
    const on = '2026-11-22' as LocalDate;
    const outcome = await platform.app
      .get(Companionships)
      .activate(system as unknown as PersonActor, id, await version(), on);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'COMPANIONSHIP_BLOCKED', blockers: [{ code: 'PLAN_MISSING' }] },
    });
    const row = await platform.app.get(CompanionshipsRepository).find(allRows(agency.agencyId), id);
    expect(row?.state).toBe('FAMILY_CONSENTED');
  });

  it('has no other way to Active: no roster of pairs, and no source writes the state but through the gate', async () => {
    const response = await agency.worker.fetch('/files/rosters?kind=COMPANIONSHIPS&name=pairs.csv', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
      body: 'state\nACTIVE\n',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    const writers = sources().filter(({ text }) =>
      /'ACTIVE',\s*(change|\{)|state: 'ACTIVE'[^;]*(insert|update)/.test(text),
    );
    expect(writers.map(({ path }) => path)).toEqual(['matching/companionships/companionships.repository.ts']);
    const makers = sources().filter(({ text }) => text.includes('as ClearedToBegin'));
    expect(makers.map(({ path }) => path)).toEqual(['matching/companionships/companionship-gate.ts']);
  });

  it('begins once all of them stand, and tells the volunteer goals and the next contact', async () => {
    await act(agency.worker, PLAN, { companionshipId: pairId, version: await version(), ...plan });
    expect(await blocked()).toEqual([]);
    expect(await mine()).toMatchObject({
      ...{ state: 'ACTIVE', goal: '一起读完一本书', processGoal: '愿意说出想法', nextContactOn: '2026-12-07' },
      contacts: [],
    });
  });
});

describe('on the phone', () => {
  it('refuses a contact of tomorrow, of somebody else’s pair, and by a donor', async () => {
    const contact = { companionshipId: pairId, kind: 'MADE', happenedOn: '2026-11-23', requestId: 'c0' };
    expect(await act(volunteer, CONTACT, contact)).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }],
    });
    await addPerson(platform.app, agency.agencyId, {
      name: '捐赠人',
      roles: ['DONOR'],
      identifier: 'donor@yunxi.example',
    });
    const donor = platform.client();
    await donor.signIn('donor@yunxi.example', TEST_PASSWORD);
    for (const [query, i] of [
      [CONTACT, contact],
      [RAISE, { companionshipId: pairId, text: WORDS, requestId: 'd' }],
    ] as const) {
      expect(await codeOf(donor, query, { i })).toBe('FORBIDDEN');
    }
    expect(await codeOf(donor, CONCERNS)).toBe('FORBIDDEN');
    expect(await codeOf(volunteer, CONCERNS)).toBe('FORBIDDEN');
  });

  it('tells an attempt from a meeting: only the meeting moves the next one on, and a retry is one', async () => {
    const contact = { companionshipId: pairId, happenedOn: '2026-11-22' };
    platform.clock.set('2026-12-08T03:00:00.000Z');
    await agency.worker.signIn('worker@yunxi.example', TEST_PASSWORD);
    await volunteer.signIn('13900008888', TEST_PASSWORD);
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 1 });
    await act(volunteer, CONTACT, { ...contact, kind: 'ATTEMPTED', requestId: 'c1', note: '没有接电话' });
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 1 });
    const made = { ...contact, happenedOn: '2026-12-08', kind: 'MADE', requestId: 'c2' };
    await act(volunteer, CONTACT, made);
    expect((await act(volunteer, CONTACT, made)).__typename).toBe('CompanionshipStep');
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 0 });
    expect((await mine())['contacts']).toMatchObject([{ kind: 'MADE' }, { kind: 'ATTEMPTED', note: '没有接电话' }]);
    platform.clock.set('2026-11-22T05:00:00.000Z');
    for (const [client, who] of [
      [agency.worker, 'worker'],
      [agency.supervisor, 'supervisor'],
      [agency.director, 'director'],
      [colleague, 'colleague'],
    ] as const) {
      await client.signIn(`${who}@yunxi.example`, TEST_PASSWORD);
    }
    await volunteer.signIn('13900008888', TEST_PASSWORD);
  });

  it('changes own free times, refusing what is no time of a week', async () => {
    const time = { weekday: 6, startMinute: 840, endMinute: 1020 };
    const wrong = await act(volunteer, TIMES, { freeTimes: [{ ...time, weekday: 8 }] });
    expect(wrong['fields']).toEqual([{ field: 'freeTimes', code: 'OUT_OF_RANGE' }]);
    expect((await act(volunteer, TIMES, { freeTimes: [time, { ...time, startMinute: 900 }] }))['fields']).toEqual([
      { field: 'freeTimes', code: 'OVERLAP' },
    ]);
    expect(await act(volunteer, TIMES, { freeTimes: [time] })).toMatchObject({ freeTimes: [time] });
    const { myFreeTimes } = await volunteer.data<{ myFreeTimes: object }>('{ myFreeTimes { freeTimes { weekday } } }');
    expect(myFreeTimes).toEqual({ freeTimes: [{ weekday: 6 }] });
  });
});

describe('a concern', () => {
  it('needs words, and somebody whose child it is; a stranger’s child answers as none', async () => {
    expect((await act(volunteer, RAISE, { companionshipId: pairId, text: ' ', requestId: 'r' }))['fields']).toEqual([
      { field: 'text', code: 'REQUIRED' },
    ]);
    expect((await act(volunteer, RAISE, { childId: child.id, text: WORDS, requestId: 'r' })).__typename).toBe(
      'NotFound',
    );
    expect((await act(volunteer, RAISE, { text: WORDS, requestId: 'r' })).__typename).toBe('NotFound');
  });

  it('shows the worker and the deadline at once, is one however often it is sent, and stands on top of today', async () => {
    const input = { companionshipId: pairId, text: WORDS, requestId: 'concern' };
    const [first, second] = [await act(volunteer, RAISE, input), await act(volunteer, RAISE, input)];
    expect(first).toMatchObject({
      ...{ __typename: 'ConcernReceipt', raisedAt: '2026-11-22T05:00:00.000Z', dueAt: '2026-11-23T05:00:00.000Z' },
      ...{ seen: false, workerName: 'worker' },
    });
    expect(second).toEqual(first);
    expect(await mine()).toMatchObject({ concerns: [{ seen: false, workerName: 'worker' }] });
    for (const client of [agency.worker, agency.supervisor, agency.director]) {
      expect(await today(client)).toMatchObject({ concernsOpen: 1 });
      expect(await concernsOf(client)).toMatchObject([
        { text: WORDS, childName: child.name, raisedByKind: 'VOLUNTEER' },
      ]);
    }
    expect(await today(colleague)).toMatchObject({ concernsOpen: 0 });
    expect(await concernsOf(colleague)).toEqual([]);
  });

  it('is seen by somebody in charge, once; a worker beside whom the child is not finds none', async () => {
    const [concern] = await concernsOf(agency.supervisor);
    const input = { concernId: concern?.['id'] };
    expect((await act(colleague, SEEN, input)).__typename).toBe('NotFound');
    expect(await act(agency.supervisor, SEEN, input)).toMatchObject({ state: 'SEEN', seenBy: '陈静' });
    expect(await act(agency.director, SEEN, input)).toMatchObject({ state: 'SEEN', seenBy: '陈静' });
    expect(await mine()).toMatchObject({ concerns: [{ seen: true }] });
  });

  it('is raised from the child’s page too', async () => {
    const input = { childId: child.id, text: '老师打来电话', requestId: 'child-page' };
    expect(await act(agency.worker, RAISE, input)).toMatchObject({
      __typename: 'ConcernReceipt',
      workerName: 'worker',
    });
    expect((await concernsOf(agency.worker)).map((one) => one['raisedByKind'])).toContain('STAFF');
  });

  it('cannot be deleted: no operation, no method and no statement does it, and the file cannot be erased', async () => {
    const { schema } = platform.app.get(GraphQLSchemaHost);
    const operations = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => /concern/i.test(name));
    expect(operations.sort()).toEqual(['markConcernSeen', 'raiseConcern']);
    const methods = Object.getOwnPropertyNames(ConcernsRepository.prototype).filter((name) =>
      /delete|remove|clear|erase/i.test(name),
    );
    expect(methods).toEqual([]);
    const deleting = sources().filter(({ text }) =>
      /repository\(Concern\)[^;]*\.(delete|remove|clear)\(|DELETE FROM concern\b|delete\((Concern|'concern')/i.test(
        text,
      ),
    );
    expect(deleting.map(({ path }) => path)).toEqual([]);
    expect(await platform.app.get(Database).repository(Concern).count()).toBe(2);
  });
});

describe('the card of the family', () => {
  let code: string;
  const say = (said: object) =>
    act(platform.client(), SAY, { code, say: 'STOP', who: 'CHILD', requestId: 'say', ...said });

  it('is made by those who may speak with the family, and names the companion', async () => {
    expect(await codeOf(volunteer, CARD, { i: { companionshipId: pairId } })).toBe('FORBIDDEN');
    const card = await act(agency.worker, CARD, { companionshipId: pairId });
    expect(card).toMatchObject({ __typename: 'FamilyCard', companionName: expect.any(String) as string });
    code = String(card['code']);
    expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{8}$/);
  });

  it('shows a slip of the finger, and answers an unknown code as a known one', async () => {
    expect(await say({ code: `${code.slice(0, 7)}${code.endsWith('2') ? '3' : '2'}` })).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'code', code: 'MISTYPED' }],
    });
    expect(await say({ code: '22222222', say: 'SOMETHING_WRONG' })).toEqual({
      __typename: 'CardHeard',
      said: 'SOMETHING_WRONG',
    });
    expect(await platform.app.get(Database).repository(Concern).count()).toBe(2);
  });

  it('raises a concern without an account', async () => {
    const wrong = { say: 'SOMETHING_WRONG', who: 'CHILD', text: '我不想说' };
    expect(await say(wrong)).toEqual({ __typename: 'CardHeard', said: 'SOMETHING_WRONG' });
    expect(await say(wrong)).toEqual({ __typename: 'CardHeard', said: 'SOMETHING_WRONG' });
    expect((await concernsOf(agency.worker)).filter((one) => one['raisedByKind'] === 'CHILD')).toMatchObject([
      { text: '我不想说', raisedBy: null },
    ]);
  });

  it('stops at once, hides the way on until the child has said yes again, and tells the worker', async () => {
    expect(await say({ code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}` })).toMatchObject({ said: 'STOP' });
    expect(await mine()).toMatchObject({ state: 'PAUSED', nextContactOn: null });
    const input = { companionshipId: pairId, version: await version(), startsOn: '2026-11-22' };
    expect(await act(agency.worker, ACTIVATE, input)).toMatchObject({
      ...{ __typename: 'CompanionshipBlocked', blockers: [{ code: 'FAMILY_SAID_STOP' }] },
    });
    await platform.app.get(JobWorker).drain();
    const { notices } = await agency.worker.data<{ notices: { title: string }[] }>('{ notices { title } }');
    expect(notices.map(({ title }) => title)).toContain('一个家庭说了“停”');
  });

  it('is tried only so often', async () => {
    const outcomes = [];
    for (let tries = 0; tries < 21; tries += 1) outcomes.push((await say({})).__typename);
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
  });
});

describe('either side, and a stop', () => {
  const again = async () => {
    const family = {
      ...{
        companionshipId: pairId,
        version: await version(),
        guardianName: '王秀兰',
        relation: '奶奶',
        method: 'SIGNATURE',
      },
      ...{ serviceAgreementSignedOn: '2026-11-20', givenOn: '2026-11-22', validUntil: '2027-11-21' },
      ...{ childAnswer: 'YES', childAnsweredOn: '2026-11-22' },
    };
    expect((await act(agency.worker, CONSENT, family)).__typename).toBe('Companionship');
    const input = { companionshipId: pairId, version: await version(), startsOn: '2026-11-22' };
    expect(await act(agency.worker, ACTIVATE, input)).toMatchObject({ state: 'ACTIVE' });
  };

  it('goes on after the child’s new yes; the volunteer pauses only with a reason', async () => {
    await again();
    const input = { companionshipId: pairId, version: await version() };
    expect((await act(volunteer, PAUSE, { ...input, reason: ' ' }))['fields']).toEqual([
      { field: 'reason', code: 'REQUIRED' },
    ]);
    expect(await act(volunteer, PAUSE, { ...input, reason: '期末考试' })).toMatchObject({ state: 'PAUSED' });
    expect(await today(agency.worker)).toMatchObject({ companionshipsPaused: 1 });
    await again();
  });

  it('asks, after a stop, what the child is told, until it is written down', async () => {
    const personId = Buffer.from(`Person:${volunteerPerson}`).toString('base64url');
    expect(await act(agency.supervisor, STOP, { personId, reason: 'CONDUCT', words: '' })).not.toMatchObject({
      __typename: 'StopRefused',
    });
    expect(await codeOf(volunteer, MINE)).toBe('UNAUTHENTICATED');
    expect(await today(agency.worker)).toMatchObject({ childrenToTell: 1 });
    expect((await act(agency.worker, TELL, { companionshipId: pairId, words: ' ' }))['fields']).toEqual([
      { field: 'words', code: 'REQUIRED' },
    ]);
    const told = { companionshipId: pairId, words: '社工当面告诉了孩子：陪伴者暂时不能来。' };
    expect((await act(agency.worker, TELL, told)).__typename).toBe('Companionship');
    expect((await act(agency.worker, TELL, told)).__typename).toBe('NotFound');
    expect(await today(agency.worker)).toMatchObject({ childrenToTell: 0 });
  });

  it('leaves all of it in one unbroken chain, without a name and without what was said', async () => {
    const where = { agencyId: agency.agencyId };
    const events = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .find({ where, order: { sequence: 'ASC' } });
    expect(firstBreak(events)).toBeUndefined();
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['concern.raised', 'concern.seen', 'concern.read', 'familyCard.made', 'familyCard.used']) {
      expect(actions).toContain(action);
    }
    for (const action of ['companionship.familyStopped', 'contact.made', 'contact.attempted', 'child.told']) {
      expect(actions).toContain(action);
    }
    const text = JSON.stringify(events);
    for (const secret of [child.name, WORDS, '我不想说']) expect(text).not.toContain(secret);
  });
});

/** Sources of the server, tests and migrations left out. */
function sources(): { readonly path: string; readonly text: string }[] {
  const root = join(import.meta.dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.includes('migrations'))
    .filter((path) => !path.startsWith('testing'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
