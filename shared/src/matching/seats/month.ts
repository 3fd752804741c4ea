// One volunteer's best plan at given prices: dynamic programming over the options in order of time, exact.
import { at } from '../ints.js';
import { evennessCost, SCALE, type SeatsModel } from './model.js';
import type { NearOptions } from './near-options.js';
import { PartialPlans } from './partial-plans.js';

/** What may be said of an option before asking. */
export const OPEN = 0;
export const OUT = 1;
export const MUST = 2;

/**
 * Weighted intervals with a budget: a partial plan is its last activity, the minutes of that activity's month, and
 * what it is worth. Of two with the same last activity, the one with more minutes and no more worth is dropped: what
 * could follow it could follow the other, and evenness never costs more there. So is one that could not end above what
 * is known to be possible (the volunteer's last answer), even if nothing but time stood against the rest of its month.
 */
export class Month {
  readonly #model: SeatsModel;
  readonly #price: Float64Array;
  readonly #supervisorPrice: Float64Array;
  /** For each option: `OPEN`, `OUT` or `MUST`. Locked options begin as `MUST`. */
  readonly say: Uint8Array;
  /** The options of the plan found last; `count` of them. */
  readonly chosen: Int32Array;
  count = 0;
  readonly #last: Int32Array[];
  readonly #items: Int32Array;
  readonly #activity: Int32Array;
  readonly #nets: Float64Array;
  /** What an item can add at most, after what evenness costs at the least. */
  readonly #gain: Float64Array;
  /** What can follow an item at most, were there no budget; and what a minute after it can bring at most. */
  readonly #rest: Float64Array;
  readonly #density: Float64Array;
  readonly #planStart: Int32Array;
  readonly #plans = new PartialPlans();

  /** Prices are read anew at each call: whoever owns the arrays may change them. */
  constructor(model: SeatsModel, price: Float64Array, supervisorPrice: Float64Array) {
    this.#model = model;
    this.#price = price;
    this.#supervisorPrice = supervisorPrice;
    this.say = model.locked.map((locked) => (locked === 1 ? MUST : OPEN));
    const starts = model.optionStart;
    const most = starts.reduce((max, start, v) => Math.max(max, v === 0 ? 0 : start - at(starts, v - 1)), 0);
    this.chosen = new Int32Array(most);
    this.#last = Array.from(model.problem.volunteers, () => NOTHING);
    this.#items = new Int32Array(most);
    this.#activity = new Int32Array(most);
    this.#nets = new Float64Array(most);
    this.#gain = new Float64Array(most);
    this.#rest = new Float64Array(most);
    this.#density = new Float64Array(most);
    this.#planStart = new Int32Array(most + 1);
  }

