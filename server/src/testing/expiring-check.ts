// A volunteer whose training and agreement hold for long, and whose record check does not: for what is told before it ends.
import { addDays, localDate, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { Person } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { Reminders } from '../reminders/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';
import { sendDue } from './inbox.js';
import { addPerson, addVolunteerRecord, inAgency, TEST_PASSWORD } from './staff.js';
import type { TestApp } from './test-app.js';

const NONE = { validUntil: null, batchId: null, confirmedBy: null };
const CHECKED_ON = localDate('2026-11-22');

export interface ExpiringCheck {
  readonly name: string;
  readonly identifier: string;
  readonly password: string;
  /** A check counts for 365 days: the day after this one is day 366. */
  readonly lastDay: LocalDate;
  /** Ten in the morning on a day, and whatever is to be said then is said. */
  readonly dayComes: (day: LocalDate) => Promise<void>;
  readonly renew: (on: LocalDate) => Promise<void>;
}

export async function expiringCheck(platform: TestApp, agencyId: AgencyId): Promise<ExpiringCheck> {
  const { app } = platform;
  const [name, identifier] = ['许愿', 'xuyuan@renewals.example'];
  const database = app.get(Database);
  const personId = await addPerson(app, agencyId, { name, roles: ['VOLUNTEER'], identifier });
  await addVolunteerRecord(app, agencyId, personId);
  const checked = (happenedOn: LocalDate) => ({ agencyId, personId, ...NONE, result: 'CLEAR' as const, happenedOn });
  await inAgency(app, agencyId, async () => {
    await database.repository(Person).update({ id: personId }, { birthDate: '1990-04-05' });
    const fact = { agencyId, personId, ...NONE, happenedOn: CHECKED_ON };
    await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE', validUntil: '2029-01-01' }]);
    await app.get(VolunteerAgreements).addAll([{ ...fact, validUntil: '2029-01-01' }]);
    await app.get(RecordChecks).addAll([checked(CHECKED_ON)]);
  });
  return {
    ...{ name, identifier, password: TEST_PASSWORD, lastDay: addDays(CHECKED_ON, 365) },
    dayComes: async (day) => {
      platform.clock.set(`${day}T02:00:00.000Z`);
      await app.get(Reminders).remind();
      await sendDue(platform);
    },
    renew: (on) => inAgency(app, agencyId, async () => void (await app.get(RecordChecks).addAll([checked(on)]))),
  };
}
