// Trainings and agreements end as checks do, on the engine under test: from sixty days before to day 366 each day is
// walked, whoever they are of is told in time and serves until the last day, and not a day longer.
import type { Abstract } from '@nestjs/common';
import { addDays, localDate, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { Person, VolunteerEligibility, VolunteerLists } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { RecordChecks } from '../screening/index.js';
import { addPerson, addVolunteerRecord, askForNoFactor, firstAgency } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { ReminderSent } from './reminder.entities.js';
import { Reminders } from './reminders.js';

const BEGAN_ON = localDate('2026-05-01');
/** It counts for a year: day 366 is the first without. */
const LAST_DAY = addDays(BEGAN_ON, 365);
const LATER = '2028-06-01';
const STEPS = [60, 30, 7, 1, 0, -1];

let platform: TestApp;
let agencyId: AgencyId;
const get = <T>(token: Abstract<T>): T => platform.app.get(token);
const inAgency = <T>(work: () => Promise<T>) => get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);

/** Somebody who has everything for long, but for one thing that ends on the last day. */
async function volunteerWhose(ends: 'TRAINING' | 'VOLUNTEER_AGREEMENT'): Promise<PersonId> {
  const personId = await addPerson(platform.app, agencyId, { name: ends, roles: ['VOLUNTEER'] });
  await addVolunteerRecord(platform.app, agencyId, personId);
  const fact = { agencyId, personId, batchId: null, confirmedBy: null };
  const until = (one: typeof ends) => (one === ends ? LAST_DAY : localDate(LATER));
  await inAgency(async () => {
    await get(Database).repository(Person).update({ id: personId }, { birthDate: '1990-04-05' });
    const training = { kind: 'PRE_SERVICE' as const, happenedOn: BEGAN_ON, validUntil: until('TRAINING') };
    await get(Trainings).addAll([{ ...fact, ...training }]);
    await get(VolunteerAgreements).addAll([
      { ...fact, happenedOn: BEGAN_ON, validUntil: until('VOLUNTEER_AGREEMENT') },
    ]);
    await get(RecordChecks).addAll([{ ...fact, result: 'CLEAR', happenedOn: '2027-02-20', validUntil: null }]);
  });
  return personId;
}
async function isReady(personId: PersonId, day: LocalDate): Promise<boolean> {
  const [found] = await get(Database).read<{ id: string }>('SELECT id FROM volunteer WHERE personId = ?', [personId]);
  const volunteers = await get(VolunteerLists).toJudge(agencyId, [found?.id ?? '']);
  const judged = await get(VolunteerEligibility).on(agencyId, volunteers, day);
  return judged.get(found?.id ?? '')?.ready === true;
}

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'director@days.example' });
  await askForNoFactor(platform.app, 'director@days.example');
}, 60_000);
afterAll(() => platform.stop());

it('walks the days to their ends one by one, and nobody falls off unwarned', async () => {
  const kinds = ['TRAINING', 'VOLUNTEER_AGREEMENT'] as const;
  const persons = [await volunteerWhose('TRAINING'), await volunteerWhose('VOLUNTEER_AGREEMENT')];
  const sent = get(Database).repository(ReminderSent);
  const toldAt: [kind: string, left: number][] = [];
  for (let left = 61; left >= -1; left -= 1) {
    const day = addDays(LAST_DAY, -left);
    platform.clock.set(`${day}T02:00:00.000Z`);
    await get(Reminders).remindOf(agencyId, day);
    const today = await sent.find({ where: { agencyId, sentOn: day }, order: { kind: 'ASC' } });
    for (const { kind, step } of today) {
      expect(step).toBe(left);
      toldAt.push([kind, left]);
    }
  }
  expect(toldAt).toEqual(STEPS.flatMap((step) => kinds.map((kind) => [kind, step])));
  await get(JobWorker).drain();
  for (const [at, personId] of persons.entries()) {
    expect((await sent.findBy({ personId })).map(({ kind }) => kind)).toEqual(STEPS.map(() => kinds[at]));
    const notices = await get(Database).read<object>('SELECT template FROM notice WHERE personId = ?', [personId]);
    expect(notices).toHaveLength(STEPS.length);
    expect(await isReady(personId, addDays(LAST_DAY, -60))).toBe(true);
    expect(await isReady(personId, LAST_DAY)).toBe(true);
    expect(await isReady(personId, addDays(BEGAN_ON, 366))).toBe(false);
  }
}, 60_000);

it('walks the days to the end of a colleague’s record check the same way: no adult is exempt', async () => {
  const add = async (name: string, role: 'SOCIAL_WORKER' | 'EXPERT') =>
    addPerson(platform.app, agencyId, { name, roles: [role], identifier: `${role.toLowerCase()}@days.example` });
  const personId = await add('林溪', 'SOCIAL_WORKER');
  const unchecked = await add('方竹', 'EXPERT');
  const happenedOn = localDate('2028-03-01');
  const lastDay = addDays(happenedOn, 365);
  await inAgency(() =>
    get(RecordChecks).addAll([
      { agencyId, personId, batchId: null, confirmedBy: null, result: 'CLEAR', happenedOn, validUntil: null },
    ]),
  );
  const toldAt: number[] = [];
  for (let left = 61; left >= -2; left -= 1) {
    const day = addDays(lastDay, -left);
    platform.clock.set(`${day}T02:00:00.000Z`);
    await get(Reminders).remindOf(agencyId, day);
    const today = await get(Database).repository(ReminderSent).findBy({ agencyId, personId, sentOn: day });
    for (const { kind, step } of today) {
      expect([kind, step]).toEqual(['COLLEAGUE_CHECK', left]);
      toldAt.push(left);
    }
  }
  expect(toldAt).toEqual(STEPS);
  await get(JobWorker).drain();
  const notices = await get(Database).read<{ path: string }>('SELECT path FROM notice WHERE personId = ?', [personId]);
  expect(notices.map(({ path }) => path)).toEqual(STEPS.map(() => '/account'));
  // Whoever was never asked for one stands on the desk's list; there is no day to be told of.
  expect(await get(Database).repository(ReminderSent).countBy({ agencyId, personId: unchecked })).toBe(0);
}, 60_000);
