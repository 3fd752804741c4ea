// Seats of a month on the engine under test: who may not, what the engine proposes and proves, what a hand may change, that
// nobody is told of two places at once (H22), and that a no moves as few others as can be.
import type { AgencyId } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { CalendarSources } from '../calendar/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../testing/matched-agency.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { StaffingRuns } from './staffing-runs.js';

const SEAT = 'id volunteerId name role state source accepted reason version conflicts { code theme }';
const BOARD = `query ($month: String!) { staffing(month: $month) { month mayServe everybody
  run { seats come gone gapPpm checked } activities { id theme least reachable
    roles { role task seats taken { ${SEAT} } } } } }`;
const REASONS = `query ($activityId: ID!, $role: Int!) { seatReasons(activityId: $activityId, role: $role) {
  volunteerId name chosen leastLoss parts { criterion points } conflicts { code theme } } }`;
const RUN = `mutation ($i: RunStaffingInput!) { outcome: runStaffing(input: $i) { __typename
  ... on StaffingRun { id seats come gone gapPpm checked } ... on InvalidInput { fields { field code } } } }`;
const PUBLISH = `mutation ($i: PublishStaffingInput!) { outcome: publishStaffing(input: $i) { __typename
  ... on StaffingPublished { told refused { name theme conflicts { code } } } } }`;
const ADD = `mutation ($i: AddSeatInput!) { outcome: addSeat(input: $i) { __typename
  ... on SeatAssignment { id state source version } ... on SeatConflicts { conflicts { code theme } } } }`;
const END = `mutation ($i: EndSeatInput!) { outcome: endSeat(input: $i) { __typename
  ... on SeatAssignment { state } ... on TransitionRefused { from } } }`;
const MINE = `{ mySeats { id theme task state accepted calledOff version venueName } }`;
const ANSWER = `mutation ($i: AnswerSeatInput!) { outcome: answerSeat(input: $i) { __typename
  ... on MySeat { state accepted version } ... on TransitionRefused { from } ... on InvalidInput { fields { code } } } }`;
const WISHES = '{ myActivityWishes { kinds hoursPerMonth restDays onlyFreeTimes version } }';
const WISH = `mutation ($i: ChangeActivityWishesInput!) { outcome: changeMyActivityWishes(input: $i) { __typename
  ... on MyActivityWishes { hoursPerMonth version } ... on InvalidInput { fields { field code } } } }`;
