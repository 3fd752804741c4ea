// Another time, and another venue, for an open activity: everything that stands against it before it happens, and the move
// itself with all that hangs on it in one unit of work (SM8, H22).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { tooClose } from '@tongxing/shared/rules';
import { CalendarSources } from '../calendar/index.js';
import { Holidays } from '../holidays/index.js';
import { Agencies, PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityTeam } from './activity-team.js';
import { ActivityViews, type ActivityView } from './activity-views.js';
import { ActivityMoving, type Activity } from './activity.entities.js';
import { clashesOf } from './domain/plan.js';
import {
  gathered,
  isHardMove,
  moveReasonProblems,
  timeProblems,
  type MoveConflict,
  type NewTime,
} from './domain/rescheduling.js';
import { MoveEffects, type Move, type ToldOfMove } from './move-effects.js';

export interface MoveRefusedError {
  readonly code: 'MOVE_REFUSED';
  readonly conflicts: readonly MoveConflict[];
}
export interface PastMove {
  readonly row: ActivityMoving;
  readonly venueName: string;
  /** Name. */
  readonly movedBy: string;
  readonly reason: string;
}
export type PreviewError = NotFoundError | InvalidInputError | TransitionError;
export type RescheduleError = PreviewError | StaleVersionError | MoveRefusedError;
type Judged = Result<{ readonly move: Move; readonly conflicts: readonly MoveConflict[] }, PreviewError>;

