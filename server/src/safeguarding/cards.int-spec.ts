// The family's card: heard without an account, and either side can stop. Through GraphQL, on both engines. Refusals first.
import { AuditEvent, firstBreak } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import type { MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { act, ACTIVATE, activePair, codeOf, step, today, type Outcome, type TestPair } from '../testing/test-pair.js';
import { Concern } from './concern.entity.js';

const LONG = 120_000;
const PAUSE = `mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename
  ... on CompanionshipStep { state version } ... on InvalidInput { fields { field code } } } }`;
const CARD = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code companionName workerName } } }`;
const SAY = `mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename ... on CardHeard { said }
  ... on InvalidInput { fields { field code } } } }`;
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename } }`;
const TELL = step('answerTelling', 'AnswerTellingInput');
const CONCERNS = '{ concerns { edges { node { text raisedByKind raisedBy } } } }';

let platform: TestApp;
let agency: MatchedAgency;
let volunteer: TestClient;
let volunteerPerson: string;
let pairId: string;
let child: TestPair['child'];
let mine: TestPair['mine'];
let version: TestPair['version'];
let begin: TestPair['begin'];

const concernsOf = async (client: TestClient) =>
  (await client.data<{ concerns: { edges: { node: Outcome }[] } }>(CONCERNS)).concerns.edges.map(({ node }) => node);

beforeAll(async () => {
  platform = await startTestApp();
  const pair = await activePair(platform, 'yunxi');
  ({ agency, volunteer, volunteerPerson, pairId, child, mine, version, begin } = pair);
}, LONG);
afterAll(() => platform.stop());

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
    expect(await platform.app.get(Database).repository(Concern).count()).toBe(0);
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
  it('goes on after the child’s new yes; the volunteer pauses only with a reason', async () => {
    await begin();
    const input = { companionshipId: pairId, version: await version() };
    expect((await act(volunteer, PAUSE, { ...input, reason: ' ' }))['fields']).toEqual([
      { field: 'reason', code: 'REQUIRED' },
    ]);
    expect(await act(volunteer, PAUSE, { ...input, reason: '期末考试' })).toMatchObject({ state: 'PAUSED' });
    expect(await today(agency.worker)).toMatchObject({ companionshipsPaused: 1 });
    await begin();
  });

  it('asks, after a stop, what the child is told, until it is written down', async () => {
    const personId = Buffer.from(`Person:${volunteerPerson}`).toString('base64url');
    expect(await act(agency.supervisor, STOP, { personId, reason: 'CONDUCT', words: '' })).not.toMatchObject({
      __typename: 'StopRefused',
    });
    expect(await codeOf(volunteer, '{ myCompanionships { id } }')).toBe('UNAUTHENTICATED');
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
    for (const action of ['concern.raised', 'familyCard.made', 'familyCard.used']) {
      expect(actions).toContain(action);
    }
    for (const action of ['companionship.familyStopped', 'child.told']) expect(actions).toContain(action);
    for (const secret of [child.name, '我不想说']) expect(JSON.stringify(events)).not.toContain(secret);
  });
});
