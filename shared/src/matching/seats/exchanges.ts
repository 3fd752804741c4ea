// Improves a plan by rings of people who move on: each takes the seat that the next one leaves.
import { at, bump, item } from '../ints.js';
import { evennessCost, type SeatsModel } from './model.js';
import { missingSeats, type Plan } from './plan.js';
import type { SeatPrices } from './pricing.js';
import { Rings } from './ring.js';

const NOBODY = -1;
const NOTHING = -1;

/** How a volunteer could move, all at once: arcs, what each costs, the option it takes and the one it leaves. */
interface Moves {
  readonly arc: number[];
  readonly cost: number[];
  readonly option: number[];
  readonly leaves: number[];
}

/**
 * Places are seats, "no seat" under each supervisor, and "no seat" at all. Whoever moves from one place to another is
 * an arc that costs what the plan loses by it, so a ring of arcs that costs less than nothing makes the plan better
 * (Thompson and Psaraftis 1993; Ahuja, Orlin and Sharma 2000). Of all who could move the same way the cheapest counts.
 * Prices make nearly all arcs cost something, so that few are worth a look; on a ring they cancel out.
 */
export class Exchanges {
  readonly #model: SeatsModel;
  readonly #seats: number;
  readonly #places: number;
  readonly #potential: Float64Array;
  readonly #cost: Float64Array;
  readonly #mover: Int32Array;
  readonly #option: Int32Array;
  readonly #leaves: Int32Array;
  /** An arc that loses more than this, in points, is not looked at. */
  readonly #mostLoss: number;
  /** Each volunteer's options that are worth a look at the prices, and where they begin. */
  readonly #start: Int32Array;
  readonly #near: Int32Array;
  /** What was found for each volunteer, as long as they have not moved. */
  readonly #movesOf: (Moves | undefined)[];

