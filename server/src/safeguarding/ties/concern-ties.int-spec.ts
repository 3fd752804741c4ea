// A concern about a colleague goes round them; one that named no child finds its child; cards are kept back with it; and the
// clock to the authority says when it runs out. Refusals first, on both engines.
import { randomUUID } from 'node:crypto';
import { AuditEvent, firstBreak } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import type { MatchedAgency } from '../../testing/matched-agency.js';
import { TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { act, activePair, codeOf, today, type Outcome, type TestPair } from '../../testing/test-pair.js';
import { ConcernLink } from './concern-ties.entities.js';

const LONG = 180_000;
const HOUR = 3_600_000;
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename
  ... on ConcernReceipt { workerName workerPhone } ... on InvalidInput { fields { field code } } } }`;
const TIED = `__typename ... on ConcernFile { concern { id childName } about mayLink mayWrite openCards
  links { linkedName reason byName endedAt } } ... on InvalidInput { fields { field code } }`;
const LINK = `mutation ($i: LinkConcernInput!) { outcome: linkConcern(input: $i) { ${TIED} } }`;
const NAME = `mutation ($i: NameConcernColleagueInput!) { outcome: nameConcernColleague(input: $i) { ${TIED} } }`;
const WRITE = `mutation ($i: WriteConcernStepInput!) { outcome: writeConcernStep(input: $i) { ${TIED} } }`;
const FILE = `query ($id: ID!) { concernFile(concernId: $id) { id openCards } }`;
const OPEN = `{ concerns { edges { node { id text childName } } } }`;
const RECEIPTS = '{ myConcerns { workerName workerPhone agencyPhone } }';
const SAVE = `mutation ($i: SaveProgressCardInput!) { outcome: saveProgressCard(input: $i) { __typename
  ... on ProgressCard { id } } }`;
const CARD = `query ($id: ID!) { progressCard(id: $id) { frozen freezeReason } }`;
const NEW = '有一件安全关切，请马上看';
const UNSEEN = '有一件安全关切还没有人看';
const DUE = '报告主管部门的期限快到了';
const LATE = '报告主管部门的期限已经过了';

let platform: TestApp;
let agency: MatchedAgency;
let pair: TestPair;
let team: readonly { readonly personId: string; readonly name: string }[];

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'yunxi');
  ({ agency } = pair);
  ({ caseTeam: team } = await agency.worker.data<{ caseTeam: typeof team }>('{ caseTeam { personId name } }'));
}, LONG);
afterAll(() => platform.stop());

const idOf = (name: string) => team.find((one) => one.name === name)?.personId;
const drain = () => platform.app.get(JobWorker).drain();
const textsOf = async (client: TestClient) =>
  (await client.data<{ concerns: { edges: { node: Outcome }[] } }>(OPEN)).concerns.edges.map(({ node }) => node);
const concernId = async (client: TestClient, text: string) =>
  String((await textsOf(client)).find((one) => one['text'] === text)?.['id']);
const told = async (client: TestClient, title: string) => {
  const { notices } = await client.data<{ notices: { title: string }[] }>('{ notices { title } }');
  return notices.filter((notice) => notice.title === title).length;
};
const raise = (client: TestClient, text: string, more: object = {}) =>
  act(client, RAISE, { text, requestId: randomUUID(), ...more });

describe('a concern about a colleague', () => {
  const SAID = '那位社工单独带孩子走了';

  it('is named by the team only: a volunteer knows no colleague by an id', async () => {
    const input = { companionshipId: pair.pairId, aboutPersonId: idOf('worker') };
    const wrong = { fields: [{ field: 'aboutPersonId', code: 'NOT_OF_THE_TEAM' }] };
    expect(await raise(pair.volunteer, SAID, input)).toMatchObject(wrong);
    expect(await raise(agency.worker, SAID, { childId: pair.child.id, aboutPersonId: 'x' })).toMatchObject(wrong);
  });

  it('is nothing that the colleague finds, counts, is told of or is given to do; whoever leads is told', async () => {
    const before = await today(agency.worker);
    const receipt = await raise(pair.volunteer, SAID, { companionshipId: pair.pairId, aboutWorker: true });
    expect(receipt).toMatchObject({ workerName: null, workerPhone: null });
    const { myConcerns } = await pair.volunteer.data<{ myConcerns: Outcome[] }>(RECEIPTS);
    expect(myConcerns[0]).toMatchObject({ workerName: null, workerPhone: null });
    await drain();
    const id = await concernId(agency.supervisor, SAID);
    expect(await textsOf(agency.worker)).toEqual([]);
    expect(await today(agency.worker)).toEqual(before);
    expect(await agency.worker.data(FILE, { id })).toEqual({ concernFile: null });
    expect((await act(agency.worker, WRITE, step(id, 'CRISIS_WORK'))).__typename).toBe('NotFound');
    expect((await act(agency.worker, NAME, { concernId: id, personId: idOf('陈静') })).__typename).toBe('NotFound');
    expect([await told(agency.worker, NEW), await told(agency.supervisor, NEW)]).toEqual([0, 1]);
    const task = { assigneeId: idOf('worker'), dueAt: '2026-11-22T10:00:00.000Z' };
    expect(await act(agency.supervisor, WRITE, { ...step(id, 'SAFETY_ACTION'), ...task })).toMatchObject({
      fields: [{ field: 'assigneeId', code: 'NOT_OF_THE_TEAM' }],
    });
    expect(await act(agency.supervisor, WRITE, { ...step(id, 'TRIAGED'), category: 'DROPOUT' })).toMatchObject({
      about: ['worker'],
    });
    expect(await today(agency.worker)).toEqual(before);
  });

  it('goes round a director too, and on to whoever is left, minute by minute', async () => {
    const before = await told(agency.director, NEW);
    await raise(agency.worker, '负责人的事', { aboutPersonId: idOf('director') });
    platform.clock.advance(30 * 60_000);
    await drain();
    platform.clock.advance(30 * 60_000);
    await drain();
    expect([await told(agency.director, NEW), await told(agency.director, UNSEEN)]).toEqual([before, 0]);
    expect(await told(agency.supervisor, UNSEEN)).toBeGreaterThan(0);
    expect((await textsOf(agency.director)).map((one) => one['text'])).not.toContain('负责人的事');
    expect((await textsOf(agency.supervisor)).map((one) => one['text'])).toContain('负责人的事');
  });

  it('about everybody who leads is the rest of the team’s', async () => {
    await raise(agency.worker, '所有负责人的事', { aboutPersonId: idOf('director') });
    const id = await concernId(agency.worker, '所有负责人的事');
    expect((await textsOf(agency.colleague)).map((one) => one['text'])).not.toContain('所有负责人的事');
    for (const name of ['陈静', '周敏', '何远']) {
      expect((await act(agency.worker, NAME, { concernId: id, personId: idOf(name) })).__typename).toBe('ConcernFile');
    }
    expect((await textsOf(agency.supervisor)).map((one) => one['text'])).not.toContain('所有负责人的事');
    expect((await textsOf(agency.colleague)).map((one) => one['text'])).toContain('所有负责人的事');
  });

  it('is one whoever named themselves finds no more, and the audit does not say whom', async () => {
    await raise(agency.colleague, '是我做错了');
    const id = await concernId(agency.colleague, '是我做错了');
    const self = { concernId: id, personId: idOf('colleague') };
    expect((await act(agency.colleague, NAME, self)).__typename).toBe('NotFound');
    expect(await agency.colleague.data(FILE, { id })).toEqual({ concernFile: null });
    const rows = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'concern.colleagueNamed' });
    expect(rows.map(({ facts }) => facts)).toEqual(Array.from({ length: 4 }, () => '{}'));
  });

  it('by a family’s card goes round the worker on the card', async () => {
    const make = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
      ... on FamilyCard { code } } }`;
    const { code } = await act(agency.worker, make, { companionshipId: pair.pairId });
    const say = `mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename } }`;
    const said = { code, say: 'SOMETHING_WRONG', who: 'CHILD', text: '我怕那个社工', aboutWorker: true };
    await act(platform.client(), say, { ...said, requestId: randomUUID() });
    expect((await textsOf(agency.supervisor)).map((one) => one['text'])).toContain('我怕那个社工');
    expect((await textsOf(agency.worker)).map((one) => one['text'])).not.toContain('我怕那个社工');
  });
});

