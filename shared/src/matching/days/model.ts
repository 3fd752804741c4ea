// Problem C in numbers: days of activities that could be held, and the companies that may come to each.
import { byCodeUnit } from '../ints.js';
import { unique, whole } from '../seats/normalise-seats.js';
import { BadProblem } from '../transport/problem.js';
import { checkTable, refuseTable, type WeightProblem } from '../weight-problems.js';
import { dayParts, dayRejections, leastAdults, mostAdults } from './options.js';
import type { Booking, DayCriterion, DaysProblem, DayWeights } from './types.js';

/** Prices count parts of a point: so many make one. */
export const SCALE = 64;
export const BUDGET_PARTS = 1000;

export interface DayOption {
  readonly company: number;
  readonly event: number;
  readonly people: number;
  readonly cost: number;
  /** The cost in thousandths of the company's budget, rounded down: a budget that holds has at most a thousand. */
  readonly share: number;
  readonly value: number;
  readonly lock: boolean;
}

/** An activity on a day. */
export interface DayEvent {
  readonly activity: number;
  readonly day: string;
  readonly venue: number;
  /** By index of its day. */
  readonly workday: number;
  readonly workers: number;
  readonly least: number;
  readonly most: number;
  readonly locked: boolean;
  readonly options: readonly number[];
}

export interface DaysModel {
  readonly problem: DaysProblem;
  readonly days: readonly string[];
  readonly present: readonly number[];
  readonly events: readonly DayEvent[];
  readonly eventsOf: readonly (readonly number[])[];
  readonly options: readonly DayOption[];
  readonly optionsOf: readonly (readonly number[])[];
  /** What a company's first day is worth beyond others, in points. */
  readonly first: readonly number[];
}

const MOST = 1_000_000_000;
const MOST_PEOPLE = 10_000;
const MOST_WEIGHT = 1_000;
const MOST_BONUS = 1_000_000;
const MOST_TIMES = 1_000;

export function normaliseDays(problem: DaysProblem): DaysProblem {
  const companies = unique(problem.companies, 'companies');
  const activities = unique(problem.activities, 'activities').map((a) => ({ ...a, days: sortedDays(a.days, a.id) }));
  const venues = unique(problem.venues, 'venues');
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const [known, knownVenues] = [ids(activities), ids(venues)];
  const mustKnow = (set: ReadonlySet<string>, id: string, where: string) => {
    if (!set.has(id)) throw new BadProblem('UNKNOWN_ID', `${where}: ${id}`);
  };
  venues.forEach(({ id, capacity }) => whole(capacity, MOST, `venues ${id}: capacity`));
  for (const a of activities) {
    const where = `activities ${a.id}`;
    mustKnow(knownVenues, a.venueId, where);
    whole(a.children, MOST_PEOPLE, `${where}: children`);
    whole(a.childrenPerAdult - 1, MOST_PEOPLE, `${where}: childrenPerAdult`);
    whole(a.mostAdults, MOST_PEOPLE, `${where}: mostAdults`);
    whole(a.workers, MOST_PEOPLE, `${where}: workers`);
    whole(a.costPerPerson, MOST, `${where}: costPerPerson`);
    whole(a.times, MOST_TIMES, `${where}: times`);
  }
  for (const c of companies) {
    const where = `companies ${c.id}`;
    whole(c.people - 1, MOST_PEOPLE, `${where}: people`);
    whole(c.budget, MOST, `${where}: budget`);
    whole(c.most, MOST_TIMES, `${where}: most`);
    whole(c.yearsWithout, MOST_TIMES, `${where}: yearsWithout`);
    c.before.forEach(({ years }) => whole(years, MOST_TIMES, `${where}: years`));
    c.wishes.forEach((id) => mustKnow(known, id, `${where}: wish`));
    if (new Set(c.wishes).size < c.wishes.length) throw new BadProblem('SAME_ID_TWICE', `${where}: wishes`);
    if (c.days) sortedDays(c.days, where);
  }
  const workers = [...problem.workers].sort((a, b) => byCodeUnit(a.day, b.day));
  sortedDays(
    workers.map(({ day }) => day),
    'workers',
  );
  workers.forEach(({ day, present }) => whole(present, MOST_PEOPLE, `workers ${day}`));
  problem.rules.rankPoints.forEach((points) => whole(points, 100, 'rules: rankPoints'));
  whole(problem.rules.stayBonus, MOST_BONUS, 'rules: stayBonus');
  refuseTable(checkDayWeights(problem.weights));
  const criteria = [...problem.weights.criteria].sort((a, b) => byCodeUnit(a.criterion, b.criterion));
  criteria.forEach(({ criterion, weight }) => whole(weight, MOST_WEIGHT, `weights: ${criterion}`));
  const knownCompanies = ids(companies);
  for (const { companyId, activityId } of [...problem.locks, ...problem.vetoes, ...problem.previous]) {
    mustKnow(knownCompanies, companyId, 'company');
    mustKnow(known, activityId, 'activity');
  }
  const locks = [...problem.locks].sort(byBooking);
  return { ...problem, companies, activities, venues, workers, locks, weights: { ...problem.weights, criteria } };
}

