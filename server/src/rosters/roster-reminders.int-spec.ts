// People of a team are reminded of its day, day by day on the engine under test: nobody unwarned, nobody twice; refusals first.
import { addDays, localDate, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { ACTIVITY_ENTITIES } from '../activities/index.js';
import { VolunteerAgreements } from '../agreements/index.js';
import { PeopleRepository, VolunteersRepository } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobUpkeep, JobWorker } from '../platform/outbox/index.js';
import { REMINDER_ENTITIES } from '../reminders/index.js';
import { RecordChecks } from '../screening/index.js';
import { TeamBooking } from '../teams/index.js';
import { addPerson, askForNoFactor, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { RosterPlace } from './index.js';

const NOTICES = '{ notices { title body path } }';
const REMIND = `mutation ($i: RosterLinkInput!) { outcome: remindRoster(input: $i) { __typename } }`;
/** By then everybody has to be cleared three days before: no step falls on it. */
const DAY = localDate('2027-02-06');
const CHECK_BY = addDays(DAY, -3);
const [Sent] = REMINDER_ENTITIES.filter(({ name }) => name === 'ReminderSent');

interface Told {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}
interface Somebody {
  readonly id: PersonId;
  readonly client: TestClient;
  readonly identifier: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let coordinator: Somebody;
let supervisor: Somebody;
let numbers = 0;

const get: TestApp['app']['get'] = (token: never) => platform.app.get(token);
const inAgency = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const atTen = (day: LocalDate) => platform.clock.set(`${day}T02:00:00.000Z`);

async function somebody(name: string, role: 'EMPLOYEE' | 'CSR_COORDINATOR' | 'SUPERVISOR'): Promise<Somebody> {
  const identifier = `r${(numbers += 1)}@reminded.example`;
  const id = await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
  if (role === 'EMPLOYEE') {
    const nothing = { languages: [], skills: [], freeTimes: [], places: 0 };
    const phone = `+861390002${String(numbers).padStart(4, '0')}`;
    await inAgency(async () => {
      await get(VolunteersRepository).addAll([{ agencyId, personId: id, ...nothing }]);
      await get(PeopleRepository).correct(agencyId, id, { phone, birthDate: localDate('1990-05-01') });
    });
  }
  return { id, client: platform.client(), identifier };
}
async function has(personId: PersonId, ...what: readonly ('LESSON' | 'AGREEMENT' | 'CHECK')[]): Promise<void> {
  const fact = { agencyId, personId, happenedOn: localDate('2026-12-20'), validUntil: null, batchId: null };
  const all = { ...fact, confirmedBy: null };
  await inAgency(async () => {
    if (what.includes('LESSON')) await get(Trainings).addAll([{ ...all, kind: 'PRE_SERVICE', tasks: 'TEAM_DAY' }]);
    if (what.includes('AGREEMENT')) await get(VolunteerAgreements).addAll([all]);
    if (what.includes('CHECK')) await get(RecordChecks).addAll([{ ...all, result: 'CLEAR' }]);
  });
}
const addDay = (name: string, people = 4, onDate = DAY) =>
  addTeamDay(platform.app, { agencyId, coordinatorId: coordinator.id, name, onDate, people });
async function join(bookingId: string, { id: personId }: Somebody, tasks = 'WITH_CHILDREN'): Promise<void> {
  const now = get(Clock).nowIso();
  const nothing = { agreementVersion: null, agreementLanguage: null, agreementHash: null, agreementFactId: null };
  const row = { id: get(Ids).next<never>(), agencyId, bookingId, personId, tasks, state: 'JOINED', ...nothing };
  const times = { signedAt: null, remindedAt: null, changedAt: now, createdAt: now };
  await inAgency(() =>
    get(Database)
      .repository(RosterPlace)
      .insert({ ...row, ...times } as never),
  );
}
const notices = async ({ client, identifier }: Somebody): Promise<readonly Told[]> => {
  await client.signIn(identifier, TEST_PASSWORD);
  return (await client.data<{ notices: Told[] }>(NOTICES)).notices;
};
/** The days from one to another, each at ten: on which of them who was written to. */
async function walk(from: LocalDate, to: LocalDate, of: readonly Somebody[]): Promise<string[][]> {
  const heard: string[][] = of.map(() => []);
  for (let day = from; day <= to; day = addDays(day, 1)) {
    atTen(day);
    const count = async ({ id }: Somebody) =>
      get(Database)
        .repository(Sent as never)
        .countBy({ personId: id } as never);
    const before = await Promise.all(of.map(count));
    // Every hour, and by two at once.
    await Promise.all([get(JobUpkeep).run(), get(JobUpkeep).run()]);
    await get(JobUpkeep).run();
    await get(JobWorker).drain();
    const after = await Promise.all(of.map(count));
    after.forEach((now, at) => {
      const more = now - (before[at] ?? 0);
      if (more > 0) heard[at]?.push(...Array.from({ length: more }, () => day));
    });
  }
  return heard;
}
const before = (...days: number[]) => days.map((left) => addDays(DAY, -left));

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'd@reminded.example' });
  await askForNoFactor(platform.app, 'd@reminded.example');
  coordinator = await somebody('高远', 'CSR_COORDINATOR');
  supervisor = await somebody('陈静', 'SUPERVISOR');
}, 180_000);
afterAll(() => platform.stop());

