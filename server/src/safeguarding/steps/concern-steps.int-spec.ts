// A concern after it was raised (SM12): who may go on with it, what stands against each step, and that nothing is undone.
import { randomUUID } from 'node:crypto';
import { AuditEvent, firstBreak } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import type { MatchedAgency } from '../../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { act, activePair, codeOf, today, type Outcome, type TestPair } from '../../testing/test-pair.js';
import { ConcernStep } from './concern-step.entity.js';
import { ConcernStepsRepository } from './concern-steps.repository.js';

const LONG = 120_000;
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }`;
const FILE = `concern { id state childName reportedAt closedAt seenBy }
  steps { stepId kind byName text category authority reference assigneeName dueAt waits taskId } mayWrite accounts`;
const WRITE = `mutation ($i: WriteConcernStepInput!) { outcome: writeConcernStep(input: $i) { __typename
  ... on ConcernFile { ${FILE} } ... on InvalidInput { fields { field code } }
  ... on TransitionRefused { from to } ... on ConcernBlocked { blockers } } }`;
const READ = `query ($id: ID!) { concernFile(concernId: $id) { ${FILE} } }`;
const OPEN = `{ concerns { edges { node { id state text } } } }`;
const ON_DAY = '2026-11-22T02:00:00.000Z';
const SECRETS = ['孩子说手臂是在家里伤的', '鄂公接字〔2026〕0412号'];

interface Step {
  readonly stepId: string;
  readonly kind: string;
  readonly waits: boolean;
  readonly [field: string]: unknown;
}

let platform: TestApp;
let agency: MatchedAgency;
let volunteer: TestClient;
let pair: TestPair;
let team: readonly { readonly personId: string; readonly name: string }[];

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'yunxi');
  ({ agency, volunteer } = pair);
  ({ caseTeam: team } = await agency.worker.data<{ caseTeam: typeof team }>('{ caseTeam { personId name } }'));
}, LONG);
afterAll(() => platform.stop());

const raise = async (text: string): Promise<string> => {
  await act(volunteer, RAISE, { companionshipId: pair.pairId, text, requestId: randomUUID() });
  const { concerns } = await agency.director.data<{ concerns: { edges: { node: Outcome }[] } }>(OPEN);
  return String(concerns.edges.find(({ node }) => node['text'] === text)?.node['id']);
};
const write = (client: TestClient, concernId: string, kind: string, more: object = {}) =>
  act(client, WRITE, { concernId, kind, requestId: randomUUID(), ...more });
const stateOf = (outcome: Outcome) => (outcome['concern'] as { state: string }).state;
const stepsOf = (outcome: Outcome) => outcome['steps'] as Step[];
const idOf = (name: string) => team.find((one) => one.name === name)?.personId;

describe('whoever is not in charge', () => {
  it('reads and writes nothing: a volunteer is refused, a colleague finds none', async () => {
    const id = await raise('不肯回家');
    expect(await codeOf(volunteer, READ, { id })).toBe('FORBIDDEN');
    const input = { concernId: id, kind: 'TRIAGED', words: '先看看', category: 'OTHER', requestId: 'v' };
    expect(await codeOf(volunteer, WRITE, { i: input })).toBe('FORBIDDEN');
    expect(await codeOf(volunteer, '{ caseTeam { name } }')).toBe('FORBIDDEN');
    expect(await agency.colleague.data(READ, { id })).toEqual({ concernFile: null });
    expect((await act(agency.colleague, WRITE, input)).__typename).toBe('NotFound');
  });

  it('reads it from the moment on in which something of it is theirs to do', async () => {
    const id = await raise('请同事今天去一趟');
    const todo = { words: '今天家访', assigneeId: idOf('colleague'), dueAt: '2026-11-22T10:00:00.000Z' };
    await write(agency.worker, id, 'SAFETY_ACTION', todo);
    expect(await agency.colleague.data(READ, { id })).toMatchObject({ concernFile: { concern: { id } } });
  });
});

describe('a concern from the first word to the last', () => {
  let id: string;
  beforeAll(async () => {
    id = await raise('手臂上有新伤');
  });

  it('asks for what a step needs, by name, and for nothing else', async () => {
    expect((await write(agency.worker, id, 'SAFETY_ACTION'))['fields']).toEqual([
      { field: 'words', code: 'REQUIRED' },
      { field: 'assigneeId', code: 'REQUIRED' },
      { field: 'dueAt', code: 'REQUIRED' },
    ]);
    const odd = { words: '在查', category: 'HARM', reference: '1' };
    expect((await write(agency.worker, id, 'TRIAGED', odd))['fields']).toEqual([
      { field: 'reference', code: 'NOT_OF_THIS_STEP' },
    ]);
    const later = { authority: 'POLICE', happenedAt: '2026-11-22T02:00:00.001Z' };
    expect((await write(agency.worker, id, 'REPORTED', later))['fields']).toEqual([
      { field: 'happenedAt', code: 'IN_THE_FUTURE' },
    ]);
    const nobody = { words: '去', assigneeId: Buffer.from(`Person:${pair.volunteerPerson}`).toString('base64url') };
    expect((await write(agency.worker, id, 'SAFETY_ACTION', { ...nobody, dueAt: ON_DAY }))['fields']).toEqual([
      { field: 'assigneeId', code: 'NOT_OF_THE_TEAM' },
    ]);
  });

  it('refuses what does not follow', async () => {
    expect(await write(agency.worker, id, 'SUPPORT', { words: '陪着' })).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'RECEIVED',
    });
    expect((await write(agency.director, id, 'CLOSED', { words: '没事' })).__typename).toBe('TransitionRefused');
    expect(await write(agency.worker, id, 'REFERENCE', { reference: '1' })).toMatchObject({
      blockers: ['REPORT_MISSING'],
    });
  });

  it('counts the first step as seen, names who does what by when, and stops the clock with the report', async () => {
    const triage = { words: '要今天处理', category: 'HARM' };
    expect(await write(agency.worker, id, 'TRIAGED', triage)).toMatchObject({
      concern: { state: 'SEEN', seenBy: 'worker' },
    });
    const action = { words: '今晚住在姑姑家', assigneeId: idOf('colleague'), dueAt: '2026-11-22T10:00:00.000Z' };
    const acted = await write(agency.worker, id, 'SAFETY_ACTION', action);
    expect(stateOf(acted)).toBe('SAFETY_ACTIONS');
    expect(stepsOf(acted).at(-1)).toMatchObject({ kind: 'SAFETY_ACTION', assigneeName: 'colleague', waits: true });
    const report = { authority: 'POLICE', happenedAt: ON_DAY, words: '打了 110' };
    expect(await write(agency.worker, id, 'REPORTED', report)).toMatchObject({
      concern: { state: 'REPORTED', reportedAt: ON_DAY },
    });
  });

  it('is written once, however often it is sent', async () => {
    const input = { concernId: id, kind: 'REFERENCE', reference: SECRETS[1], requestId: 'the-reference' };
    const [first, second] = [await act(agency.worker, WRITE, input), await act(agency.worker, WRITE, input)];
    expect(second).toEqual(first);
    expect(stepsOf(second).filter(({ kind }) => kind === 'REFERENCE')).toHaveLength(1);
    const other = await raise('另一件');
    expect((await act(agency.worker, WRITE, { ...input, concernId: other })).__typename).toBe('NotFound');
  });

  it('is not reviewed while something is to be done, and closes with the reference by one person', async () => {
    await write(agency.worker, id, 'AUTHORITY_LED', { words: '派出所在问话，我们陪着' });
    const supported = await write(agency.worker, id, 'SUPPORT', { words: '每周见一次' });
    expect(stateOf(supported)).toBe('SUPPORT');
    const review = { words: '以后在家访里多看一眼' };
    expect(await write(agency.worker, id, 'REVIEWED', review)).toMatchObject({ blockers: ['TASKS_OPEN'] });
    const task = stepsOf(supported).find(({ waits }) => waits);
    const done = { taskId: task?.stepId, words: '到了，睡下了' };
    expect(stepsOf(await write(agency.colleague, id, 'TASK_DONE', done)).some(({ waits }) => waits)).toBe(false);
    expect(stateOf(await write(agency.worker, id, 'REVIEWED', review))).toBe('REVIEWED');
    const before = (await today(agency.director))['concernsOpen'] ?? 0;
    expect(await write(agency.worker, id, 'CLOSED', { words: '公安已立案，孩子安全' })).toMatchObject({
      concern: { state: 'CLOSED', closedAt: ON_DAY },
      mayWrite: [],
    });
    expect((await today(agency.director))['concernsOpen']).toBe(before - 1);
    expect((await write(agency.director, id, 'SUPPORT', { words: '再看看' })).__typename).toBe('TransitionRefused');
  });
});

describe('what needs a second person', () => {
  it('a child’s own account is taken once; another needs a reason and a supervisor who did not ask (H17)', async () => {
    const id = await raise('孩子想说话');
    const told = { words: SECRETS[0] };
    expect((await write(agency.worker, id, 'ACCOUNT', told)).__typename).toBe('ConcernFile');
    expect(await write(agency.worker, id, 'ACCOUNT', told)).toMatchObject({ blockers: ['ACCOUNT_STANDS'] });
    expect(await write(agency.supervisor, id, 'ACCOUNT', told)).toMatchObject({ blockers: ['ACCOUNT_STANDS'] });
    // Nor under another concern about the same child.
    const other = await raise('同一个孩子的另一件');
    expect(await write(agency.worker, other, 'ACCOUNT', told)).toMatchObject({ blockers: ['ACCOUNT_STANDS'] });
    expect((await write(agency.worker, id, 'ACCOUNT_ASKED', { words: ' ' }))['fields']).toEqual([
      { field: 'words', code: 'REQUIRED' },
    ]);
    await write(agency.worker, id, 'ACCOUNT_ASKED', { words: '公安请我们陪同再问一次' });
    const yes = { words: '由公安问，社工陪着' };
    expect(await write(agency.worker, id, 'ACCOUNT_ALLOWED', yes)).toMatchObject({
      blockers: ['SUPERVISOR_NEEDED', 'SECOND_PERSON_NEEDED'],
    });
    expect((await write(agency.supervisor, id, 'ACCOUNT_ALLOWED', yes)).__typename).toBe('ConcernFile');
    expect((await write(agency.worker, id, 'ACCOUNT', { words: '又说了一次' })).__typename).toBe('ConcernFile');
    expect(await write(agency.worker, id, 'ACCOUNT', told)).toMatchObject({ blockers: ['ACCOUNT_STANDS'] });
  });

  it('closing without a reference is asked by one and done by another who leads', async () => {
    const id = await raise('可能是误会');
    const todo = { assigneeId: idOf('worker'), dueAt: '2026-11-22T10:00:00.000Z', words: '当面看一看' };
    const acted = await write(agency.worker, id, 'SAFETY_ACTION', todo);
    await write(agency.worker, id, 'TRIAGED', { words: '没有伤', category: 'OTHER' });
    await write(agency.worker, id, 'TASK_DONE', { taskId: stepsOf(acted).at(-1)?.stepId, words: '见到了，好好的' });
    await write(agency.worker, id, 'SUPPORT', { words: '不用报告：是画上的颜料' });
    await write(agency.worker, id, 'REVIEWED', { words: '先看清楚再着急' });
    const close = { words: '是误会' };
    expect(await write(agency.director, id, 'CLOSED', close)).toMatchObject({
      blockers: ['REFERENCE_OR_SECOND_PERSON'],
    });
    await write(agency.worker, id, 'CLOSE_ASKED', close);
    expect(await write(agency.worker, id, 'CLOSED', close)).toMatchObject({
      blockers: ['SUPERVISOR_NEEDED', 'SECOND_PERSON_NEEDED'],
    });
    expect(stateOf(await write(agency.supervisor, id, 'CLOSED', close))).toBe('CLOSED');
  });

  it('a suspected dropout has its report as a task, which only its end takes away (H18)', async () => {
    const id = await raise('两个月没去上学');
    const triaged = await write(agency.worker, id, 'TRIAGED', { words: '可能辍学', category: 'DROPOUT' });
    const task = stepsOf(triaged).find(({ kind }) => kind === 'DROPOUT_TASK');
    expect(task).toMatchObject({ waits: true, assigneeName: 'worker', dueAt: '2026-11-25T02:00:00.000Z' });
    const again = await write(agency.worker, id, 'TRIAGED', { words: '还是辍学', category: 'DROPOUT' });
    expect(stepsOf(again).filter(({ kind }) => kind === 'DROPOUT_TASK')).toHaveLength(1);
    const byHand = { assigneeId: idOf('worker'), dueAt: ON_DAY };
    expect(await write(agency.worker, id, 'DROPOUT_TASK', byHand)).toMatchObject({ blockers: ['NOT_BY_HAND'] });
    const reported = { taskId: task?.stepId, words: '报告了区教育局和学校' };
    expect(stepsOf(await write(agency.worker, id, 'TASK_DONE', reported)).some(({ waits }) => waits)).toBe(false);
  });

  it('help in a crisis begins with a reason and no agreement, and is looked at by a second person (H5)', async () => {
    // The family never signed for what happens now: nothing of it stands on a companionship or its consent.
    const id = await raise('母亲被打，带着孩子在外面');
    expect((await write(agency.supervisor, id, 'CRISIS_WORK'))['fields']).toEqual([
      { field: 'words', code: 'REQUIRED' },
    ]);
    const begun = await write(agency.supervisor, id, 'CRISIS_WORK', { words: '先安置，来不及签协议' });
    const look = { taskId: stepsOf(begun).at(-1)?.stepId, words: '看过了，做得对' };
    expect(await write(agency.worker, id, 'TASK_DONE', look)).toMatchObject({ blockers: ['SUPERVISOR_NEEDED'] });
    expect(await write(agency.supervisor, id, 'TASK_DONE', look)).toMatchObject({ blockers: ['SECOND_PERSON_NEEDED'] });
    expect((await write(agency.director, id, 'TASK_DONE', look)).__typename).toBe('ConcernFile');
  });
});

describe('what was written', () => {
  it('stays: no method changes or removes a step', () => {
    const methods = Object.getOwnPropertyNames(ConcernStepsRepository.prototype);
    expect(methods.sort()).toEqual(['accountsOf', 'add', 'byRequest', 'constructor', 'of']);
  });

  it('is sealed, and leaves one unbroken chain that tells each step and each refusal without a word of it', async () => {
    const database = platform.app.get(Database);
    const rows = await database.repository(ConcernStep).find();
    const where = { agencyId: agency.agencyId };
    const events = await database.repository(AuditEvent).find({ where, order: { sequence: 'ASC' } });
    expect(firstBreak(events)).toBeUndefined();
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['concern.step', 'concern.stepRefused', 'concern.dropoutTask']) {
      expect(actions).toContain(action);
    }
    for (const secret of SECRETS) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(events)).not.toContain(secret);
    }
  });
});
