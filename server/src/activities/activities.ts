// Activities from a draft to an open day: saved, read through by a second person, opened, called off (SM8).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { ActivityState } from '@tongxing/shared/states';
import type { PlanNeed } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ActivityMoves } from './activity-moves.js';
import { ActivitiesRepository, type InChargeHours } from './activities.repository.js';
import { ActivityEnds } from './activity-ends.js';
import { ActivityTeam } from './activity-team.js';
import { ActivityViews, type ActivityView, type ClashView } from './activity-views.js';
import { activityProblems, clashesOf, type ActivityFields } from './domain/plan.js';
import type { Activity } from './activity.entities.js';

export interface PlanIncompleteError {
  readonly code: 'PLAN_INCOMPLETE';
  readonly needs: readonly PlanNeed[];
}
export interface TimeTakenError {
  readonly code: 'TIME_TAKEN';
  readonly clashes: readonly ClashView[];
}
export interface OwnPlanError {
  readonly code: 'OWN_PLAN';
}
export type ActivityTheme = Pick<Activity, 'theme' | 'themeEn'>;
type SaveError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;
export type ActivityError = SaveError | PlanIncompleteError | TimeTakenError | OwnPlanError;
type Outcome = Result<ActivityView, ActivityError>;

const LONGEST_REASON = 300;
const LONGEST_REQUEST = 64;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class Activities {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly views: ActivityViews,
    private readonly team: ActivityTeam,
    private readonly ends: ActivityEnds,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly moves: ActivityMoves,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Of days from one to another, both counted, the earliest first; at most 500. */
  async between(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<ActivityView[]> {
    return this.views.of(agencyId, await this.repository.between(agencyId, from, to));
  }

  /** The rows, locked until the unit of work ends, in the order of their ids: nobody takes them elsewhere meanwhile. */
  held(agencyId: AgencyId, ids: readonly string[]): Promise<Activity[]> {
    return this.repository.lockAll(agencyId, ids);
  }

  /** Where colleagues in charge are on days from one to another, both counted. */
  inChargeBetween(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<InChargeHours[]> {
    return this.repository.inChargeBetween(agencyId, from, to);
  }

  async find(agencyId: AgencyId, id: string): Promise<ActivityView | undefined> {
    const found = await this.repository.find(agencyId, id);
    return found ? this.views.one(found) : undefined;
  }

  /** Those of these ids that are there, all with as few statements as one. */
  async byIds(agencyId: AgencyId, ids: readonly string[]): Promise<ActivityView[]> {
    const rows = await this.repository.byIds(agencyId, ids);
    return rows.length === 0 ? [] : this.views.of(agencyId, rows);
  }

  /** As it stands in the open unit of work, or as it is committed; undefined for another agency's. */
  async stateNow(agencyId: AgencyId, id: string): Promise<ActivityState | undefined> {
    return (await this.repository.find(agencyId, id))?.state;
  }

  /** Ids of the colleagues in charge. */
  async inCharge(agencyId: AgencyId, id: string): Promise<readonly string[]> {
    return (await this.repository.inCharge(agencyId, [id])).get(id) ?? [];
  }

  /** What activities are called, by id. */
  async themes(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, ActivityTheme>> {
    const rows = await this.repository.byIds(agencyId, ids);
    return new Map(rows.map(({ id, theme, themeEn }) => [id, { theme, themeEn }]));
  }

  /** How far it has come as it is committed now, locked until the unit of work ends; undefined where there is none. */
  async lockedState(agencyId: AgencyId, id: string): Promise<ActivityState | undefined> {
    return (await this.repository.lock(agencyId, id))?.state;
  }

  /** On which days activities are, by id. */
  async daysOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.repository.byIds(agencyId, ids)).map(({ id, onDate }) => [id, onDate]));
  }

  /** With what a draft would collide if it were passed now (H22). */
  async clashes({ activity }: ActivityView): Promise<ClashView[]> {
    if (activity.state !== 'DRAFT') return [];
    return this.#clashes(activity, await this.repository.ofDay(activity.agencyId as AgencyId, activity.onDate));
  }

  /** A new draft; the same `requestId` again is the same draft. */
  create(actor: PersonActor, fields: ActivityFields, requestId: string): Promise<Outcome> {
    return this.work.run(actor, async (): Promise<Outcome> => {
      const { agencyId, personId: plannedBy } = actor;
      const key = requestId.slice(0, LONGEST_REQUEST);
      const known = await this.repository.byRequest(agencyId, key);
      if (known) return ok(await this.views.one(known));
      const refused = await this.refusal(agencyId, fields);
      if (refused) return err(refused);
      const id: string = this.ids.next<never>();
      const row: Activity = {
        ...{ id, agencyId, plannedBy, requestId: key, version: 1, createdAt: this.clock.nowIso() },
        ...{ state: 'DRAFT', reviewedBy: null, cancelReasonSealed: null, seriesId: null },
        ...(await this.views.columns(agencyId, id, fields)),
      };
      await this.repository.add(row);
      await this.repository.putInCharge(agencyId, id, fields.inChargeIds);
      this.moves.record('activity.planned', row);
      return ok(await this.views.one(row));
    });
  }

  /** Changes a plan; whatever a second person had passed is a draft again. */
  change(actor: PersonActor, id: string, version: number, fields: ActivityFields): Promise<Outcome> {
    return this.#move(actor, id, version, 'DRAFT', async (before) => {
      const { agencyId } = actor;
      const refused = await this.refusal(agencyId, fields);
      if (refused) return err(refused);
      await this.repository.putInCharge(agencyId, id, fields.inChargeIds);
      const plan = await this.views.columns(agencyId, id, fields);
      return ok({ ...plan, plannedBy: actor.personId, reviewedBy: null, state: before.state });
    });
  }

  /** A second person has read the risks; from now on venue and people are taken for these hours (H22, P42). */
  review(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#move(actor, id, version, 'RISK_REVIEWED', async (before) => {
      if (before.plannedBy === actor.personId) return err({ code: 'OWN_PLAN' as const });
      const { needs } = await this.views.one(before);
      if (needs.length > 0) return err({ code: 'PLAN_INCOMPLETE' as const, needs });
      if (before.onDate < (await this.agencies.today(actor.agencyId))) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'onDate', code: 'IN_THE_PAST' }] });
      }
      const clashes = await this.#clashes(before, await this.repository.lockDay(actor.agencyId, before.onDate));
      if (clashes.length > 0) return err({ code: 'TIME_TAKEN' as const, clashes });
      return ok({ reviewedBy: actor.personId as string });
    });
  }

  /** Others may come to it. */
  open(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#move(actor, id, version, 'OPEN', () => Promise.resolve(ok({})));
  }

  /** Venue and people are free again; the reason stays. */
  cancel(actor: PersonActor, id: string, version: number, reason: string): Promise<Outcome> {
    return this.#move(actor, id, version, 'CANCELLED', async () => {
      const said = reason.trim();
      const code = said === '' ? 'REQUIRED' : 'TOO_LONG';
      if (said === '' || said.length > LONGEST_REASON) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'reason', code }] });
      }
      await this.outbox.publish('ActivityCancelled', { activityId: id });
      await this.ends.calledOff(actor.agencyId, id);
      return ok({ cancelReasonSealed: await this.views.sealReason(actor.agencyId, id, said) });
    });
  }

  async #move(
    actor: PersonActor,
    id: string,
    version: number,
    to: ActivityState,
    decide: (before: Activity) => Promise<Result<Partial<Activity>, ActivityError>>,
  ): Promise<Outcome> {
    const moved = await this.moves.move(actor, { id, version, to }, decide);
    return moved.ok ? ok(await this.views.one(moved.value)) : moved;
  }

  async #clashes(activity: Activity, others: readonly Activity[]): Promise<ClashView[]> {
    const agencyId = activity.agencyId as AgencyId;
    const all = [activity, ...others];
    const inCharge = await this.repository.inCharge(
      agencyId,
      all.map(({ id }) => id),
    );
    const planned = (one: Activity) => ({ ...one, inChargeIds: inCharge.get(one.id) ?? [] });
    return this.views.clashes(agencyId, clashesOf(planned(activity), others.map(planned)), others);
  }

  /** Why a plan may not be saved as it is. */
  async refusal(agencyId: AgencyId, fields: ActivityFields): Promise<SaveError | undefined> {
    const problems = activityProblems(fields, await this.agencies.today(agencyId));
    if (problems.length > 0) return { code: 'INVALID_INPUT', fields: problems };
    if (!(await this.repository.venue(agencyId, fields.venueId))) return MISSING;
    const team = await this.team.ids(agencyId);
    return fields.inChargeIds.every((id) => team.has(id as PersonId)) ? undefined : MISSING;
  }
}
