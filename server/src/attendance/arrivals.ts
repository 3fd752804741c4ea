// Who comes in and goes out: by their own phone and the code of the door, or by a worker's list (P14, H6–H8, T11).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  arrivalOf,
  minutesServed,
  type ArrivalRefusal,
  type CheckInWay,
  type SeenFinding,
} from '@tongxing/shared/rules';
import { Activities, type ActivityView } from '../activities/index.js';
import { minuteIn } from '../learning/index.js';
import { Agencies, DoorMemory, Volunteers } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Throttles, type TooManyAttemptsError } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import type { CheckIn } from './attendance.entities.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Door } from './door.js';
import { ExpectedPeople, type Expected } from './expected-people.js';
import { ReadinessOnDay, type ReadyOnDay } from './readiness-on-day.js';

export interface CheckInRefusedError {
  readonly code: 'CHECK_IN_REFUSED';
  readonly why: ArrivalRefusal | 'NOT_RUNNING' | 'WRONG_CODE' | 'CLOSED';
  readonly findings: readonly SeenFinding[];
}
export type ArrivalError = CheckInRefusedError | NotFoundError | InvalidInputError | TooManyAttemptsError;
export interface ListedArrival {
  readonly activityId: string;
  readonly personId: string;
  /** When it happened; a list that was kept without a connection arrives later. */
  readonly minute: number | undefined;
  /** Something to do without meeting children. */
  readonly otherTasks: boolean;
}
interface At {
  readonly by: 'SELF' | 'WORKER';
  readonly minute: number;
  readonly otherTasks: boolean;
}

