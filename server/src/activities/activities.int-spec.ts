// Activities on the engine under test: who may not, what a plan needs before a second person may pass it, and that nobody
// and no venue is in two places, however many pass a plan at once (H22, P42, SM8).
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const ACTIVITY = `__typename ... on Activity { id version state needs ownPlan reviewedBy cancelReason riskChildren
  clashes { what theme names } } ... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion }
  ... on TransitionRefused { from to }`;
const MOVED = `${ACTIVITY} ... on PlanIncomplete { needs } ... on TimeTaken { clashes { what theme names } }`;
const PLAN = `mutation ($i: PlanActivityInput!) { outcome: planActivity(input: $i) { ${ACTIVITY} } }`;
const CHANGE = `mutation ($i: ChangeActivityInput!) { outcome: changeActivity(input: $i) { ${ACTIVITY} } }`;
const REVIEW = `mutation ($i: ActivityStepInput!) { outcome: reviewActivity(input: $i) { ${MOVED} } }`;
const OPEN = `mutation ($i: ActivityStepInput!) { outcome: openActivity(input: $i) { ${MOVED} } }`;
const CANCEL = `mutation ($i: CancelActivityInput!) { outcome: cancelActivity(input: $i) { ${MOVED} } }`;
const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { __typename
  ... on Venue { id version } ... on InvalidInput { fields { field code } } } }`;
const ONE = 'query ($id: ID!) { activity(id: $id) { id theme } }';
const LIST = `query ($from: LocalDate!, $to: LocalDate!) { activities(from: $from, to: $to) { id theme } }`;

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
}

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let director: TestClient;
let team: { readonly id: string; readonly name: string }[];
let hall: string;
let library: string;
let count = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const step = ({ id, version }: Outcome) => ({ activityId: id, version });
const checks = VENUE_CHECKS.map(({ code }) => code);
const venue = async (name: string) =>
  (await act(worker, VENUE, { name, people: 40, checks, checkedOn: '2026-11-01' })).id;
const inCharge = (name: string) => team.filter((one) => one.name === name).map(({ id }) => id);

function plan(more: object = {}): Record<string, unknown> {
  const risks = { riskChildren: '走散：两人一组，手环上有电话。', riskStaff: '中暑：每小时休息。' };
  return {
    ...{ kind: 'GROWTH_GROUP', theme: `一起读书${(count += 1)}`, themeEn: '', venueId: hall, onDate: '2026-12-19' },
    ...{ startMinute: 540, endMinute: 660, childrenGroup: '周六小组', children: 10, childrenPerAdult: 5 },
    ...{ taskGoal: '读完一本书', processGoal: '认识新朋友', childrenPart: '孩子们选书，也主持讨论', ...risks },
    ...{ inChargeIds: inCharge('林溪'), roles: [{ task: '陪读', seats: 2, skill: 'CHINESE' }] },
    ...{ budget: [{ what: '图书', amount: '50000', payer: 'TEAM' }], requestId: `a${count}`, ...more },
  };
}
const planned = (more: object = {}) => act(worker, PLAN, plan(more));
const passed = async (more: object = {}) => act(supervisor, REVIEW, step(await planned(more)));

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@days.example' });
  const signedIn = async (identifier: string) => {
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@days.example' });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@days.example' });
  worker = await signedIn('worker@days.example');
  supervisor = await signedIn('supervisor@days.example');
  director = await signedIn('director@days.example');
  team = (await worker.data<{ activityTeam: typeof team }>('{ activityTeam { id name } }')).activityTeam;
  [hall, library] = [await venue('社区大厅'), await venue('图书馆')];
}, 60_000);
afterAll(() => platform.stop());

describe('an activity is refused', () => {
  it('to volunteers and companies, who read no plan and make none', async () => {
    for (const role of ['VOLUNTEER', 'CSR_COORDINATOR', 'DONOR'] as const) {
      const identifier = `${role.toLowerCase()}@days.example`;
      await addPerson(platform.app, agencyId, { name: '别人', roles: [role], identifier });
      const other = platform.client();
      await other.signIn(identifier, TEST_PASSWORD);
      for (const answer of [await other.graphql(PLAN, { i: plan() }), await other.graphql('{ venues { name } }')]) {
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    }
  });

  it('to a worker of another agency, for whom neither it nor its venue exists', async () => {
    const mine = await planned();
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = { name: '外人', roles: ['SUPERVISOR' as const], identifier: 'stranger@days.example' };
    await addPerson(platform.app, elsewhere, stranger);
    const outside = platform.client();
    await outside.signIn(stranger.identifier, TEST_PASSWORD);
    expect(await outside.data(ONE, { id: mine.id })).toEqual({ activity: null });
    expect(await outside.data(LIST, { from: '2026-01-01', to: '2027-01-01' })).toEqual({ activities: [] });
    const wishes = [
      [REVIEW, step(mine)],
      [CANCEL, { ...step(mine), reason: '不来' }],
      [PLAN, plan({ inChargeIds: [] })],
      [CHANGE, { ...plan(), requestId: undefined, ...step(mine) }],
    ] as const;
    for (const [mutation, i] of wishes) expect((await act(outside, mutation, i)).__typename).toBe('NotFound');
  });

  it('with a plan that means nothing, each field named', async () => {
    const wrong = { theme: ' ', onDate: '2026-11-01', endMinute: 500, children: 900, childrenPerAdult: 0 };
    const lines = { roles: [{ task: '', seats: 1, skill: '' }], budget: [{ what: '车', amount: '-1', payer: 'TEAM' }] };
    expect(await planned({ ...wrong, ...lines })).toMatchObject({
      fields: [
        { field: 'theme', code: 'REQUIRED' },
        { field: 'onDate', code: 'IN_THE_PAST' },
        { field: 'endMinute', code: 'BEFORE_START' },
        { field: 'children', code: 'OUT_OF_RANGE' },
        { field: 'childrenPerAdult', code: 'OUT_OF_RANGE' },
        { field: 'roles', code: 'WRONG_LINE' },
        { field: 'budget', code: 'WRONG_LINE' },
      ],
    });
    expect(await act(worker, VENUE, { name: '社区大厅', people: 0, checks: ['EXITS'] })).toMatchObject({
      fields: [
        { field: 'name', code: 'TAKEN' },
        { field: 'people', code: 'OUT_OF_RANGE' },
        { field: 'checkedOn', code: 'REQUIRED' },
      ],
    });
  });

  it('by whoever planned it, who cannot pass their own risks', async () => {
    const own = await act(supervisor, PLAN, plan());
    expect(await act(supervisor, REVIEW, step(own))).toEqual({ __typename: 'OwnPlan' });
    const refused = await worker.graphql(REVIEW, { i: step(own) });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await act(director, REVIEW, step(own))).toMatchObject({ state: 'RISK_REVIEWED', reviewedBy: '周岚' });
  });

  it('without a part for children, risk plans, a safe venue or adults enough: all of it is said', async () => {
    const bare = { childrenPart: '', riskStaff: ' ', roles: [], children: 6, inChargeIds: inCharge('陈静') };
    const unseen = (await act(worker, VENUE, { name: '新地方', people: 10, checks: [] })).id;
    const draft = await planned({ ...bare, venueId: unseen, onDate: '2026-12-20' });
    const needs = ['CHILDREN_PART', 'RISK_STAFF', 'VENUE', 'ADULTS'];
    expect(draft).toMatchObject({ state: 'DRAFT', needs });
    expect(await act(supervisor, REVIEW, step(draft))).toEqual({ __typename: 'PlanIncomplete', needs });
  });

  it('opening before a second person read it, or once it was called off; the reason stays', async () => {
    const draft = await planned({ onDate: '2026-12-21' });
    expect(await act(worker, OPEN, step(draft))).toMatchObject({ from: 'DRAFT', to: 'OPEN' });
    const bare = await act(worker, CANCEL, { ...step(draft), reason: ' ' });
    expect(bare).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    const off = await act(worker, CANCEL, { ...step(draft), reason: '场地停电' });
    expect(off).toMatchObject({ state: 'CANCELLED', cancelReason: '场地停电' });
    expect(await act(worker, OPEN, step(off))).toMatchObject({ from: 'CANCELLED' });
  });
});

describe('hours are taken once', () => {
  it('a draft shows what it would collide with, and is refused; at another venue only after the way', async () => {
    const day = { onDate: '2026-12-26' };
    expect(await passed({ ...day, theme: '先来' })).toMatchObject({ state: 'RISK_REVIEWED' });
    const late = await planned({ ...day, startMinute: 600, endMinute: 700, inChargeIds: inCharge('陈静') });
    const clash = { what: 'VENUE', theme: '先来', names: [] };
    expect(late).toMatchObject({ clashes: [clash] });
    expect(await act(supervisor, REVIEW, step(late))).toMatchObject({ __typename: 'TimeTaken', clashes: [clash] });
    const away = { ...day, venueId: library, startMinute: 700, endMinute: 800 };
    expect(await passed(away)).toMatchObject({ clashes: [{ what: 'WORKER', theme: '先来', names: ['林溪'] }] });
    expect(await passed({ ...away, startMinute: 720 })).toMatchObject({ state: 'RISK_REVIEWED' });
    expect(await passed({ ...day, startMinute: 660, endMinute: 700, inChargeIds: inCharge('陈静') })).toMatchObject({
      state: 'RISK_REVIEWED',
    });
  });

  it('of six plans for the same venue and hours, passed at once, one is', async () => {
    const drafts: Outcome[] = [];
    for (let at = 0; at < 6; at += 1) drafts.push(await planned({ onDate: '2026-12-27' }));
    const answers = await Promise.all(drafts.map((draft) => act(director, REVIEW, step(draft))));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'Activity',
      ...Array.from({ length: 5 }, () => 'TimeTaken'),
    ]);
  });

  it('and are free again for others once it is called off or changed, which makes it a draft again', async () => {
    const day = { onDate: '2026-12-28' };
    const first = await passed(day);
    const open = await act(worker, OPEN, step(first));
    expect(open).toMatchObject({ state: 'OPEN' });
    const { requestId: _requestId, ...fields } = plan(day);
    expect(await act(worker, CHANGE, { ...fields, ...step(open) })).toMatchObject({ from: 'OPEN', to: 'DRAFT' });
    await act(worker, CANCEL, { ...step(open), reason: '改期' });
    const second = await passed(day);
    expect(second).toMatchObject({ state: 'RISK_REVIEWED' });
    const changed = await act(worker, CHANGE, { ...fields, ...step(second) });
    expect(changed).toMatchObject({ state: 'DRAFT', reviewedBy: null });
    expect(await act(worker, CHANGE, { ...fields, ...step(second) })).toMatchObject({ __typename: 'StaleVersion' });
    expect(await passed(day)).toMatchObject({ state: 'RISK_REVIEWED' });
  });
});

describe('a plan', () => {
  it('sent twice is one draft; what is written about risks is sealed, and each step leaves its line', async () => {
    const wish = plan({ onDate: '2026-12-30', requestId: 'twice', riskChildren: '花生过敏：准备别的点心。' });
    const [one, two] = [await act(worker, PLAN, wish), await act(worker, PLAN, wish)];
    expect(two.id).toBe(one.id);
    expect(one).toMatchObject({ riskChildren: '花生过敏：准备别的点心。', ownPlan: true });
    const { manager } = platform.app.get(Database);
    const rows = JSON.stringify(await manager.query('SELECT * FROM activity'));
    expect(rows).not.toContain('花生');
    expect(rows).not.toContain('停电');
    const events = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .findBy({ agencyId, subjectType: 'Activity' });
    const actions = new Set(events.map(({ action }) => action));
    expect([...actions].sort()).toEqual([
      'activity.cancelled',
      'activity.changed',
      'activity.opened',
      'activity.planned',
      'activity.reviewed',
    ]);
  });
});
