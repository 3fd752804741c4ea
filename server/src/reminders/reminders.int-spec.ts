// Nobody falls off unwarned: the days before an end are walked one by one, on the engine under test. Refusals first.
import type { Abstract } from '@nestjs/common';
import { addDays, localDate, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { AgencySettings, Person, Volunteer } from '../people/index.js';
import { VolunteerAgreements } from '../agreements/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { JobUpkeep, JobWorker } from '../platform/outbox/index.js';
import { RecordChecks } from '../screening/index.js';
import { addPerson, addVolunteerRecord, askForNoFactor, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { ReminderDay, ReminderSent } from './reminder.entities.js';
import { RemindedFacts } from './reminded-facts.js';
import { Reminders } from './reminders.js';

const RENEWALS = '{ renewals { total firstDays renewals { kind lastDay daysLeft toldOn volunteer { name } } } }';
const NOTICES = '{ notices { title body path } }';
const noticesOf = (personId: PersonId) =>
  get(Database).read<{ template: string }>('SELECT template FROM notice WHERE personId = ?', [personId]);
const CHECKED_ON = localDate('2026-02-01');
/** A check counts for 365 days: day 366 is the first without. */
const LAST_DAY = addDays(CHECKED_ON, 365);
const NONE = { validUntil: null, batchId: null, confirmedBy: null };

interface Renewals {
  readonly renewals: {
    readonly total: number;
    readonly renewals: readonly {
      kind: string;
      lastDay: string;
      daysLeft: number;
      toldOn: string | null;
      volunteer: { name: string };
    }[];
  };
}

let platform: TestApp;
let agencyId: AgencyId;
let xuyuan: PersonId;
let supervisorId: PersonId;
let volunteer: TestClient;
let supervisor: TestClient;

const get = <T>(token: Abstract<T>): T => platform.app.get(token);
const inAgency = <T>(work: () => Promise<T>) => get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const sent = () => get(Database).repository(ReminderSent);
/** Ten in the morning where the agency is. */
const atTen = (day: LocalDate) => platform.clock.set(`${day}T02:00:00.000Z`);
async function signedIn(name: string, role: 'VOLUNTEER' | 'SUPERVISOR' | 'DONOR') {
  const identifier = `${role.toLowerCase()}@remind.example`;
  const id = await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return { id, client };
}
async function addVolunteer(personId: PersonId, checkedOn: LocalDate): Promise<void> {
  await addVolunteerRecord(platform.app, agencyId, personId);
  await inAgency(async () => {
    await get(Database).repository(Person).update({ id: personId }, { birthDate: '1990-04-05' });
    const fact = { agencyId, personId, ...NONE };
    await get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE', happenedOn: '2026-11-20' }]);
    await get(VolunteerAgreements).addAll([{ ...fact, happenedOn: '2026-11-20', validUntil: '2028-01-01' }]);
    await get(RecordChecks).addAll([{ ...fact, result: 'CLEAR', happenedOn: checkedOn }]);
  });
}
interface Told {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}
const told = async (client: TestClient) => (await client.data<{ notices: Told[] }>(NOTICES)).notices;
const renewals = async (client: TestClient) => (await client.data<Renewals>(RENEWALS)).renewals;

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'director@remind.example' });
  await askForNoFactor(platform.app, 'director@remind.example');
  ({ client: volunteer, id: xuyuan } = await signedIn('许愿', 'VOLUNTEER'));
  ({ client: supervisor, id: supervisorId } = await signedIn('陈静', 'SUPERVISOR'));
  await addVolunteer(xuyuan, CHECKED_ON);
  await inAgency(() => get(Database).repository(Volunteer).update({ personId: xuyuan }, { supervisorId }));
}, 60_000);
afterAll(() => platform.stop());