const CRITERIA: ReadonlySet<string> = new Set<DayCriterion>(['wish', 'together', 'fairness']);

/** As `checkWeights`, for the table of company days; a day may be worth nothing. */
export function checkDayWeights({ criteria }: DayWeights): WeightProblem[] {
  return checkTable(criteria, CRITERIA, CRITERIA).filter(({ code }) => code !== 'NOTHING_CERTAIN');
}

export function byBooking(a: Booking, b: Booking): number {
  return byCodeUnit(a.day, b.day) || byCodeUnit(a.activityId, b.activityId) || byCodeUnit(a.companyId, b.companyId);
}

function sortedDays(days: readonly string[], where: string): string[] {
  const sorted = [...days].sort(byCodeUnit);
  if (new Set(sorted).size < sorted.length) throw new BadProblem('SAME_ID_TWICE', `${where}: days`);
  return sorted;
}

/** Throws `BadProblem` where a decided day is none that is offered. */
export function makeDays(problem: DaysProblem): DaysModel {
  const presentOn = new Map(problem.workers.map(({ day, present }) => [day, present]));
  const days = [...new Set(problem.activities.flatMap((activity) => activity.days))].sort(byCodeUnit);
  const events: (Omit<DayEvent, 'options'> & { options: number[] })[] = [];
  const options: DayOption[] = [];
  const eventsOf: number[][] = [];
  const optionsOf: number[][] = problem.companies.map(() => []);
  let locksFound = 0;
  problem.activities.forEach((activity, a) => {
    const own: number[] = [];
    eventsOf.push(own);
    for (const day of activity.days) {
      const locks = problem.locks.filter((lock) => lock.activityId === activity.id && lock.day === day);
      const workday = days.indexOf(day);
      const event = {
        activity: a,
        day,
        venue: problem.venues.findIndex(({ id }) => id === activity.venueId),
        workday,
        workers: activity.workers,
        least: leastAdults(activity),
        most: mostAdults(problem, activity),
        locked: locks.length > 0,
        options: [] as number[],
      };
      problem.companies.forEach((company, c) => {
        const lock = locks.some(({ companyId }) => companyId === company.id);
        if (!lock && dayRejections(problem, company, activity, day).length > 0) return;
        if (lock) locksFound += 1;
        const cost = company.people * activity.costPerPerson;
        const parts = dayParts(problem, company, activity, day).filter(({ criterion }) => criterion !== 'fairness');
        const option = options.push({
          company: c,
          event: events.length,
          people: company.people,
          cost,
          share: cost === 0 ? 0 : Math.floor((BUDGET_PARTS * cost) / Math.max(1, company.budget)),
          value: parts.reduce((sum, { points }) => sum + points, 0),
          lock,
        });
        event.options.push(option - 1);
        optionsOf[c]?.push(option - 1);
      });
      // a decided day is held with whoever is decided; what the ratio then misses is told
      const decided = event.options.reduce((sum, o) => sum + (options[o]?.lock ? (options[o]?.people ?? 0) : 0), 0);
      if (event.options.length === 0) continue;
      own.push(events.length);
      events.push(event.locked ? { ...event, least: Math.min(event.least, decided) } : event);
    }
  });
  if (locksFound < problem.locks.length) throw new BadProblem('LOCKS_CONFLICT', 'a decided day that is not offered');
  const first = problem.companies.map((company) => {
    const weight = problem.weights.criteria.find(({ criterion }) => criterion === 'fairness')?.weight ?? 0;
    return weight === 0 ? 0 : fairness(problem, company.id);
  });
  return {
    problem,
    days,
    present: days.map((day) => presentOn.get(day) ?? 0),
    events,
    eventsOf,
    options,
    optionsOf,
    first,
  };
}

function fairness(problem: DaysProblem, companyId: string): number {
  const company = problem.companies.find(({ id }) => id === companyId);
  const activity = problem.activities[0];
  if (!company || !activity) return 0;
  return dayParts(problem, company, activity, '').find(({ criterion }) => criterion === 'fairness')?.points ?? 0;
}
