// What a pair sets out to do: a worker writes it down, the volunteer ticks it, and nobody else reads or touches it (P20).
import { In } from 'typeorm';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { actAs, PairPath, proposedPairs } from '../../testing/pair-path.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { CompanionshipNextStep } from './next-steps/next-step.entity.js';

const LONG = 180_000;
const PROBLEMS = '__typename ... on InvalidInput { fields { field code } }';
const ADD = `mutation ($i: AddNextStepInput!) { outcome: addNextStep(input: $i) { ${PROBLEMS} } }`;
const TICK = `mutation ($i: TickNextStepInput!) { outcome: tickNextStep(input: $i) { ${PROBLEMS} } }`;
const DROP = `mutation ($i: DropNextStepInput!) { outcome: dropNextStep(input: $i) { ${PROBLEMS} } }`;
const END = `mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { ${PROBLEMS} } }`;
const AT_DESK = 'query ($id: ID!) { companionship(id: $id) { nextSteps { id text dueOn doneAt } } }';
const ON_PHONE = '{ myCompanionships { id child { pseudonym } nextSteps { id text dueOn doneAt } } }';
const PLAN = `mutation ($i: ApprovePlanInput!) { outcome: approvePlan(input: $i) { ${PROBLEMS} } }`;

interface Step {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly doneAt: string | null;
}
let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let other: PairPath;

const add = (client: TestClient, step: object, to = pair) =>
  actAs(client, ADD, { companionshipId: to.id, text: '一起挑一本书', requestId: 'one', ...step });
const atDesk = async (): Promise<Step[]> =>
  (await agency.worker.data<{ companionship: { nextSteps: Step[] } }>(AT_DESK, { id: pair.id })).companionship
    .nextSteps;
const onPhone = async (client = pair.volunteer): Promise<Step[]> =>
  (await client.data<{ myCompanionships: { nextSteps: Step[] }[] }>(ON_PHONE)).myCompanionships.flatMap(
    ({ nextSteps }) => nextSteps,
  );

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'nextsteps');
  const [a, b] = await proposedPairs(agency, 'nextsteps');
  if (!a || !b) throw new Error('fewer than two were proposed');
  pair = await PairPath.accept(platform, agency, a, '13900007301');
  other = await PairPath.accept(platform, agency, b, '13900007302');
}, LONG);
afterAll(() => platform.stop());

it('is refused to visitors and to the volunteer, and before there is anything to set out for', async () => {
  const { errors } = await platform
    .client()
    .graphql(ADD, { i: { companionshipId: pair.id, text: 'x', requestId: 'x' } });
  expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  const own = await pair.volunteer.graphql(ADD, { i: { companionshipId: pair.id, text: 'x', requestId: 'x' } });
  expect(own.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await add(agency.worker, {})).__typename).toBe('TransitionRefused');
  expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
});

it('says what is wrong with what was typed', async () => {
  expect(await add(agency.worker, { text: ' ', dueOn: '2020-01-01' })).toMatchObject({
    fields: [
      { field: 'text', code: 'REQUIRED' },
      { field: 'dueOn', code: 'IN_THE_PAST' },
    ],
  });
});

it('is written down once however often it is sent, and found on the phone', async () => {
  for (const again of [1, 2]) {
    expect([again, (await add(agency.worker, { dueOn: '2026-12-01' })).__typename]).toEqual([
      again,
      'CompanionshipStep',
    ]);
  }
  const expected = [{ text: '一起挑一本书', dueOn: '2026-12-01', doneAt: null }];
  expect(await atDesk()).toMatchObject(expected);
  expect(await onPhone()).toMatchObject(expected);
  expect(await onPhone(other.volunteer)).toEqual([]);
  const [row] = await platform.app.get(Database).repository(CompanionshipNextStep).find();
  expect(row?.textSealed).not.toContain('书');
});

it('is ticked by the companion and by nobody else’s, and can be set back', async () => {
  const [step] = await onPhone();
  const i = { nextStepId: step?.id, done: true };
  expect((await actAs(other.volunteer, TICK, i)).__typename).toBe('NotFound');
  expect((await actAs(pair.volunteer, TICK, i)).__typename).toBe('CompanionshipStep');
  expect((await actAs(pair.volunteer, TICK, i)).__typename).toBe('CompanionshipStep');
  const [ticked] = await atDesk();
  expect(ticked?.doneAt).not.toBeNull();
  await actAs(agency.worker, TICK, { ...i, done: false });
  expect((await onPhone())[0]?.doneAt).toBeNull();
  const events = await platform.app
    .get(Database)
    .repository(AuditEvent)
    .findBy({ agencyId: agency.agencyId, action: In(['nextStep.done', 'nextStep.reopened']) });
  expect(events.map(({ action }) => action).sort()).toEqual(['nextStep.done', 'nextStep.reopened']);
});

it('of two who add the last one there is room for, one does', async () => {
  for (let at = 2; at <= 7; at += 1) await add(agency.worker, { requestId: `step ${String(at)}` });
  const both = await Promise.all([
    add(agency.worker, { requestId: 'last a' }),
    add(agency.colleague, { requestId: 'last b' }),
  ]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CompanionshipStep', 'InvalidInput']);
  expect(await atDesk()).toHaveLength(8);
});

it('is taken off by a worker', async () => {
  const steps = await atDesk();
  for (const { id } of steps.slice(1)) await actAs(agency.worker, DROP, { nextStepId: id });
  expect(await atDesk()).toHaveLength(1);
  expect((await actAs(agency.worker, TICK, { nextStepId: steps[1]?.id, done: true })).__typename).toBe('NotFound');
});

it('has goals that change on the way, by a worker', async () => {
  const version = Number((await pair.row())['version']);
  const plan = { taskGoal: '读完三本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
  expect((await actAs(agency.worker, PLAN, { companionshipId: pair.id, version, ...plan })).__typename).toBe(
    'Companionship',
  );
  expect((await actAs(agency.colleague, PLAN, { companionshipId: pair.id, version, ...plan })).__typename).toBe(
    'StaleVersion',
  );
});

it('is over with the pair: the companion reads nothing more, and nobody ticks', async () => {
  const [step] = await onPhone();
  const version = Number((await pair.row())['version']);
  await actAs(agency.worker, END, { companionshipId: pair.id, version, reason: '搬家', closingTalkOn: '2026-11-22' });
  expect(await onPhone()).toEqual([]);
  expect(await atDesk()).toHaveLength(1);
  expect((await actAs(pair.volunteer, TICK, { nextStepId: step?.id, done: true })).__typename).toBe('NotFound');
  expect((await actAs(agency.worker, TICK, { nextStepId: step?.id, done: true })).__typename).toBe('TransitionRefused');
});
