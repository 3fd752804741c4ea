// The search of problem C: prices at each step, and where they leave a conflict, one booking in or out.
import { item } from '../ints.js';
import { answer, IN, noPrices, OPEN, OUT, type Answer, type DayPriceLists, type Held } from './day-prices.js';
import { canBe, excess, planWorth, type Excess } from './day-plan.js';
import { filledDays, refilledDays } from './day-room.js';
import { SCALE, type DaysModel } from './model.js';

export interface DayEffort {
  /** Rounds of pricing at the start, and at each step of the search. */
  readonly rounds: number;
  readonly roundsAtStep: number;
  /** Steps of the search at most. */
  readonly steps: number;
}

/** A part of all plans: split at an option, or bounded by its prices. */
export interface DayNode {
  /** What is said: an option and whether it is in, and the part that this is a half of. */
  readonly parent: DayNode | undefined;
  readonly option: number;
  readonly word: number;
  readonly prices: DayPriceLists;
  /** In whole points: no plan of this part is worth more. */
  readonly bound: number;
  /** The option of a conflict, or of what would be decided next; -1 where nothing is open. */
  readonly next: number;
  halves?: { readonly within: DayNode; readonly without: DayNode };
}

export interface DaysFound {
  /** Nothing where what is decided cannot be. */
  readonly held: readonly Held[] | undefined;
  readonly objective: number;
  /** In whole points, over all parts. */
  readonly bound: number;
  readonly root: DayNode;
}

/** Branch and bound over bookings, the part that promises most first; counts work, never time. */
export class DaySearch {
  readonly #model: DaysModel;
  readonly #free: DayPriceLists;
  #held: readonly Held[] | undefined;
  #objective = -Infinity;

