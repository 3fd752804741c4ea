// Small random plans of company days from a seed, and the slow certain way to solve them.
import type { Booking, DaysProblem, DaysSolution } from '../days/types.js';
import { dayWorth } from '../days/verify-days.js';
import type { Seeded } from './small-problem.js';

export interface DaysSize {
  readonly companies: number;
  readonly activities: number;
  readonly days: number;
}

export function inventDays(random: Seeded, size: DaysSize): DaysProblem {
  const days = Array.from({ length: size.days }, (_, d) => `2027-05-${String(10 + d)}`);
  const some = <T>(list: readonly T[], percent: number) => list.filter(() => random.chance(percent));
  const activities = Array.from({ length: size.activities }, (_, i) => ({
    id: `a${i}`,
    children: random.next(30),
    childrenPerAdult: 1 + random.next(4),
    mostAdults: 5 + random.next(30),
    workers: random.next(3),
    venueId: `p${random.next(2)}`,
    costPerPerson: random.next(60),
    days: some(days, 70),
    times: 1 + random.next(2),
  }));
  const companies = Array.from({ length: size.companies }, (_, i) => ({
    id: `c${i}`,
    people: 3 + random.next(15),
    budget: random.next(900),
    most: 1 + random.next(2),
    wishes: random.shuffle(some(activities, 80).map(({ id }) => id)),
    days: random.chance(50) ? undefined : some(days, 70),
    before: some(activities, 20).map(({ id }) => ({ activityId: id, years: 1 + random.next(3) })),
    yearsWithout: random.next(4),
  }));
  const booking = (): Booking => ({
    companyId: random.pick(companies).id,
    activityId: random.pick(activities).id,
    day: random.pick(days),
  });
  const problem: DaysProblem = {
    companies,
    activities,
    venues: [0, 1].map((p) => ({ id: `p${p}`, capacity: 20 + random.next(40) })),
    workers: some(days, 90).map((day) => ({ day, present: random.next(5) })),
    locks: [],
    vetoes: random.chance(30) ? [booking(), { ...booking(), day: undefined }] : [],
    previous: random.chance(40) ? [booking()] : [],
    rules: { rankPoints: [100, 60, 30], stayBonus: 200 },
    weights: {
      version: 1,
      criteria: [
        { criterion: 'wish', weight: 1 + random.next(60), why: 'x' },
        { criterion: 'together', weight: random.next(30), why: 'x' },
        { criterion: 'fairness', weight: random.next(40), why: 'x' },
      ],
    },
  };
  const lock = booking();
  return random.chance(25) && dayWorth(problem, lock) !== undefined ? { ...problem, locks: [lock] } : problem;
}

/** The same year with every list in another order, but for wishes, whose order is their rank. */
export function shuffledDays(random: Seeded, problem: DaysProblem): DaysProblem {
  return {
    ...problem,
    companies: random.shuffle(
      problem.companies.map((one) => ({
        ...one,
        days: one.days && random.shuffle(one.days),
        before: random.shuffle(one.before),
      })),
    ),
    activities: random.shuffle(problem.activities.map((one) => ({ ...one, days: random.shuffle(one.days) }))),
    venues: random.shuffle(problem.venues),
    workers: random.shuffle(problem.workers),
    locks: random.shuffle(problem.locks),
    vetoes: random.shuffle(problem.vetoes),
    previous: random.shuffle(problem.previous),
    weights: { ...problem.weights, criteria: random.shuffle(problem.weights.criteria) },
  };
}

/** The greatest worth of any plan, by trying everything; -Infinity where what is decided cannot be. */
export function bruteForceDays(problem: DaysProblem): number {
  const open = problem.companies.flatMap(({ id: companyId }) =>
    problem.activities.flatMap(({ id: activityId, days }) =>
      days.flatMap((day) => {
        const value = dayWorth(problem, { companyId, activityId, day });
        return value === undefined ? [] : [{ companyId, activityId, day, value }];
      }),
    ),
  );
  const weight = problem.weights.criteria.find(({ criterion }) => criterion === 'fairness')?.weight ?? 0;
  const first = new Map(
    problem.companies.map(({ id, yearsWithout }) => [id, weight * Math.min(100, 34 * yearsWithout)]),
  );
  let best = -Infinity;
  for (let set = 0; set < 2 ** open.length; set++) {
    const bookings = open.filter((_, index) => set & (1 << index));
    const companies = new Set(bookings.map(({ companyId }) => companyId));
    const worth =
      bookings.reduce((sum, { value }) => sum + value, 0) +
      [...companies].reduce((sum, id) => sum + (first.get(id) ?? 0), 0);
    if (worth > best && canBe(problem, bookings)) best = worth;
  }
  return best;
}

export const bookingsPossible = (problem: DaysProblem): number =>
  problem.companies.reduce(
    (sum, { id: companyId }) =>
      sum +
      problem.activities.reduce(
        (own, { id: activityId, days }) =>
          own + days.filter((day) => dayWorth(problem, { companyId, activityId, day }) !== undefined).length,
        0,
      ),
    0,
  );

/** The limits once more, in the plainest words. */
function canBe(problem: DaysProblem, bookings: DaysSolution['bookings']): boolean {
  const groups = (key: (one: Booking) => string) => {
    const found = new Map<string, DaysSolution['bookings'][number][]>();
    for (const one of bookings) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
    return found;
  };
  const company = (id: string) => problem.companies.find((one) => one.id === id);
  const activity = (id: string) => problem.activities.find((one) => one.id === id);
  if ([...groups((one) => `${one.companyId} ${one.day}`).values()].some((own) => own.length > 1)) return false;
  for (const [id, own] of groups(({ companyId }) => companyId)) {
    const cost = own.reduce(
      (sum, one) => sum + (company(id)?.people ?? 0) * (activity(one.activityId)?.costPerPerson ?? 0),
      0,
    );
    if (own.length > (company(id)?.most ?? 0) || cost > (company(id)?.budget ?? 0)) return false;
  }
  const held = [...groups((one) => `${one.activityId} ${one.day}`).values()];
  for (const together of held) {
    const one = together[0];
    const of = activity(one?.activityId ?? '');
    if (!one || !of) return false;
    const adults = together.reduce((sum, { companyId }) => sum + (company(companyId)?.people ?? 0), 0);
    const capacity = problem.venues.find(({ id }) => id === of.venueId)?.capacity ?? 0;
    const decided = problem.locks.some((lock) => lock.activityId === of.id && lock.day === one.day);
    if (!decided && adults * of.childrenPerAdult < of.children) return false;
    if (adults > of.mostAdults || adults + of.children > capacity) return false;
    const today = held
      .filter((other) => other[0]?.day === one.day)
      .map((other) => activity(other[0]?.activityId ?? ''));
    if (today.filter((other) => other?.venueId === of.venueId).length > 1) return false;
    const present = problem.workers.find(({ day }) => day === one.day)?.present ?? 0;
    if (today.reduce((sum, other) => sum + (other?.workers ?? 0), 0) > present) return false;
    if (held.filter((other) => other[0]?.activityId === of.id).length > of.times) return false;
  }
  return problem.locks.every((lock) =>
    bookings.some(
      (one) => one.companyId === lock.companyId && one.activityId === lock.activityId && one.day === lock.day,
    ),
  );
}
