// Prices and plans in turns, until the two meet or the work that was allowed is done.
import { carriedPlan, carriedPrices } from './carried-plan.js';
import { Exchanges } from './exchanges.js';
import { firstPlan } from './first-plan.js';
import { combine, type MasterSolver } from './master.js';
import { SCALE, type SeatsModel } from './model.js';
import { Plan } from './plan.js';
import { Pricing, type SeatPrices } from './pricing.js';
import { Slices } from './slices.js';
import type { SeatsSolution } from './types.js';

export interface Effort {
  /** Rounds of pricing at most. */
  readonly rounds: number;
  /** Times at most that part of the plan is decided anew. */
  readonly repairs: number;
  /** Good enough, in millionths of the bound. */
  readonly goalPpm: number;
}

export interface PlanFound {
  readonly taken: readonly (readonly number[])[];
  /** Points. */
  readonly objective: number;
  /** Points; rounded down, which is allowed since every plan is worth whole points. */
  readonly bound: number;
  readonly prices: SeatPrices;
}

/** The best plan that so much work finds. Counts work, never time, so that equal input gives equal plans. */
export function solvePlan(
  model: SeatsModel,
  effort: Effort,
  { master, before }: { readonly master?: MasterSolver | undefined; readonly before?: SeatsSolution | undefined } = {},
): PlanFound {
  const search = new PlanSearch(model);
  if (before) search.goOnFrom(before);
  const { rounds, repairs, goalPpm } = effort;
  if (!before) {
    search.price(Math.floor(rounds / 4), FAR);
    search.price(Math.floor(rounds / 4), NEAR);
    search.planAnew();
  }
  for (let stage = 0; stage < 2 && !search.isWithin(goalPpm); stage++) {
    search.price(Math.floor(rounds / 4));
    search.planAnew();
  }
  for (let repair = 0; repair < repairs && !search.isWithin(goalPpm); repair++) search.repair(repair);
  if (master && !search.isWithin(goalPpm)) search.ask(master);
  return search.found();
}

class PlanSearch {
  readonly #model: SeatsModel;
  readonly #pricing: Pricing;
  #slices: Slices | undefined;
  #best: Plan;
  #objective: number;
  /** The slice at which the next repair begins. */
  #at = 0;

  constructor(model: SeatsModel) {
    this.#model = model;
    this.#pricing = new Pricing(model);
    this.#best = new Plan(model);
    this.#objective = this.#best.objective();
  }

  /** Begins with the prices and the plan of a problem that was nearly the same. */
  goOnFrom(before: SeatsSolution): void {
    this.#pricing.startFrom(carriedPrices(this.#model, before, this.#pricing.price));
    this.#offer(this.#exchanged(carriedPlan(this.#model, before)));
  }

  /** Whether the plan is as good as the bound, or near enough. */
  isWithin(goalPpm: number): boolean {
    const bound = this.#pricing.bound / SCALE;
    if (this.#objective >= Math.floor(bound)) return true;
    return (1e6 * (bound - this.#objective)) / Math.max(1, Math.abs(bound)) <= goalPpm;
  }

  /** Rounds of pricing towards the plan that is known, or so far below the bound, where that is nearer. */
  price(rounds: number, below = Infinity): void {
    const objective = SCALE * this.#objective;
    const pricing = this.#pricing;
    pricing.improve(rounds, () => Math.max(objective, pricing.bound - below * Math.abs(pricing.bound)), PATIENCE);
  }

  planAnew(): void {
    this.#offer(this.#exchanged(firstPlan(this.#model, this.#pricing)));
  }

  /** Part of the plan after the other is decided anew: first few slices of time, then more. */
  repair(repair: number): void {
    this.#slices ??= new Slices(this.#model, this.#pricing);
    const slices = this.#slices.slices.length;
    const width = 2 + (repair % 5);
    const order = Array.from(
      { length: Math.min(width, slices) },
      (_, i) => (this.#at + i * (1 + (repair % 3))) % slices,
    );
    this.#at = (this.#at + width) % Math.max(1, slices);
    const plan = new Plan(this.#model, this.#best.taken);
    this.#slices.decide(plan, [...new Set(order)]);
    this.#offer(this.#exchanged(plan));
  }

  /** The best of all plans of people that pay nearly as well as their best. */
  ask(master: MasterSolver): void {
    const gap = this.#pricing.bound - SCALE * this.#objective;
    const combined = combine(this.#model, this.#pricing, gap, master, this.#best);
    if (combined) this.#offer(this.#exchanged(combined));
  }

  found(): PlanFound {
    const { bound, best } = this.#pricing;
    return {
      taken: this.#best.taken,
      objective: this.#objective,
      bound: Math.floor(bound / SCALE),
      prices: best,
    };
  }

  #exchanged(plan: Plan): Plan {
    new Exchanges(this.#model, this.#pricing.best, SCALE).improve(plan, TURNS);
    return plan;
  }

  #offer(plan: Plan): void {
    const worth = plan.objective();
    if (worth < this.#objective) return;
    this.#best = plan;
    this.#objective = worth;
  }
}

/** Where the best plan may lie below the bound, in parts of it, while none is known. */
const FAR = 0.006;
const NEAR = 0.001;
const PATIENCE = 4;
const TURNS = 20;
