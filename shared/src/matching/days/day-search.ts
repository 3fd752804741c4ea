// The search of problem C: prices at each step, and where they leave a conflict, one booking in or out.
import { answer, IN, noPrices, OPEN, OUT, type Answer, type DayPriceLists, type Held } from './day-prices.js';
import { canBe, excess, planWorth, type Excess } from './day-plan.js';
import { SCALE, type DaysModel } from './model.js';

export interface DayEffort {
  /** Rounds of pricing at the start, and at each step of the search. */
  readonly rounds: number;
  readonly roundsAtStep: number;
  /** Steps of the search at most. */
  readonly steps: number;
}

export interface DaysFound {
  /** Nothing where what is decided cannot be. */
  readonly held: readonly Held[] | undefined;
  readonly objective: number;
  readonly bound: number;
  readonly prices: DayPriceLists;
  readonly exhausted: boolean;
}

/** Branch and bound over bookings; counts work, never time. `known` is a plan that is there already. */
export class DaySearch {
  readonly #model: DaysModel;
  #held: readonly Held[] | undefined;
  #objective = -Infinity;
  #steps = 0;

  constructor(model: DaysModel) {
    this.#model = model;
    this.offer([]);
  }

  /** A plan from elsewhere; it counts where it can be and is better. */
  offer(held: readonly Held[]): void {
    if (!canBe(this.#model, held)) return;
    const worth = planWorth(this.#model, held);
    if (worth <= this.#objective) return;
    this.#objective = worth;
    this.#held = held;
  }

  run(effort: DayEffort): DaysFound {
    const say = Uint8Array.from(this.#model.options, ({ lock }) => (lock ? IN : OPEN));
    const start = this.#price(noPrices(this.#model), say, effort.rounds);
    const stack = [{ say, prices: start.prices }];
    let cut = false;
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (this.#steps >= effort.steps) {
        cut = true;
        break;
      }
      this.#steps += 1;
      const { best, prices } = this.#price(node.prices, node.say, effort.roundsAtStep);
      if (Math.floor(best.bound / SCALE) <= this.#objective) continue;
      const option = this.#toDecide(best, node.say);
      if (option < 0) continue;
      const without = node.say.slice();
      without[option] = OUT;
      const within = node.say.slice();
      within[option] = IN;
      stack.push({ say: without, prices }, { say: within, prices });
    }
    return {
      held: this.#held,
      objective: this.#objective,
      bound: Math.floor(start.best.bound / SCALE),
      prices: start.prices,
      exhausted: !cut,
    };
  }

  /** The lowest bound of some rounds and its prices; plans that are seen on the way are offered. */
  #price(from: DayPriceLists, say: Uint8Array, rounds: number): { best: Answer; prices: DayPriceLists } {
    let prices = from;
    let best = answer(this.#model, prices, say);
    let bestPrices = prices;
    let now = best;
    let pace = 1;
    let stale = 0;
    for (let round = 0; ; round++) {
      const over = excess(this.#model, now.held);
      if (now.bound === -Infinity) return { best: now, prices };
      this.offer(over.culprit < 0 ? now.held : this.#repaired(now.held));
      if (round >= rounds || Math.floor(best.bound / SCALE) <= this.#objective) break;
      const aim = this.#objective === -Infinity ? 0.9 * now.bound : SCALE * this.#objective;
      prices = this.#moved(prices, over, pace * Math.max(1, now.bound - aim));
      now = answer(this.#model, prices, say);
      if (now.bound < best.bound) {
        best = now;
        bestPrices = prices;
        stale = 0;
      } else if (++stale >= PATIENCE) {
        pace /= 2;
        stale = 0;
        prices = bestPrices;
        now = best;
      }
    }
    return { best, prices: bestPrices };
  }

  #moved(prices: DayPriceLists, over: Excess, distance: number): DayPriceLists {
    const { first, problem } = this.#model;
    const counts = over.day.map((excessDays, c) => excessDays + (problem.companies[c]?.most ?? 0));
    const slope = {
      day: over.day,
      // in thousandths, as its prices: brought near the size of the others
      budget: over.budget.map((parts, c) => ((problem.companies[c]?.most ?? 0) > 1 ? parts / 1000 : 0)),
      first: counts.map((count, c) => ((problem.companies[c]?.most ?? 0) > 1 ? 1 - count : 0)),
    };
    let square = 0;
    const felt = (price: number, by: number) => (by < 0 && price === 0 ? 0 : by);
    const all = [
      ...slope.day.map((by, c) => felt(prices.day[c] ?? 0, by)),
      ...slope.budget.map((by, c) => felt(prices.budget[c] ?? 0, by)),
      ...slope.first,
      ...over.venue.flatMap((ofDays, v) => ofDays.map((by, d) => felt(prices.venue[v]?.[d] ?? 0, by))),
      ...over.worker.map((by, d) => felt(prices.worker[d] ?? 0, by)),
    ];
    for (const by of all) square += by * by;
    const step = square === 0 ? 0 : distance / square;
    const up = (price: number | undefined, by: number) => Math.max(0, Math.round((price ?? 0) + step * by));
    return {
      day: slope.day.map((by, c) => up(prices.day[c], by)),
      budget: slope.budget.map((by, c) => Math.max(0, Math.round((prices.budget[c] ?? 0) + (step * by) / 1000))),
      first: slope.first.map((by, c) => Math.min(SCALE * (first[c] ?? 0), up(prices.first[c], by))),
      venue: over.venue.map((ofDays, v) => ofDays.map((by, d) => up(prices.venue[v]?.[d], by))),
      worker: over.worker.map((by, d) => up(prices.worker[d], by)),
    };
  }

  /** Days that pay are taken one after the other, as long as everything can be. */
  #repaired(held: readonly Held[]): Held[] {
    const worth = (one: Held) => planWorth(this.#model, [one]);
    const isLocked = (one: Held) => Number(this.#model.events[one.event]?.locked ?? false);
    const kept: Held[] = [];
    for (const one of [...held].sort((a, b) => isLocked(b) - isLocked(a) || worth(b) - worth(a) || a.event - b.event)) {
      if (excess(this.#model, [...kept, one]).culprit < 0) kept.push(one);
      else {
        const fewer = { ...one, options: this.#fitting(kept, one) };
        if (fewer.options.length > 0) kept.push(fewer);
      }
    }
    return kept;
  }

  /** Of a day's companies those that still can; none where they are too few for the ratio. */
  #fitting(kept: readonly Held[], { event, options }: Held): number[] {
    const chosen: number[] = [];
    for (const option of options) {
      if (excess(this.#model, [...kept, { event, options: [...chosen, option] }]).culprit < 0) chosen.push(option);
    }
    const people = chosen.reduce((sum, option) => sum + (this.#model.options[option]?.people ?? 0), 0);
    return people >= (this.#model.events[event]?.least ?? 0) ? chosen : [];
  }

  /** The booking to decide next: one in a conflict, else any that is open and would be made, else any that is open. */
  #toDecide({ held }: Answer, say: Uint8Array): number {
    const { culprit } = excess(this.#model, held);
    if (culprit >= 0 && say[culprit] === OPEN) return culprit;
    const made = held.flatMap(({ options }) => options).find((option) => say[option] === OPEN);
    return made ?? say.indexOf(OPEN);
  }
}

const PATIENCE = 5;
