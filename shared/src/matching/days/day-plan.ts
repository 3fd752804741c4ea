// What a plan of days is worth, and whether everything that has a price is kept to.
import { item } from '../ints.js';
import type { Held } from './day-prices.js';
import type { DaysModel } from './model.js';

/** How much of everything with a price a plan uses, less what there is: above 0 is too much. */
export interface Excess {
  readonly day: number[];
  readonly budget: number[];
  readonly venue: number[][];
  readonly worker: number[];
  /** An option of something of which there is too much, or -1 where the plan can be. */
  readonly culprit: number;
}

export function excess(model: DaysModel, held: readonly Held[]): Excess {
  const { problem, days, events, options, present } = model;
  const day = problem.companies.map(({ most }) => -most);
  const share = problem.companies.map(() => 0);
  const cost = problem.companies.map(() => 0);
  const venue = problem.venues.map(() => days.map(() => -1));
  const worker = present.map((workers) => -workers);
  const onDay = new Uint8Array(problem.companies.length * days.length);
  let culprit = -1;
  const blame = (candidates: readonly number[]) => {
    if (culprit < 0) culprit = candidates[0] ?? -1;
  };
  for (const { event: index, options: chosen } of held) {
    const event = item(events, index);
    const ofVenue = item(venue, event.venue);
    ofVenue[event.workday] = (ofVenue[event.workday] ?? 0) + 1;
    worker[event.workday] = (worker[event.workday] ?? 0) + event.workers;
    if ((ofVenue[event.workday] ?? 0) > 0 || (worker[event.workday] ?? 0) > 0) blame(chosen);
    for (const one of chosen) {
      const option = item(options, one);
      day[option.company] = (day[option.company] ?? 0) + 1;
      share[option.company] = (share[option.company] ?? 0) + option.share;
      cost[option.company] = (cost[option.company] ?? 0) + option.cost;
      const key = option.company * days.length + event.workday;
      const over = (cost[option.company] ?? 0) > item(problem.companies, option.company).budget;
      if ((day[option.company] ?? 0) > 0 || over || onDay[key] === 1) blame([one]);
      onDay[key] = 1;
    }
  }
  return { day, budget: share.map((used) => used - 1000), venue, worker, culprit };
}

/** In points. */
export function planWorth({ options, first }: DaysModel, held: readonly Held[]): number {
  const companies = new Set<number>();
  let sum = 0;
  for (const one of held.flatMap(({ options: chosen }) => chosen)) {
    const { company, value } = item(options, one);
    sum += value;
    companies.add(company);
  }
  for (const company of companies) sum += first[company] ?? 0;
  return sum;
}

/** Whether ratios, rooms and how often activities are held are kept to, and all that is decided is there. */
export function canBe(model: DaysModel, held: readonly Held[]): boolean {
  const { problem, events, options } = model;
  const times = new Map<number, number>();
  const all = new Set(held.flatMap(({ options: chosen }) => chosen));
  for (const { event: index, options: chosen } of held) {
    const event = item(events, index);
    const people = chosen.reduce((sum, one) => sum + item(options, one).people, 0);
    if (chosen.length === 0 || people < event.least || people > event.most) return false;
    times.set(event.activity, (times.get(event.activity) ?? 0) + 1);
  }
  return (
    excess(model, held).culprit < 0 &&
    options.every(({ lock }, index) => !lock || all.has(index)) &&
    [...times].every(([activity, often]) => often <= item(problem.activities, activity).times)
  );
}
