// Finds the cheapest way to give one more child a companion, and moves the prices along: the dual side of the solver.
import { NOBODY, type Assignment } from './assignment.js';
import { at, bump } from './ints.js';
import { MinHeap } from './min-heap.js';
import type { Problem } from './problem.js';

const FAR = 0x7fffffff;

/** Where a search ended: a place is free there, or this child is left without (or loses) a companion. */
interface End {
  readonly kind: 'volunteer' | 'supervisor' | 'child';
  readonly index: number;
}

/**
 * Shortest augmenting paths under prices. What is kept true between two calls, and makes the result optimal:
 * every candidate pair's value is at most childPrice + volunteerPrice + supervisorPrice, with equality for pairs
 * in use; a price above 0 stands only on children with a companion and on full volunteers and full supervisors.
 */
export class CheapestPlace {
  readonly childPrice: Int32Array;
  readonly supervisorPrice: Int32Array;
  /** Of a place with each volunteer: the volunteer's own price and the supervisor's above it. */
  readonly #placePrice: Int32Array;
  readonly #problem: Problem;
  readonly #assignment: Assignment;
  readonly #teamStart: Int32Array;
  readonly #team: Int32Array;
  /** Distances of this search; nodes are volunteers, then supervisors. A child is as far as its volunteer. */
  readonly #distance: Int32Array;
  readonly #heap = new MinHeap();
  /** How a volunteer was reached: by a candidate pair of a child, or (`NOBODY`) from the supervisor. */
  readonly #reachedBy: Int32Array;
  readonly #reachedFromChild: Int32Array;
  /** The volunteer from whom a supervisor was reached. */
  readonly #reachedFrom: Int32Array;
  readonly #reached: number[] = [];
  readonly #opened: { readonly child: number; readonly distance: number }[] = [];
  #best = FAR;
  #end: End = { kind: 'child', index: NOBODY };

  constructor(problem: Problem, assignment: Assignment) {
    const volunteers = problem.volunteerIds.length;
    const supervisors = problem.supervisorIds.length;
    this.#problem = problem;
    this.#assignment = assignment;
    this.childPrice = new Int32Array(problem.childIds.length);
    this.#placePrice = new Int32Array(volunteers);
    this.supervisorPrice = new Int32Array(supervisors);
    this.#distance = new Int32Array(volunteers + supervisors).fill(FAR);
    this.#reachedBy = new Int32Array(volunteers);
    this.#reachedFromChild = new Int32Array(volunteers);
    this.#reachedFrom = new Int32Array(supervisors);
    [this.#teamStart, this.#team] = teams(problem);
  }

  /** Each volunteer's own share of the place's price. */
  volunteerPrices(): Int32Array {
    return this.#placePrice.map((price, volunteer) => {
      const supervisor = at(this.#problem.supervisorOf, volunteer);
      return supervisor < 0 ? price : price - at(this.supervisorPrice, supervisor);
    });
  }

  /** Gives the child the place that is best for the whole, moving others on where that pays, or none. */
  serve(child: number): void {
    this.childPrice[child] = this.#bestNetValue(child);
    this.#search(child);
    this.#movePrices();
    this.#augment(child);
    this.#forget();
  }

  /** The most that any volunteer is worth to the child beyond the prices of the place; 0 is to stay without. */
  #bestNetValue(child: number): number {
    const { rowStart, volunteer, weight } = this.#problem;
    let best = 0;
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      best = Math.max(best, at(weight, edge) - at(this.#placePrice, at(volunteer, edge)));
    }
    return best;
  }

