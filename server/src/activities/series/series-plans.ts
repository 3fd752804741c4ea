// Many drafts of one plan, every week or every month: the days are shown, with what is skipped, before any is made.
import { Injectable } from '@nestjs/common';
import { addDays, err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  ACTIVITY_LIMITS,
  SERIES_LIMITS,
  seriesDays,
  seriesProblems,
  type MarkedDay,
  type SeriesDays,
  type SeriesProblem,
  type SeriesWish,
} from '@tongxing/shared/rules';
import { Holidays } from '../../holidays/index.js';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Activities, type ActivityError } from '../activities.js';
import { ActivitiesRepository } from '../activities.repository.js';
import { ActivityMoves } from '../activity-moves.js';
import { ActivityPlans } from '../activity-plans.js';
import { ActivityViews, type ActivityView } from '../activity-views.js';
import { Activity, ActivitySeries } from '../activity.entities.js';
import type { ActivityFields } from '../domain/plan.js';

export interface SeriesView {
  readonly series: ActivitySeries;
  /** The earliest first. */
  readonly occasions: readonly Activity[];
}
const LONGEST_REQUEST = 60;
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

@Injectable()
export class SeriesPlans {
  constructor(
    private readonly activities: Activities,
    private readonly repository: ActivitiesRepository,
    private readonly plans: ActivityPlans,
    private readonly views: ActivityViews,
    private readonly moves: ActivityMoves,
    private readonly holidays: Holidays,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** On which days a series would be, by the agency's own table of holidays; nothing is made. */
  async days(
    agencyId: AgencyId,
    first: LocalDate,
    wish: SeriesWish,
  ): Promise<Result<SeriesDays, readonly SeriesProblem[]>> {
    const problems = seriesProblems(wish, first);
    if (problems.length > 0) return err(problems);
    const last = addDays(await this.agencies.today(agencyId), ACTIVITY_LIMITS.furthestDays);
    const found = seriesDays(first, wish, { marked: await this.#marked(agencyId, first, last), last });
    return 'code' in found ? err([found]) : ok(found);
  }

  /** The series of an activity with every occasion; undefined where it belongs to none. */
  async of({ seriesId, agencyId }: Activity): Promise<SeriesView | undefined> {
    if (seriesId === null) return undefined;
    const series = await this.database.repository(ActivitySeries).findOneBy({ agencyId, id: seriesId });
    if (!series) return undefined;
    return { series, occasions: await this.repository.ofSeries(agencyId as AgencyId, seriesId) };
  }

  /**
   * A draft for each day, with its own copy of the plan; answers the first. The same `requestId` again is the same series.
   * `fields.onDate` is the first day, which is left out like any other where it is a holiday.
   */
  async make(
    actor: PersonActor,
    fields: ActivityFields,
    wish: SeriesWish,
    requestId: string,
  ): Promise<Result<ActivityView, ActivityError>> {
    const { agencyId, personId: madeBy } = actor;
    const key = requestId.slice(0, LONGEST_REQUEST);
    const made = await this.work.run(actor, async (): Promise<Result<string, ActivityError>> => {
      const refused = await this.activities.refusal(agencyId, fields);
      if (refused) return err(refused);
      const found = await this.days(agencyId, fields.onDate, wish);
      if (!found.ok) return err({ code: 'INVALID_INPUT', fields: [...found.error] });
      const name = fields.theme.trim().slice(0, SERIES_LIMITS.name);
      const series = await this.#add({ agencyId, name, every: wish.every, madeBy, requestId: key });
      if (!series.fresh) return ok(series.id);
      const plans = found.value.days.map((onDate, at) => ({
        ...{ fields: { ...fields, onDate }, seriesId: series.id, requestId: `${key}.${at}` },
      }));
      const ids = await this.plans.addAll(agencyId, madeBy, plans);
      for (const row of await this.repository.byIds(agencyId, ids)) this.moves.record('activity.planned', row);
      return ok(series.id);
    });
    if (!made.ok) return made;
    const [first] = await this.repository.ofSeries(agencyId, made.value);
    return first ? ok(await this.views.one(first)) : err({ code: 'NOT_FOUND' });
  }

  /** Of two that come at once, the later one is told the id of the first: it waits until that is committed. */
  async #add(row: Omit<ActivitySeries, 'id' | 'createdAt'>): Promise<{ readonly id: string; readonly fresh: boolean }> {
    const rows = this.database.repository(ActivitySeries);
    const { agencyId, requestId } = row;
    const id: string = this.ids.next<never>();
    const values = { id, ...row, createdAt: this.clock.nowIso() };
    await rows.createQueryBuilder().insert().values(values).orIgnore().execute();
    const mine = rows.createQueryBuilder('s').where({ agencyId, requestId });
    const found = await this.database.forUpdate(mine).getOneOrFail();
    return { id: found.id, fresh: found.id === id };
  }

  async #marked(agencyId: AgencyId, first: LocalDate, last: LocalDate): Promise<ReadonlyMap<LocalDate, MarkedDay>> {
    const marked = new Map<LocalDate, MarkedDay>();
    for (let year = yearOf(first); year <= yearOf(last); year += 1) {
      for (const day of (await this.holidays.table(agencyId, year)).days) marked.set(day.day, day);
    }
    return marked;
  }
}
