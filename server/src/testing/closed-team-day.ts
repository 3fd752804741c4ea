// A team's day that was looked back on and waits for a lead to close it, put down as rosters and attendance would have.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Activity } from '../activities/index.js';
import { ActivityRecord, ServiceHours } from '../attendance/index.js';
import { Person } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { RosterPlace } from '../rosters/index.js';
import { TeamBooking } from '../teams/index.js';
import { addTeamDay } from './team-day-world.js';

export interface LookedBackWish {
  /** Global id of the person who books for the team. */
  readonly coordinator: string;
  readonly team: string;
  readonly onDate: LocalDate;
  /** Minutes in the log of hours by global id of the person. */
  readonly minutes: Readonly<Record<string, number>>;
}

/** Global id of the activity. */
export async function addLookedBackTeamDay(app: NestExpressApplication, wish: LookedBackWish): Promise<string> {
  const { coordinator, team: name, onDate, minutes } = wish;
  const [database, ids, cipher] = [app.get(Database), app.get(Ids), app.get(Cipher)];
  const coordinatorId = rowOf(coordinator);
  const person = await database.repository(Person).findOneByOrFail({ id: coordinatorId });
  const agencyId = person.agencyId as AgencyId;
  const lines = Object.entries(minutes).map(([id, spent]) => ({ personId: rowOf(id), minutes: spent }));
  const bookingId = await addTeamDay(app, { agencyId, coordinatorId, name, onDate, people: lines.length });
  const { activityId } = await database.repository(TeamBooking).findOneByOrFail({ id: bookingId });
  const at = app.get(Clock).nowIso();
  const id = (): string => ids.next<never>();
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    await database.repository(TeamBooking).update({ id: bookingId }, { state: 'ROSTER_LOCKED' });
    await database.repository(Activity).update({ id: activityId }, { state: 'EVALUATED' });
    for (const { personId, minutes: spent } of lines) {
      const of = { agencyId, personId };
      const agreement = { agreementVersion: null, agreementLanguage: null, agreementHash: null, agreementFactId: null };
      const times = { signedAt: null, remindedAt: null, changedAt: at, createdAt: at };
      const place = { ...of, id: id(), bookingId, tasks: 'WITH_CHILDREN', state: 'JOINED', ...agreement, ...times };
      await database.repository(RosterPlace).insert(place as never);
      const hours = { ...of, id: id(), activityId, onDate, minutes: spent, state: 'CONFIRMED', recordedAt: at };
      await database.repository(ServiceHours).insert(hours as never);
    }
    await cipher.ensureKeys(agencyId, [agencyId]);
    const recordId = id();
    const seal = (text: string, place: string) =>
      cipher.sealFor(agencyId, text, `activity_record.${place}.${recordId}`);
    await database.repository(ActivityRecord).insert({
      ...{ id: recordId, agencyId, activityId, codeKey: 'k', recordedBy: coordinatorId, recordedAt: at },
      ...{ evaluatedBy: coordinatorId, taskReached: 4, processReached: 5 },
      ...{ evaluationSealed: seal('孩子们很投入', 'evaluation'), reflectionSealed: seal('早一点', 'reflection') },
    } as never);
  });
  return toGlobalId('Activity', activityId);
}

const rowOf = (globalId: string) => (fromGlobalId('Person', globalId) ?? '') as PersonId;