  #search(start: number): void {
    this.#openChild(start, 0);
    while (!this.#heap.isEmpty && this.#heap.leastKey() < this.#best) {
      const distance = this.#heap.leastKey();
      const volunteer = this.#heap.pop();
      if (distance === at(this.#distance, volunteer)) this.#openVolunteer(volunteer, distance);
    }
  }

  #openChild(child: number, distance: number): void {
    const { rowStart, volunteer, weight } = this.#problem;
    this.#opened.push({ child, distance });
    const price = distance + at(this.childPrice, child);
    if (price < this.#best) this.#finish('child', child, price);
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      const to = at(volunteer, edge);
      const reached = price + at(this.#placePrice, to) - at(weight, edge);
      if (reached >= this.#best || reached >= at(this.#distance, to)) continue;
      this.#reach(to, reached);
      this.#reachedBy[to] = edge;
      this.#reachedFromChild[to] = child;
    }
  }

  #openVolunteer(volunteer: number, distance: number): void {
    const { places, supervisorOf } = this.#problem;
    if (at(this.#assignment.taken, volunteer) < at(places, volunteer)) {
      const supervisor = at(supervisorOf, volunteer);
      if (supervisor < 0) this.#finish('volunteer', volunteer, distance);
      else this.#openSupervisor(supervisor, volunteer, distance);
    }
    let child = this.#assignment.firstChild(volunteer);
    // The search may just have ended at this very distance; nothing farther can matter then.
    while (child !== NOBODY && distance < this.#best) {
      this.#openChild(child, distance);
      child = this.#assignment.nextChild(child);
    }
  }

  /** Distances only grow from one opening to the next, so the first visit of a supervisor is the nearest. */
  #openSupervisor(supervisor: number, from: number, distance: number): void {
    const node = this.#problem.volunteerIds.length + supervisor;
    if (at(this.#distance, node) <= distance) return;
    this.#distance[node] = distance;
    this.#reached.push(node);
    this.#reachedFrom[supervisor] = from;
    if (at(this.#assignment.supervisorTaken, supervisor) < at(this.#problem.supervisorPlaces, supervisor)) {
      this.#finish('supervisor', supervisor, distance);
      return;
    }
    for (let i = at(this.#teamStart, supervisor); i < at(this.#teamStart, supervisor + 1); i++) {
      const member = at(this.#team, i);
      const reached = distance + at(this.#placePrice, member) - at(this.supervisorPrice, supervisor);
      if (at(this.#assignment.taken, member) === 0) continue;
      if (reached >= this.#best || reached >= at(this.#distance, member)) continue;
      this.#reach(member, reached);
      this.#reachedBy[member] = NOBODY;
    }
  }

  #reach(volunteer: number, distance: number): void {
    if (at(this.#distance, volunteer) === FAR) this.#reached.push(volunteer);
    this.#distance[volunteer] = distance;
    this.#heap.push(distance, volunteer);
  }

  #finish(kind: End['kind'], index: number, distance: number): void {
    this.#best = distance;
    this.#end = { kind, index };
  }

  /** Whoever is nearer than the end becomes dearer by the difference; the children opened gain less by as much. */
  #movePrices(): void {
    const volunteers = this.#problem.volunteerIds.length;
    for (const { child, distance } of this.#opened) bump(this.childPrice, child, distance - this.#best);
    for (const node of this.#reached) {
      if (node < volunteers) bump(this.#placePrice, node, this.#rise(node));
    }
    for (const node of this.#reached) {
      const rise = node < volunteers ? 0 : this.#rise(node);
      if (rise > 0) this.#raiseSupervisor(node - volunteers, rise);
    }
  }

  /** No place of the team can be cheaper than its supervisor's; where the volunteer was dearer, the sum stays. */
  #raiseSupervisor(supervisor: number, rise: number): void {
    bump(this.supervisorPrice, supervisor, rise);
    const price = at(this.supervisorPrice, supervisor);
    for (let i = at(this.#teamStart, supervisor); i < at(this.#teamStart, supervisor + 1); i++) {
      const member = at(this.#team, i);
      if (at(this.#placePrice, member) < price) this.#placePrice[member] = price;
    }
  }

  #rise(node: number): number {
    return Math.max(0, this.#best - at(this.#distance, node));
  }

  /** Walks the path back from its end to the child served, moving each child on the way. */
  #augment(served: number): void {
    const { kind, index } = this.#end;
    let volunteer = index;
    if (kind === 'child') volunteer = this.#moveOn(index, NOBODY, served);
    else if (kind === 'volunteer') this.#assignment.take(volunteer);
    else {
      this.#assignment.takeSupervisor(index);
      volunteer = at(this.#reachedFrom, index);
      this.#assignment.take(volunteer);
    }
    while (volunteer !== NOBODY) {
      const edge = at(this.#reachedBy, volunteer);
      if (edge === NOBODY) {
        this.#assignment.release(volunteer);
        volunteer = at(this.#reachedFrom, at(this.#problem.supervisorOf, volunteer));
        this.#assignment.take(volunteer);
      } else {
        volunteer = this.#moveOn(at(this.#reachedFromChild, volunteer), edge, served);
      }
    }
  }

  /** Moves the child and tells whose place it left; `NOBODY` once it is the child served, who had none. */
  #moveOn(child: number, edge: number, served: number): number {
    const before = child === served ? NOBODY : this.#assignment.volunteerOf(child);
    this.#assignment.move(child, edge);
    return before;
  }

  #forget(): void {
    for (const node of this.#reached) this.#distance[node] = FAR;
    this.#reached.length = 0;
    this.#opened.length = 0;
    this.#heap.clear();
    this.#best = FAR;
  }
}

/** Volunteers by supervisor, as start indices and one list. */
function teams(problem: Problem): [Int32Array, Int32Array] {
  const { supervisorIds, supervisorOf } = problem;
  const start = new Int32Array(supervisorIds.length + 1);
  for (const supervisor of supervisorOf) if (supervisor >= 0) bump(start, supervisor + 1, 1);
  for (let i = 0; i < supervisorIds.length; i++) bump(start, i + 1, at(start, i));
  const next = start.slice();
  const list = new Int32Array(at(start, supervisorIds.length));
  supervisorOf.forEach((supervisor, volunteer) => {
    if (supervisor < 0) return;
    list[at(next, supervisor)] = volunteer;
    bump(next, supervisor, 1);
  });
  return [start, list];
}