describe('before a team’s day', () => {
  it('whoever misses something hears 14, 7 and 2 days before, and on the last day for a check; the clear hear nothing', async () => {
    atTen(addDays(DAY, -30));
    const booking = await addDay('海蓝', 6);
    const [bare, ready, checkless, books] = [
      await somebody('都缺', 'EMPLOYEE'),
      await somebody('齐了', 'EMPLOYEE'),
      await somebody('缺查询', 'EMPLOYEE'),
      await somebody('理书', 'EMPLOYEE'),
    ];
    await has(ready.id, 'LESSON', 'AGREEMENT', 'CHECK');
    await has(checkless.id, 'LESSON', 'AGREEMENT');
    await has(books.id, 'LESSON', 'AGREEMENT');
    for (const one of [bare, ready, checkless]) await join(booking, one);
    await join(booking, books, 'WITHOUT_CHILDREN');
    const late = await somebody('来得晚', 'EMPLOYEE');
    const first = await walk(addDays(DAY, -29), addDays(DAY, -11), [bare, ready, checkless, books, coordinator]);
    // Booked too late for the first step: it begins with the next one, not with the one that is over.
    await join(booking, late);
    const rest = await walk(addDays(DAY, -10), DAY, [bare, ready, checkless, books, coordinator, late]);
    const all = rest.map((days, at) => [...(first[at] ?? []), ...days]);
    const own = [...before(14, 7), CHECK_BY, ...before(2)];
    expect(all).toEqual([
      own,
      [],
      own,
      [],
      // Weekly, and two days before everybody has to be cleared.
      [23, 16, 9, 2].map((left) => addDays(CHECK_BY, -left)),
      [...before(7), CHECK_BY, ...before(2)],
    ]);
    const [newest] = await notices(coordinator);
    expect(newest).toMatchObject({
      body: expect.stringContaining('6 个名额，报名 5 人，其中 3 人还有没准备好的') as string,
      path: `/company/bookings/${toGlobalId('TeamBooking', booking)}/roster`,
    });
    const told = await notices(checkless);
    expect(told.map(({ path }) => path)).toEqual(own.map(() => '/volunteer/team-days'));
    expect(told.map(({ title }) => title)).toContain('今天是记录查询办好的最后一天');
    // Those who stand beside volunteers have nothing to do with it.
    expect(await notices(supervisor)).toEqual([]);
  });

  it('stops when the day is called off, and begins anew on a day that was moved', async () => {
    const day = addDays(DAY, 60);
    atTen(addDays(day, -20));
    const [off, moved] = [await addDay('取消的', 2, day), await addDay('改期的', 2, day)];
    const [one, two] = [await somebody('取消了', 'EMPLOYEE'), await somebody('改期了', 'EMPLOYEE')];
    await join(off, one);
    await join(moved, two);
    expect(await walk(addDays(day, -14), addDays(day, -14), [one, two])).toEqual([
      [addDays(day, -14)],
      [addDays(day, -14)],
    ]);
    const later = addDays(day, 20);
    const Activity = ACTIVITY_ENTITIES.find(({ name }) => name === 'Activity');
    const change = async (bookingId: string, to: object) => {
      const { activityId: id } = await get(Database).repository(TeamBooking).findOneByOrFail({ id: bookingId });
      await inAgency(() =>
        get(Database)
          .repository(Activity as never)
          .update({ id } as never, to as never),
      );
    };
    await change(off, { state: 'CANCELLED' });
    await change(moved, { onDate: later });
    const heard = await walk(addDays(day, -13), addDays(later, -7), [one, two]);
    expect(heard).toEqual([[], [addDays(later, -14), addDays(later, -7)]]);
  });

  it('says nothing a second time on the day on which the coordinator reminded by hand, nor by night', async () => {
    const day = addDays(DAY, 200);
    atTen(addDays(day, -20));
    const booking = await addDay('提醒过', 2, day);
    const one = await somebody('提醒过了', 'EMPLOYEE');
    await join(booking, one);
    atTen(addDays(day, -14));
    await coordinator.client.signIn(coordinator.identifier, TEST_PASSWORD);
    const i = { bookingId: toGlobalId('TeamBooking', booking) };
    expect(await coordinator.client.data(REMIND, { i })).toEqual({ outcome: { __typename: 'Roster' } });
    expect(await walk(addDays(day, -14), addDays(day, -8), [one])).toEqual([[]]);
    platform.clock.set(`${addDays(day, -7)}T15:00:00.000Z`);
    await get(JobUpkeep).run();
    expect(
      await get(Database)
        .repository(Sent as never)
        .countBy({ personId: one.id } as never),
    ).toBe(0);
    expect(await walk(addDays(day, -7), addDays(day, -7), [one])).toEqual([[addDays(day, -7)]]);
  });
});