describe('a concern that named no child', () => {
  const SAID = '穿红外套的孩子在河边哭';
  const WHY = '学校的老师认出了红外套';
  const link = (client: TestClient, id: string, more: object = {}) =>
    act(client, LINK, { concernId: id, childId: pair.child.id, reason: WHY, requestId: randomUUID(), ...more });

  it('is linked by whoever may handle it, to a child of theirs, with how one knows', async () => {
    await raise(pair.volunteer, SAID);
    const id = await concernId(agency.supervisor, SAID);
    expect(
      await codeOf(pair.volunteer, LINK, { i: { concernId: id, childId: 'x', reason: WHY, requestId: 'v' } }),
    ).toBe('FORBIDDEN');
    expect((await link(agency.worker, id)).__typename).toBe('NotFound');
    expect((await link(agency.supervisor, id, { childId: 'nobody' })).__typename).toBe('NotFound');
    expect(await link(agency.supervisor, id, { reason: '像' })).toMatchObject({
      fields: [{ field: 'reason', code: 'TOO_SHORT' }],
    });
    expect(await link(agency.supervisor, id)).toMatchObject({
      concern: { childName: pair.child.name },
      mayLink: true,
      links: [{ linkedName: pair.child.name, reason: WHY, byName: '陈静', endedAt: null }],
    });
    // From now on it is the worker's who stands beside the child.
    expect((await textsOf(agency.worker))[0]).toMatchObject({ text: SAID, childName: pair.child.name });
  });

  it('goes over to another child with the link before it kept, and each is in the audit', async () => {
    const id = await concernId(agency.supervisor, SAID);
    const { children } = await agency.supervisor.data<{ children: { edges: { node: Outcome }[] } }>(
      '{ children(first: 3) { edges { node { id name } } } }',
    );
    const other = children.edges.map(({ node }) => node).find((one) => one['id'] !== pair.child.id);
    const requestId = randomUUID();
    for (let again = 0; again < 2; again++) {
      const moved = await link(agency.supervisor, id, { childId: other?.['id'], requestId });
      expect(moved['links']).toMatchObject([
        { linkedName: pair.child.name },
        { linkedName: other?.['name'], endedAt: null },
      ]);
    }
    expect((await textsOf(agency.worker)).map((one) => one['text'])).not.toContain(SAID);
    const database = platform.app.get(Database);
    const events = await database.repository(AuditEvent).find({ order: { sequence: 'ASC' } });
    expect(events.filter(({ action }) => action === 'concern.linked')).toHaveLength(2);
    const rows = await database.repository(ConcernLink).find();
    expect(JSON.stringify(rows)).not.toContain('红外套');
    expect(firstBreak(events.filter(({ agencyId }) => agencyId === agency.agencyId))).toBeUndefined();
  });

  it('is not linked where it named a child', async () => {
    await raise(pair.volunteer, '说了是谁', { companionshipId: pair.pairId });
    const id = await concernId(agency.supervisor, '说了是谁');
    expect((await link(agency.supervisor, id)).__typename).toBe('TransitionRefused');
  });
});

