// Everything that the engine asks of a year: catalogue, wishes, what other activities have taken, what was before.
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, localDate, type AgencyId } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';
import { ACTIVITY_TAKES_TIME } from '@tongxing/shared/states';
import { Activities, ActivityTeam, Venues, type ActivityView } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import { TeamDays, Teams } from '../teams/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYear, CompanyYearEntry, CompanyYearPlace } from './company-year.entities.js';
import { historyOf, type YearFacts } from './domain/year-problem.js';

export interface LoadedYear {
  readonly facts: YearFacts;
  readonly entries: readonly CompanyYearEntry[];
  readonly places: readonly CompanyYearPlace[];
}

@Injectable()
export class YearFactsLoader {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly activities: Activities,
    private readonly team: ActivityTeam,
    private readonly venues: Venues,
    private readonly agencies: Agencies,
    private readonly teams: Teams,
    private readonly days: TeamDays,
  ) {}

  async load({ id, agencyId: agency, year }: CompanyYear): Promise<LoadedYear> {
    const agencyId = agency as AgencyId;
    const entries = await this.repository.entries(agencyId, [id]);
    const places = await this.repository.places(agencyId, [id]);
    const active = (await this.teams.list(agencyId)).filter(({ team }) => team.state === 'ACTIVE');
    const teamIds = new Set(active.map(({ team }) => team.id));
    const wishes = await this.repository.wishes(agencyId, [id]);
    const planned = new Set(entries.flatMap(({ days }) => days.flatMap(({ activityId }) => activityId ?? [])));
    const facts: YearFacts = {
      ...{
        today: await this.agencies.today(agencyId),
        entries: entries.filter(({ closedAt }) => closedAt === null),
        places,
      },
      wishes: wishes.filter(({ teamId }) => teamIds.has(teamId)),
      venues: await this.venues.list(agencyId),
      team: (await this.team.ids(agencyId)).size,
      taken: takenBy(await this.#activities(agencyId, year), planned),
      free: await this.free(agencyId, [...planned]),
      history: await this.history(agencyId, year),
    };
    return { facts, entries, places };
  }

  /** Of activities to which teams may come now. */
  async free(agencyId: AgencyId, ids: readonly string[]): Promise<YearFacts['free']> {
    const found = await this.days.byIds(agencyId, ids);
    return new Map(
      [...found].map(([id, { places }]) => [
        id,
        Object.fromEntries(places.map(({ tasks, free }) => [tasks, free])) as Record<TeamTasks, number>,
      ]),
    );
  }

  async #activities(agencyId: AgencyId, year: number): Promise<ActivityView[]> {
    const found: ActivityView[] = [];
    for (let first = localDate(`${String(year)}-01-01`); first < `${String(year + 1)}`; first = addMonths(first, 1)) {
      found.push(...(await this.activities.between(agencyId, first, addDays(addMonths(first, 1), -1))));
    }
    return found;
  }

  /** What was in the years before, by company. */
  async history(agencyId: AgencyId, year: number): Promise<YearFacts['history']> {
    const before = await this.repository.before(agencyId, year);
    if (before.length === 0) return new Map();
    const ids = before.map(({ id }) => id);
    const series = new Map((await this.repository.entries(agencyId, ids)).map((entry) => [entry.id, entry.seriesId]));
    const wishes = await this.repository.wishes(agencyId, ids);
    const places = (await this.repository.places(agencyId, ids)).filter(({ state }) => state === 'ACCEPTED');
    return historyOf(
      before.map((past) => ({
        year: past.year,
        asked: wishes.filter((one) => one.yearId === past.id && one.wishes.length > 0).map(({ teamId }) => teamId),
        had: places
          .filter(({ yearId }) => yearId === past.id)
          .map(({ teamId, entryId }) => ({ teamId, seriesId: series.get(entryId) ?? entryId })),
      })),
    );
  }
}

/** What activities beside those of the catalogue need, by day. */
function takenBy(views: readonly ActivityView[], planned: ReadonlySet<string>): YearFacts['taken'] {
  const found = new Map<string, { people: Set<string>; venueIds: Set<string> }>();
  for (const { activity, inCharge } of views) {
    if (planned.has(activity.id) || !ACTIVITY_TAKES_TIME.includes(activity.state)) continue;
    const day = found.get(activity.onDate) ?? { people: new Set(), venueIds: new Set() };
    found.set(activity.onDate, day);
    for (const { id } of inCharge) day.people.add(id);
    day.venueIds.add(activity.venueId);
  }
  return new Map([...found].map(([day, { people, venueIds }]) => [day, { workers: people.size, venueIds }]));
}
