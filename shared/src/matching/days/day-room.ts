// Plans of days in the making: one day after the other is held with whoever pays best and still can come.
import { at, bump, item } from '../ints.js';
import { bestCompanies, IN, OPEN, OUT, type DayPriceLists, type Held } from './day-prices.js';
import { planWorth } from './day-plan.js';
import { SCALE, type DaysModel } from './model.js';

/** What a plan in the making leaves of days, budgets, venues and workers. */
class DayRoom {
  readonly #model: DaysModel;
  readonly held: Held[] = [];
  readonly #days: Int32Array;
  readonly #budget: Float64Array;
  readonly #times: Int32Array;
  readonly #workers: Int32Array;
  readonly #venues: Uint8Array;
  readonly #busy: Uint8Array;

  constructor(model: DaysModel) {
    this.#model = model;
    const { problem, days, present } = model;
    this.#days = Int32Array.from(problem.companies, ({ most }) => most);
    this.#budget = Float64Array.from(problem.companies, ({ budget }) => budget);
    this.#times = Int32Array.from(problem.activities, ({ times }) => times);
    this.#workers = Int32Array.from(present);
    this.#venues = new Uint8Array(problem.venues.length * days.length);
    this.#busy = new Uint8Array(problem.companies.length * days.length);
  }

  canHold(index: number): boolean {
    const { activity, venue, workday, workers } = item(this.#model.events, index);
    return (
      at(this.#times, activity) > 0 &&
      this.#venues[venue * this.#model.days.length + workday] === 0 &&
      at(this.#workers, workday) >= workers
    );
  }

  canCome(option: number): boolean {
    const { company, event, cost } = item(this.#model.options, option);
    const { workday } = item(this.#model.events, event);
    return (
      at(this.#days, company) > 0 &&
      (this.#budget[company] as number) >= cost &&
      this.#busy[company * this.#model.days.length + workday] === 0
    );
  }

  hold(one: Held): void {
    const { activity, venue, workday, workers } = item(this.#model.events, one.event);
    this.held.push(one);
    bump(this.#times, activity, -1);
    bump(this.#workers, workday, -workers);
    this.#venues[venue * this.#model.days.length + workday] = 1;
    for (const option of one.options) {
      const { company, cost } = item(this.#model.options, option);
      bump(this.#days, company, -1);
      this.#budget[company] = (this.#budget[company] as number) - cost;
      this.#busy[company * this.#model.days.length + workday] = 1;
    }
  }
}

/**
 * `first` as far as it can be, then days with what is said to come, then all other days in the order of their worth at
 * the prices, at last what is left at no price but its own worth. Nothing where what is said cannot be.
 */
export function filledDays(
  model: DaysModel,
  prices: readonly DayPriceLists[],
  say: Uint8Array,
  first: readonly Held[] = [],
): readonly Held[] | undefined {
  const room = new DayRoom(model);
  const left = say.slice();
  for (const one of first) {
    if (room.canHold(one.event) && one.options.every((option) => room.canCome(option))) room.hold(one);
  }
  const started = new Set(room.held.map(({ event }) => event));
  const pending = model.events.flatMap(({ options }, event) =>
    !started.has(event) && options.some((option) => say[option] === IN) ? [event] : [],
  );
  for (const event of pending) {
    if (!hold(model, room, item(prices, 0), left, event)) return undefined;
    started.add(event);
  }
  for (const list of prices) fillUp(model, room, list, left, started);
  return room.held;
}

/** The day that pays best is held first; what a day pays is asked again where companies have gone elsewhere since. */
function fillUp(model: DaysModel, room: DayRoom, prices: DayPriceLists, say: Uint8Array, started: Set<number>): void {
  const waiting = model.events.flatMap((_, index) => {
    if (started.has(index) || !room.canHold(index)) return [];
    const { worth } = bestComing(model, room, prices, say, index);
    return worth > 0 ? [{ index, worth }] : [];
  });
  const before = (one: { index: number; worth: number }, other: { index: number; worth: number }) =>
    one.worth - other.worth || other.index - one.index;
  waiting.sort(before);
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (!room.canHold(one.index)) continue;
    const best = bestComing(model, room, prices, say, one.index);
    const now = { index: one.index, worth: best.worth };
    if (best.worth <= 0) continue;
    const last = waiting.at(-1);
    if (!last || before(now, last) > 0) {
      room.hold({ event: one.index, options: best.options });
      started.add(one.index);
      continue;
    }
    let place = waiting.length;
    while (place > 0 && before(item(waiting, place - 1), now) > 0) place -= 1;
    waiting.splice(place, 0, now);
  }
}

/** Holds a day on which somebody is said to come. */
function hold(model: DaysModel, room: DayRoom, prices: DayPriceLists, say: Uint8Array, index: number): boolean {
  const { options } = item(model.events, index);
  if (!room.canHold(index) || options.some((option) => say[option] === IN && !room.canCome(option))) return false;
  const best = bestComing(model, room, prices, say, index);
  if (best.options.length === 0 || best.worth === -Infinity) return false;
  room.hold({ event: index, options: best.options });
  return true;
}

/** The best of those who can still come. */
function bestComing(model: DaysModel, room: DayRoom, prices: DayPriceLists, say: Uint8Array, index: number) {
  const event = item(model.events, index);
  const open = event.options.filter((option) => say[option] === OPEN && !room.canCome(option));
  for (const option of open) say[option] = OUT;
  const best = bestCompanies(model, event, prices, say);
  for (const option of open) say[option] = OPEN;
  return best;
}

/**
 * A plan made better by letting go of a few days at a time and filling up anew (ruin and recreate: Schrimpf and others
 * 2000). Which days is told by a fixed sequence of numbers, so that equal plans have equal answers.
 */
export function refilledDays(
  model: DaysModel,
  plan: readonly Held[],
  [own, free]: readonly [DayPriceLists, DayPriceLists],
  tries: number,
): readonly Held[] {
  const say = Uint8Array.from(model.options, ({ lock }) => (lock ? IN : OPEN));
  let best = plan;
  let worth = planWorth(model, plan);
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const top = Math.max(1, ...model.options.map(({ value }) => value));
  for (let turn = 0; turn < tries && best.length > 0; turn++) {
    const gone = new Set(Array.from({ length: 1 + next(MOST_GONE) }, () => item(best, next(best.length)).event));
    const kept = best.filter(({ event }) => !gone.has(event) || item(model.events, event).locked);
    // what is let go of is worth a little less for now, each time another little
    const less = { ...own, day: own.day.map((price) => price + SCALE * next(Math.ceil(top / PART))) };
    const filled = filledDays(model, [less, free], say, kept);
    const then = filled ? planWorth(model, filled) : -Infinity;
    if (!filled || then < worth) continue;
    best = filled;
    worth = then;
  }
  return best;
}

const MOST_GONE = 6;
/** Of the greatest worth: how far prices are moved for one try. */
const PART = 3;