  constructor(model: DaysModel) {
    this.#model = model;
    this.#free = noPrices(model);
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

  /** `from` are prices that were good before, where there were any. */
  run(effort: DayEffort, from: DayPriceLists = this.#free): DaysFound {
    const say = Uint8Array.from(this.#model.options, ({ lock }) => (lock ? IN : OPEN));
    this.#fill(from, say);
    const root = this.#node(undefined, -1, OPEN, say, from, effort.rounds);
    if (this.#held && root.bound > this.#objective) {
      this.offer(refilledDays(this.#model, this.#held, [root.prices, this.#free], REFILLS * this.#held.length));
    }
    const open: DayNode[] = [root];
    for (let step = 0; step < effort.steps; step++) {
      const node = this.#takeMostPromising(open);
      if (!node) break;
      this.#sayAll(node, say);
      const half = (word: number) => {
        say[node.next] = word;
        return this.#node(node, node.next, word, say, node.prices, effort.roundsAtStep);
      };
      node.halves = { within: half(IN), without: half(OUT) };
      open.push(node.halves.without, node.halves.within);
    }
    const bound = open.reduce((most, node) => Math.max(most, node.bound), this.#objective);
    return { held: this.#held, objective: this.#objective, bound, root };
  }

  /** Nothing where no part is left that could hold something better. */
  #takeMostPromising(open: DayNode[]): DayNode | undefined {
    let best = -1;
    open.forEach(({ bound, next }, index) => {
      if (bound <= this.#objective || next < 0) return;
      if (best < 0 || bound >= item(open, best).bound) best = index;
    });
    return best < 0 ? undefined : open.splice(best, 1)[0];
  }

  #sayAll(node: DayNode, say: Uint8Array): void {
    this.#model.options.forEach(({ lock }, option) => (say[option] = lock ? IN : OPEN));
    for (let at: DayNode | undefined = node; at?.parent; at = at.parent) say[at.option] = at.word;
  }

  #node(
    parent: DayNode | undefined,
    option: number,
    word: number,
    say: Uint8Array,
    from: DayPriceLists,
    rounds: number,
  ): DayNode {
    const { best, prices } = this.#price(from, say, rounds);
    const made = { parent, option, word, prices };
    const said = this.#saidAlone(say);
    if (best.bound === -Infinity || excess(this.#model, said).culprit >= 0)
      return { ...made, bound: -Infinity, next: -1 };
    if (!say.includes(OPEN)) {
      // one plan is left: its worth is its bound
      const bound = canBe(this.#model, said) ? planWorth(this.#model, said) : -Infinity;
      return { ...made, bound, next: -1 };
    }
    return { ...made, bound: Math.floor(best.bound / SCALE), next: this.#toDecide(best, say) };
  }

  /** Only what is said to be. */
  #saidAlone(say: Uint8Array): Held[] {
    return this.#model.events.flatMap(({ options }, event) => {
      const within = options.filter((option) => say[option] === IN);
      return within.length > 0 ? [{ event, options: within }] : [];
    });
  }

  /** The lowest bound of some rounds and its prices; plans that are seen on the way are offered. */
  #price(from: DayPriceLists, say: Uint8Array, rounds: number): { best: Answer; prices: DayPriceLists } {
    let prices = from;
    let best = answer(this.#model, prices, say);
    let bestPrices = prices;
    let now = best;
    let pace = 1;
    let stale = 0;
    let last: Excess | undefined;
    for (let round = 0; ; round++) {
      let over = excess(this.#model, now.held);
      if (now.bound === -Infinity) return { best: now, prices };
      if (over.culprit < 0) this.offer(now.held);
      else if (round === rounds || round % FILL_EVERY === FILL_EVERY - 1) this.#fill(prices, say, now.held);
      if (round >= rounds || Math.floor(best.bound / SCALE) <= this.#objective) break;
      const near = now.bound - AIM * Math.abs(now.bound);
      const aim = Math.max(near, SCALE * this.#objective);
      over = smoothed(over, last);
      last = over;
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
        last = undefined;
      }
    }
    return { best, prices: bestPrices };
  }

  #fill(prices: DayPriceLists, say: Uint8Array, first: readonly Held[] = []): void {
    const order = first.map((one) => ({ one, worth: planWorth(this.#model, [one]) }));
    order.sort((a, b) => b.worth - a.worth || a.one.event - b.one.event);
    const filled = filledDays(
      this.#model,
      [prices, this.#free],
      say,
      order.map(({ one }) => one),
    );
    if (filled) this.offer(filled);
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
    const add = (by: number) => (square += by * by);
    slope.day.forEach((by, c) => add(felt(prices.day[c] ?? 0, by)));
    slope.budget.forEach((by, c) => add(felt(prices.budget[c] ?? 0, by)));
    slope.first.forEach(add);
    over.venue.forEach((ofDays, v) => ofDays.forEach((by, d) => add(felt(prices.venue[v]?.[d] ?? 0, by))));
    over.worker.forEach((by, d) => add(felt(prices.worker[d] ?? 0, by)));
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

  /** The booking to decide next: one in a conflict, else any that is open and would be made, else any that is open. */
  #toDecide({ held }: Answer, say: Uint8Array): number {
    const { culprit } = excess(this.#model, held);
    if (culprit >= 0 && say[culprit] === OPEN) return culprit;
    const made = held.flatMap(({ options }) => options).find((option) => say[option] === OPEN);
    return made ?? say.indexOf(OPEN);
  }
}

/** The direction with part of the last one: so it swings less (Camerini, Fratta and Maffioli 1975). */
function smoothed(now: Excess, last: Excess | undefined): Excess {
  if (!last) return now;
  const mix = (a: readonly number[], b: readonly number[] | undefined) => a.map((by, i) => by + SMOOTH * (b?.[i] ?? 0));
  return {
    day: mix(now.day, last.day),
    budget: mix(now.budget, last.budget),
    venue: now.venue.map((ofDays, v) => mix(ofDays, last.venue[v])),
    worker: mix(now.worker, last.worker),
    culprit: now.culprit,
  };
}

const PATIENCE = 25;
/** How much of the last direction goes on. */
const SMOOTH = 0.75;
/** How far below the bound the best plan may be, in parts of it, where none is known that is nearer. */
const AIM = 0.06;
/** For each day that is held. */
const REFILLS = 12;
/** So often in rounds of pricing a plan is made of the prices. */
const FILL_EVERY = 4;
