// Prices and plans in turns, until the two meet or the work that was allowed is done.
import { SeenPlans, type MasterSolver } from './master.js';
import { SCALE, type SeatsModel } from './model.js';
import { Plan } from './plan.js';
import { Pricing, type SeatPrices } from './pricing.js';
import { Slices } from './slices.js';

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
export function solvePlan(model: SeatsModel, effort: Effort, master?: MasterSolver): PlanFound {
  const seen = master && new SeenPlans(model);
  const pricing = new Pricing(model, seen);
  const slices = new Slices(model, pricing);
  let best = new Plan(model);
  let objective = best.objective();
  const isDone = () => objective >= Math.floor(pricing.bound / SCALE) || gapPpm(objective, pricing) <= effort.goalPpm;
  const offer = (plan: Plan) => {
    plan.taken.forEach((options, volunteer) => seen?.note(volunteer, options));
    const worth = plan.objective();
    if (worth < objective) return false;
    const better = worth > objective;
    best = plan;
    objective = worth;
    return better;
  };
  const forward = slices.slices.map((_, slice) => slice);
  const rounds = [Math.floor(effort.rounds / 4), Math.floor(effort.rounds / 2), Math.floor(effort.rounds / 4)];
  rounds.forEach((some, stage) => {
    if (stage > 0 && isDone()) return;
    const guess = () =>
      stage === 0 ? Math.max(SCALE * objective, pricing.bound * (1 - FIRST_AIM)) : SCALE * objective;
    pricing.improve(some, guess, PATIENCE);
    const plan = new Plan(model);
    slices.decide(plan, stage === 1 ? [...forward].reverse() : forward);
    sweep(slices, plan);
    offer(plan);
  });
  // part of the plan after the other is decided anew: first few slices, then more
  let at = 0;
  for (let repair = 0; repair < effort.repairs && !isDone(); repair++) {
    const width = 2 + (repair % 5);
    const order = Array.from(
      { length: Math.min(width, forward.length) },
      (_, i) => (at + i * (1 + (repair % 3))) % forward.length,
    );
    at = (at + width) % Math.max(1, forward.length);
    const plan = new Plan(model, best.taken);
    slices.decide(plan, [...new Set(order)]);
    offer(plan);
  }
  if (seen && master && !isDone()) {
    const combined = seen.combine(master, best);
    if (combined) offer(combined);
  }
  return { taken: best.taken, objective, bound: Math.floor(pricing.bound / SCALE), prices: pricing.best };
}

function sweep(slices: Slices, plan: Plan): void {
  for (let turn = 0; turn < SWEEPS; turn++) {
    const before = plan.objective();
    slices.slices.forEach((_, slice) => slices.refine(plan, slice));
    if (plan.objective() <= before) return;
  }
}

const gapPpm = (objective: number, pricing: Pricing) =>
  (1e6 * (pricing.bound / SCALE - objective)) / Math.max(1, Math.abs(pricing.bound / SCALE));

const FIRST_AIM = 0.003;
const PATIENCE = 8;
const SWEEPS = 3;
