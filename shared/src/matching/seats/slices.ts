// Plans by slices of time: within one slice nobody can be at two activities, so it is a transport problem, and exact.
import { at, bump } from '../ints.js';
import { NONE } from '../transport/problem.js';
import { Transport } from '../transport/transport.js';
import { SCALE, type SeatsModel } from './model.js';
import { MUST, OPEN, OUT } from './month.js';
import { Plan } from './plan.js';
import type { Pricing } from './pricing.js';

/** An option of a slice and what it would bring, in parts. */
interface Offer {
  readonly option: number;
  readonly volunteer: number;
  readonly gain: number;
}

export class Slices {
  readonly #model: SeatsModel;
  readonly #pricing: Pricing;
  /** Activities no two of which one person can attend. */
  readonly slices: readonly (readonly number[])[];
  readonly #volunteerOf: Int32Array;
  /** The options of each seat. */
  readonly #optionsOf: readonly (readonly number[])[];

  constructor(model: SeatsModel, pricing: Pricing) {
    this.#model = model;
    this.#pricing = pricing;
    this.slices = cut(model);
    this.#volunteerOf = new Int32Array(model.optionSeat.length);
    const optionsOf: number[][] = Array.from(model.activityOfSeat, () => []);
    model.problem.volunteers.forEach((_, volunteer) => {
      for (let option = at(model.optionStart, volunteer); option < at(model.optionStart, volunteer + 1); option++) {
        this.#volunteerOf[option] = volunteer;
        optionsOf[at(model.optionSeat, option)]?.push(option);
      }
    });
    this.#optionsOf = optionsOf;
  }

