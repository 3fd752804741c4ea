// A year's catalogue and wishes as the engine of company days reads them: ids, days, people and fen (problem C).
import {
  DEFAULT_DAY_RULES,
  DEFAULT_DAY_WEIGHTS,
  type Booking,
  type DayActivity,
  type DayCompany,
  type DaysProblem,
} from '@tongxing/shared/matching';
import type { TeamTasks } from '@tongxing/shared/rules';
import type { YearPlaceState } from '@tongxing/shared/states';

export interface YearEntry {
  readonly id: string;
  readonly seriesId: string;
  readonly venueId: string;
  readonly children: number;
  readonly childrenPerAdult: number;
  readonly mostGuests: number;
  readonly workers: number;
  readonly costPerGuest: bigint;
  readonly hasOtherTasks: boolean;
  readonly days: readonly { readonly day: string; readonly activityId: string | null }[];
  readonly times: number;
}
export interface YearWish {
  readonly teamId: string;
  readonly people: number;
  readonly budgetFen: bigint | null;
  readonly mostDays: number;
  readonly months: readonly number[];
  readonly tasks: TeamTasks;
  readonly wishes: readonly string[];
}
export interface YearPlace {
  readonly teamId: string;
  readonly entryId: string;
  readonly day: string;
  readonly people: number;
  readonly state: YearPlaceState;
  readonly decided: boolean;
}
export interface YearFacts {
  readonly today: string;
  readonly entries: readonly YearEntry[];
  readonly wishes: readonly YearWish[];
  readonly places: readonly YearPlace[];
  readonly venues: readonly { readonly id: string; readonly people: number }[];
  /** Colleagues who can be in charge of a day. */
  readonly team: number;
  /** By day: colleagues and venues that other activities have. */
  readonly taken: ReadonlyMap<string, { readonly workers: number; readonly venueIds: ReadonlySet<string> }>;
  /** By activity: free places of a day to which teams may come by now, for each kind of tasks. */
  readonly free: ReadonlyMap<string, Readonly<Record<TeamTasks, number>>>;
  /** By company: years before in which it asked and had no day, and activities that it has had. */
  readonly history: ReadonlyMap<string, CompanyHistory>;
}
export interface CompanyHistory {
  readonly yearsWithout: number;
  /** Years by series. */
  readonly together: ReadonlyMap<string, number>;
}

/** Who does not meet children counts for no ratio: to the engine their part of a day is an activity of its own. */
const OTHER_TASKS = '+other';
const NO_LIMIT = 1_000_000_000;

export const entryOf = (activityId: string): string => activityId.replace(OTHER_TASKS, '');
export const engineActivity = (entryId: string, tasks: TeamTasks): string =>
  tasks === 'WITH_CHILDREN' ? entryId : `${entryId}${OTHER_TASKS}`;

/** A place of these stays in any plan. */
export const standsFirm = ({ state, decided }: Pick<YearPlace, 'state' | 'decided'>): boolean =>
  state === 'TOLD' || state === 'ACCEPTED' || (state === 'PROPOSED' && decided);
const isGone = ({ state }: YearPlace) => state === 'DECLINED' || state === 'ENDED';

export function yearProblem(facts: YearFacts): DaysProblem {
  const tasks = new Map(facts.wishes.map((wish) => [wish.teamId, wish.tasks]));
  const known = facts.places.filter(({ teamId }) => tasks.has(teamId));
  const toBooking = ({ teamId, entryId, day }: YearPlace): Booking => ({
    companyId: teamId,
    activityId: engineActivity(entryId, tasks.get(teamId) ?? 'WITH_CHILDREN'),
    day,
  });
  const locks = known.filter(standsFirm).map(toBooking);
  const lockedDays = new Set(locks.map(({ activityId, day }) => `${activityId} ${day}`));
  const activities = facts.entries.flatMap((entry) => toActivities(entry, facts, lockedDays));
  const days = [...new Set(activities.flatMap((activity) => activity.days))];
  const ids = new Set(activities.map(({ id }) => id));
  const isOffered = ({ activityId }: { readonly activityId: string }) => ids.has(activityId);
  return {
    activities,
    companies: facts.wishes.map((wish) => toCompany(wish, facts, days, known.filter(standsFirm))),
    venues: facts.venues.map(({ id, people }) => ({ id, capacity: people })),
    workers: days.map((day) => ({ day, present: Math.max(0, facts.team - (facts.taken.get(day)?.workers ?? 0)) })),
    locks,
    vetoes: [...known.filter(isGone).map(toBooking), ...fullDays(facts)].filter(isOffered),
    previous: known
      .filter(({ state }) => state === 'PROPOSED')
      .map(toBooking)
      .filter(isOffered),
    rules: DEFAULT_DAY_RULES,
    weights: DEFAULT_DAY_WEIGHTS,
  };
}

