// The day of an activity (SM8): its list becomes final, it begins, its attendance is closed, it is looked back on, it ends.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { beginNeeds, lookBackNeeds, recordNeeds, type DayNeed } from '@tongxing/shared/rules';
import {
  Activities,
  ActivityMoves,
  ActivityTeam,
  type ActivityStepError,
  type ActivityView,
} from '../activities/index.js';
import { Agencies, PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import type { InvalidInputError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Arrivals, isInside } from './arrivals.js';
import type { ActivityRecord, CheckIn } from './attendance.entities.js';
import { AttendanceRepository } from './attendance.repository.js';
import { ChildrenOnDay } from './children-on-day.js';
import { ExpectedPeople, type Expected } from './expected-people.js';
import { ReadinessOnDay, type ReadyOnDay } from './readiness-on-day.js';

export interface DayIncompleteError {
  readonly code: 'DAY_INCOMPLETE';
  readonly needs: readonly DayNeed[];
}
export type DayError = ActivityStepError | DayIncompleteError | InvalidInputError;
type Moved = Result<ActivityView, DayError>;

/** Somebody on the list of the day. */
export interface GuestView {
  readonly personId: string;
  readonly name: string;
  readonly expected: Expected | undefined;
  readonly readiness: ReadyOnDay;
  readonly checkIn: CheckIn | undefined;
}
export interface LookBack {
  readonly taskReached: number;
  readonly processReached: number;
  readonly evaluation: string;
  readonly reflection: string;
}
export interface DayView {
  readonly view: ActivityView;
  readonly guests: readonly GuestView[];
  readonly record: ActivityRecord | undefined;
  readonly recordedBy: string | undefined;
  readonly lookBack: LookBack | undefined;
  /** What the next step still needs. */
  readonly needs: readonly DayNeed[];
}
const LONGEST_LOOK = 4000;
const KEY_BYTES = 32;

@Injectable()
export class Days {
  constructor(
    private readonly activities: Activities,
    private readonly moves: ActivityMoves,
    private readonly team: ActivityTeam,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly arrivals: Arrivals,
    private readonly children: ChildrenOnDay,
    private readonly expected: ExpectedPeople,
    private readonly readiness: ReadinessOnDay,
    private readonly repository: AttendanceRepository,
    private readonly cipher: Cipher,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async find(agencyId: AgencyId, activityId: string): Promise<DayView | undefined> {
    const view = await this.activities.find(agencyId, activityId);
    if (!view) return undefined;
    const { activity } = view;
    const expected = await this.expected.of(agencyId, activityId);
    const checkIns = await this.repository.checkIns(agencyId, activityId);
    const ids = [...new Set([...expected.keys(), ...checkIns.map(({ personId }) => personId)])];
    const ready = await this.readiness.of(agencyId, ids, activity.onDate as LocalDate, expected);
    const [record] = await this.repository.records(agencyId, [activityId]);
    const names = await this.names.of(agencyId, [...ids, ...(record?.recordedBy ? [record.recordedBy] : [])]);
    const guests = ids.flatMap((personId): GuestView[] => {
      const readiness = ready.get(personId);
      if (!readiness) return [];
      const checkIn = checkIns.find((one) => one.personId === personId);
      return [{ personId, name: names.get(personId) ?? '', expected: expected.get(personId), readiness, checkIn }];
    });
    const lookBack = record && (await this.#lookBack(record));
    const recordedBy = record?.recordedBy ? names.get(record.recordedBy) : undefined;
    return { view, guests, record, recordedBy, lookBack, needs: await this.#needs(view, lookBack) };
  }

  /** The list of people is final; lists of teams have to be so before (SM5b). */
  lockRoster(actor: PersonActor, id: string, version: number): Promise<Moved> {
    return this.#moved(actor, id, version, 'ROSTER_LOCKED', async () => {
      const final = await this.expected.areFinal(actor.agencyId, id);
      return final ? ok({}) : incomplete(['ROSTERS']);
    });
  }

  /** From now on people are let in (P42). */
  begin(actor: PersonActor, id: string, version: number): Promise<Moved> {
    return this.#moved(actor, id, version, 'RUNNING', async () => {
      const view = await this.activities.find(actor.agencyId, id);
      const needs = view ? await this.#needs(view, undefined) : [];
      if (needs.length > 0) return incomplete(needs);
      await this.repository.addRecord(actor.agencyId, id, randomBytes(KEY_BYTES).toString('hex'));
      return ok({});
    });
  }

  /** A colleague in charge closes the attendance by name (P07); whoever is inside may go out by one minute for all. */
  record(actor: PersonActor, id: string, version: number, allLeftAt: number | undefined): Promise<Moved> {
    return this.#moved(actor, id, version, 'RECORDED', async () => {
      const { agencyId, personId } = actor;
      await this.repository.lockRecord(agencyId, id);
      const view = await this.activities.find(agencyId, id);
      if (!view) return err({ code: 'NOT_FOUND' as const });
      const inCharge = view.inCharge.some((one) => one.id === personId);
      if (inCharge && allLeftAt !== undefined) {
        if (!Number.isInteger(allLeftAt) || allLeftAt < 0) {
          return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'allLeftAt', code: 'OUT_OF_RANGE' }] });
        }
        // A phone's clock may run ahead.
        await this.arrivals.leaveAll(actor, view, Math.min(allLeftAt, await this.arrivals.minuteNow(agencyId)));
      }
      const stillInside = (await this.repository.lockCheckIns(agencyId, id)).filter(isInside).length;
      const needs = recordNeeds({ inCharge, stillInside, notFetched: await this.children.notFetched(agencyId, id) });
      if (needs.length > 0) return incomplete(needs);
      await this.repository.changeRecord(id, { recordedBy: personId, recordedAt: this.clock.nowIso() });
      await this.repository.confirmHours(agencyId, id);
      await this.outbox.publish('AttendanceClosed', { activityId: id, closedBy: personId });
      return ok({});
    });
  }

  /** Evaluation and reflection (P21). */
  evaluate(actor: PersonActor, id: string, version: number, said: LookBack): Promise<Moved> {
    return this.#moved(actor, id, version, 'EVALUATED', async () => {
      const problems = lookBackProblems(said);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const needs = lookBackNeeds({ ...said, notAsked: await this.children.notAsked(actor.agencyId, id) });
      if (needs.length > 0) return incomplete(needs);
      const { agencyId, personId: evaluatedBy } = actor;
      await this.cipher.ensureKeys(agencyId, [agencyId]);
      const record = await this.repository.lockRecord(agencyId, id);
      if (!record) return err({ code: 'NOT_FOUND' as const });
      const seal = (text: string, place: string) => this.cipher.sealFor(agencyId, text.trim(), `${place}.${record.id}`);
      const { taskReached, processReached } = said;
      await this.repository.changeRecord(id, {
        ...{ taskReached, processReached, evaluatedBy },
        evaluationSealed: seal(said.evaluation, EVALUATION),
        reflectionSealed: seal(said.reflection, REFLECTION),
      });
      return ok({});
    });
  }

  close(actor: PersonActor, id: string, version: number): Promise<Moved> {
    return this.#moved(actor, id, version, 'CLOSED', async () => {
      const [record] = await this.repository.records(actor.agencyId, [id]);
      const said = record ? await this.#lookBack(record) : UNSAID;
      const needs = lookBackNeeds({ ...said, notAsked: await this.children.notAsked(actor.agencyId, id) });
      if (needs.length > 0) return incomplete(needs);
      await this.outbox.publish('ActivityClosed', { activityId: id });
      return ok({});
    });
  }

  async #moved(
    actor: PersonActor,
    id: string,
    version: number,
    to: Parameters<ActivityMoves['move']>[1]['to'],
    decide: () => Promise<Result<object, DayError>>,
  ): Promise<Moved> {
    const moved = await this.moves.move<DayError>(actor, { id, version, to }, decide);
    if (!moved.ok) return moved;
    const view = await this.activities.find(actor.agencyId, id);
    return view ? ok(view) : err({ code: 'NOT_FOUND' });
  }

  async #needs(view: ActivityView, lookBack: LookBack | undefined): Promise<DayNeed[]> {
    const { activity, riskChildren, riskStaff, inCharge } = view;
    const agencyId = activity.agencyId as AgencyId;
    switch (activity.state) {
      case 'OPEN':
        return (await this.expected.areFinal(agencyId, activity.id)) ? [] : ['ROSTERS'];
      case 'ROSTER_LOCKED': {
        const working = await this.team.ids(agencyId);
        const able = inCharge.filter(({ id }) => working.has(id as PersonId)).length;
        const today = await this.agencies.today(agencyId);
        return beginNeeds({ onDate: activity.onDate as LocalDate, today, riskChildren, riskStaff, inCharge: able });
      }
      case 'RUNNING': {
        const stillInside = (await this.repository.checkIns(agencyId, activity.id)).filter(isInside).length;
        const notFetched = await this.children.notFetched(agencyId, activity.id);
        return recordNeeds({ inCharge: true, stillInside, notFetched });
      }
      case 'RECORDED':
      case 'EVALUATED':
        return lookBackNeeds({
          ...(lookBack ?? UNSAID),
          notAsked: await this.children.notAsked(agencyId, activity.id),
        });
      default:
        return [];
    }
  }

  async #lookBack({ id, ...record }: ActivityRecord): Promise<LookBack> {
    const { evaluationSealed, reflectionSealed, taskReached, processReached } = record;
    await this.cipher.loadKeys([evaluationSealed, reflectionSealed]);
    return {
      taskReached: taskReached ?? 0,
      processReached: processReached ?? 0,
      evaluation: this.cipher.openOptional(evaluationSealed, `${EVALUATION}.${id}`) ?? '',
      reflection: this.cipher.openOptional(reflectionSealed, `${REFLECTION}.${id}`) ?? '',
    };
  }
}

const EVALUATION = 'activity_record.evaluation';
const REFLECTION = 'activity_record.reflection';
const BEST = 5;
const UNSAID: LookBack = { taskReached: 0, processReached: 0, evaluation: '', reflection: '' };
const incomplete = (needs: readonly DayNeed[]) => err<DayIncompleteError>({ code: 'DAY_INCOMPLETE', needs });

function lookBackProblems({ taskReached, processReached, evaluation, reflection }: LookBack) {
  const scores = { taskReached, processReached };
  const texts = { evaluation, reflection };
  return [
    ...Object.entries(scores).flatMap(([field, value]) =>
      Number.isInteger(value) && value >= 1 && value <= BEST ? [] : [{ field, code: 'OUT_OF_RANGE' }],
    ),
    ...Object.entries(texts).flatMap(([field, text]) =>
      text.trim().length > LONGEST_LOOK ? [{ field, code: 'TOO_LONG' }] : [],
    ),
  ];
}
