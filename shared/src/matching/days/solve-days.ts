// Problem C: a plan of company days with a proof of how good it is.
import { item } from '../ints.js';
import type { MasterSolver } from '../program.js';
import { BadProblem } from '../transport/problem.js';
import type { DayPriceLists, Held } from './day-prices.js';
import { askMaster } from './day-program.js';
import { DaySearch, type DayEffort } from './day-search.js';
import { byBooking, makeDays, normaliseDays, SCALE, type DaysModel } from './model.js';
import { leastAdults } from './options.js';
import type { ChosenDay, DayPrices, DaysProblem, DaysSolution } from './types.js';

export interface DaysOptions {
  readonly effort?: Partial<DayEffort> | undefined;
  /** Asked for a first plan; without one the own search begins with none. */
  readonly master?: MasterSolver | undefined;
}

export const DEFAULT_DAY_EFFORT: DayEffort = { rounds: 200, roundsAtStep: 6, steps: 400 };

/** Equal input gives equal plans. Throws `BadProblem` on what cannot be read, and where what is decided cannot be. */
export function solveDays(problem: DaysProblem, options: DaysOptions = {}): DaysSolution {
  return solvedDays(problem, options).solution;
}

export function solvedDays(
  problem: DaysProblem,
  { effort, master }: DaysOptions = {},
): { readonly model: DaysModel; readonly solution: DaysSolution } {
  const model = makeDays(normaliseDays(problem));
  const search = new DaySearch(model);
  const plan = master && askMaster(model, master);
  if (plan) search.offer(plan);
  const found = search.run({ ...DEFAULT_DAY_EFFORT, ...effort });
  if (!found.held) throw new BadProblem('LOCKS_CONFLICT', 'the decided days');
  const { objective, bound, exhausted } = found;
  const certificate = { objective, bound, scale: SCALE, prices: named(model, found.prices) };
  const gapPpm = Math.ceil((1e6 * (bound - objective)) / Math.max(1, Math.abs(bound)));
  const solution = {
    bookings: bookings(model, found.held),
    short: short(model, found.held),
    certificate,
    gapPpm,
    exhausted,
  };
  return { model, solution };
}

function bookings({ problem, events, options }: DaysModel, held: readonly Held[]): ChosenDay[] {
  return held
    .flatMap((one) =>
      one.options.map((option) => {
        const { company, value } = item(options, option);
        const { activity, day } = item(events, one.event);
        return {
          companyId: item(problem.companies, company).id,
          activityId: item(problem.activities, activity).id,
          day,
          value,
        };
      }),
    )
    .sort(byBooking);
}

function short({ problem, events, options }: DaysModel, held: readonly Held[]): DaysSolution['short'] {
  return held.flatMap((one) => {
    const { activity, day } = item(events, one.event);
    const asked = item(problem.activities, activity);
    const adults = one.options.reduce((sum, option) => sum + item(options, option).people, 0);
    const missing = leastAdults(asked) - adults;
    return missing > 0 ? [{ activityId: asked.id, day, missing }] : [];
  });
}

function named({ problem, days }: DaysModel, prices: DayPriceLists): DayPrices {
  const byDay = (list: readonly number[] | undefined) =>
    Object.fromEntries(days.map((day, d) => [day, list?.[d] ?? 0]));
  return {
    company: Object.fromEntries(
      problem.companies.map(({ id }, c) => [
        id,
        { day: prices.day[c] ?? 0, budget: prices.budget[c] ?? 0, first: prices.first[c] ?? 0 },
      ]),
    ),
    venue: Object.fromEntries(problem.venues.map(({ id }, v) => [id, byDay(prices.venue[v])])),
    worker: byDay(prices.worker),
  };
}
