// A year as pages show it: to the desk with every company and why each has the days that it has; to a company only its own.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import {
  dayInTheWay,
  dayRejections,
  reopenDays,
  suggestDays,
  type DaysProblem,
  type DaysSolution,
  type DaysState,
} from '@tongxing/shared/matching';
import type { CompanyYearStage } from '@tongxing/shared/states';
import { Venues } from '../activities/index.js';
import { Holidays, type HolidayDay } from '../holidays/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Teams, type VolunteerTeam } from '../teams/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type {
  CompanyYear,
  CompanyYearEntry,
  CompanyYearPlace,
  CompanyYearRenewal,
  CompanyYearRun,
  CompanyYearWish,
} from './company-year.entities.js';
import { CompanyYears } from './company-years.js';
import type { WishReason } from './domain/wish-reasons.js';
import { engineActivity, entryOf } from './domain/year-problem.js';
import { answerPlace } from './own-years.js';
import { YearFactsLoader } from './year-facts.js';
import { YearProofs } from './year-proofs.js';
import { renewalPlace } from './year-telling.js';

const YEAR_DAYS = 366;
export interface EntryView {
  readonly entry: CompanyYearEntry;
  readonly venue: string;
  /** By day; days that are off. */
  readonly holidays: ReadonlyMap<string, HolidayDay>;
}
export interface PlaceView {
  readonly place: CompanyYearPlace;
  readonly entry: CompanyYearEntry;
  readonly reason: string | undefined;
}
export interface WishOutcome {
  readonly entry: CompanyYearEntry;
  /** None where it has the day, or was never asked of the engine. */
  readonly reasons: readonly WishReason[];
  readonly given: boolean;
}
export interface TeamYearView {
  readonly team: VolunteerTeam;
  readonly wish: CompanyYearWish | undefined;
  readonly outcomes: readonly WishOutcome[];
  readonly places: readonly PlaceView[];
  /** Years before, one after another, in which it asked and had no day. */
  readonly yearsWithout: number;
  /** Whether it was told that there is no day for it. */
  readonly noDay: boolean;
  readonly renewal: CompanyYearRenewal | undefined;
  readonly renewalReason: string | undefined;
}
export interface YearView {
  readonly year: CompanyYear;
  readonly stage: CompanyYearStage;
  readonly entries: readonly EntryView[];
  readonly teams: readonly TeamYearView[];
  readonly run: CompanyYearRun | null;
  /** Otherwise a company reads it. */
  readonly atDesk: boolean;
}
export interface YearChoice {
  readonly entry: CompanyYearEntry;
  readonly day: string;
  /** Points that the whole loses at least; undefined where the company has not wished for it. */
  readonly leastLoss: number | undefined;
}