const DAY_MINUTES = 24 * 60;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class Arrivals {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly volunteers: Volunteers,
    private readonly readiness: ReadinessOnDay,
    private readonly expected: ExpectedPeople,
    private readonly repository: AttendanceRepository,
    private readonly door: Door,
    private readonly throttles: Throttles,
    private readonly memory: DoorMemory,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** By the own phone. A wrong code says nothing of which activities run. */
  async byCode(actor: PersonActor, typed: string, address: string): Promise<Result<ActivityView, ArrivalError>> {
    const throttled = await this.throttles.take('check-in', actor.personId, address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('check-in');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const view = await this.door.opens(actor.agencyId, typed);
    if (!view) return refused('WRONG_CODE');
    await this.throttles.forgive('check-in', actor.personId);
    const at = { by: 'SELF' as const, minute: await this.minuteNow(actor.agencyId), otherTasks: false };
    const arrived = await this.#arrive(actor, view, actor.personId, at);
    return arrived.ok ? ok(view) : arrived;
  }

  /** By a worker's list; the same line sent twice counts once. */
  async byList(actor: PersonActor, listed: ListedArrival): Promise<Result<undefined, ArrivalError>> {
    const { agencyId } = actor;
    const view = await this.activities.find(agencyId, listed.activityId);
    if (!view) return err(MISSING);
    const now = await this.minuteNow(agencyId);
    if (listed.minute !== undefined && !isMinute(listed.minute)) return err(wrong('minute'));
    // A phone's clock may run ahead: nobody comes later than now.
    const minute = Math.min(listed.minute ?? now, now);
    const isExpected = (await this.expected.of(agencyId, view.activity.id)).has(listed.personId);
    if (!isExpected && !(await this.#mayRead(actor, listed.personId))) return err(MISSING);
    return this.#arrive(actor, view, listed.personId, { by: 'WORKER', minute, otherTasks: listed.otherTasks });
  }

  /** Out again: what was served goes into the hours log. */
  async leave(
    actor: PersonActor,
    left: { readonly activityId: string; readonly personId: string; readonly minute?: number | undefined },
  ): Promise<Result<undefined, ArrivalError>> {
    const { agencyId } = actor;
    const view = await this.activities.find(agencyId, left.activityId);
    if (!view) return err(MISSING);
    const now = await this.minuteNow(agencyId);
    const minute = left.minute ?? now;
    return this.work.run(actor, async (): Promise<Result<undefined, ArrivalError>> => {
      // Whoever never came in learns nothing of an activity, not even that there is one.
      if (!(await this.repository.lockRecord(agencyId, left.activityId))) return err(MISSING);
      const here = (await this.repository.lockCheckIns(agencyId, left.activityId)).find(
        ({ personId, arrival }) => personId === left.personId && arrival !== 'REFUSED',
      );
      if (!here) return err(MISSING);
      if (!(await this.#isRunning(agencyId, left.activityId))) return refused('CLOSED');
      if (!isMinute(minute)) return err(wrong('minute'));
      if (here.outMinute !== null) return ok(undefined);
      await this.#out(actor, view, here, Math.max(here.inMinute, Math.min(minute, now)));
      return ok(undefined);
    });
  }

  /** Everybody who is still inside goes out at once; inside a unit of work that holds the record. */
  async leaveAll(actor: PersonActor, view: ActivityView, minute: number): Promise<void> {
    const inside = (await this.repository.lockCheckIns(actor.agencyId, view.activity.id)).filter(isInside);
    for (const one of inside) await this.#out(actor, view, one, Math.max(one.inMinute, minute));
  }

  async #out(actor: PersonActor, { activity }: ActivityView, here: CheckIn, minute: number): Promise<void> {
    const { agencyId } = actor;
    const { id, recordedAt: _recordedAt, ...row } = here;
    await this.repository.putCheckIn({ ...row, outMinute: minute }, here);
    const onDate = activity.onDate as LocalDate;
    const known = await this.readiness.of(agencyId, [here.personId], onDate, NOBODY_EXPECTED);
    const { serves } = known.get(here.personId) ?? NOTHING;
    if (serves) {
      const minutes = minutesServed(here.inMinute, minute);
      await this.repository.putHours({ agencyId, personId: here.personId, activityId: activity.id, onDate, minutes });
    }
    this.trail.record({ action: 'attendance.left', subjectType: 'CheckIn', subjectId: id });
  }

  /** A refusal stays written too: it is an answer, not an error that would take itself back. */
  async #arrive(
    actor: PersonActor,
    view: ActivityView,
    personId: string,
    at: At,
  ): Promise<Result<undefined, ArrivalError>> {
    const { activity, venue } = view;
    const agencyId = activity.agencyId as AgencyId;
    const { outcome } = await this.work.run(
      actor,
      async (): Promise<{ readonly outcome: Result<undefined, ArrivalError> }> => {
        const record = await this.repository.lockRecord(agencyId, activity.id);
        if (!record || !(await this.#isRunning(agencyId, activity.id))) return { outcome: refused('NOT_RUNNING') };
        const all = await this.repository.lockCheckIns(agencyId, activity.id);
        const before = all.find((one) => one.personId === personId);
        // Nothing twice: whoever is in is in.
        if (before && before.arrival !== 'REFUSED') return { outcome: ok(undefined) };
        const list = await this.expected.of(agencyId, activity.id);
        const expected = list.get(personId);
        const known = await this.readiness.of(agencyId, [personId], activity.onDate as LocalDate, list);
        const { ready, stopped, findings } = known.get(personId) ?? NOTHING;
        const room = venue.people - activity.children - all.filter(isInside).length;
        const tasks = expected?.tasks;
        const answer = arrivalOf({ ready, stopped, expected: tasks, by: at.by, otherTasks: at.otherTasks, room });
        const row = {
          ...{ agencyId, activityId: activity.id, personId, how: wayOf(at, expected !== undefined) },
          ...{ arrival: answer.arrival, refusal: answer.why ?? null, inMinute: at.minute, outMinute: null },
          recordedBy: actor.personId,
        };
        await this.repository.putCheckIn(row, before);
        const action = answer.why ? 'attendance.refused' : 'attendance.arrived';
        const facts = { arrival: answer.arrival, why: answer.why ?? null };
        this.trail.record({ action, subjectType: 'Activity', subjectId: activity.id, facts });
        return {
          outcome: answer.why ? refused(answer.why, answer.why === 'NOT_READY' ? findings : []) : ok(undefined),
        };
      },
    );
    return outcome;
  }

  /** As it is now: the activity's row changes only while the record is held. */
  async #isRunning(agencyId: AgencyId, id: string): Promise<boolean> {
    return (await this.activities.stateNow(agencyId, id)) === 'RUNNING';
  }

  async #mayRead(actor: PersonActor, personId: string): Promise<boolean> {
    const [judged] = await this.volunteers.toJudgeByPerson(actor.agencyId, [personId]);
    if (!judged) return false;
    return (await this.volunteers.find(rowsFor(actor, 'volunteer.read'), judged.id)) !== undefined;
  }

  /** Minutes since midnight where the agency is. */
  async minuteNow(agencyId: AgencyId): Promise<number> {
    return minuteIn(this.clock.now(), await this.agencies.timeZone(agencyId));
  }
}

const NOBODY_EXPECTED: ReadonlyMap<string, Expected> = new Map();
const NOTHING: ReadyOnDay = { ready: false, stopped: false, findings: [], serves: false };
const isMinute = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute < DAY_MINUTES;
export const isInside = ({ arrival, outMinute }: CheckIn): boolean => arrival !== 'REFUSED' && outMinute === null;
const wayOf = ({ by }: At, expected: boolean): CheckInWay => (by === 'SELF' ? 'CODE' : expected ? 'LIST' : 'WALK_IN');
const wrong = (field: string): InvalidInputError => ({
  code: 'INVALID_INPUT',
  fields: [{ field, code: 'OUT_OF_RANGE' }],
});
const refused = (
  why: CheckInRefusedError['why'],
  findings: readonly SeenFinding[] = [],
): { readonly ok: false; readonly error: CheckInRefusedError } => err({ code: 'CHECK_IN_REFUSED', why, findings });