  constructor(model: SeatsModel, { seat, supervisor }: SeatPrices, scale: number) {
    this.#model = model;
    this.#seats = model.activityOfSeat.length;
    const supervisors = model.problem.supervisors.length;
    this.#places = this.#seats + supervisors + 1;
    this.#potential = new Float64Array(this.#places);
    seat.forEach((price, index) => (this.#potential[index] = price / scale));
    supervisor.forEach((price, index) => (this.#potential[this.#seats + index] = -price / scale));
    const all = this.#places ** 2;
    this.#cost = new Float64Array(all);
    this.#mover = new Int32Array(all);
    this.#option = new Int32Array(all);
    this.#leaves = new Int32Array(all);
    const dearest = model.optionValue.reduce((most, value) => Math.max(most, value), 0);
    this.#mostLoss = Math.ceil(dearest / LOSS_PART);
    this.#start = new Int32Array(model.problem.volunteers.length + 1);
    this.#near = this.#nearOptions();
    this.#movesOf = model.problem.volunteers.map(() => undefined);
  }

  /** Moves people until no ring is left that makes the plan better, or so often. Says whether anything moved. */
  improve(plan: Plan, turns: number): boolean {
    let moved = false;
    this.#movesOf.fill(undefined);
    for (let turn = 0; turn < turns; turn++) {
      this.#lookAround(plan);
      const rings = this.#takeRings(plan);
      if (rings === 0) return moved;
      moved = true;
    }
    return moved;
  }

  /** Rings of people none of whom has moved yet in this turn, so that what each costs still holds. */
  #takeRings(plan: Plan): number {
    const moved = new Set<number>();
    const touched = new Set<number>();
    let taken = 0;
    const rings = new Rings(this.#places, this.#cost);
    for (;;) {
      const arcs = rings.next();
      if (!arcs) return taken;
      const clash = this.#firstClash(arcs, moved, touched);
      if (clash >= 0) {
        this.#cost[clash] = Infinity;
        continue;
      }
      for (const arc of arcs) {
        const mover = at(this.#mover, arc);
        const activity = this.#activityOfArc(arc);
        if (activity >= 0) touched.add(activity);
        this.#cost[arc] = Infinity;
        if (mover === NOBODY) continue;
        moved.add(mover);
        this.#movesOf[mover] = undefined;
        const options = (plan.taken[mover] ?? []).filter((option) => option !== at(this.#leaves, arc));
        if (at(this.#option, arc) !== NOTHING) options.push(at(this.#option, arc));
        plan.taken[mover] = options.sort((a, b) => a - b);
      }
      taken += 1;
    }
  }

  /** An arc whose cost does not hold any more, or that appears with another by the same person; -1 where none. */
  #firstClash(arcs: readonly number[], moved: ReadonlySet<number>, touched: ReadonlySet<number>): number {
    const here = new Set<number>();
    const activities = new Set<number>();
    for (const arc of arcs) {
      const mover = at(this.#mover, arc);
      if (mover !== NOBODY) {
        if (moved.has(mover) || here.has(mover)) return arc;
        here.add(mover);
        continue;
      }
      const activity = this.#activityOfArc(arc);
      if (activity < 0) continue;
      if (touched.has(activity) || activities.has(activity)) return arc;
      activities.add(activity);
    }
    return -1;
  }

  /** The activity whose open seats an arc without a mover changes; supervisors count beyond the activities. */
  #activityOfArc(arc: number): number {
    if (at(this.#mover, arc) !== NOBODY) return -1;
    const from = Math.floor(arc / this.#places);
    const to = arc % this.#places;
    const { activityOfSeat, activities } = this.#model;
    const seat = Math.min(from, to);
    if (seat < this.#seats) return at(activityOfSeat, seat);
    return to < this.#places - 1 ? activities.length + to : -1;
  }

  #nearOptions(): Int32Array {
    const { problem, supervisorOf, optionStart, optionSeat, optionValue } = this.#model;
    const near: number[] = [];
    problem.volunteers.forEach((_, volunteer) => {
      const supervisor = at(supervisorOf, volunteer);
      const above = supervisor < 0 ? 0 : -(this.#potential[this.#seats + supervisor] as number);
      for (let option = at(optionStart, volunteer); option < at(optionStart, volunteer + 1); option++) {
        const net = at(optionValue, option) - (this.#potential[at(optionSeat, option)] as number) - above;
        if (net >= -2 * this.#mostLoss) near.push(option);
      }
      this.#start[volunteer + 1] = near.length;
    });
    return Int32Array.from(near);
  }

  #lookAround(plan: Plan): void {
    this.#cost.fill(Infinity);
    const used = plan.used();
    this.#lookAtActivities(used);
    this.#lookAtSupervisors(plan);
    plan.taken.forEach((options, volunteer) => {
      const moves = (this.#movesOf[volunteer] ??= this.#movesFrom(volunteer, options));
      moves.arc.forEach((arc, index) => {
        const cost = item(moves.cost, index);
        if (cost >= (this.#cost[arc] as number)) return;
        this.#cost[arc] = cost;
        this.#mover[arc] = volunteer;
        this.#option[arc] = item(moves.option, index);
        this.#leaves[arc] = item(moves.leaves, index);
      });
    });
  }

  /** A change that nobody moves for. */
  #note(from: number, to: number, loss: number): void {
    const cost = loss + (this.#potential[to] as number) - (this.#potential[from] as number);
    const arc = from * this.#places + to;
    if (cost >= (this.#cost[arc] as number) || cost > this.#mostLoss) return;
    this.#cost[arc] = cost;
    this.#mover[arc] = NOBODY;
    this.#option[arc] = NOTHING;
    this.#leaves[arc] = NOTHING;
  }

  /** Seats that can be filled without anybody leaving, left open, or given up for another role. */
  #lookAtActivities(used: Int32Array): void {
    const { activities, seatStart, closed, problem } = this.#model;
    const nowhere = this.#places - 1;
    activities.forEach(({ roles, most }, activity) => {
      if (closed[activity] === 1) return;
      const from = at(seatStart, activity);
      const before = missingSeats(this.#model, activity, used);
      const lost = (more: number, fewer: number) => {
        if (more >= 0) bump(used, more, 1);
        if (fewer >= 0) bump(used, fewer, -1);
        const after = missingSeats(this.#model, activity, used);
        if (more >= 0) bump(used, more, -1);
        if (fewer >= 0) bump(used, fewer, 1);
        return problem.rules.penalty * (after - before);
      };
      const together = roles.reduce((sum, _, r) => sum + at(used, from + r), 0);
      roles.forEach(({ seats }, r) => {
        const seat = from + r;
        if (at(used, seat) > 0) this.#note(nowhere, seat, lost(-1, seat));
        if (at(used, seat) >= seats) return;
        if (together < most) this.#note(seat, nowhere, lost(seat, -1));
        roles.forEach((_, other) => {
          if (other === r || at(used, from + other) === 0) return;
          this.#note(seat, from + other, lost(seat, from + other));
        });
      });
    });
  }

  /** Whoever stops taking a seat frees a place of the supervisor; a place that is left can be used. */
  #lookAtSupervisors(plan: Plan): void {
    const { problem, supervisorOf } = this.#model;
    const used = new Int32Array(problem.supervisors.length);
    plan.taken.forEach((options, volunteer) => {
      if (at(supervisorOf, volunteer) >= 0) bump(used, at(supervisorOf, volunteer), options.length);
    });
    const nowhere = this.#places - 1;
    problem.supervisors.forEach(({ places }, index) => {
      this.#note(this.#seats + index, nowhere, 0);
      if (at(used, index) < places) this.#note(nowhere, this.#seats + index, 0);
    });
  }

  #movesFrom(volunteer: number, options: readonly number[]): Moves {
    const moves: Moves = { arc: [], cost: [], option: [], leaves: [] };
    const note = (from: number, to: number, loss: number, option: number, leaves: number) => {
      const cost = loss + (this.#potential[to] as number) - (this.#potential[from] as number);
      if (cost > this.#mostLoss) return;
      moves.arc.push(from * this.#places + to);
      moves.cost.push(cost);
      moves.option.push(option);
      moves.leaves.push(leaves);
    };
    const { optionSeat, optionValue, activityOfSeat, locked, minutes, month, follows } = this.#model;
    const { supervisorOf, activities, minutesLeft, months, problem } = this.#model;
    const supervisor = at(supervisorOf, volunteer);
    const nowhere = supervisor < 0 ? this.#places - 1 : this.#seats + supervisor;
    const all = activities.length;
    const soFar = item(problem.volunteers, volunteer).minutesSoFar;
    const { evenness } = problem.rules;
    const cost = (given: number) => (given === 0 ? 0 : evennessCost(evenness, soFar, given));
    const used = new Int32Array(months);
    const has = (option: number) => at(activityOfSeat, at(optionSeat, option));
    for (const option of options) bump(used, at(month, has(option)), at(minutes, has(option)));
    for (let index = -1; index < options.length; index++) {
      const left = index < 0 ? NOTHING : item(options, index);
      if (left !== NOTHING && locked[left] === 1) continue;
      const place = left === NOTHING ? nowhere : at(optionSeat, left);
      const others = options.filter((option) => option !== left);
      let without = 0;
      if (left !== NOTHING) {
        const ofMonth = at(month, has(left));
        const given = at(used, ofMonth);
        bump(used, ofMonth, -at(minutes, has(left)));
        without = at(optionValue, left) - cost(given) + cost(at(used, ofMonth));
        note(place, nowhere, without, NOTHING, left);
      }
      for (let near = at(this.#start, volunteer); near < at(this.#start, volunteer + 1); near++) {
        const option = at(this.#near, near);
        const seat = at(optionSeat, option);
        const worth = at(optionValue, option);
        // what its price and the least of evenness leave: most options end here
        const least = without - worth + (this.#potential[seat] as number) - (this.#potential[place] as number);
        if (least > this.#mostLoss || option === left || seat === place) continue;
        const activity = at(activityOfSeat, seat);
        const ofMonth = at(month, activity);
        const given = at(used, ofMonth);
        const then = given + at(minutes, activity);
        if (then > at(minutesLeft, volunteer * months + ofMonth)) continue;
        if (others.some((o) => follows[has(o) * all + activity] === 0 && follows[activity * all + has(o)] === 0)) {
          continue;
        }
        note(place, seat, without - worth + cost(then) - cost(given), option, left);
      }
      if (left !== NOTHING) bump(used, at(month, has(left)), at(minutes, has(left)));
    }
    return moves;
  }
}

/** Of what the dearest seat is worth. */
const LOSS_PART = 5;
