// The day of an activity on the engine under test: who is not let in and why (P14, H6–H8), what each step asks (P07, P21,
// P42), and that a code, a list sent twice and several doors at once let everybody in once.
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { Agencies } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { PersonalData } from '../platform/keys/index.js';
import {
  addAgency,
  addChildRecord,
  addPerson,
  addVolunteerRecord,
  firstAgency,
  inAgency,
  TEST_PASSWORD,
} from '../testing/staff.js';
import { makeReady } from '../testing/ready-volunteer.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { TeamOffer } from '../teams/index.js';
import { ExpectedPeople } from './index.js';

const DAY = `activityId state version needs inCharge recordedBy lookedBack { evaluation reflection taskReached }
  guests { personId name from tasks ready stopped checkIn { how arrival refusal inMinute outMinute } }`;
const ERRORS = `... on DayIncomplete { needs } ... on TransitionRefused { from to } ... on InvalidInput { fields { field code } }`;
const REFUSED =
  '... on CheckInRefused { why findings { requirement outcome remedy } } ... on InvalidInput { fields { field code } }';
const step = (name: string, input = 'DayStepInput') =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on ActivityDay { ${DAY} } ${ERRORS} } }`;
const LOCK = step('lockActivityRoster');
const BEGIN = step('beginActivity');
const RECORD = step('closeAttendance', 'CloseAttendanceInput');
const LOOK = step('lookBackOnActivity', 'LookBackInput');
const CLOSE = step('closeActivity');
const guest = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on ActivityDay { ${DAY} } ${REFUSED} } }`;
const LET_IN = guest('checkInGuest', 'CheckInGuestInput');
const LET_OUT = guest('checkOutGuest', 'CheckOutGuestInput');
const OWN =
  'today { activityId theme checkIn { how arrival inMinute outMinute } } hours { minutes state theme onDate }';