  /**
   * Decides the slices anew, one after the other, with everything else of the plan held. What a seat brings to a
   * volunteer counts the rest of the volunteer's plan: what is decided as it is, what is not at its prices.
   */
  decide(plan: Plan, order: readonly number[]): void {
    const { say } = this.#pricing.month;
    const open = new Set(order);
    const openActivity = new Uint8Array(this.#model.activities.length);
    order.forEach((slice) => this.#activitiesOf(slice).forEach((activity) => (openActivity[activity] = 1)));
    plan.taken.forEach((options, volunteer) => {
      plan.taken[volunteer] = options.filter((o) => this.#isLocked(o) || openActivity[this.#activityOf(o)] === 0);
    });
    // what is decided: the chosen must be, the others of its slice cannot
    for (let option = 0; option < say.length; option++) {
      say[option] = openActivity[this.#activityOf(option)] === 1 ? OPEN : OUT;
      if (this.#isLocked(option)) say[option] = MUST;
    }
    for (const options of plan.taken) for (const option of options) say[option] = MUST;
    for (const slice of order) {
      this.#settle(plan, slice, (option, volunteer, without) => this.#withPrices(option, volunteer, without));
      open.delete(slice);
    }
    this.#model.locked.forEach((locked, option) => (say[option] = locked === 1 ? MUST : OPEN));
  }

  /** One slice again, with all other seats of everybody held. */
  refine(plan: Plan, slice: number): void {
    const { say, month } = { say: this.#pricing.month.say, month: this.#pricing.month };
    const model = this.#model;
    const inSlice = new Set(this.#activitiesOf(slice));
    plan.taken.forEach((options, volunteer) => {
      if (!options.some((o) => inSlice.has(this.#activityOf(o)) && !this.#isLocked(o))) return;
      plan.taken[volunteer] = options.filter((o) => this.#isLocked(o) || !inSlice.has(this.#activityOf(o)));
    });
    for (const activity of inSlice) {
      for (const option of this.#optionsOfActivity(activity)) if (!this.#isLocked(option)) say[option] = OPEN;
    }
    this.#apply(
      plan,
      slice,
      this.#offers(slice, (option, volunteer) => {
        const activity = this.#activityOf(option);
        const ofMonth = at(model.month, activity);
        let used = 0;
        for (const other of plan.taken[volunteer] ?? []) {
          const held = this.#activityOf(other);
          if (!this.#together(held, activity)) return -Infinity;
          if (at(model.month, held) === ofMonth) used += at(model.minutes, held);
        }
        const then = used + at(model.minutes, activity);
        if (then > at(model.minutesLeft, volunteer * model.months + ofMonth)) return -Infinity;
        return SCALE * at(model.optionValue, option) - month.cost(volunteer, then) + month.cost(volunteer, used);
      }),
    );
  }

  #settle(plan: Plan, slice: number, gain: (option: number, volunteer: number, without: number) => number): void {
    const { month } = this.#pricing;
    const { say } = month;
    const members: number[] = [];
    for (const activity of this.#activitiesOf(slice)) {
      for (const option of this.#optionsOfActivity(activity)) {
        if (this.#isLocked(option)) continue;
        members.push(option);
        say[option] = OUT;
      }
    }
    const without = new Map<number, number>();
    const offers = this.#offers(slice, (option, volunteer) => {
      let base = without.get(volunteer);
      if (base === undefined) {
        base = month.best(volunteer);
        without.set(volunteer, base);
      }
      return gain(option, volunteer, base);
    });
    this.#apply(plan, slice, offers);
    for (const option of members) say[option] = OUT;
    for (const option of this.#chosenIn(plan, slice)) say[option] = MUST;
  }

  #withPrices(option: number, volunteer: number, without: number): number {
    const { month, price, supervisorPrice } = this.#pricing;
    month.say[option] = MUST;
    const worth = month.best(volunteer);
    month.say[option] = OUT;
    const supervisor = at(this.#model.supervisorOf, volunteer);
    const above = supervisor < 0 ? 0 : (supervisorPrice[supervisor] as number);
    return worth - without + (price[at(this.#model.optionSeat, option)] as number) + above;
  }

  /** The options of a slice that have a chance, with what they bring. */
  #offers(slice: number, gain: (option: number, volunteer: number) => number): Offer[] {
    const { month } = this.#pricing;
    const offers: Offer[] = [];
    for (const activity of this.#activitiesOf(slice)) {
      const { roles } = this.#model.activities[activity] ?? { roles: [] };
      roles.forEach(({ seats }, r) => {
        const seat = at(this.#model.seatStart, activity) + r;
        const candidates = (this.#optionsOf[seat] ?? [])
          .filter((option) => !this.#isLocked(option))
          .map((option) => ({ option, net: month.net(at(this.#volunteerOf, option), option) }))
          .sort((a, b) => b.net - a.net || a.option - b.option)
          .slice(0, CROWD * seats + CROWD_LEAST);
        for (const { option } of candidates) {
          const volunteer = at(this.#volunteerOf, option);
          const here = gain(option, volunteer);
          if (here > -Infinity) offers.push({ option, volunteer, gain: here });
        }
      });
    }
    return offers;
  }

  #apply(plan: Plan, slice: number, offers: readonly Offer[]): void {
    const used = plan.used();
    const rows = this.#activitiesOf(slice).flatMap((activity) => this.#rowsOf(activity, used));
    const bySeat = new Map<number, Offer[]>();
    for (const offer of offers) {
      const seat = at(this.#model.optionSeat, offer.option);
      const list = bySeat.get(seat);
      if (list) list.push(offer);
      else bySeat.set(seat, [offer]);
    }
    const columnOf = new Map<number, number>();
    const people: number[] = [];
    const edges: Offer[] = [];
    const [start, column, value, supply] = [[0], [] as number[], [] as number[], [] as number[]];
    for (const { seat, places, bonus } of rows) {
      for (const offer of bySeat.get(seat) ?? []) {
        if (offer.gain + bonus <= 0) continue;
        let index = columnOf.get(offer.volunteer);
        if (index === undefined) {
          index = people.push(offer.volunteer) - 1;
          columnOf.set(offer.volunteer, index);
        }
        edges.push(offer);
        column.push(index);
        value.push(offer.gain + bonus);
      }
      start.push(column.length);
      supply.push(places);
    }
    const left = this.#supervisorPlaces(plan);
    const transport = new Transport({
      start: Int32Array.from(start),
      column: Int32Array.from(column),
      value: Int32Array.from(value),
      supply: Int32Array.from(supply),
      capacity: new Int32Array(people.length).fill(1),
      group: Int32Array.from(people, (volunteer) => Math.max(NONE, at(this.#model.supervisorOf, volunteer))),
      groupCapacity: left,
    });
    for (const edge of transport.solution().edges) {
      const offer = edges[edge];
      if (offer)
        plan.taken[offer.volunteer] = [...(plan.taken[offer.volunteer] ?? []), offer.option].sort((a, b) => a - b);
    }
  }

  /** What an activity still takes: seats that a minimum asks for, with the penalty they spare, and others. */
  #rowsOf(activity: number, used: Int32Array): { seat: number; places: number; bonus: number }[] {
    const model = this.#model;
    const asked = model.activities[activity];
    if (!asked || model.closed[activity] === 1) return [];
    const bonus = SCALE * model.problem.rules.penalty;
    const from = at(model.seatStart, activity);
    let free = asked.most - asked.roles.reduce((sum, _, r) => sum + at(used, from + r), 0);
    let extraLeast = asked.least;
    const needed = asked.roles.map(({ least }, r) => {
      const taken = at(used, from + r);
      extraLeast -= Math.max(least, taken);
      const places = Math.min(free, Math.max(0, least - taken));
      free -= places;
      return places;
    });
    const rows = needed.map((places, r) => ({ seat: from + r, places, bonus }));
    const others = asked.roles.map(({ seats, least }, r) => Math.max(0, seats - Math.max(least, at(used, from + r))));
    // where not all seats may be filled, those that pay best at the prices are kept
    const byPrice = others.map((_, r) => r).sort((a, b) => this.#priceOf(from + b) - this.#priceOf(from + a) || a - b);
    for (const r of byPrice) {
      const places = Math.max(0, Math.min(others[r] ?? 0, free));
      const counted = Math.max(0, Math.min(places, extraLeast));
      free -= places;
      extraLeast -= counted;
      rows.push({ seat: from + r, places: counted, bonus }, { seat: from + r, places: places - counted, bonus: 0 });
    }
    return rows.filter(({ places }) => places > 0);
  }

  #supervisorPlaces(plan: Plan): Int32Array {
    const left = Int32Array.from(this.#model.problem.supervisors, ({ places }) => places);
    if (left.length === 0) return left;
    plan.taken.forEach((options, volunteer) => {
      const supervisor = at(this.#model.supervisorOf, volunteer);
      if (supervisor >= 0) bump(left, supervisor, -options.length);
    });
    return left;
  }

  #chosenIn(plan: Plan, slice: number): number[] {
    const inSlice = new Set(this.#activitiesOf(slice));
    return plan.taken.flatMap((options) => options.filter((option) => inSlice.has(this.#activityOf(option))));
  }

  #together(one: number, other: number): boolean {
    const { follows, activities } = this.#model;
    return follows[one * activities.length + other] === 1 || follows[other * activities.length + one] === 1;
  }

  #optionsOfActivity(activity: number): number[] {
    const options: number[] = [];
    for (let seat = at(this.#model.seatStart, activity); seat < at(this.#model.seatStart, activity + 1); seat++) {
      options.push(...(this.#optionsOf[seat] ?? []));
    }
    return options;
  }

  #activitiesOf(slice: number): readonly number[] {
    return this.slices[slice] ?? [];
  }

  #activityOf(option: number): number {
    return at(this.#model.activityOfSeat, at(this.#model.optionSeat, option));
  }

  #isLocked(option: number): boolean {
    return this.#model.locked[option] === 1;
  }

  #priceOf(seat: number): number {
    return this.#pricing.price[seat] as number;
  }
}

/** So many candidates of a seat are looked at, best first by what they would have beyond the prices. */
const CROWD = 3;
const CROWD_LEAST = 8;

/** Each activity in one slice; whoever attends one activity of a slice cannot attend another. */
function cut({ activities, follows }: SeatsModel): number[][] {
  const all = activities.length;
  const slices: number[][] = [];
  const byEnd = activities
    .map((_, index) => index)
    .sort((a, b) => (activities[a]?.end ?? 0) - (activities[b]?.end ?? 0) || a - b);
  const done = new Uint8Array(all);
  for (const first of byEnd) {
    if (done[first] === 1) continue;
    const slice = [first];
    done[first] = 1;
    for (let other = 0; other < all; other++) {
      if (done[other] === 1) continue;
      if (slice.some((one) => follows[one * all + other] === 1 || follows[other * all + one] === 1)) continue;
      slice.push(other);
      done[other] = 1;
    }
    slices.push(slice);
  }
  return slices;
}