function toActivities(entry: YearEntry, { today, taken }: YearFacts, locked: ReadonlySet<string>): DayActivity[] {
  const { id, venueId, mostGuests, workers, times } = entry;
  const costPerPerson = Number(entry.costPerGuest);
  const of = (activityId: string, children: number): DayActivity => ({
    ...{ id: activityId, venueId, workers, times, costPerPerson, children, mostAdults: mostGuests },
    childrenPerAdult: entry.childrenPerAdult,
    days: entry.days
      .filter(
        ({ day, activityId: planned }) =>
          locked.has(`${activityId} ${day}`) ||
          (day > today && (planned !== null || taken.get(day)?.venueIds.has(venueId) !== true)),
      )
      .map(({ day }) => day),
  });
  const whole = of(id, entry.children);
  return entry.hasOtherTasks ? [whole, of(engineActivity(id, 'WITHOUT_CHILDREN'), 0)] : [whole];
}

function toCompany(wish: YearWish, facts: YearFacts, days: readonly string[], firm: readonly YearPlace[]): DayCompany {
  const { teamId, people, budgetFen, mostDays, months, tasks } = wish;
  const entries = new Map(facts.entries.map((entry) => [entry.id, entry]));
  const past = facts.history.get(teamId);
  const own = firm.filter((place) => place.teamId === teamId);
  const spent = own.reduce((sum, { entryId }) => sum + people * Number(entries.get(entryId)?.costPerGuest ?? 0n), 0);
  return {
    ...{ id: teamId, people },
    // What a worker decided stays, also where it is more than the company said.
    budget: Math.max(budgetFen === null ? NO_LIMIT : Number(budgetFen), spent),
    most: Math.max(mostDays, own.length),
    wishes: wish.wishes
      .filter((id) => entries.has(id) && (tasks === 'WITH_CHILDREN' || entries.get(id)?.hasOtherTasks === true))
      .map((id) => engineActivity(id, tasks)),
    days: months.length === 0 ? undefined : days.filter((day) => months.includes(Number(day.slice(5, 7)))),
    before: [...(past?.together ?? [])].flatMap(([seriesId, years]) =>
      facts.entries
        .filter((entry) => entry.seriesId === seriesId && (tasks === 'WITH_CHILDREN' || entry.hasOtherTasks))
        .map((entry) => ({ activityId: engineActivity(entry.id, tasks), years })),
    ),
    yearsWithout: past?.yearsWithout ?? 0,
  };
}

/** Days whose places others have booked by now, for every company that would need more than is left. */
function fullDays({ entries, wishes, free, places }: YearFacts): DaysProblem['vetoes'] {
  return entries.flatMap((entry) =>
    entry.days.flatMap(({ day, activityId }) => {
      const left = activityId === null ? undefined : free.get(activityId);
      if (!left) return [];
      return wishes
        .filter(({ teamId, tasks, people }) => {
          const has = places.some(
            (place) => place.teamId === teamId && place.entryId === entry.id && place.day === day && standsFirm(place),
          );
          return !has && people > left[tasks] && (tasks === 'WITH_CHILDREN' || entry.hasOtherTasks);
        })
        .map(({ teamId, tasks }) => ({ companyId: teamId, activityId: engineActivity(entry.id, tasks), day }));
    }),
  );
}

export interface PastYear {
  readonly year: number;
  /** Companies that said what they would like. */
  readonly asked: readonly string[];
  /** Days that companies took. */
  readonly had: readonly { readonly teamId: string; readonly seriesId: string }[];
}

/** What was before a year; only years that follow one another without a day count as waiting. */
export function historyOf(past: readonly PastYear[]): ReadonlyMap<string, CompanyHistory> {
  const latest = [...past].sort((a, b) => b.year - a.year);
  const teams = new Set(latest.flatMap(({ asked, had }) => [...asked, ...had.map(({ teamId }) => teamId)]));
  return new Map([...teams].map((teamId) => [teamId, companyHistory(teamId, latest)]));
}

function companyHistory(teamId: string, latest: readonly PastYear[]): CompanyHistory {
  const together = new Map<string, number>();
  let yearsWithout = 0;
  let waiting = true;
  for (const { asked, had } of latest) {
    const own = new Set(had.filter((one) => one.teamId === teamId).map(({ seriesId }) => seriesId));
    for (const seriesId of own) together.set(seriesId, (together.get(seriesId) ?? 0) + 1);
    if (own.size > 0) waiting = false;
    else if (waiting && asked.includes(teamId)) yearsWithout += 1;
  }
  return { yearsWithout, together };
}