  /** The option's worth beyond its prices, in parts of a point. */
  net(volunteer: number, option: number): number {
    const supervisor = at(this.#model.supervisorOf, volunteer);
    const above = supervisor < 0 ? 0 : (this.#supervisorPrice[supervisor] as number);
    const { optionValue, optionSeat } = this.#model;
    return SCALE * at(optionValue, option) - (this.#price[at(optionSeat, option)] as number) - above;
  }

  /** What so many minutes of a month cost for evenness, in parts. */
  cost(volunteer: number, minutes: number): number {
    const { rules, volunteers } = this.#model.problem;
    if (rules.evenness === 0 || minutes === 0) return 0;
    const soFar = volunteers[volunteer]?.minutesSoFar ?? 0;
    return SCALE * evennessCost(rules.evenness, soFar, minutes);
  }

  /**
   * The worth of the best plan beyond its prices, in parts; -Infinity where what must be cannot. `near` leaves out what
   * cannot pay at the present prices: where nothing is said but what is locked, the answer is the same.
   */
  best(volunteer: number, near?: NearOptions): number {
    const { optionStart, optionSeat, optionValue, activityOfSeat, minutes, supervisorOf } = this.#model;
    const { say } = this;
    const supervisor = at(supervisorOf, volunteer);
    const above = supervisor < 0 ? 0 : (this.#supervisorPrice[supervisor] as number);
    const start = near ? near.start : optionStart;
    const end = at(start, volunteer + 1);
    let size = 0;
    let musts = 0;
    for (let index = at(start, volunteer); index < end; index++) {
      const option = near ? at(near.options, index) : index;
      const word = say[option];
      if (word === OUT) continue;
      const net = SCALE * at(optionValue, option) - (this.#price[at(optionSeat, option)] as number) - above;
      if (word !== MUST && net <= 0) continue;
      const activity = at(activityOfSeat, at(optionSeat, option));
      // evenness costs least where nothing else is given: what does not even pay that is never taken
      const gain = net - this.cost(volunteer, at(minutes, activity));
      if (word === MUST) musts += 1;
      else if (gain <= 0) continue;
      this.#items[size] = option;
      this.#activity[size] = activity;
      this.#nets[size] = net;
      this.#gain[size++] = gain;
    }
    this.count = 0;
    if (size === 0) return 0;
    const known = this.#worthOfLast(volunteer, musts);
    const best = this.#lookBack(size) > known || musts > 0 ? this.#search(volunteer, size, musts > 0, known) : known;
    if (best > known) {
      this.#last[volunteer] = this.chosen.slice(0, this.count);
      return best;
    }
    if (known > -Infinity && (known > 0 || musts > 0)) {
      const last = this.#last[volunteer] ?? NOTHING;
      this.chosen.set(last);
      this.count = last.length;
    }
    return known;
  }

  /** What the last answer is worth now, or nothing; -Infinity where neither is allowed. */
  #worthOfLast(volunteer: number, musts: number): number {
    const { optionSeat, activityOfSeat, minutes, month } = this.#model;
    const last = this.#last[volunteer] ?? NOTHING;
    let worth = 0;
    let used = 0;
    let ofMonth = -1;
    let found = 0;
    for (const option of last) {
      if (this.say[option] === OUT) return musts === 0 ? this.#forget(volunteer) : -Infinity;
      if (this.say[option] === MUST) found += 1;
      const activity = at(activityOfSeat, at(optionSeat, option));
      if (at(month, activity) !== ofMonth) {
        worth -= this.cost(volunteer, used);
        used = 0;
        ofMonth = at(month, activity);
      }
      used += at(minutes, activity);
      worth += this.net(volunteer, option);
    }
    worth -= this.cost(volunteer, used);
    if (found < musts) return -Infinity;
    return worth > 0 || musts > 0 ? worth : this.#forget(volunteer);
  }

  /** The last answer is no answer now: nothing at all is. */
  #forget(volunteer: number): number {
    this.#last[volunteer] = NOTHING;
    return 0;
  }

  /** What any plan can be worth at most. */
  #lookBack(size: number): number {
    const { follows, activities, minutes, month } = this.#model;
    const all = activities.length;
    let density = 0;
    let most = 0;
    for (let j = size - 1; j >= 0; j--) {
      const activity = at(this.#activity, j);
      let rest = 0;
      for (let i = j + 1; i < size; i++) {
        if (follows[activity * all + at(this.#activity, i)] === 0) continue;
        const then = (this.#gain[i] as number) + (this.#rest[i] as number);
        if (then > rest) rest = then;
      }
      const next = j + 1 < size ? at(this.#activity, j + 1) : activity;
      // a later month has a budget of its own: no bound by minutes from before it
      if (at(month, next) !== at(month, activity)) density = Infinity;
      this.#rest[j] = rest;
      this.#density[j] = density;
      density = Math.max(density, (this.#gain[j] as number) / at(minutes, activity));
      most = Math.max(most, rest + (this.#gain[j] as number));
    }
    return most;
  }

  #search(volunteer: number, size: number, hasMusts: boolean, known: number): number {
    const { month, minutes, follows, minutesLeft, months, activities } = this.#model;
    const all = activities.length;
    const plans = this.#plans;
    let from = -1;
    plans.clear();
    for (let j = 0; j < size; j++) {
      const activity = at(this.#activity, j);
      const ofMonth = at(month, activity);
      const left = at(minutesLeft, volunteer * months + ofMonth);
      const length = at(minutes, activity);
      const net = this.#nets[j] as number;
      const rest = this.#rest[j] as number;
      const density = this.#density[j] as number;
      const first = plans.size;
      this.#planStart[j] = first;
      const extend = (used: number, worth: number, parent: number) => {
        const can = density === Infinity ? rest : Math.min(rest, (left - used) * density);
        if (worth - this.cost(volunteer, used) + can > known) plans.push(first, used, worth, parent, j);
      };
      if (length <= left) {
        if (from < 0) extend(length, net, -1);
        for (let i = Math.max(from, 0); i < j; i++) {
          const before = at(this.#activity, i);
          if (follows[before * all + activity] === 0) continue;
          const sameMonth = at(month, before) === ofMonth;
          const to = at(this.#planStart, i + 1);
          for (let plan = at(this.#planStart, i); plan < to; plan++) {
            const used = at(plans.minutes, plan);
            const worth = plans.worth[plan] as number;
            if (!sameMonth) extend(length, worth - this.cost(volunteer, used) + net, plan);
            else if (used + length <= left) extend(used + length, worth + net, plan);
          }
        }
      }
      this.#planStart[j + 1] = plans.size;
      if (hasMusts && this.say[at(this.#items, j)] === MUST) from = j;
    }
    let best = known;
    let bestPlan = -1;
    for (let plan = at(this.#planStart, Math.max(from, 0)); plan < plans.size; plan++) {
      const worth = (plans.worth[plan] as number) - this.cost(volunteer, at(plans.minutes, plan));
      if (worth > best) {
        best = worth;
        bestPlan = plan;
      }
    }
    for (let plan = bestPlan; plan >= 0; plan = at(plans.parent, plan)) {
      this.chosen[this.count++] = at(this.#items, at(plans.item, plan));
    }
    this.chosen.subarray(0, this.count).reverse();
    return best;
  }
}

const NOTHING = new Int32Array(0);
