// A team with a confirmed booking on an open day, put down as the modules of activities and teams would have.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';
import { ACTIVITY_ENTITIES } from '../activities/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { TeamBooking, TeamCoordinator, TeamOffer, VolunteerTeam } from '../teams/index.js';

export interface TeamDayWish {
  readonly agencyId: AgencyId;
  readonly coordinatorId: PersonId;
  readonly name: string;
  readonly onDate: LocalDate;
  readonly people: number;
  readonly tasks?: TeamTasks;
  readonly hasOtherTasks?: boolean;
}

/** Id of the booking. */
export function addTeamDay(app: NestExpressApplication, wish: TeamDayWish): Promise<string> {
  const { agencyId, coordinatorId, name, onDate, people, tasks = 'WITH_CHILDREN', hasOtherTasks = true } = wish;
  const [database, ids, clock] = [app.get(Database), app.get(Ids), app.get(Clock)];
  const table = (named: string) => ACTIVITY_ENTITIES.find(({ name: one }) => one === named);
  const [Activity, Venue] = [table('Activity'), table('Venue')];
  if (!Activity || !Venue) throw new Error('activities have no tables');
  const id = (): string => ids.next<never>();
  return app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const made = { agencyId, version: 1, createdAt: clock.nowIso() };
    const [venueId, activityId, teamId, bookingId] = [id(), id(), id(), id()];
    await database.repository(Venue).insert({
      ...{ ...made, id: venueId, name: `大厅 ${name}`, address: null, people: 100, checks: [], checkedOn: null },
      recordedBy: coordinatorId,
    } as never);
    await database.repository(Activity).insert({
      ...{ ...made, id: activityId, venueId, kind: 'GROWTH_GROUP', theme: '一起读书', themeEn: 'Reading together' },
      ...{ onDate, startMinute: 540, endMinute: 720, childrenGroup: '周六小组', children: 20, childrenPerAdult: 5 },
      ...{ taskGoal: '读书', processGoal: '认识', childrenPart: '孩子主持', roles: [], budget: [], state: 'OPEN' },
      ...{ riskChildrenSealed: null, riskStaffSealed: null, cancelReasonSealed: null, reviewedBy: null },
      ...{ plannedBy: coordinatorId, requestId: activityId },
    } as never);
    await database.repository(VolunteerTeam).insert({
      ...{ ...made, id: teamId, kind: 'COMPANY', name, shortName: name.slice(0, 20), state: 'ACTIVE' },
      recordedBy: coordinatorId,
    } as never);
    const coordinator = { id: id(), agencyId, teamId, personId: coordinatorId, sinceOn: '2026-01-01', untilOn: null };
    await database.repository(TeamCoordinator).insert(coordinator as never);
    await database.repository(TeamOffer).insert({
      ...{ ...made, id: id(), activityId, guestsPerWorker: 30, guestsPerChild: 2, visitsPerMonth: 2, hasOtherTasks },
      ...{
        otherTasks: hasOtherTasks ? '整理图书' : null,
        checkLeadDays: 10,
        cutOffDays: 3,
        noticeDays: 7,
        costLines: [],
      },
    } as never);
    await database.repository(TeamBooking).insert({
      ...{ ...made, id: bookingId, teamId, activityId, tasks, people, wanted: people, partly: false },
      ...{ state: 'CONFIRMED', expiresAt: null, endedHow: null, reasonSealed: null, costs: [], budgetFen: null },
      ...{ requestId: bookingId, requestedBy: coordinatorId },
    } as never);
    return bookingId;
  });
}