describe('who may not', () => {
  it('is anybody outside the case team, of the list', async () => {
    const { client: donor } = await signedIn('田禾', 'DONOR');
    for (const client of [donor, volunteer]) {
      expect((await client.graphql(RENEWALS)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    expect((await platform.client().graphql(RENEWALS)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is somebody reminded whose work has stopped, nor by night', async () => {
    atTen(addDays(LAST_DAY, -60));
    await supervisor.signIn('supervisor@remind.example', TEST_PASSWORD);
    const stop = (stoppedSince: string | null) =>
      inAgency(() => get(Database).repository(Volunteer).update({ personId: xuyuan }, { stoppedSince }));
    await stop('2026-11-01');
    expect(await get(Reminders).remindOf(agencyId, addDays(LAST_DAY, -60))).toBe(0);
    expect((await renewals(supervisor)).total).toBe(0);
    await stop(null);
    expect((await renewals(supervisor)).total).toBe(1);
    // The day was gone through while nobody was to be told: here it begins anew.
    await inAgency(() => get(Database).repository(ReminderDay).delete({ agencyId }));
    platform.clock.set(`${addDays(LAST_DAY, -60)}T15:00:00.000Z`);
    expect(await get(Reminders).remind()).toBe(0);
    expect(await sent().count()).toBe(0);
  });
});

describe('the days before a record check ends', () => {
  it('are walked one by one, every hour: each step is said once, and none is left out', async () => {
    const days: [number, number][] = [];
    for (let left = 61; left >= -3; left -= 1) {
      atTen(addDays(LAST_DAY, -left));
      const before = await sent().countBy({ personId: xuyuan });
      await get(JobUpkeep).run();
      await get(Reminders).remind();
      const now = await sent().find({ where: { personId: xuyuan }, order: { sentAt: 'ASC' } });
      expect(now.length - before).toBeLessThanOrEqual(1);
      if (now.length > before) days.push([left, now.at(-1)?.step ?? NaN]);
    }
    expect(days).toEqual([
      [60, 60],
      [30, 30],
      [7, 7],
      [1, 1],
      [0, 0],
      [-1, -1],
    ]);
  }, 60_000);

  it('were told to the volunteer in plain words, and to the supervisor as a count', async () => {
    await get(JobWorker).drain();
    await volunteer.signIn('volunteer@remind.example', TEST_PASSWORD);
    await supervisor.signIn('supervisor@remind.example', TEST_PASSWORD);
    const titles = (await told(volunteer)).map(({ title }) => title);
    expect(titles).toHaveLength(6);
    expect(titles).toEqual(
      expect.arrayContaining([
        `您的违法犯罪记录查询 ${LAST_DAY} 到期`,
        '您的违法犯罪记录查询明天到期',
        '您的违法犯罪记录查询今天到期',
        '您的违法犯罪记录查询已经到期',
      ]),
    );
    const gathered = await told(supervisor);
    expect(gathered).toHaveLength(6);
    expect(gathered[0]?.path).toBe('/agency/renewals');
    expect(gathered[0]?.body).toContain('1 位的已经到期');
    expect(JSON.stringify(gathered)).not.toContain('许愿');
  });

  it('stand on the desk’s list with the day on which the volunteer was told', async () => {
    expect(await renewals(supervisor)).toMatchObject({
      total: 1,
      renewals: [
        {
          kind: 'RECORD_CHECK',
          lastDay: LAST_DAY,
          daysLeft: -3,
          toldOn: addDays(LAST_DAY, 1),
          volunteer: { name: '许愿' },
        },
      ],
    });
  });

  it('begin anew with the next check, and end the matter of this one', async () => {
    const renewedOn = addDays(LAST_DAY, 3);
    const fact = { agencyId, personId: xuyuan, ...NONE, result: 'CLEAR' as const, happenedOn: renewedOn };
    await inAgency(() => get(RecordChecks).addAll([fact]));
    atTen(addDays(renewedOn, 1));
    expect(await get(Reminders).remind()).toBe(0);
    await supervisor.signIn('supervisor@remind.example', TEST_PASSWORD);
    expect((await renewals(supervisor)).total).toBe(0);
  });
});

describe('many at once', () => {
  it('are reminded once each, however many processes go through the agency at the same time', async () => {
    const today = localDate('2027-03-01');
    atTen(today);
    const ids: PersonId[] = [];
    for (const at of Array.from({ length: 7 }).keys()) {
      const id = await addPerson(platform.app, agencyId, { name: `志愿者${at}`, roles: ['VOLUNTEER'] });
      await addVolunteer(id, addDays(today, -365 + 5));
      ids.push(id);
    }
    const counts = await Promise.all([1, 2, 3].map(() => get(Reminders).remindOf(agencyId, today)));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(7);
    await get(JobWorker).drain();
    for (const personId of ids) expect(await noticesOf(personId)).toHaveLength(1);
    // They have no supervisor of their own: whoever supervises at all hears, once.
    expect((await noticesOf(supervisorId)).filter(({ template }) => template === 'remindersGathered')).toHaveLength(7);
  });

  it('begin on the day that the agency has chosen', async () => {
    const director = platform.client();
    await director.signIn('director@remind.example', TEST_PASSWORD);
    const mutation = `mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }`;
    await director.data(mutation, { i: { key: 'reminderFirstDays', value: '45', version: 0 } });
    expect((await get(AgencySettings).valuesOf(agencyId)).reminderFirstDays).toBe(45);
    const id = await addPerson(platform.app, agencyId, { name: '白露', roles: ['VOLUNTEER'] });
    const today = localDate('2027-03-02');
    await addVolunteer(id, addDays(today, -365 + 46));
    await get(Reminders).remindOf(agencyId, today);
    expect(await sent().countBy({ personId: id })).toBe(0);
    await get(Reminders).remindOf(agencyId, addDays(today, 1));
    expect(await sent().find({ where: { personId: id } })).toMatchObject([{ step: 45 }]);
  });

  it('remind of what other parts of the platform keep, too, and of nothing outside the span', async () => {
    const today = localDate('2027-03-10');
    const fact = { kind: 'SUPERVISION' as const, personId: xuyuan, path: '/volunteer' };
    get(RemindedFacts).add(() =>
      Promise.resolve([
        { ...fact, matter: 'one', lastDay: addDays(today, 1) },
        { ...fact, matter: 'two', lastDay: addDays(today, 1) },
        { ...fact, matter: 'far', lastDay: addDays(today, 200) },
      ]),
    );
    await get(Reminders).remindOf(agencyId, today);
    const rows = await sent().find({ where: { personId: xuyuan, kind: 'SUPERVISION' }, order: { matter: 'ASC' } });
    expect(rows.map(({ matter, step }) => [matter, step])).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
  });

  it('go with the person who is erased', async () => {
    expect(await sent().countBy({ personId: xuyuan })).toBeGreaterThan(0);
    const at = platform.clock.nowIso();
    await inAgency(() => get(PersonalData).erase({ agencyId, personId: xuyuan, at }));
    expect(await sent().countBy({ personId: xuyuan })).toBe(0);
  });
});
