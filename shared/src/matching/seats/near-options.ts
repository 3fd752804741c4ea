// Those options of each volunteer that could pay near the present prices: far fewer than all.
import { at } from '../ints.js';
import { SCALE, type SeatsModel } from './model.js';

/** Which options are left out stays true until prices have fallen by more than `MARGIN` since they were looked at. */
export class NearOptions {
  readonly #model: SeatsModel;
  /** The near options of volunteer i are `options[start[i]]` up to `start[i + 1]`, in the order of all. */
  readonly start: Int32Array;
  readonly options: Int32Array;
  readonly #seen: Float64Array;
  readonly #seenAbove: Float64Array;
  #fresh = false;

  constructor(model: SeatsModel) {
    this.#model = model;
    this.start = new Int32Array(model.problem.volunteers.length + 1);
    this.options = new Int32Array(model.optionSeat.length);
    this.#seen = new Float64Array(model.activityOfSeat.length);
    this.#seenAbove = new Float64Array(model.problem.supervisors.length);
  }

  /** Looks anew where prices have fallen so far that something else could pay. */
  follow(price: Float64Array, above: Float64Array): void {
    if (this.#fresh && mostFall(this.#seen, price) + mostFall(this.#seenAbove, above) <= MARGIN) return;
    const { optionStart, optionSeat, optionValue, locked, supervisorOf, problem } = this.#model;
    this.#fresh = true;
    this.#seen.set(price);
    this.#seenAbove.set(above);
    let size = 0;
    for (let volunteer = 0; volunteer < problem.volunteers.length; volunteer++) {
      const supervisor = at(supervisorOf, volunteer);
      const least = (supervisor < 0 ? 0 : (above[supervisor] as number)) - MARGIN;
      for (let option = at(optionStart, volunteer); option < at(optionStart, volunteer + 1); option++) {
        const net = SCALE * at(optionValue, option) - (price[at(optionSeat, option)] as number);
        if (net > least || locked[option] === 1) this.options[size++] = option;
      }
      this.start[volunteer + 1] = size;
    }
  }
}

function mostFall(before: Float64Array, now: Float64Array): number {
  let most = 0;
  for (let i = 0; i < before.length; i++) most = Math.max(most, (before[i] as number) - (now[i] as number));
  return most;
}

/** In parts: wide enough to last for some rounds of pricing. */
const MARGIN = SCALE * 400;
