// The Lagrangian dual: prices of seats at which what volunteers want and what activities offer come together.
import { at, bump } from '../ints.js';
import { SCALE, type SeatsModel } from './model.js';
import { Month } from './month.js';
import { NearOptions } from './near-options.js';
import { Supply } from './supply.js';

/** Whole parts of a point. Seat prices may be below 0 down to the penalty, supervisors' may not. */
export interface SeatPrices {
  readonly seat: Float64Array;
  readonly supervisor: Float64Array;
}

/**
 * For any prices the sum of everybody's best is a bound on every plan (Geoffrion 1974; Fisher 1981). The prices follow
 * the difference between what is wanted and what is offered (subgradients, Held, Wolfe and Crowder 1974), smoothed
 * over rounds (Camerini, Fratta and Maffioli 1975); steps aim at the best plan known (Polyak 1969). Rounds are counted,
 * not timed.
 */
export class Pricing {
  readonly model: SeatsModel;
  readonly price: Float64Array;
  readonly supervisorPrice: Float64Array;
  readonly month: Month;
  readonly supply: Supply;
  readonly #near: NearOptions;
  /** The lowest bound so far, in parts, and its prices. */
  bound = Infinity;
  best: SeatPrices;
  readonly #wanted: Int32Array;
  readonly #used: Int32Array;
  readonly #float: Float64Array;
  readonly #supervisorFloat: Float64Array;
  readonly #direction: Float64Array;
  readonly #supervisorDirection: Float64Array;

  constructor(model: SeatsModel) {
    this.model = model;
    const seats = model.activityOfSeat.length;
    const supervisors = model.problem.supervisors.length;
    this.price = openingPrices(model);
    this.supervisorPrice = new Float64Array(supervisors);
    this.month = new Month(model, this.price, this.supervisorPrice);
    this.supply = new Supply(model);
    this.#near = new NearOptions(model);
    this.best = { seat: this.price.slice(), supervisor: this.supervisorPrice.slice() };
    this.#wanted = new Int32Array(seats);
    this.#used = new Int32Array(supervisors);
    this.#float = this.price.slice();
    this.#supervisorFloat = new Float64Array(supervisors);
    this.#direction = new Float64Array(seats);
    this.#supervisorDirection = new Float64Array(supervisors);
  }

  /** Begins again from prices that were good for nearly the same problem. */
  startFrom(prices: SeatPrices): void {
    this.#goTo(prices);
    this.evaluate();
  }

  /** So many rounds towards `target`, the parts that a known plan is worth. Ends early where the bound meets it. */
  improve(rounds: number, target: () => number, patience: number): void {
    let pace = 1;
    let stale = 0;
    if (this.bound === Infinity) this.evaluate();
    for (let round = 0; round < rounds && this.bound - target() >= SCALE; round++) {
      const before = this.bound;
      const value = this.evaluate();
      stale = this.bound < before - 1e-6 * Math.abs(before) ? 0 : stale + 1;
      if (stale >= patience) {
        pace /= 2;
        stale = 0;
        this.#goTo(this.best);
        if (pace < LEAST_PACE) return;
        continue;
      }
      this.#step(pace * (value - target()));
    }
    this.#goTo(this.best);
  }

  /** The bound at the present prices, in parts; what is wanted and used is kept for the next step. */
  evaluate(): number {
    const { model, month, supply } = this;
    const { optionSeat, supervisorOf, problem, activities } = model;
    this.#near.follow(this.price, this.supervisorPrice);
    this.#wanted.fill(0);
    this.#used.fill(0);
    let sum = 0;
    for (let v = 0; v < problem.volunteers.length; v++) {
      sum += month.best(v, this.#near);
      const supervisor = at(supervisorOf, v);
      for (let i = 0; i < month.count; i++) bump(this.#wanted, at(optionSeat, at(month.chosen, i)), 1);
      if (supervisor >= 0) bump(this.#used, supervisor, month.count);
    }
    for (let activity = 0; activity < activities.length; activity++) {
      sum += supply.best(activity, this.price, this.#wanted);
    }
    problem.supervisors.forEach(({ places }, s) => (sum += places * (this.supervisorPrice[s] as number)));
    if (sum < this.bound) {
      this.bound = sum;
      this.best = { seat: this.price.slice(), supervisor: this.supervisorPrice.slice() };
    }
    return sum;
  }

  #step(distance: number): void {
    const { price, supervisorPrice, supply, model } = this;
    const lowest = -SCALE * model.problem.rules.penalty;
    let square = 0;
    for (let seat = 0; seat < price.length; seat++) {
      const short = at(this.#wanted, seat) - at(supply.offered, seat);
      const direction = short + SMOOTH * (this.#direction[seat] as number);
      this.#direction[seat] = direction;
      square += direction ** 2;
    }
    for (let s = 0; s < supervisorPrice.length; s++) {
      const short = at(this.#used, s) - (model.problem.supervisors[s]?.places ?? 0);
      const direction = short + SMOOTH * (this.#supervisorDirection[s] as number);
      // a supervisor with places left and no price asks for nothing
      this.#supervisorDirection[s] = direction < 0 && supervisorPrice[s] === 0 ? 0 : direction;
      square += (this.#supervisorDirection[s] as number) ** 2;
    }
    if (square === 0) return;
    const step = distance / square;
    for (let seat = 0; seat < price.length; seat++) {
      const next = Math.max(lowest, (this.#float[seat] as number) + step * (this.#direction[seat] as number));
      this.#float[seat] = next;
      price[seat] = Math.round(next);
    }
    for (let s = 0; s < supervisorPrice.length; s++) {
      const next = (this.#supervisorFloat[s] as number) + step * (this.#supervisorDirection[s] as number);
      this.#supervisorFloat[s] = Math.max(0, next);
      supervisorPrice[s] = Math.round(Math.max(0, next));
    }
  }

  #goTo(prices: SeatPrices): void {
    this.price.set(prices.seat);
    this.supervisorPrice.set(prices.supervisor);
    this.#float.set(prices.seat);
    this.#supervisorFloat.set(prices.supervisor);
    this.#direction.fill(0);
    this.#supervisorDirection.fill(0);
  }
}

const SMOOTH = 0.6;
const LEAST_PACE = 1 / 256;

/** High enough that few want more than one seat: what the first to go without would give. */
function openingPrices(model: SeatsModel): Float64Array {
  const { activities, seatStart, optionSeat, optionValue, locked, closed, activityOfSeat } = model;
  const values: number[][] = Array.from(activityOfSeat, () => []);
  optionSeat.forEach((seat, option) => {
    if (locked[option] === 0) values[seat]?.push(at(optionValue, option));
  });
  const price = new Float64Array(values.length);
  activities.forEach(({ roles }, activity) =>
    roles.forEach(({ seats }, r) => {
      const seat = at(seatStart, activity) + r;
      const sorted = (values[seat] ?? []).sort((a, b) => b - a);
      if (closed[activity] === 0) price[seat] = SCALE * (sorted[OPENING_CROWD * seats] ?? 0);
    }),
  );
  return price;
}

const OPENING_CROWD = 3;