const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class Rescheduling {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly views: ActivityViews,
    private readonly effects: MoveEffects,
    private readonly team: ActivityTeam,
    private readonly names: PeopleNames,
    private readonly holidays: Holidays,
    private readonly calendar: CalendarSources,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everything that would stand against a move at this moment, what refuses it first; nothing is locked or written. */
  async preview(agencyId: AgencyId, id: string, time: NewTime): Promise<Result<readonly MoveConflict[], PreviewError>> {
    const before = await this.repository.find(agencyId, id);
    if (!before) return err(MISSING);
    const judged = await this.#judge(before, time, false);
    return judged.ok ? ok(judged.value.conflicts) : judged;
  }

  /**
   * Moves it and everything that hangs on its time, and tells everybody concerned once. Of two who move it at once the
   * second is told that somebody else did; what stands against it is judged anew with everything locked.
   */
  move(
    actor: PersonActor,
    {
      id,
      version,
      reason,
      ...time
    }: NewTime & { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<Result<ActivityView, RescheduleError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Result<ActivityView, RescheduleError>> => {
      const before = await this.repository.lock(agencyId, id);
      if (!before) return err(MISSING);
      if (before.version !== version) return err({ code: 'STALE_VERSION', currentVersion: before.version });
      const judged = await this.#judge(before, time, true);
      if (!judged.ok) return judged;
      const { move, conflicts } = judged.value;
      const hard = conflicts.filter(isHardMove);
      if (hard.length > 0) return err({ code: 'MOVE_REFUSED', conflicts: hard });
      const fields = moveReasonProblems(reason, conflicts);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const { onDate, startMinute, endMinute, venueId } = move.after;
      const change = { onDate, startMinute, endMinute, venueId, version: version + 1 };
      await this.repository.change(id, change);
      const told = await this.effects.moved(move);
      await this.#keep(actor, move, reason);
      await this.#tell(actor, move, told);
      const soft = conflicts.length;
      const facts = { from: before.onDate, to: onDate, on: onDate, soft };
      this.trail.record({ action: 'activity.moved', subjectType: 'Activity', subjectId: id, facts });
      return ok(await this.views.one({ ...before, ...change }));
    });
  }

  /** Its moves, the latest first. */
  async history({ agencyId: agency, id: activityId }: Activity): Promise<PastMove[]> {
    const agencyId = agency as AgencyId;
    const rows = await this.database
      .repository(ActivityMoving)
      .find({ where: { agencyId, activityId }, order: { movedAt: 'DESC', id: 'DESC' } });
    if (rows.length === 0) return [];
    const names = await this.names.of(agencyId, [...new Set(rows.map(({ movedBy }) => movedBy))]);
    const venues = new Map((await this.repository.venues(agencyId)).map(({ id, name }) => [id, name]));
    return (await this.views.openMoves(rows)).map(({ reason, ...row }) => ({
      ...{ row, reason, movedBy: names.get(row.movedBy) ?? '', venueName: venues.get(row.fromVenueId) ?? '' },
    }));
  }

  async #judge(before: Activity, time: NewTime, locking: boolean): Promise<Judged> {
    const agencyId = before.agencyId as AgencyId;
    if (before.state !== 'OPEN') return err({ code: 'TRANSITION_REFUSED', from: before.state, to: 'OPEN' });
    const today = await this.agencies.today(agencyId);
    const fields = timeProblems(time, before, today);
    if (before.onDate < today) fields.push({ field: 'onDate', code: 'IS_OVER' });
    const venue = await this.repository.venue(agencyId, time.venueId);
    if (!venue) fields.push({ field: 'venueId', code: 'UNKNOWN' });
    if (!venue || fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const after = { ...before, ...time };
    const workerIds = (await this.repository.inCharge(agencyId, [before.id])).get(before.id) ?? [];
    const move = { agencyId, before, after, venuePeople: venue.people, workers: workerIds.length, locking };
    const conflicts = [
      ...(await this.#needs(after)),
      ...(await this.#clashes(after, locking)),
      ...(await this.#workers(after, workerIds)),
      ...(await this.effects.against(move)),
      ...(await this.#dayOff(agencyId, time.onDate)),
    ];
    const hardFirst = gathered(conflicts).sort((one, other) => Number(isHardMove(other)) - Number(isHardMove(one)));
    return ok({ move, conflicts: hardFirst });
  }

  /** What the plan would lack: a venue that was not looked at within the year, adults for the children. */
  async #needs(after: Activity): Promise<MoveConflict[]> {
    const { needs } = await this.views.one(after);
    return needs.length > 0 ? [{ code: 'PLAN_NEEDS', needs }] : [];
  }

  async #clashes(after: Activity & { readonly onDate: LocalDate }, locking: boolean): Promise<MoveConflict[]> {
    const agencyId = after.agencyId as AgencyId;
    const { onDate, id } = after;
    const all = locking
      ? await this.repository.lockDay(agencyId, onDate)
      : await this.repository.ofDay(agencyId, onDate);
    const others = all.filter((one) => one.id !== id);
    const inCharge = await this.repository.inCharge(agencyId, [id, ...others.map((one) => one.id)]);
    const planned = (one: Activity) => ({ ...one, inChargeIds: inCharge.get(one.id) ?? [] });
    const clashes = await this.views.clashes(agencyId, clashesOf(planned(after), others.map(planned)), others);
    return clashes.map(({ what, activity, names }) => ({
      code: what === 'VENUE' ? 'VENUE_TAKEN' : 'WORKER_ELSEWHERE',
      names,
      other: activity,
    }));
  }

  /** Colleagues in charge who do not work here any more by then, or who have an appointment at these hours. */
  async #workers(
    { agencyId: agency, onDate, startMinute, endMinute }: Activity & { readonly onDate: LocalDate },
    workerIds: readonly string[],
  ): Promise<MoveConflict[]> {
    const agencyId = agency as AgencyId;
    const team = await this.team.ids(agencyId, onDate);
    const names = await this.names.of(agencyId, workerIds);
    const found: MoveConflict[] = [];
    for (const id of workerIds) {
      const called = [names.get(id) ?? ''];
      if (!team.has(id as PersonId)) found.push({ code: 'WORKER_LEFT', names: called });
      const appointments = await this.calendar.of(agencyId, id as PersonId, onDate);
      const busy = appointments.some(
        ({ kind, day, span }) =>
          kind !== 'ACTIVITY' &&
          span !== undefined &&
          tooClose(
            { onDate, startMinute, endMinute },
            { onDate: day, startMinute: span.startMinute, endMinute: span.startMinute + span.minutes },
          ),
      );
      if (busy) found.push({ code: 'WORKER_ELSEWHERE', names: called });
    }
    return found;
  }

  async #dayOff(agencyId: AgencyId, onDate: LocalDate): Promise<MoveConflict[]> {
    const { days } = await this.holidays.table(agencyId, Number(onDate.slice(0, 4)));
    const off = days.find(({ day, mark }) => day === onDate && mark === 'OFF');
    return off ? [{ code: 'DAY_OFF', names: [off.name] }] : [];
  }

  async #keep({ personId: movedBy }: PersonActor, { agencyId, before, after }: Move, reason: string): Promise<void> {
    const id: string = this.ids.next<never>();
    await this.database.repository(ActivityMoving).insert({
      ...{ id, agencyId, activityId: before.id, movedBy, movedAt: this.clock.nowIso() },
      ...{ fromDate: before.onDate, fromMinute: before.startMinute, untilMinute: before.endMinute },
      ...{ fromVenueId: before.venueId, toDate: after.onDate },
      reasonSealed: await this.views.sealMove(agencyId, id, reason),
    });
  }

  /** Whoever moved it knows; whoever comes in two roles hears it once. */
  async #tell({ personId }: PersonActor, { agencyId, before }: Move, told: readonly ToldOfMove[]): Promise<void> {
    const workers = (await this.repository.inCharge(agencyId, [before.id])).get(before.id) ?? [];
    const heard = new Set<string>([personId]);
    const once = (ids: readonly string[]) => {
      const fresh = [...new Set(ids)].filter((id) => !heard.has(id));
      for (const id of fresh) heard.add(id);
      return fresh as PersonId[];
    };
    const workerIds = once(workers);
    const guests = told.map(({ personIds, path }) => ({ personIds: once(personIds), path }));
    const concerned = guests.filter(({ personIds }) => personIds.length > 0);
    if (workerIds.length + concerned.length === 0) return;
    await this.outbox.publish('ActivityMoved', { activityId: before.id, workerIds, guests: concerned });
  }
}
