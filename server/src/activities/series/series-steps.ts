// One step for an occasion of a series and all that come later. Each is stepped as it would be by itself, so that nothing
// that a single activity refuses is passed by being one of many; what stays as it is, is named with its reason.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ACTIVITY_MACHINE, mayMove, type ActivityState } from '@tongxing/shared/states';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Activities, type ActivityError } from '../activities.js';
import { ActivitiesRepository } from '../activities.repository.js';
import type { ActivityView } from '../activity-views.js';
import type { Activity } from '../activity.entities.js';
import type { ActivityFields } from '../domain/plan.js';
import { ActivityHolds } from './activity-holds.js';

export const SERIES_LEFT = ['STATE', 'NEEDS', 'TAKEN', 'OWN_PLAN', 'DATE'] as const;
export type SeriesLeftWhy = (typeof SERIES_LEFT)[number];

export interface LeftOccasion {
  readonly activity: Activity;
  readonly why: SeriesLeftWhy;
}
export interface SeriesStepped {
  readonly stepped: number;
  /** As they were, the earliest first. */
  readonly left: readonly LeftOccasion[];
}
/** Teams count on some of them, and the time to tell them has run out: nothing was called off. */
export interface SeriesHeldError {
  readonly code: 'SERIES_HELD';
  readonly held: readonly { readonly activity: Activity; readonly names: readonly string[] }[];
}
export type SeriesError = ActivityError | SeriesHeldError;
type Outcome = Result<SeriesStepped, SeriesError>;
type Step = (occasion: Activity) => Promise<Result<ActivityView, ActivityError>>;

/** An occasion as it was read. */
export interface OccasionRef {
  readonly id: string;
  readonly version: number;
}

@Injectable()
export class SeriesSteps {
  constructor(
    private readonly activities: Activities,
    private readonly repository: ActivitiesRepository,
    private readonly holds: ActivityHolds,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
  ) {}

  /** All of them or, where a team holds one, none. What is over or running stays. */
  cancelLater(actor: PersonActor, from: OccasionRef, reason: string): Promise<Outcome> {
    return this.#each(actor, from, 'CANCELLED', async (able) => {
      const { agencyId } = actor;
      const ids = able.map(({ id }) => id);
      const holds = await this.holds.of(agencyId, ids, await this.agencies.today(agencyId));
      const held = able.flatMap((activity) => {
        const names = holds.filter(({ activityId }) => activityId === activity.id).map(({ name }) => name);
        return names.length > 0 ? [{ activity, names: [...new Set(names)] }] : [];
      });
      if (held.length > 0) return err({ code: 'SERIES_HELD' as const, held });
      return ok(({ id, version }: Activity) => this.activities.cancel(actor, id, version, reason));
    });
  }

  /** A second person passes those that can be passed (P42). */
  reviewLater(actor: PersonActor, from: OccasionRef): Promise<Outcome> {
    const step: Step = ({ id, version }) => this.activities.review(actor, id, version);
    return this.#each(actor, from, 'RISK_REVIEWED', () => Promise.resolve(ok(step)));
  }

  openLater(actor: PersonActor, from: OccasionRef): Promise<Outcome> {
    const step: Step = ({ id, version }) => this.activities.open(actor, id, version);
    return this.#each(actor, from, 'OPEN', () => Promise.resolve(ok(step)));
  }

  /** The same plan for all that are not open yet, each on its own day; whatever was passed is a draft again. */
  changeLater(actor: PersonActor, from: OccasionRef, fields: ActivityFields): Promise<Outcome> {
    const step: Step = ({ id, version, onDate }) =>
      this.activities.change(actor, id, version, { ...fields, onDate: onDate as LocalDate });
    return this.#each(actor, from, 'DRAFT', () => Promise.resolve(ok(step)));
  }

  /** Locks this and the later ones in the order of their ids, and steps each in the order of days. */
  #each(
    actor: PersonActor,
    { id, version }: OccasionRef,
    to: ActivityState,
    prepare: (able: readonly Activity[]) => Promise<Result<Step, SeriesError>>,
  ): Promise<Outcome> {
    const { agencyId } = actor;
    return this.work.runTogether(actor, async (): Promise<Outcome> => {
      const first = await this.repository.find(agencyId, id);
      if (!first || first.seriesId === null) return err({ code: 'NOT_FOUND' });
      const all = await this.repository.ofSeries(agencyId, first.seriesId);
      const later = all.filter(({ onDate }) => onDate >= first.onDate).map((one) => one.id);
      const rows = await this.repository.lockAll(agencyId, later);
      const now = rows.find((one) => one.id === id);
      if (now?.version !== version) return err({ code: 'STALE_VERSION', currentVersion: now?.version ?? 0 });
      rows.sort((one, other) => (`${one.onDate}${one.id}` < `${other.onDate}${other.id}` ? -1 : 1));
      const able = rows.filter(({ state }) => canBe(state, to));
      // What was passed or opened before is not worth a word; what a change or an end no longer reaches is.
      const stays = to === 'CANCELLED' || to === 'DRAFT' ? rows.filter(({ state }) => !canBe(state, to)) : [];
      const left = stays
        .filter(({ state }) => state !== 'CANCELLED')
        .map((activity): LeftOccasion => ({ activity, why: 'STATE' }));
      const step = await prepare(able);
      if (!step.ok) return step;
      let stepped = 0;
      for (const activity of able) {
        const outcome = await step.value(activity);
        if (outcome.ok) stepped += 1;
        else {
          const why = whyOf(outcome.error);
          if (why === undefined) return outcome;
          left.push({ activity, why });
        }
      }
      return ok({ stepped, left: left.sort((one, other) => (one.activity.onDate < other.activity.onDate ? -1 : 1)) });
    });
  }
}

const canBe = (state: ActivityState, to: ActivityState): boolean =>
  (to === 'DRAFT' && state === 'DRAFT') || mayMove(ACTIVITY_MACHINE, state, to);

/** The matter of one occasion; undefined for what was asked wrongly of all of them. */
function whyOf(error: ActivityError): SeriesLeftWhy | undefined {
  switch (error.code) {
    case 'PLAN_INCOMPLETE':
      return 'NEEDS';
    case 'TIME_TAKEN':
      return 'TAKEN';
    case 'OWN_PLAN':
      return 'OWN_PLAN';
    case 'TRANSITION_REFUSED':
      return 'STATE';
    case 'INVALID_INPUT':
      return error.fields.every(({ field }) => field === 'onDate') ? 'DATE' : undefined;
    default:
      return undefined;
  }
}
