// Problem C: a plan of company days with a proof of how good it is.
import { item } from '../ints.js';
import type { MasterSolver } from '../program.js';
import { BadProblem } from '../transport/problem.js';
import type { DayPriceLists, Held } from './day-prices.js';
import { askMaster } from './day-program.js';
import { DaySearch, type DayEffort, type DayNode } from './day-search.js';
import { byBooking, makeDays, normaliseDays, SCALE, type DaysModel } from './model.js';
import { leastAdults } from './options.js';
import type { Booking, ChosenDay, DayPrices, DayProof, DaysProblem, DaysSolution, FewDayPrices } from './types.js';

export interface DaysOptions {
  readonly effort?: Partial<DayEffort> | undefined;
  /** Asked for a first plan; without one the own search begins with none. */
  readonly master?: MasterSolver | undefined;
}

export const DEFAULT_DAY_EFFORT: DayEffort = { rounds: 1000, roundsAtStep: 8, steps: 300 };

/** Equal input gives equal plans. Throws `BadProblem` on what cannot be read, and where what is decided cannot be. */
export function solveDays(problem: DaysProblem, options: DaysOptions = {}): DaysSolution {
  return solvedDays(problem, options).solution;
}

/** The same, with the model that explanations ask; goes on from what was found `before` a change. */
export function solvedDays(
  problem: DaysProblem,
  { effort, master }: DaysOptions = {},
  before?: DaysSolution,
): { readonly model: DaysModel; readonly solution: DaysSolution } {
  const model = makeDays(normaliseDays(problem));
  const search = new DaySearch(model);
  const plan = master && askMaster(model, master);
  if (plan) search.offer(plan);
  if (before) search.offer(heldBefore(model, before));
  const prices = before && listedPrices(model, before.certificate.prices);
  const { held, objective, bound, root } = search.run({ ...DEFAULT_DAY_EFFORT, ...effort }, prices);
  if (!held) throw new BadProblem('LOCKS_CONFLICT', 'the decided days');
  const solution = {
    bookings: bookings(model, held),
    short: short(model, held),
    certificate: {
      objective,
      bound,
      scale: SCALE,
      prices: named(model, root.prices),
      proof: proofOf(model, root),
    },
    gapPpm: Math.ceil((1e6 * (bound - objective)) / Math.max(1, Math.abs(bound))),
    exhausted: bound === objective,
  };
  return { model, solution };
}

/** The former bookings that still may be; whether they can be together is asked of the whole. */
function heldBefore(model: DaysModel, { bookings: former }: DaysSolution): Held[] {
  const { problem, events, options } = model;
  const had = new Set(former.map((one) => JSON.stringify([one.companyId, one.activityId, one.day])));
  return events.flatMap((event, index) => {
    const activityId = item(problem.activities, event.activity).id;
    const chosen = event.options.filter((option) => {
      const companyId = item(problem.companies, item(options, option).company).id;
      return had.has(JSON.stringify([companyId, activityId, event.day]));
    });
    return chosen.length > 0 ? [{ event: index, options: chosen }] : [];
  });
}

/** Stored prices in the order of the model; 0 for what was not there. None of a first day is more than that is worth. */
export function listedPrices({ problem, days, first }: DaysModel, prices: DayPrices): DayPriceLists {
  const own = problem.companies.map(({ id }) => prices.company[id]);
  return {
    day: own.map((price) => price?.day ?? 0),
    budget: own.map((price) => price?.budget ?? 0),
    first: own.map((price, c) => Math.min(price?.first ?? Infinity, SCALE * (first[c] ?? 0))),
    venue: problem.venues.map(({ id }) => days.map((day) => prices.venue[id]?.[day] ?? 0)),
    worker: days.map((day) => prices.worker[day] ?? 0),
  };
}

function proofOf(model: DaysModel, root: DayNode): DayProof {
  const partOf = (node: DayNode): DayProof => {
    if (node.halves) {
      return {
        booking: bookingOf(model, node.halves.within.option),
        within: partOf(node.halves.within),
        without: partOf(node.halves.without),
      };
    }
    return node.prices === root.prices || node.bound === -Infinity ? {} : { prices: few(named(model, node.prices)) };
  };
  return partOf(root);
}

function bookingOf({ problem, events, options }: DaysModel, option: number): Booking {
  const { company, event } = item(options, option);
  const { activity, day } = item(events, event);
  return { companyId: item(problem.companies, company).id, activityId: item(problem.activities, activity).id, day };
}

/** Without what is 0. */
function few({ company, venue, worker }: DayPrices): FewDayPrices {
  const positive = <T extends Readonly<Record<string, number>>>(prices: T) =>
    Object.fromEntries(Object.entries(prices).filter(([, price]) => price > 0));
  return {
    company: Object.fromEntries(Object.entries(company).map(([id, prices]) => [id, positive(prices)])),
    venue: Object.fromEntries(Object.entries(venue).map(([id, prices]) => [id, positive(prices)])),
    worker: positive(worker),
  };
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