const STEP = '__typename ... on Activity { id version state }';
const PLAN = `mutation ($i: PlanActivityInput!) { outcome: planActivity(input: $i) { ${STEP} } }`;
const REVIEW = `mutation ($i: ActivityStepInput!) { outcome: reviewActivity(input: $i) { ${STEP} } }`;
const OPEN = `mutation ($i: ActivityStepInput!) { outcome: openActivity(input: $i) { ${STEP} } }`;
const CANCEL = `mutation ($i: CancelActivityInput!) { outcome: cancelActivity(input: $i) { ${STEP} } }`;
const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { ... on Venue { id } } }`;

interface Taken {
  readonly id: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly state: string;
  readonly source: string;
  readonly version: number;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly conflicts: readonly { readonly code: string }[];
}
interface Staffed {
  readonly id: string;
  readonly theme: string;
  readonly least: number;
  readonly reachable: number | null;
  readonly roles: readonly { readonly seats: number; readonly taken: readonly Taken[] }[];
}
interface Board {
  readonly mayServe: number;
  readonly everybody: number;
  readonly run: Record<string, unknown> | null;
  readonly activities: readonly Staffed[];
}
interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
interface Reason {
  readonly volunteerId: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly leastLoss: number | null;
  readonly conflicts: readonly { readonly code: string; readonly theme: string | null }[];
}

const MONTH = '2026-12';
let platform: TestApp;
let agency: MatchedAgency;
let agencyId: AgencyId;
let worker: TestClient;
let halls: string[];
let team: string[];
let count = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const board = async (month = MONTH, client = worker) =>
  (await client.data<{ staffing: Board }>(BOARD, { month })).staffing;
const run = (requestId: string, month = MONTH) => act(worker, RUN, { month, requestId });
const publish = (month = MONTH, client = worker) => act(client, PUBLISH, { month });
const seatsOf = (found: Board, theme: string) =>
  found.activities.find((one) => one.theme === theme)?.roles.flatMap(({ taken }) => taken) ?? [];
const activityOf = (found: Board, theme: string) => found.activities.find((one) => one.theme === theme)?.id ?? '';
const reasons = async (activityId: string, role = 0) =>
  (await worker.data<{ seatReasons: Reason[] }>(REASONS, { activityId, role })).seatReasons;
const everySeat = (found: Board) => found.activities.flatMap(({ theme }) => seatsOf(found, theme));
const personOf = async (volunteer: string) => {
  const id = fromGlobalId('Volunteer', volunteer) ?? '';
  const [row] = await platform.app
    .get(Database)
    .read<{ personId: string }>('SELECT personId FROM volunteer WHERE id = ?', [id]);
  return row?.personId ?? '';
};

/** An open activity. */
async function opened(theme: string, more: object = {}): Promise<Outcome> {
  const hall = halls[(count += 1) % halls.length];
  const risks = { riskChildren: '走散：两人一组。', riskStaff: '中暑：每小时休息。' };
  const input = {
    ...{ kind: 'GROWTH_GROUP', theme, themeEn: '', venueId: hall, onDate: '2026-12-12', startMinute: 540 },
    ...{ endMinute: 660, childrenGroup: '周六小组', children: 8, childrenPerAdult: 4, taskGoal: '读一本书' },
    ...{ processGoal: '认识新朋友', childrenPart: '孩子们选书', ...risks, inChargeIds: [team[count % team.length]] },
    ...{ roles: [{ task: '带一个小组', seats: 2, skill: '' }], budget: [], requestId: `s${count}`, ...more },
  };
  const draft = await act(worker, PLAN, input);
  const read = await act(agency.supervisor, REVIEW, { activityId: draft.id, version: draft.version });
  const open = await act(worker, OPEN, { activityId: draft.id, version: read.version });
  if (open['state'] !== 'OPEN') throw new Error(`${theme}: ${JSON.stringify([draft, read, open])}`);
  return open;
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'seats');
  ({ agencyId, worker } = agency);
  const { activityTeam } = await worker.data<{ activityTeam: { id: string }[] }>('{ activityTeam { id } }');
  team = activityTeam.map(({ id }) => id);
  halls = [];
  const checks = VENUE_CHECKS.map(({ code }) => code);
  for (const name of ['一号厅', '二号厅', '三号厅', '四号厅']) {
    halls.push((await act(worker, VENUE, { name, people: 40, checks, checkedOn: '2026-11-01' })).id);
  }
}, 180_000);
afterAll(() => platform.stop());

describe('the month is refused', () => {
  it('to volunteers, donors and companies, and nobody else’s agency has anything in it', async () => {
    for (const role of ['VOLUNTEER', 'CSR_COORDINATOR', 'DONOR'] as const) {
      const identifier = `${role.toLowerCase()}@seats.example`;
      await addPerson(platform.app, agencyId, { name: '别人', roles: [role], identifier });
      const other = platform.client();
      await other.signIn(identifier, TEST_PASSWORD);
      for (const [query, variables] of [
        [BOARD, { month: MONTH }],
        [RUN, { i: { month: MONTH, requestId: 'no' } }],
        [PUBLISH, { i: { month: MONTH } }],
      ] as const) {
        const answer = await other.graphql(query, variables);
        expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      }
    }
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = { name: '外人', roles: ['SUPERVISOR' as const], identifier: 'stranger@seats.example' };
    await addPerson(platform.app, elsewhere, stranger);
    const outside = platform.client();
    await outside.signIn(stranger.identifier, TEST_PASSWORD);
    const open = await opened('只是我们的', { onDate: '2027-05-08' });
    expect((await board('2027-05', outside)).activities).toEqual([]);
    expect(await outside.data(REASONS, { activityId: open.id, role: 0 })).toEqual({ seatReasons: null });
    const [anybody] = await reasons(open.id);
    const hand = { activityId: open.id, role: 0, volunteerId: anybody?.volunteerId, despite: true };
    expect(await act(outside, ADD, hand)).toEqual({ __typename: 'NotFound' });
    expect(await act(outside, RUN, { month: '2027-05', requestId: 'x' })).toEqual({ __typename: 'NothingToStaff' });
  });

  it('where it is none, and where nothing is open', async () => {
    expect(await run('a', '2026-13')).toMatchObject({ fields: [{ field: 'month', code: 'MALFORMED' }] });
    expect(await worker.data(BOARD, { month: 'soon' })).toEqual({ staffing: null });
    expect(await run('b', '2027-08')).toEqual({ __typename: 'NothingToStaff' });
  });
});

describe('a run', () => {
  it('fills open seats with people who may serve on the day, each at one place at a time, and proves it', async () => {
    await opened('上午一');
    await opened('上午二');
    await opened('下午', { startMinute: 900, endMinute: 1000 });
    const outcome = await run('first');
    expect(outcome).toMatchObject({ __typename: 'StaffingRun', seats: 6, checked: true });
    expect((await run('first')).id).toBe(outcome.id);
    const found = await board();
    expect(found.everybody).toBeGreaterThan(found.mayServe);
    expect(found.activities.map(({ theme, least }) => [theme, least])).toEqual([
      ['上午一', 1],
      ['上午二', 1],
      ['下午', 1],
    ]);
    const morning = [...seatsOf(found, '上午一'), ...seatsOf(found, '上午二')].map(({ name }) => name);
    expect(new Set(morning).size).toBe(4);
    expect(everySeat(found).every(({ state, source }) => state === 'PROPOSED' && source === 'RUN')).toBe(true);
    const runs = platform.app.get(StaffingRuns);
    const stored = await runs.newest(agencyId, MONTH);
    if (!stored) throw new Error('no run');
    expect(await runs.verify(stored)).toEqual({ valid: true });
    const forged = { ...stored, objective: String(Number(stored.objective) + 1) };
    expect((await runs.verify(forged)).valid).toBe(false);
  });

  it('says for a seat why this one, who is next best, and of each who is ruled out every reason', async () => {
    const found = await board();
    const [mine] = seatsOf(found, '上午一');
    const list = await reasons(activityOf(found, '上午二'));
    const [first] = list;
    expect(first?.chosen).toBe(true);
    const next = list.find(({ chosen, conflicts }) => !chosen && conflicts.length === 0);
    expect(next?.leastLoss).toBeGreaterThanOrEqual(0);
    const ruledOut = list.filter(({ conflicts }) => conflicts.some(({ code }) => code === 'NOT_ELIGIBLE'));
    expect(ruledOut.length).toBe(found.everybody - found.mayServe);
    // A proposal is no place yet.
    expect(list.find(({ name }) => name === mine?.name)?.conflicts).toEqual([]);
  });

  it('proposes for calling off what nobody can fill', async () => {
    await opened('谁也不会', {
      ...{ onDate: '2027-02-06', children: 200, childrenPerAdult: 1 },
      roles: [{ task: '一对一', seats: 200, skill: '' }],
    });
    await run('too many', '2027-02');
    const [only] = (await board('2027-02')).activities;
    expect(only?.least).toBe(199);
    expect(only?.reachable).toBeLessThan(199);
    expect(only?.roles[0]?.taken).toEqual([]);
  });
});

describe('by hand', () => {
  it('nobody is put where they may not be, and against their wishes only knowingly', async () => {
    const found = await board();
    const activityId = activityOf(found, '下午');
    const list = await reasons(activityId);
    const never = list.find(({ conflicts }) => conflicts.some(({ code }) => code === 'NOT_ELIGIBLE'));
    const hand = { activityId, role: 0, volunteerId: never?.volunteerId, despite: true };
    expect(await act(worker, ADD, hand)).toMatchObject({ conflicts: [{ code: 'NOT_ELIGIBLE' }] });
    const proposed = new Set(everySeat(found).map(({ name }) => name));
    const free = list.find(({ name, conflicts }) => !proposed.has(name) && conflicts.length === 0);
    const client = await signInVolunteer(platform, agencyId, await personOf(free?.volunteerId ?? ''), '13900001001');
    const wish = { kinds: [], hoursPerMonth: 8, restDays: ['2026-12-12'], onlyFreeTimes: false, version: 0 };
    expect(await act(client, WISH, { ...wish, hoursPerMonth: 99 })).toMatchObject({
      fields: [{ field: 'hoursPerMonth', code: 'OUT_OF_RANGE' }],
    });
    expect(await act(client, WISH, wish)).toMatchObject({ version: 1 });
    expect(await act(client, WISH, wish)).toMatchObject({ __typename: 'StaleVersion' });
    const asked = { ...hand, volunteerId: free?.volunteerId };
    expect(await act(worker, ADD, { ...asked, despite: false })).toMatchObject({ conflicts: [{ code: 'REST_DAY' }] });
    expect(await act(worker, ADD, asked)).toMatchObject({ state: 'PROPOSED', source: 'HAND' });
    const after = seatsOf(await board(), '下午');
    expect(after.map(({ source }) => source).sort()).toEqual(['HAND', 'RUN']);
    await run('keeps the hand');
    expect(seatsOf(await board(), '下午').map(({ name }) => name)).toContain(free?.name);
    expect((await board()).run).toMatchObject({ come: 0, gone: 0 });
  });

  it('of two who give the same hours of one volunteer away at once, one does (H22)', async () => {
    const [one, two] = [
      await opened('同时一', { onDate: '2027-01-09' }),
      await opened('同时二', { onDate: '2027-01-09', startMinute: 700, endMinute: 760 }),
    ];
    const volunteer = (await reasons(one.id)).find(({ conflicts }) => conflicts.length === 0);
    const give = (activityId: string, client: TestClient) =>
      act(client, ADD, { activityId, role: 0, volunteerId: volunteer?.volunteerId, despite: true });
    const answers = await Promise.all([
      give(one.id, worker),
      give(two.id, agency.colleague),
      give(one.id, agency.director),
      give(two.id, agency.supervisor),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'SeatAssignment',
      'SeatConflicts',
      'SeatConflicts',
      'SeatConflicts',
    ]);
  });

  it('of six for the last two seats of a role, given at once, two have it', async () => {
    const last = await opened('最后两个', { onDate: '2027-01-16' });
    const free = (await reasons(last.id)).filter(({ conflicts }) => conflicts.length === 0).slice(0, 6);
    const answers = await Promise.all(
      free.map(({ volunteerId }, at) =>
        act([worker, agency.colleague, agency.director][at % 3] ?? worker, ADD, {
          ...{ activityId: last.id, role: 0, volunteerId, despite: false },
        }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SeatAssignment')).toHaveLength(2);
  });
});

describe('told', () => {
  it('once, however many publish at once; volunteers see theirs, and it is in their calendar', async () => {
    const answers = await Promise.all([publish(), publish(MONTH, agency.colleague), publish(MONTH, agency.director)]);
    expect(answers.map(({ told }) => told).sort()).toEqual([0, 0, 6]);
    const found = await board();
    expect(everySeat(found).every(({ state }) => state === 'PUBLISHED')).toBe(true);
    const [mine] = seatsOf(found, '上午一');
    const personId = await personOf(mine?.volunteerId ?? '');
    const volunteer = await signInVolunteer(platform, agencyId, personId, '13900001002');
    const { mySeats } = await volunteer.data<{ mySeats: Taken[] }>(MINE);
    expect(mySeats[0]).toMatchObject({ theme: '上午一', task: '带一个小组', state: 'PUBLISHED', accepted: false });
    const appointments = await platform.app.get(CalendarSources).of(agencyId, personId as never, '2026-11-22' as never);
    expect(appointments).toMatchObject(mySeats.map(() => ({ kind: 'ACTIVITY' })));
    const stranger = seatsOf(found, '上午二').find(({ volunteerId }) => volunteerId !== mine?.volunteerId);
    const others = { seatAssignmentId: stranger?.id, version: stranger?.version, coming: false, reason: '' };
    expect(await act(volunteer, ANSWER, others)).toEqual({ __typename: 'NotFound' });
  });

  it('a published volunteer is nowhere else at these hours: neither by hand nor by the next run', async () => {
    const other = await opened('又一个上午', { startMinute: 700, endMinute: 800, inChargeIds: [team[0]] });
    const found = await board();
    const [mine] = seatsOf(found, '上午一');
    const hand = { activityId: other.id, role: 0, volunteerId: mine?.volunteerId, despite: true };
    expect(await act(worker, ADD, hand)).toMatchObject({ conflicts: [{ code: 'ELSEWHERE', theme: '上午一' }] });
    await run('one more');
    const after = await board();
    const published = [...seatsOf(after, '上午一'), ...seatsOf(after, '上午二')].map(({ name }) => name);
    for (const { name } of seatsOf(after, '又一个上午')) expect(published).not.toContain(name);
  });

  it('a no frees the seat, says why to the worker, and the next run moves nobody else', async () => {
    await publish();
    const before = await board();
    const [leaving] = seatsOf(before, '上午二');
    const personId = await personOf(leaving?.volunteerId ?? '');
    const volunteer = await signInVolunteer(platform, agencyId, personId, '13900001003');
    const seat = { seatAssignmentId: leaving?.id, version: leaving?.version };
    const yes = await act(volunteer, ANSWER, { ...seat, coming: true, reason: '' });
    expect(yes).toMatchObject({ state: 'PUBLISHED', accepted: true });
    const no = { seatAssignmentId: leaving?.id, version: yes.version, coming: false };
    expect(await act(volunteer, ANSWER, { ...no, reason: '家'.repeat(201) })).toMatchObject({
      fields: [{ code: 'TOO_LONG' }],
    });
    expect(await act(volunteer, ANSWER, { ...no, reason: '家里老人住院' })).toMatchObject({ state: 'DECLINED' });
    expect(await act(volunteer, ANSWER, { ...no, version: yes.version + 1, reason: '' })).toMatchObject({
      from: 'DECLINED',
    });
    const rows = JSON.stringify(await platform.app.get(Database).manager.query('SELECT * FROM seat_assignment'));
    expect(rows).not.toContain('住院');
    const said = seatsOf(await board(), '上午二').find(({ id }) => id === leaving?.id);
    expect(said).toMatchObject({ state: 'DECLINED', reason: '家里老人住院' });
    expect(await run('after the no')).toMatchObject({ come: 1, gone: 0 });
    const after = await board();
    const stays = everySeat(before).filter(({ id }) => id !== leaving?.id);
    const now = new Set(everySeat(after).map(({ id, state }) => `${id} ${state}`));
    for (const { id } of stays) expect(now).toContain(`${id} PUBLISHED`);
    const fresh = seatsOf(after, '上午二').filter(({ state }) => state === 'PROPOSED');
    expect(fresh).toHaveLength(1);
    expect(fresh[0]?.volunteerId).not.toBe(leaving?.volunteerId);
  });

  it('whoever may not serve any more is marked, not told of anything new, and not kept by the next run', async () => {
    const [marked] = seatsOf(await board(), '下午').filter(({ state }) => state === 'PUBLISHED');
    const personId = await personOf(marked?.volunteerId ?? '');
    await platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
      const change = { stoppedSince: '2026-11-21' };
      await platform.app.get(Database).manager.getRepository('Volunteer').update({ agencyId, personId }, change);
    });
    const shown = seatsOf(await board(), '下午').find(({ id }) => id === marked?.id);
    expect(shown?.conflicts).toEqual([{ code: 'NOT_ELIGIBLE', theme: null }]);
    const ended = await act(worker, END, { seatAssignmentId: marked?.id, version: shown?.version });
    expect(ended).toMatchObject({ state: 'ENDED' });
    expect(await act(worker, END, { seatAssignmentId: marked?.id, version: (shown?.version ?? 0) + 1 })).toMatchObject({
      from: 'ENDED',
    });
    await run('without them');
    const now = seatsOf(await board(), '下午').filter(({ state }) => state !== 'ENDED');
    expect(now.map(({ volunteerId }) => volunteerId)).not.toContain(marked?.volunteerId);
  });

  it('an activity that is called off says so to whoever was to come, and is in no plan any more', async () => {
    const found = await board();
    const activityId = activityOf(found, '上午一');
    const { activity } = await worker.data<{ activity: { version: number } }>(
      'query ($id: ID!) { activity(id: $id) { version } }',
      { id: activityId },
    );
    await act(worker, CANCEL, { activityId, version: activity.version, reason: '停电' });
    const volunteer = platform.client();
    await volunteer.signIn('13900001002', TEST_PASSWORD);
    const { mySeats } = await volunteer.data<{ mySeats: (Taken & { calledOff: boolean })[] }>(MINE);
    expect(mySeats[0]).toMatchObject({ theme: '上午一', calledOff: true });
    const [seat] = mySeats;
    const yes = { seatAssignmentId: seat?.id, version: seat?.version, coming: true, reason: '' };
    expect((await act(volunteer, ANSWER, yes)).__typename).toBe('TransitionRefused');
    expect((await board()).activities.map(({ theme }) => theme)).not.toContain('上午一');
  });
});

it('wishes are one’s own, and each step leaves its line', async () => {
  const volunteer = platform.client();
  await volunteer.signIn('13900001001', TEST_PASSWORD);
  const wish = { kinds: [], hoursPerMonth: 8, restDays: ['2026-12-12'], onlyFreeTimes: false, version: 1 };
  expect(await volunteer.data(WISHES)).toEqual({ myActivityWishes: wish });
  expect(await worker.graphql(WISHES)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  const events = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId });
  const actions = new Set(events.map(({ action }) => action).filter((action) => action.startsWith('staffing.')));
  expect([...actions].sort()).toEqual([
    'staffing.accepted',
    'staffing.declined',
    'staffing.published',
    'staffing.run',
    'staffing.seatAdded',
    'staffing.seatEnded',
    'staffing.wished',
  ]);
});