describe('the cards of the child', () => {
  const card = async (text: string) => {
    const input = { childId: pair.child.id, title: '会自己系鞋带了', text, submit: true, requestId: randomUUID() };
    return String((await act(agency.worker, SAVE, input))['id']);
  };
  const stateOf = async (id: string) =>
    (await agency.worker.data<{ progressCard: Outcome }>(CARD, { id })).progressCard;

  it('stay as they are where nobody asks for it, or a volunteer does', async () => {
    const id = await card('每天早上自己系。');
    await raise(pair.volunteer, '志愿者说的', { companionshipId: pair.pairId, freezeCards: true });
    await raise(agency.worker, '社工说的', { childId: pair.child.id });
    expect(await stateOf(id)).toMatchObject({ frozen: false });
  });

  it('are kept back with the concern that the worker raises, without a word of why', async () => {
    const id = await card('会数到一百。');
    await raise(agency.worker, '先停住卡片', { childId: pair.child.id, freezeCards: true });
    expect(await stateOf(id)).toEqual({ frozen: true, freezeReason: null });
    const [event] = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .find({
        where: { action: 'concern.raised' },
        order: { sequence: 'DESC' },
        take: 1,
      });
    expect(JSON.parse(event?.facts ?? '{}')).toMatchObject({ frozen: 2 });
  });

  it('are kept back with the triage, and with no other step', async () => {
    const id = await card('会骑车了。');
    await raise(pair.volunteer, '看看再说', { companionshipId: pair.pairId });
    const concern = await concernId(agency.worker, '看看再说');
    expect((await agency.worker.data<{ concernFile: Outcome }>(FILE, { id: concern })).concernFile).toMatchObject({
      openCards: 1,
    });
    await act(agency.worker, WRITE, { ...step(concern, 'CRISIS_WORK'), freezeCards: true });
    expect(await stateOf(id)).toMatchObject({ frozen: false });
    const triage = { ...step(concern, 'TRIAGED'), category: 'HARM', freezeCards: true };
    expect(await act(agency.worker, WRITE, triage)).toMatchObject({ openCards: 0 });
    expect(await stateOf(id)).toMatchObject({ frozen: true });
  });
});

describe('the clock to the authority', () => {
  it('says that its last quarter begins, and that it is over, to those in charge; nothing of what was reported', async () => {
    platform.clock.advance(48 * HOUR);
    await drain();
    for (const client of [agency.worker, agency.supervisor, agency.director]) await signInAgain(client);
    const [due, late] = [await told(agency.supervisor, DUE), await told(agency.supervisor, LATE)];
    await raise(agency.supervisor, '要报告的');
    await raise(agency.supervisor, '已经报告的');
    const reported = await concernId(agency.supervisor, '已经报告的');
    await act(agency.supervisor, WRITE, { concernId: reported, kind: 'REPORTED', authority: 'POLICE', requestId: 'r' });
    platform.clock.advance(18 * HOUR - 1);
    await drain();
    expect(await told(agency.supervisor, DUE)).toBe(due);
    platform.clock.advance(1);
    await drain();
    expect(await told(agency.supervisor, DUE)).toBe(due + 1);
    expect(await told(agency.supervisor, LATE)).toBe(late);
    platform.clock.advance(6 * HOUR);
    await drain();
    await signInAgain(agency.supervisor);
    expect(await told(agency.supervisor, LATE)).toBe(late + 1);
  });
});

const step = (id: string, kind: string) => ({ concernId: id, kind, words: '先去看看', requestId: randomUUID() });
const signInAgain = (client: TestClient) =>
  client.signIn(
    `${client === agency.worker ? 'worker' : client === agency.director ? 'director' : 'supervisor'}@yunxi.example`,
    TEST_PASSWORD,
  );
