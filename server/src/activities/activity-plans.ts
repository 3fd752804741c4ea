// Many plans at once, as a list brings them: drafts, none of them passed.
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Agencies } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityViews } from './activity-views.js';
import { Activity, ActivityWorker } from './activity.entities.js';
import { activityProblems, type ActivityFields } from './domain/plan.js';

export interface NewPlan {
  readonly fields: ActivityFields;
  /** Unique at the agency: of the same one again there is one activity. */
  readonly requestId: string;
  /** Left out: it belongs to none. */
  readonly seriesId?: string | undefined;
}
export interface PlannedOn {
  readonly id: string;
  readonly theme: string;
  readonly onDate: string;
  readonly startMinute: number;
  /** Name. */
  readonly venue: string;
}

const DAYS_A_STATEMENT = 400;
const ROWS_A_STATEMENT = 50;

@Injectable()
export class ActivityPlans {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly views: ActivityViews,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What is planned on these days and not called off. */
  async onDays(agencyId: AgencyId, days: readonly string[]): Promise<PlannedOn[]> {
    const venues = new Map((await this.repository.venues(agencyId)).map(({ id, name }) => [id, name]));
    const wanted = [...new Set(days)];
    const found: PlannedOn[] = [];
    for (let from = 0; from < wanted.length; from += DAYS_A_STATEMENT) {
      const onDate = In(wanted.slice(from, from + DAYS_A_STATEMENT));
      const rows = await this.database.repository(Activity).findBy({ agencyId, onDate, state: Not('CANCELLED') });
      found.push(...rows.map((row) => ({ ...row, venue: venues.get(row.venueId) ?? '' })));
    }
    return found;
  }

  /**
   * Drafts of one person, with the ids in the same order; inside a unit of work. Venues and people are the agency's own:
   * whoever calls has found them there by name.
   *
   * @throws Error where a plan says what no form lets through.
   */
  async addAll(agencyId: AgencyId, plannedBy: PersonId, plans: readonly NewPlan[]): Promise<string[]> {
    const today = await this.agencies.today(agencyId);
    const createdAt = this.clock.nowIso();
    const rows: Activity[] = [];
    const workers: ActivityWorker[] = [];
    for (const { fields, requestId, seriesId = null } of plans) {
      const [problem] = activityProblems(fields, today);
      if (problem) throw new Error(`BUG: a plan with ${problem.field} ${problem.code}`);
      const id: string = this.ids.next<never>();
      rows.push({
        ...{ id, agencyId, plannedBy, requestId, seriesId, version: 1, createdAt },
        ...{ state: 'DRAFT', reviewedBy: null, cancelReasonSealed: null },
        ...(await this.views.columns(agencyId, id, fields)),
      });
      for (const personId of new Set(fields.inChargeIds)) {
        workers.push({ id: this.ids.next<never>(), agencyId, activityId: id, personId });
      }
    }
    for (const some of slices(rows)) await this.database.repository(Activity).insert(some as never);
    for (const some of slices(workers)) await this.database.repository(ActivityWorker).insert(some);
    return rows.map(({ id }) => id);
  }
}

function* slices<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += ROWS_A_STATEMENT) yield items.slice(from, from + ROWS_A_STATEMENT);
}