const own = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on OwnDay { ${OWN} } ${REFUSED}
    ... on TooManyAttempts { retryAfterSeconds } } }`;
const CHECK_IN = own('checkIn', 'CheckInByCodeInput');
const CHECK_OUT = own('checkOut', 'CheckOutInput');
const SHOWN = 'query ($id: ID!) { day: activityDay(activityId: $id) { ' + DAY + ' } }';
const CODE = 'query ($id: ID!) { doorCode(activityId: $id, origin: "https://day.example") { code picture } }';

interface Guest {
  readonly personId: string;
  readonly checkIn: { readonly arrival: string; readonly outMinute: number | null } | null;
}
interface Outcome {
  readonly __typename: string;
  readonly activityId: string;
  readonly version: number;
  readonly guests: readonly Guest[];
  readonly why?: string;
}
interface Somebody {
  readonly client: TestClient;
  readonly personId: PersonId;
  readonly id: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let worker: Somebody;
let second: Somebody;
let supervisor: Somebody;
let ready: Somebody;
let unready: Somebody;
const guests = new Map<string, readonly { personId: string; tasks: 'WITH_CHILDREN' | 'WITHOUT_CHILDREN' }[]>();
let hall: string;
let count = 0;

async function join(key: string, role: Role, of = agencyId): Promise<Somebody> {
  const identifier = `${key}@attendance.example`;
  const personId = await addPerson(platform.app, of, { name: key, roles: [role], identifier });
  if (role === 'VOLUNTEER' || role === 'EMPLOYEE') await addVolunteerRecord(platform.app, of, personId);
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  const { viewer } = await client.data<{ viewer: { id: string } }>('{ viewer { id } }');
  return { client, personId, id: viewer.id };
}
const act = async ({ client }: Somebody, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const at = ({ activityId, version }: Outcome) => ({ activityId, version });
const shown = async (id: string) => (await worker.client.data<{ day: Outcome }>(SHOWN, { id })).day;

/** An open activity of today, by the worker. */
async function opened(more: object = {}): Promise<Outcome> {
  count += 1;
  const plan = {
    ...{ kind: 'GROWTH_GROUP', theme: `读书${count}`, themeEn: '', venueId: hall, onDate: today },
    ...{ startMinute: count * 45, endMinute: count * 45 + 45, childrenGroup: '周六小组', children: 2 },
    ...{ childrenPerAdult: 5, taskGoal: '读完', processGoal: '认识', childrenPart: '孩子选书' },
    ...{ riskChildren: '走散：两人一组', riskStaff: '中暑：休息', inChargeIds: [worker.id], roles: [], budget: [] },
    ...{ requestId: `day${count}`, ...more },
  };
  const move = (name: string, input: string) =>
    `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on Activity { id version } } }`;
  type Activity = Outcome & { readonly id: string };
  const planned = (await act(worker, move('planActivity', 'PlanActivityInput'), plan)) as Activity;
  const next = (activity: Activity) => ({ activityId: activity.id, version: activity.version });
  const passed = (await act(supervisor, move('reviewActivity', 'ActivityStepInput'), next(planned))) as Activity;
  const open = (await act(worker, move('openActivity', 'ActivityStepInput'), next(passed))) as Activity;
  expect(open.__typename).toBe('Activity');
  return { ...open, activityId: open.id };
}
const locked = async (more: object = {}) => act(worker, LOCK, at(await opened(more)));
async function running(
  expected: readonly Somebody[] = [],
  tasks: 'WITH_CHILDREN' | 'WITHOUT_CHILDREN' = 'WITH_CHILDREN',
) {
  const list = await locked();
  guests.set(
    fromGlobalId('Activity', list.activityId) ?? '',
    expected.map(({ personId }) => ({ personId, tasks })),
  );
  const day = await act(worker, BEGIN, at(list));
  expect(day).toMatchObject({ __typename: 'ActivityDay', state: 'RUNNING' });
  return day;
}
const codeOf = async (activityId: string) =>
  (await worker.client.data<{ doorCode: { code: string; picture: string } }>(CODE, { id: activityId })).doorCode;
const arrivalOf = (day: Outcome, { id }: Somebody) => day.guests.find(({ personId }) => personId === id)?.checkIn;
const letIn = ({ activityId }: Outcome, { id }: Somebody, more: object = {}, by = worker) =>
  act(by, LET_IN, { activityId, personId: id, otherTasks: false, ...more });

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  // Ten at night: everything of the day has happened by then.
  platform.clock.set('2026-11-22T14:00:00.000Z');
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@attendance.example' });
  today = await app.get(Agencies).today(agencyId);
  worker = await join('林溪', 'SOCIAL_WORKER');
  second = await join('何苗', 'SOCIAL_WORKER');
  supervisor = await join('陈静', 'SUPERVISOR');
  ready = await join('王准备', 'VOLUNTEER');
  unready = await join('张一天', 'EMPLOYEE');
  await makeReady(app, agencyId, ready.personId);
  const checks = VENUE_CHECKS.map(({ code }) => code);
  const venue = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { ... on Venue { id } } }`;
  const saved = await worker.client.data<{ outcome: { id: string } }>(venue, {
    i: { name: '大厅', people: 6, checks, checkedOn: today },
  });
  hall = saved.outcome.id;
  app
    .get(ExpectedPeople)
    .add((_agency, activityId) =>
      Promise.resolve((guests.get(activityId) ?? []).map((one) => ({ ...one, from: 'STAFFING' as const }))),
    );
}, 60_000);
afterAll(() => platform.stop());

