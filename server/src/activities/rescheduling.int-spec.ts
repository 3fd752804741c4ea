// An open activity gets another time, on the engine under test: who may not, what refuses it by name, what takes a reason,
// that all that hangs on its time goes with it, that everybody hears of it once, and that the second of two movers is told.
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { CalendarSources } from '../calendar/index.js';
import { ChildrenRepository } from '../children/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../testing/matched-agency.js';
import { addAgency, addChildRecord, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const STEP = '__typename ... on Activity { id version state }';
const mutation = (name: string, input: string, fields = STEP) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${fields} } }`;
const PLAN = mutation('planActivity', 'PlanActivityInput');
const REVIEW = mutation('reviewActivity', 'ActivityStepInput');
const OPEN = mutation('openActivity', 'ActivityStepInput');
const CANCEL = mutation('cancelActivity', 'CancelActivityInput');
const VENUE = mutation('saveVenue', 'SaveVenueInput', '__typename ... on Venue { id }');
const CONFLICTS = 'conflicts { code hard names count theme startMinute needs }';
const REFUSALS = `... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion }
  ... on TransitionRefused { from to }`;
const PREVIEW = `query ($i: ActivityMoveInput!) { outcome: activityMove(input: $i) { __typename
  ... on ActivityMovePreview { ${CONFLICTS} } ... on InvalidInput { fields { field code } } ... on TransitionRefused { from } } }`;
const MOVE = mutation(
  'moveActivity',
  'MoveActivityInput',
  `__typename ... on Activity { id version state onDate startMinute venue { name }
    pastMoves { fromDate startMinute venueName reason movedBy } } ... on MoveRefused { ${CONFLICTS} } ${REFUSALS}`,
);
const ADD = mutation('addSeat', 'AddSeatInput', '__typename ... on SeatAssignment { id state version }');
const PUBLISH = mutation('publishStaffing', 'PublishStaffingInput', '__typename ... on StaffingPublished { told }');
const REASONS = `query ($activityId: ID!, $role: Int!) { seatReasons(activityId: $activityId, role: $role) {
  volunteerId name conflicts { code } } }`;
const MINE = '{ mySeats { id theme state accepted version } }';
const ANSWER = mutation('answerSeat', 'AnswerSeatInput', '__typename ... on MySeat { accepted }');
const NOTICES = '{ notices { title } }';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
interface Conflict {
  readonly code: string;
  readonly hard: boolean;
  readonly names: readonly string[];
}

let platform: TestApp;
let agency: MatchedAgency;
let agencyId: AgencyId;
let worker: TestClient;
let halls: string[];
let team: { readonly id: string; readonly name: string }[];
let count = 0;

const act = async (client: TestClient, query: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(query, { i })).outcome;
const charge = (name: string) => team.filter((one) => one.name === name).map(({ id }) => id);
const at = (activity: Outcome, onDate: string, more: object = {}) => ({
  ...{ activityId: activity.id, onDate, startMinute: 540, endMinute: 660, venueId: activity['venueId'] },
  ...more,
});
const codes = (outcome: Outcome) => (outcome['conflicts'] as Conflict[]).map(({ code }) => code);
const preview = (activity: Outcome, onDate: string, more: object = {}, client = worker) =>
  act(client, PREVIEW, at(activity, onDate, more));
const move = (activity: Outcome, onDate: string, more: object = {}, client = worker) =>
  act(client, MOVE, { ...at(activity, onDate), version: activity.version, reason: '', ...more });
const signedIn = async (identifier: string) => {
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
};

/** An open activity in a hall of its own, with the day's worker in charge, unless told otherwise. */
async function opened(theme: string, more: object = {}): Promise<Outcome> {
  const risks = { riskChildren: '走散：两人一组。', riskStaff: '中暑：每小时休息。' };
  const input = {
    ...{ kind: 'GROWTH_GROUP', theme, themeEn: '', venueId: halls[0], onDate: '2026-12-12', startMinute: 540 },
    ...{ endMinute: 660, childrenGroup: '周六小组', children: 8, childrenPerAdult: 4, taskGoal: '读一本书' },
    ...{ processGoal: '认识新朋友', childrenPart: '孩子们选书', ...risks, inChargeIds: charge('worker') },
    ...{ roles: [{ task: '带一个小组', seats: 2, skill: '' }], budget: [], requestId: `m${(count += 1)}`, ...more },
  };
  const draft = await act(worker, PLAN, input);
  const read = await act(agency.supervisor, REVIEW, { activityId: draft.id, version: draft.version });
  const open = await act(worker, OPEN, { activityId: draft.id, version: read.version });
  if (open['state'] !== 'OPEN') throw new Error(`${theme}: ${JSON.stringify([draft, read, open])}`);
  return { ...open, venueId: input.venueId };
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'moves');
  ({ agencyId, worker } = agency);
  team = (await worker.data<{ activityTeam: typeof team }>('{ activityTeam { id name } }')).activityTeam;
  halls = [];
  const checks = VENUE_CHECKS.map(({ code }) => code);
  for (const name of ['一号厅', '二号厅', '三号厅']) {
    halls.push((await act(worker, VENUE, { name, people: 40, checks, checkedOn: '2026-11-01' })).id);
  }
}, 180_000);
afterAll(() => platform.stop());

describe('another time is refused', () => {
  it('to whoever plans no activity, and to another agency, for which it does not exist', async () => {
    const mine = await opened('只是我们的', { onDate: '2027-06-05' });
    await addPerson(platform.app, agencyId, { name: '别人', roles: ['DONOR'], identifier: 'donor@moves.example' });
    const donor = await signedIn('donor@moves.example');
    for (const query of [PREVIEW, MOVE]) {
      const input = { ...at(mine, '2027-06-06'), ...(query === MOVE ? { version: 3, reason: '' } : {}) };
      expect((await donor.graphql(query, { i: input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = { name: '外人', roles: ['SUPERVISOR' as const], identifier: 'stranger@moves.example' };
    await addPerson(platform.app, elsewhere, stranger);
    const outside = await signedIn(stranger.identifier);
    expect(await preview(mine, '2027-06-06', {}, outside)).toBeNull();
    expect(await move(mine, '2027-06-06', {}, outside)).toEqual({ __typename: 'NotFound' });
    expect(await move(mine, '2027-06-06', { venueId: toGlobalId('Venue', 'none') })).toMatchObject({
      fields: [{ field: 'venueId', code: 'UNKNOWN' }],
    });
  });

  it('to no time, to the time it has, to the past and to what is no longer or not yet open', async () => {
    const open = await opened('还没动', { onDate: '2027-06-12' });
    const wrong = async (onDate: string, more: object) => {
      const shown = await preview(open, onDate, more);
      expect(await move(open, onDate, more)).toEqual(shown);
      return shown['fields'];
    };
    expect(await wrong('2026-11-01', {})).toEqual([{ field: 'onDate', code: 'IN_THE_PAST' }]);
    expect(await wrong('2030-11-01', { endMinute: 540 })).toEqual([
      { field: 'onDate', code: 'TOO_FAR' },
      { field: 'endMinute', code: 'BEFORE_START' },
    ]);
    expect(await wrong('2027-06-12', {})).toEqual([{ field: 'onDate', code: 'SAME_TIME' }]);
    const off = await act(worker, CANCEL, { activityId: open.id, version: open.version, reason: '下雨' });
    const refused = { __typename: 'TransitionRefused', from: 'CANCELLED' };
    expect(await preview({ ...off, venueId: halls[0] }, '2027-06-13')).toMatchObject(refused);
    expect(await move({ ...off, venueId: halls[0] }, '2027-06-13')).toMatchObject(refused);
  });

  it('where venue or colleague are elsewhere, where the venue was not looked at since, each by name', async () => {
    const moving = await opened('要换的', { onDate: '2027-01-16' });
    await opened('占着大厅', { onDate: '2027-01-17', inChargeIds: charge('colleague') });
    await opened('占着同事', { onDate: '2027-01-18', venueId: halls[1] });
    const [venue] = (await preview(moving, '2027-01-17'))['conflicts'] as Conflict[];
    expect(venue).toMatchObject({ code: 'VENUE_TAKEN', hard: true, theme: '占着大厅', startMinute: 540 });
    const person = await move(moving, '2027-01-18', { reason: '换一天' });
    expect(person).toMatchObject({ __typename: 'MoveRefused', conflicts: [{ names: ['worker'], theme: '占着同事' }] });
    // Another hall on the same day is free, and later on the other day too.
    expect(codes(await preview(moving, '2027-01-17', { venueId: halls[2] }))).toEqual([]);
    expect(codes(await preview(moving, '2027-01-18', { startMinute: 720, endMinute: 800 }))).toEqual([]);
    const old = await preview(moving, '2028-01-08');
    expect(old).toMatchObject({ conflicts: [{ code: 'PLAN_NEEDS', needs: ['VENUE'] }] });
  });
});

describe('what takes a reason', () => {
  it('is named beforehand; without one nothing happens, with one it does', async () => {
    const moving = await opened('初一前后', { onDate: '2027-01-30' });
    const shown = await preview(moving, '2027-01-01');
    expect(shown).toMatchObject({ conflicts: [{ code: 'DAY_OFF', hard: false }] });
    expect(await move(moving, '2027-01-01')).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    expect(await move(moving, '2027-01-01', { reason: '长'.repeat(301) })).toMatchObject({
      fields: [{ code: 'TOO_LONG' }],
    });
    const moved = await move(moving, '2027-01-01', { reason: '孩子们只有这天在', venueId: halls[2] });
    expect(moved).toMatchObject({
      ...{ version: moving.version + 1, state: 'OPEN', onDate: '2027-01-01', venue: { name: '三号厅' } },
      pastMoves: [
        {
          fromDate: '2027-01-30',
          startMinute: 540,
          venueName: '一号厅',
          reason: '孩子们只有这天在',
          movedBy: 'worker',
        },
      ],
    });
    const rows = JSON.stringify(await platform.app.get(Database).manager.query('SELECT * FROM activity_moving'));
    expect(rows).not.toContain('孩子们只有');
    const audit = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'activity.moved' });
    expect(audit.map(({ subjectId }) => toGlobalId('Activity', subjectId ?? ''))).toEqual([moved.id]);
    // Back again is another move, not a rewound one.
    const back = await move({ ...moved, venueId: halls[0] }, '2027-01-30');
    expect(back).toMatchObject({ version: moving.version + 2, onDate: '2027-01-30' });
    expect(back['pastMoves']).toHaveLength(2);
  });
});

describe('two who move at once', () => {
  it('the second is told that somebody else did, and its time is the first one’s', async () => {
    const moving = await opened('抢着换', { onDate: '2027-02-20' });
    const days = ['2027-02-27', '2027-03-06', '2027-03-13'];
    const outcomes = await Promise.all(
      days.map((day, index) => move(moving, day, {}, [worker, agency.colleague, agency.supervisor][index])),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Activity', 'StaleVersion', 'StaleVersion']);
    const won = outcomes.find(({ __typename }) => __typename === 'Activity');
    const [row] = await platform.app
      .get(Database)
      .read<{ onDate: string }>('SELECT onDate FROM activity WHERE id = ?', [fromGlobalId('Activity', moving.id)]);
    expect(row?.onDate).toBe(won?.['onDate']);
  });

  it('two activities onto the same hall and hours: one comes there, the other is refused by name', async () => {
    const one = await opened('甲', { onDate: '2027-03-20' });
    const two = await opened('乙', { onDate: '2027-03-21', inChargeIds: charge('colleague') });
    const outcomes = await Promise.all([move(one, '2027-03-27'), move(two, '2027-03-27', {}, agency.colleague)]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Activity', 'MoveRefused']);
    expect(codes(outcomes.find(({ __typename }) => __typename === 'MoveRefused') as Outcome)).toEqual(['VENUE_TAKEN']);
  });
});

describe('seats', () => {
  let moving: Outcome;
  let volunteer: { readonly volunteerId: string; readonly name: string };
  let own: TestClient;
  let personId: string;
  const seatDays = () =>
    platform.app
      .get(Database)
      .read<{ onDate: string; startMinute: number; answeredAt: string | null; version: number }>(
        'SELECT onDate, startMinute, answeredAt, version FROM seat_assignment WHERE activityId = ?',
        [fromGlobalId('Activity', moving.id)],
      );
  const sequence = async () =>
    (await platform.app.get(CalendarSources).of(agencyId, personId as never, '2026-11-24' as never)).find(
      ({ kind }) => kind === 'ACTIVITY',
    );

  beforeAll(async () => {
    moving = await opened('有人要来', { onDate: '2026-12-12', startMinute: 540 });
    const { seatReasons } = await worker.data<{
      seatReasons: { volunteerId: string; name: string; conflicts: { code: string }[] }[];
    }>(REASONS, { activityId: moving.id, role: 0 });
    const free = seatReasons.find(({ conflicts }) => conflicts.length === 0);
    if (!free) throw new Error('nobody is free');
    volunteer = free;
    const hand = { activityId: moving.id, role: 0, volunteerId: free.volunteerId, despite: false };
    expect(await act(worker, ADD, hand)).toMatchObject({ state: 'PROPOSED' });
    expect(await act(worker, PUBLISH, { month: '2026-12' })).toMatchObject({ told: 1 });
    const [row] = await platform.app
      .get(Database)
      .read<{ personId: string }>('SELECT personId FROM volunteer WHERE id = ?', [
        fromGlobalId('Volunteer', free.volunteerId),
      ]);
    personId = row?.personId ?? '';
    own = await signInVolunteer(platform, agencyId, personId, '13600000091');
    const { mySeats } = await own.data<{ mySeats: Outcome[] }>(MINE);
    const seat = mySeats.find((one) => one['theme'] === '有人要来') as Outcome;
    const yes = { seatAssignmentId: seat.id, version: seat.version, coming: true, reason: '' };
    expect(await act(own, ANSWER, yes)).toMatchObject({ accepted: true });
  }, 60_000);

  it('stand against it where somebody would be elsewhere, or not be ready by then', async () => {
    const other = await opened('同一个人', {
      onDate: '2026-12-19',
      venueId: halls[1],
      inChargeIds: charge('colleague'),
    });
    const hand = { activityId: other.id, role: 0, volunteerId: volunteer.volunteerId, despite: true };
    expect(await act(worker, ADD, hand)).toMatchObject({ __typename: 'SeatAssignment' });
    const refused = await move(moving, '2026-12-19', { reason: '换一天' });
    const named = { code: 'VOLUNTEER_ELSEWHERE', names: [volunteer.name], theme: '同一个人' };
    expect(refused).toMatchObject({ __typename: 'MoveRefused', conflicts: [named] });
    const far = await preview(moving, '2028-10-21');
    expect(far['conflicts']).toContainEqual(
      expect.objectContaining({ code: 'VOLUNTEER_NOT_ELIGIBLE', hard: true, names: [volunteer.name] }),
    );
    expect(await seatDays()).toMatchObject([{ onDate: '2026-12-12' }]);
  });

  it('go with it: the day, the calendar’s count, the answer that is asked anew, and a word to each, once', async () => {
    await platform.app.get(JobWorker).drain();
    const before = await sequence();
    const rest = mutation(
      'changeMyActivityWishes',
      'ChangeActivityWishesInput',
      '__typename ... on MyActivityWishes { version }',
    );
    const wishes = { version: 0, kinds: [], hoursPerMonth: 20, restDays: ['2026-12-13'], onlyFreeTimes: false };
    expect(await act(own, rest, wishes)).toMatchObject({ version: 1 });
    const onRest = await preview(moving, '2026-12-13');
    expect(onRest).toMatchObject({ conflicts: [{ code: 'VOLUNTEER_RESTS', hard: false, names: [volunteer.name] }] });
    const time = { startMinute: 600, endMinute: 700 };
    const moved = await move(moving, '2026-12-13', { ...time, reason: '问过了，她愿意来' }, agency.colleague);
    expect(moved).toMatchObject({ __typename: 'Activity', startMinute: 600 });
    expect(await seatDays()).toEqual([
      expect.objectContaining({ onDate: '2026-12-13', startMinute: 600, answeredAt: null }),
    ]);
    const after = await sequence();
    expect([after?.id, after?.day]).toEqual([before?.id, '2026-12-13']);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    await platform.app.get(JobWorker).drain();
    const titles = async (client: TestClient) =>
      (await client.data<{ notices: { title: string }[] }>(NOTICES)).notices
        .map(({ title }) => title)
        .filter((title) => title.includes('换了时间'));
    expect(await titles(own)).toEqual(['您要来的活动换了时间']);
    expect(await titles(worker)).toContain('您负责的活动换了时间');
    expect(await titles(agency.colleague)).toEqual([]);
  });
});

describe('children who signed up', () => {
  it('are counted, never named: elsewhere at these hours it is refused, otherwise each is asked anew', async () => {
    const moving = await opened('孩子报了名', { onDate: '2027-04-10' });
    const other = await opened('也报了这个', {
      onDate: '2027-04-17',
      venueId: halls[1],
      inChargeIds: charge('colleague'),
    });
    const person = await addPerson(platform.app, agencyId, { name: '小满', roles: [] });
    await addChildRecord(platform.app, agencyId, person);
    const [id] = await platform.app.get(ChildrenRepository).idsOfPerson(agencyId, person);
    const childId = toGlobalId('Child', id ?? '');
    const said = { choice: 'SIGNED_UP', saidBy: 'CHILD', came: false, note: '', fetchedBy: '', words: '' };
    const write = mutation('writeActivityChild', 'WriteActivityChildInput', '__typename');
    for (const one of [moving, other]) {
      const input = { activityId: one.id, childId, version: 0, ...said };
      expect(await act(worker, write, input)).toEqual({ __typename: 'ActivityChildren' });
    }
    const refused = await move(moving, '2027-04-17', { reason: '换' });
    expect(refused).toMatchObject({ conflicts: [{ code: 'CHILD_ELSEWHERE', count: 1, names: [] }] });
    const free = await preview(moving, '2027-04-24');
    expect(free).toMatchObject({ conflicts: [{ code: 'CHILDREN_TO_ASK', hard: false, count: 1, names: [] }] });
    expect(await move(moving, '2027-04-24', { reason: '已经打电话问过' })).toMatchObject({ onDate: '2027-04-24' });
  });
});

describe('a unit of work that cannot end', () => {
  it('leaves the activity, its seats and its story where they were', async () => {
    const moving = await opened('半路停下', { onDate: '2027-05-15' });
    const database = platform.app.get(Database);
    const id = fromGlobalId('Activity', moving.id) ?? '';
    const system = { kind: 'system' as const, agencyId, name: 'test' };
    const refused = await move(moving, '2027-05-15');
    expect(refused.__typename).toBe('InvalidInput');
    await platform.app.get(UnitOfWork).run(system, async () => {
      await database.manager.update('Activity', { id }, { version: 99 });
    });
    expect(await move(moving, '2027-05-22')).toEqual({ __typename: 'StaleVersion', currentVersion: 99 });
    expect(await database.read('SELECT id FROM activity_moving WHERE activityId = ?', [id])).toEqual([]);
  });
});
