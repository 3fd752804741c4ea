// The bound of problem C at given prices, and who would come where: every activity's best days, each solved exactly.
import { BUDGET_PARTS, SCALE, type DayEvent, type DaysModel } from './model.js';

/** What is said of an option in a part of the search. */
export const OPEN = 0;
export const OUT = 1;
export const IN = 2;

/** Whole parts of a point, none below 0; `first` no more than a first day is worth. */
export interface DayPriceLists {
  /** Of a day of each company, and of a thousandth of its budget. */
  readonly day: number[];
  readonly budget: number[];
  readonly first: number[];
  /** By venue and day; by day. */
  readonly venue: number[][];
  readonly worker: number[];
}

export interface Held {
  readonly event: number;
  readonly options: readonly number[];
}

export interface Answer {
  /** In parts; no plan that keeps to what is said is worth more. -Infinity where there is none. */
  readonly bound: number;
  readonly held: readonly Held[];
}

export function noPrices({ problem, days, first }: DaysModel): DayPriceLists {
  return {
    day: problem.companies.map(() => 0),
    budget: problem.companies.map(() => 0),
    first: first.map((points) => SCALE * points),
    venue: problem.venues.map(() => days.map(() => 0)),
    worker: days.map(() => 0),
  };
}

/**
 * Companies' days and budgets, venues and workers have prices (Fisher 1981); ratio, room and how often an activity is
 * held do not: each day of an activity takes the companies that pay best within them (a knapsack, exact), and each
 * activity its best days. The sum bounds every plan.
 */
export function answer(model: DaysModel, prices: DayPriceLists, say: Uint8Array): Answer {
  const { problem, events, eventsOf, first, present } = model;
  let bound = 0;
  problem.companies.forEach(({ most }, c) => {
    bound += most * (prices.day[c] ?? 0) + BUDGET_PARTS * (prices.budget[c] ?? 0);
    bound += Math.max(0, SCALE * (first[c] ?? 0) - (prices.first[c] ?? 0));
  });
  prices.venue.forEach((ofDays) => ofDays.forEach((price) => (bound += price)));
  present.forEach((workers, day) => (bound += workers * (prices.worker[day] ?? 0)));
  const held: Held[] = [];
  problem.activities.forEach(({ times }, a) => {
    const offers = (eventsOf[a] ?? []).flatMap((index) => {
      const event = events[index];
      if (!event) return [];
      const rent =
        (prices.venue[event.venue]?.[event.workday] ?? 0) + event.workers * (prices.worker[event.workday] ?? 0);
      if (mostWorth(model, event, prices, say) <= rent) return [];
      const best = bestCompanies(model, event, prices, say);
      return [{ event: index, worth: best.worth - rent, options: best.options, must: best.must }];
    });
    offers.sort((x, y) => Number(y.must) - Number(x.must) || y.worth - x.worth || x.event - y.event);
    if (offers.filter(({ must }) => must).length > times) bound = -Infinity;
    for (const { event, worth, options, must } of offers.slice(0, times)) {
      if (!must && worth <= 0) continue;
      bound += worth;
      held.push({ event, options });
    }
  });
  return { bound, held };
}

/** More than a day can be worth, whoever comes; without end where somebody must. */
function mostWorth({ options }: DaysModel, event: DayEvent, prices: DayPriceLists, say: Uint8Array): number {
  let sum = 0;
  for (const index of event.options) {
    const option = options[index];
    if (!option || say[index] === OUT) continue;
    if (say[index] === IN) return Infinity;
    const { company, share, value } = option;
    const net =
      SCALE * value + (prices.first[company] ?? 0) - (prices.day[company] ?? 0) - share * (prices.budget[company] ?? 0);
    if (net > 0) sum += net;
  }
  return sum;
}

/** The companies of a day that pay best, within its ratio and its room; -Infinity where none do. */
export function bestCompanies(
  model: DaysModel,
  event: DayEvent,
  prices: DayPriceLists,
  say: Uint8Array,
): { worth: number; options: number[]; must: boolean } {
  let people = 0;
  let fixed = 0;
  const must: number[] = [];
  const open: { option: number; people: number; net: number }[] = [];
  for (const index of event.options) {
    const option = model.options[index];
    if (!option || say[index] === OUT) continue;
    const { company, share } = option;
    const net =
      SCALE * option.value +
      (prices.first[company] ?? 0) -
      (prices.day[company] ?? 0) -
      share * (prices.budget[company] ?? 0);
    if (say[index] === IN) {
      must.push(index);
      people += option.people;
      fixed += net;
    } else if (net > 0 || event.least > 0) open.push({ option: index, people: option.people, net });
  }
  const isMust = must.length > 0;
  if (people > event.most) return { worth: -Infinity, options: must, must: isMust };
  // best worth for each number of people that come beside
  const room = event.most - people;
  const width = room + 1;
  const best = new Float64Array(width).fill(-Infinity);
  best[0] = 0;
  const taken = new Uint8Array(open.length * width);
  let most = 0;
  open.forEach(({ people: more, net }, index) => {
    most = Math.min(room, most + more);
    for (let total = most; total >= more; total--) {
      const then = (best[total - more] as number) + net;
      if (then <= (best[total] as number)) continue;
      best[total] = then;
      taken[index * width + total] = 1;
    }
  });
  let at = -1;
  for (let total = Math.max(0, event.least - people); total <= room; total++) {
    if ((best[total] as number) > (at < 0 ? -Infinity : (best[at] as number))) at = total;
  }
  if (at < 0) return { worth: -Infinity, options: must, must: isMust };
  const worth = fixed + (best[at] as number);
  const options = [...must];
  for (let index = open.length - 1; index >= 0; index--) {
    const one = open[index];
    if (!one || taken[index * width + at] !== 1) continue;
    options.push(one.option);
    at -= one.people;
  }
  return { worth, options: options.sort((a, b) => a - b), must: isMust };
}