@Injectable()
export class YearBoards {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly years: CompanyYears,
    private readonly loader: YearFactsLoader,
    private readonly proofs: YearProofs,
    private readonly teams: Teams,
    private readonly venues: Venues,
    private readonly holidays: Holidays,
    private readonly cipher: Cipher,
  ) {}

  /** Undefined where nobody has begun that year. */
  async atDesk(agencyId: AgencyId, number: number): Promise<YearView | undefined> {
    const year = await this.repository.year(agencyId, number);
    if (!year) return undefined;
    const teams = (await this.teams.list(agencyId)).map(({ team }) => team);
    const run = await this.repository.newestRun(agencyId, year.id);
    const state = run ? await this.#state(run) : undefined;
    return this.#view(
      year,
      teams.filter(({ state: is }) => is === 'ACTIVE'),
      { run, state, all: true },
    );
  }

  /** Of the teams for which whoever asks books; undefined before it is open. */
  async mine(actor: PersonActor, number: number): Promise<YearView | undefined> {
    const year = await this.repository.year(actor.agencyId, number);
    if (!year || year.openedAt === null) return undefined;
    return this.#view(year, await this.teams.mine(actor), { run: null, state: undefined, all: false });
  }

  /** At most a year from the first day on, in order. */
  async daysOff(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<HolidayDay[]> {
    const last = to < addDays(from, YEAR_DAYS) ? to : addDays(from, YEAR_DAYS);
    const found: HolidayDay[] = [];
    for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
      found.push(...(await this.holidays.table(agencyId, year)).days);
    }
    return found.filter(({ day }) => day >= from && day <= last);
  }

  async one(agencyId: AgencyId, number: number): Promise<YearView> {
    return known(await this.atDesk(agencyId, number));
  }

  async byId(agencyId: AgencyId, yearId: string): Promise<YearView> {
    return this.one(agencyId, known(await this.repository.yearById(agencyId, yearId)).year);
  }

  async mineById(actor: PersonActor, yearId: string): Promise<YearView> {
    return known(await this.mine(actor, known(await this.repository.yearById(actor.agencyId, yearId)).year));
  }

  async place(agencyId: AgencyId, place: CompanyYearPlace): Promise<PlaceView> {
    const entries = await this.repository.entries(agencyId, [place.yearId]);
    await this.cipher.loadKeys([place.reasonSealed]);
    const reason = this.cipher.openOptional(place.reasonSealed, answerPlace(place.id));
    return { place, entry: known(entries.find(({ id }) => id === place.entryId)), reason };
  }

  /** What company and activity of a place are called. */
  async names(
    agencyId: AgencyId,
    places: readonly CompanyYearPlace[],
  ): Promise<(place: CompanyYearPlace) => { readonly team: string; readonly theme: string }> {
    const yearIds = [...new Set(places.map(({ yearId }) => yearId))];
    const entries = new Map((await this.repository.entries(agencyId, yearIds)).map(({ id, theme }) => [id, theme]));
    const teams = new Map((await this.teams.list(agencyId)).map(({ team }) => [team.id, team.name]));
    return ({ teamId, entryId }) => ({ team: teams.get(teamId) ?? '', theme: entries.get(entryId) ?? '' });
  }

  /** Where a company could come instead, what costs the whole least first; undefined before the first run. */
  async choices(agencyId: AgencyId, yearId: string, teamId: string): Promise<YearChoice[] | undefined> {
    const run = await this.repository.newestRun(agencyId, yearId);
    const state = run && (await this.#state(run));
    const company = state?.problem.companies.find(({ id }) => id === teamId);
    if (!state || !company) return undefined;
    const entries = new Map((await this.repository.entries(agencyId, [yearId])).map((entry) => [entry.id, entry]));
    const known = suggestDays(state, teamId, Infinity);
    const losses = new Map(known.map(({ activityId, day, leastLoss }) => [`${activityId} ${day}`, leastLoss]));
    const wishes = await this.repository.wishes(agencyId, [yearId]);
    const tasks = wishes.find((wish) => wish.teamId === teamId)?.tasks ?? 'WITH_CHILDREN';
    const found = state.problem.activities.flatMap((activity): YearChoice[] => {
      const entry = entries.get(entryOf(activity.id));
      if (!entry || activity.id !== engineActivity(entry.id, tasks)) return [];
      return activity.days.flatMap((day): YearChoice[] => {
        const leastLoss = losses.get(`${activity.id} ${day}`);
        const against = dayRejections(state.problem, company, activity, day);
        const may = leastLoss !== undefined || against.every(({ code }) => code === 'NOT_WISHED');
        return may ? [{ entry, day, leastLoss }] : [];
      });
    });
    return found.sort((a, b) => lossOf(a) - lossOf(b) || (a.day < b.day ? -1 : 1));
  }

  async #view(
    year: CompanyYear,
    teams: readonly VolunteerTeam[],
    {
      run,
      state,
      all,
    }: { readonly run: CompanyYearRun | null; readonly state: DaysState | undefined; readonly all: boolean },
  ): Promise<YearView> {
    const agencyId = year.agencyId as AgencyId;
    const entries = await this.repository.entries(agencyId, [year.id]);
    const wishes = await this.repository.wishes(agencyId, [year.id]);
    const places = (await this.repository.places(agencyId, [year.id])).filter((place) => all || place.toldAt !== null);
    const renewals = await this.repository.renewals(agencyId, [year.id]);
    const history = all ? await this.loader.history(agencyId, year.year) : new Map<string, never>();
    const venues = new Map((await this.venues.list(agencyId)).map(({ id, name }) => [id, name]));
    const without = new Set(await this.repository.toldOf(year.id, 'NO_DAY', ''));
    const table = await this.holidays.table(agencyId, year.year);
    const holidays = new Map<string, HolidayDay>(
      table.days.flatMap((one) => (one.mark === 'OFF' ? [[one.day, one] as const] : [])),
    );
    await this.cipher.loadKeys([...places, ...renewals].map(({ reasonSealed }) => reasonSealed));
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const toPlace = (place: CompanyYearPlace): PlaceView[] => {
      const entry = byId.get(place.entryId);
      return entry
        ? [{ place, entry, reason: this.cipher.openOptional(place.reasonSealed, answerPlace(place.id)) }]
        : [];
    };
    return {
      ...{ year, run, atDesk: all, stage: await this.years.stageOf(year) },
      entries: entries.map((entry) => ({ entry, venue: venues.get(entry.venueId) ?? '', holidays })),
      teams: teams.map((team) => {
        const wish = wishes.find(({ teamId }) => teamId === team.id);
        const own = places.filter(({ teamId }) => teamId === team.id);
        const renewal = renewals.findLast(({ teamId }) => teamId === team.id);
        return {
          ...{ team, wish, renewal, places: own.flatMap(toPlace) },
          outcomes: (wish?.wishes ?? []).flatMap((id): WishOutcome[] => {
            const entry = byId.get(id);
            const given = own.some((place) => place.entryId === id && HAS.has(place.state));
            return entry && wish ? [{ entry, given, reasons: given ? [] : reasonsOf(state, wish, entry) }] : [];
          }),
          noDay: without.has(team.id),
          yearsWithout: history.get(team.id)?.yearsWithout ?? 0,
          renewalReason: renewal && this.cipher.openOptional(renewal.reasonSealed, renewalPlace(renewal.id)),
        };
      }),
    };
  }

  async #state(run: CompanyYearRun): Promise<DaysState> {
    const problem = JSON.parse(await this.proofs.read(run.id, 'INPUT')) as DaysProblem;
    return reopenDays(problem, JSON.parse(await this.proofs.read(run.id, 'SOLUTION')) as DaysSolution);
  }
}