describe('a day is refused', () => {
  it('to volunteers, companies and donors, who neither see the list nor open the door', async () => {
    const day = await running();
    for (const role of ['CSR_COORDINATOR', 'DONOR'] as const) {
      const other = await join(role.toLowerCase(), role);
      const answer = await other.client.graphql(CHECK_IN, { i: { code: '000000' } });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    for (const [query, variables] of [
      [SHOWN, { id: day.activityId }],
      [CODE, { id: day.activityId }],
      [LET_IN, { i: { activityId: day.activityId, personId: ready.id, otherTasks: false } }],
      [BEGIN, { i: at(day) }],
    ] as const) {
      const answer = await ready.client.graphql(query, variables);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('to a worker of another agency, for whom neither it nor its people exist', async () => {
    const day = await running([ready]);
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = await join('外人', 'SUPERVISOR', elsewhere);
    expect(await stranger.client.data(SHOWN, { id: day.activityId })).toEqual({ day: null });
    expect(await stranger.client.data(CODE, { id: day.activityId })).toEqual({ doorCode: null });
    for (const mutation of [LOCK, BEGIN, CLOSE]) {
      expect(await act(stranger, mutation, at(day))).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await letIn(day, ready, {}, stranger)).toMatchObject({ __typename: 'NotFound' });
    const theirs = await join('别处志愿者', 'VOLUNTEER', elsewhere);
    expect(await letIn(day, theirs)).toMatchObject({ __typename: 'NotFound' });
    const { code } = await codeOf(day.activityId);
    expect(await act(theirs, CHECK_IN, { code })).toMatchObject({ why: 'WRONG_CODE' });
  });

  it('before its day, and before its list is final', async () => {
    const early = await locked({ onDate: addDays(today, 3) });
    expect(await act(worker, BEGIN, at(early))).toEqual({ __typename: 'DayIncomplete', needs: ['ON_THE_DAY'] });
    const open = await opened();
    expect(await act(worker, BEGIN, at(open))).toMatchObject({ from: 'OPEN', to: 'RUNNING' });
    expect(await codeOf(early.activityId)).toEqual({ code: null, picture: null });
    expect(await letIn(early, worker)).toMatchObject({ why: 'NOT_RUNNING' });
  });

  it('without a risk plan or a colleague in charge who works today (P42)', async () => {
    const list = await locked();
    const { database, gone } = { database: platform.app.get(Database), gone: `读书${count}` };
    const sql = `UPDATE activity SET riskChildrenSealed = NULL WHERE theme = '${gone}'`;
    await inAgency(platform.app, agencyId, () => database.manager.query(sql));
    expect(await act(worker, BEGIN, at(list))).toEqual({ __typename: 'DayIncomplete', needs: ['RISK_CHILDREN'] });
  });
});

describe('the door is closed', () => {
  it('to an untrained employee of one day, with every reason and the way to become ready (P14)', async () => {
    const day = await running([unready]);
    const { code } = await codeOf(day.activityId);
    const answer = await act(unready, CHECK_IN, { code });
    expect(answer).toMatchObject({ __typename: 'CheckInRefused', why: 'NOT_READY' });
    expect(answer).toMatchObject({
      findings: expect.arrayContaining([
        { requirement: 'TRAINING', outcome: 'MISSING', remedy: 'COMPLETE_TRAINING' },
        { requirement: 'VOLUNTEER_AGREEMENT', outcome: 'MISSING', remedy: 'SIGN_AGREEMENT' },
        { requirement: 'RECORD_CHECK', outcome: 'MISSING', remedy: 'REQUEST_RECORD_CHECK' },
      ]) as unknown,
    });
    expect(arrivalOf(await shown(day.activityId), unready)).toMatchObject({ arrival: 'REFUSED', refusal: 'NOT_READY' });
    expect(await letIn(day, unready)).toMatchObject({ __typename: 'CheckInRefused', why: 'NOT_READY' });
    // T11: something else to do, which only a worker gives.
    const given = await letIn(day, unready, { otherTasks: true });
    expect(arrivalOf(given, unready)).toMatchObject({ how: 'LIST', arrival: 'OTHER_TASKS' });
  });

  it('to a wrong code, and after some of them to any', async () => {
    const guesser = await join('乱猜', 'VOLUNTEER');
    const day = await running([guesser]);
    const { code } = await codeOf(day.activityId);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 12; tries += 1) {
      expect(await act(guesser, CHECK_IN, { code: wrong })).toMatchObject({ why: 'WRONG_CODE' });
    }
    expect(await act(guesser, CHECK_IN, { code })).toMatchObject({ __typename: 'TooManyAttempts' });
  });

  it('to a code of three minutes ago; the one before is still taken', async () => {
    const day = await running([ready]);
    const { code, picture } = await codeOf(day.activityId);
    expect(picture).toContain('<svg');
    platform.clock.advance(180_000);
    expect(await act(ready, CHECK_IN, { code })).toMatchObject({ why: 'WRONG_CODE' });
    const { code: next } = await codeOf(day.activityId);
    platform.clock.advance(60_000);
    const answer = await act(ready, CHECK_IN, { code: next });
    expect(answer).toMatchObject({ __typename: 'OwnDay' });
    expect(arrivalOf(await shown(day.activityId), ready)).toMatchObject({ how: 'CODE', arrival: 'WITH_CHILDREN' });
    const out = await act(ready, CHECK_OUT, { activityId: day.activityId });
    expect(out).toMatchObject({
      today: expect.arrayContaining([expect.objectContaining({ theme: `读书${count}` })]) as unknown,
    });
    expect(arrivalOf(await shown(day.activityId), ready)?.outMinute).not.toBeNull();
  });

  it('to whoever nobody expects, until a worker lets them in', async () => {
    const day = await running();
    const { code } = await codeOf(day.activityId);
    expect(await act(ready, CHECK_IN, { code })).toMatchObject({ why: 'NOT_EXPECTED', findings: [] });
    expect(arrivalOf(await letIn(day, ready), ready)).toMatchObject({ how: 'WALK_IN', arrival: 'WITH_CHILDREN' });
  });

  it('to whoever comes for tasks without children: they get those, however ready', async () => {
    const day = await running([unready], 'WITHOUT_CHILDREN');
    const { code } = await codeOf(day.activityId);
    expect(await act(unready, CHECK_IN, { code })).toMatchObject({ __typename: 'OwnDay' });
    expect(arrivalOf(await shown(day.activityId), unready)).toMatchObject({ arrival: 'OTHER_TASKS' });
  });

  it('to one more than the venue holds, of many who come at once', async () => {
    const many: Somebody[] = [];
    for (let key = 0; key < 6; key += 1) many.push(await join(`同来${key}`, 'EMPLOYEE'));
    const day = await running(many, 'WITHOUT_CHILDREN');
    // Six places, two of them the children's.
    const { code } = await codeOf(day.activityId);
    const answers = await Promise.all(many.map((one) => act(one, CHECK_IN, { code })));
    expect(answers.filter(({ __typename }) => __typename === 'OwnDay')).toHaveLength(4);
    expect(answers.filter(({ why }) => why === 'FULL')).toHaveLength(2);
  });
});

describe('a list', () => {
  it('that a phone kept and sent twice counts once, and says when, however its clock runs', async () => {
    const day = await running([ready]);
    expect(await letIn(day, ready, { minute: 1440 })).toMatchObject({ fields: [{ field: 'minute' }] });
    const both = await Promise.all([letIn(day, ready, { minute: 545 }), letIn(day, ready, { minute: 545 })]);
    for (const answer of both) expect(arrivalOf(answer, ready)).toMatchObject({ inMinute: 545, outMinute: null });
    const out = { activityId: day.activityId, personId: ready.id };
    expect(await act(worker, LET_OUT, { ...out, minute: -1 })).toMatchObject({ fields: [{ field: 'minute' }] });
    const left = await act(worker, LET_OUT, { ...out, minute: 665 });
    expect(arrivalOf(left, ready)).toMatchObject({ outMinute: 665 });
    await act(worker, LET_OUT, { ...out, minute: 700 });
    const { myDay } = await ready.client.data<{ myDay: { hours: { minutes: number; state: string }[] } }>(
      `{ myDay { ${OWN} } }`,
    );
    expect(myDay.hours).toContainEqual(expect.objectContaining({ minutes: 120, state: 'RECORDED' }));
  });
});

describe('attendance closes', () => {
  it('only by a named colleague in charge, when nobody is left inside (P07); then hours are confirmed', async () => {
    const day = await running([ready]);
    const { code } = await codeOf(day.activityId);
    await act(ready, CHECK_IN, { code });
    expect(await act(second, RECORD, at(day))).toMatchObject({ needs: ['IN_CHARGE', 'LEFT'] });
    expect(await act(worker, RECORD, at(day))).toMatchObject({ needs: ['LEFT'] });
    const never = { ...at(day), allLeftAt: -1 };
    expect(await act(worker, RECORD, never)).toMatchObject({ fields: [{ field: 'allLeftAt' }] });
    const recorded = await act(worker, RECORD, { ...at(day), allLeftAt: 1439 });
    expect(recorded).toMatchObject({ state: 'RECORDED', recordedBy: '林溪', needs: ['EVALUATION', 'REFLECTION'] });
    const { myDay } = await ready.client.data<{ myDay: { hours: object[] } }>(`{ myDay { ${OWN} } }`);
    expect(myDay.hours).toContainEqual(expect.objectContaining({ state: 'CONFIRMED' }));
    expect(await act(ready, CHECK_IN, { code })).toMatchObject({ why: 'WRONG_CODE' });
    expect(await letIn(day, unready, { otherTasks: true })).toMatchObject({ why: 'NOT_RUNNING' });
  });

  it('and the activity only with evaluation and reflection, read by a lead (P21); what is written is sealed', async () => {
    const day = await running();
    const recorded = await act(worker, RECORD, at(day));
    expect(await act(supervisor, CLOSE, at(recorded))).toMatchObject({ from: 'RECORDED', to: 'CLOSED' });
    const scores = { taskReached: 4, processReached: 5 };
    const bare = { ...at(recorded), ...scores, evaluation: '都读完了', reflection: ' ' };
    expect(await act(worker, LOOK, bare)).toEqual({ __typename: 'DayIncomplete', needs: ['REFLECTION'] });
    expect(await act(worker, LOOK, { ...bare, taskReached: 6 })).toMatchObject({ fields: [{ field: 'taskReached' }] });
    const looked = await act(worker, LOOK, { ...bare, reflection: '下次早点开门' });
    expect(looked).toMatchObject({ state: 'EVALUATED', lookedBack: { evaluation: '都读完了', taskReached: 4 } });
    const refused = await worker.client.graphql(CLOSE, { i: at(looked) });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await act(supervisor, CLOSE, at(looked))).toMatchObject({ state: 'CLOSED' });
    const rows = JSON.stringify(await platform.app.get(Database).manager.query('SELECT * FROM activity_record'));
    expect(rows).not.toContain('下次早点');
    const events = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .findBy({ agencyId, subjectType: 'Activity' });
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['rosterLocked', 'begun', 'recorded', 'evaluated', 'closed']) {
      expect(actions).toContain(`activity.${action}`);
    }
  });
});

describe('the children’s part', () => {
  const CHILDREN =
    '{ activityId list { childId version saidBy visits { taken most } name choice inMinute outMinute seemed note fetchedBy face words } }';
  const READ = `query ($id: ID!) { children: activityChildren(activityId: $id) ${CHILDREN} }`;
  const WRITE = `mutation ($i: WriteActivityChildInput!) { outcome: writeActivityChild(input: $i) { __typename
    ... on ActivityChildren ${CHILDREN} ... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion } } }`;
  const VISITS =
    'query ($id: ID!, $ids: [ID!]!) { visits: childVisits(activityId: $id, childIds: $ids) { childId taken most } }';
  const NOTHING = { choice: 'SIGNED_UP', saidBy: 'CHILD', came: false, note: '', fetchedBy: '', words: '' };
  let child: string;
  interface Listed {
    readonly childId: string;
    readonly version: number;
  }
  /** As the page does: with the version that was read a moment ago. */
  const write = async (day: Outcome, more: object, by = worker) => {
    const read = await worker.client.data<{ children: { list: Listed[] } }>(READ, { id: day.activityId });
    const version = read.children.list.find(({ childId }) => childId === child)?.version ?? 0;
    return act(by, WRITE, { activityId: day.activityId, childId: child, version, ...NOTHING, ...more });
  };

  beforeAll(async () => {
    const personId = await addPerson(platform.app, agencyId, { name: '小满', roles: [] });
    await addChildRecord(platform.app, agencyId, personId);
    const [id] = await platform.app.get(ChildrenRepository).idsOfPerson(agencyId, personId);
    child = toGlobalId('Child', id ?? '');
  });

  it('is written by the case team alone; of another agency neither child nor activity exists', async () => {
    const day = await running();
    for (const query of [READ, WRITE]) {
      const input = { activityId: day.activityId, childId: child, version: 0, ...NOTHING };
      const answer = await ready.client.graphql(query, { id: day.activityId, i: input });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    const elsewhere = await addAgency(platform.app, '又一处');
    const stranger = await join('又一处的人', 'SUPERVISOR', elsewhere);
    expect(await stranger.client.data(READ, { id: day.activityId })).toEqual({ children: null });
    const asked = { id: day.activityId, ids: [child] };
    expect(await stranger.client.data(VISITS, asked)).toEqual({ visits: null });
    expect(await write(day, {}, stranger)).toEqual({ __typename: 'NotFound' });
  });

  it('is the child’s own choice; attendance waits until each child was fetched by somebody written down (P07)', async () => {
    const day = await running();
    expect(await write(day, { choice: 'OPTED_OUT', came: true })).toMatchObject({ fields: [{ code: 'OPTED_OUT' }] });
    expect(await write(day, { choice: 'OPTED_OUT' })).toMatchObject({
      list: [{ choice: 'OPTED_OUT', inMinute: null }],
    });
    expect(await write(day, { came: true, seemed: 'HURT' })).toMatchObject({ fields: [{ field: 'note' }] });
    const came = { came: true, seemed: 'TIRED', note: '昨晚没睡好' };
    expect(await write(day, came)).toMatchObject({ list: [{ seemed: 'TIRED', note: '昨晚没睡好', outMinute: null }] });
    expect(await act(worker, RECORD, at(day))).toMatchObject({ needs: ['PICKED_UP'] });
    expect(await write(day, NOTHING)).toMatchObject({ fields: [{ field: 'came', code: 'WAS_THERE' }] });
    const fetched = { ...came, fetchedBy: '外婆', face: 5, words: '还想再来' };
    expect(await write(day, fetched)).toMatchObject({ list: [{ fetchedBy: '外婆', face: 5, words: '还想再来' }] });
    const rows = JSON.stringify(await platform.app.get(Database).manager.query('SELECT * FROM activity_child'));
    for (const sealed of ['外婆', '昨晚', '再来']) expect(rows).not.toContain(sealed);
    const recorded = await act(worker, RECORD, at(day));
    expect(recorded).toMatchObject({ state: 'RECORDED' });
  });

  it('asks each child who came how it was, before the activity is looked back on; not to say is an answer (§4.5)', async () => {
    const day = await running();
    await write(day, { came: true, fetchedBy: '外婆' });
    const recorded = await act(worker, RECORD, at(day));
    const said = { taskReached: 3, processReached: 3, evaluation: '读了', reflection: '早点' };
    expect(await act(worker, LOOK, { ...at(recorded), ...said })).toMatchObject({ needs: ['CHILDREN_ASKED'] });
    expect(await write(day, { came: true, fetchedBy: '外婆', face: 6 })).toMatchObject({ fields: [{ field: 'face' }] });
    await write(day, { came: true, fetchedBy: '外婆', face: 0 });
    expect(await act(worker, LOOK, { ...at(recorded), ...said })).toMatchObject({ state: 'EVALUATED' });
  });

  it('of two colleagues who write at once, the second is told that it changed', async () => {
    const day = await running();
    const input = { activityId: day.activityId, childId: child, version: 0, ...NOTHING };
    const both = await Promise.all([
      act(worker, WRITE, { ...input, saidBy: 'GUARDIAN' }),
      act(supervisor, WRITE, { ...input, choice: 'OPTED_OUT' }),
    ]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['ActivityChildren', 'StaleVersion']);
    expect(both).toContainEqual({ __typename: 'StaleVersion', currentVersion: 1 });
  });

  it('is refused on one visit by teams too many in a month', async () => {
    const days = [await opened(), await opened()];
    await inAgency(platform.app, agencyId, async () => {
      for (const { activityId } of days) {
        const costs = {
          guestsPerWorker: 5,
          guestsPerChild: 2,
          visitsPerMonth: 1,
          hasOtherTasks: false,
          otherTasks: null,
        };
        const leads = { checkLeadDays: 7, cutOffDays: 3, noticeDays: 5, costLines: [], version: 1 };
        const of = { agencyId, activityId: fromGlobalId('Activity', activityId) ?? '' };
        const row = { ...of, ...costs, ...leads, createdAt: '2026-11-22T14:00:00.000Z' };
        await platform.app
          .get(Database)
          .repository(TeamOffer)
          .insert({ ...row, id: row.activityId });
      }
    });
    const [one, other] = days as [Outcome, Outcome];
    const visits = async () =>
      (await worker.client.data<{ visits: unknown[] }>(VISITS, { id: other.activityId, ids: [child] })).visits;
    expect(await visits()).toEqual([{ childId: child, taken: 0, most: 1 }]);
    expect(await write(one, {})).toMatchObject({ __typename: 'ActivityChildren' });
    // Told before it is refused.
    expect(await visits()).toEqual([{ childId: child, taken: 1, most: 1 }]);
    expect(await write(other, {})).toMatchObject({ fields: [{ field: 'choice', code: 'EXPOSURE' }] });
    expect(await write(one, { choice: 'OPTED_OUT' })).toMatchObject({ __typename: 'ActivityChildren' });
    expect(await write(other, {})).toMatchObject({ __typename: 'ActivityChildren' });
  });
});

it('of somebody erased neither arrivals nor hours stay', async () => {
  const gone = await join('将走', 'EMPLOYEE');
  const day = await running([gone], 'WITHOUT_CHILDREN');
  await letIn(day, gone);
  await act(worker, LET_OUT, { activityId: day.activityId, personId: gone.id });
  const rows = async () => {
    const query = `SELECT (SELECT COUNT(*) FROM check_in WHERE personId = '${gone.personId}')
      + (SELECT COUNT(*) FROM service_hours WHERE personId = '${gone.personId}') AS found`;
    const [row] = await platform.app.get(Database).read<{ found: number | string }>(query, []);
    return Number(row?.found);
  };
  expect(await rows()).toBe(2);
  const erased = { agencyId, personId: gone.personId, at: '2026-11-22T14:00:00.000Z' };
  await inAgency(platform.app, agencyId, () => platform.app.get(PersonalData).erase(erased));
  expect(await rows()).toBe(0);
});