function known<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('BUG: what was written a moment ago');
  return found;
}

const HAS: ReadonlySet<string> = new Set(['PROPOSED', 'TOLD', 'ACCEPTED']);
const lossOf = ({ leastLoss }: YearChoice): number => leastLoss ?? Number.MAX_SAFE_INTEGER;

/** Of the day that has least against it; that others are worth more in all where nothing is. */
function reasonsOf(
  state: DaysState | undefined,
  wish: CompanyYearWish,
  { id: entryId, closedAt }: CompanyYearEntry,
): readonly WishReason[] {
  if (closedAt !== null) return ['LINE_CLOSED'];
  const company = state?.problem.companies.find(({ id }) => id === wish.teamId);
  if (!state || !company) return [];
  const activity = state.problem.activities.find(({ id }) => id === engineActivity(entryId, wish.tasks));
  if (!activity) return ['DAY_NOT_OFFERED'];
  const found = activity.days.map((day) => {
    const refused = dayRejections(state.problem, company, activity, day).map(({ code }) => code);
    if (refused.length > 0) return { refused: true, codes: refused as WishReason[] };
    return { refused: false, codes: dayInTheWay(state, company, activity, day).map(({ code }) => code as WishReason) };
  });
  const possible = found.filter(({ refused }) => !refused);
  const [best] = (possible.length > 0 ? possible : found).sort((a, b) => a.codes.length - b.codes.length);
  if (!best) return ['DAY_NOT_OFFERED'];
  return best.codes.length > 0 ? [...new Set(best.codes)] : ['WORTH_LESS'];
}
