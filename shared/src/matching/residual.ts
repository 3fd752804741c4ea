// Around a proven optimum: every single change that places allow, at what it falls short of the prices.
import { at, bump } from './ints.js';
import { MinHeap } from './min-heap.js';
import type { Problem } from './problem.js';
import type { Solution } from './solve.js';
import { NONE } from './transport/problem.js';

export const FAR = 0x7fffffff;

/** The candidate pairs of each volunteer, as a part of one list, and the child of every pair. */
export interface PairsByVolunteer {
  readonly start: Int32Array;
  readonly edge: Int32Array;
  readonly childOf: Int32Array;
}

export function pairsByVolunteer({ rowStart, volunteer, volunteerIds }: Problem): PairsByVolunteer {
  const childOf = new Int32Array(volunteer.length);
  for (let row = 0; row + 1 < rowStart.length; row++) childOf.fill(row, at(rowStart, row), at(rowStart, row + 1));
  const [start, edge] = listed(volunteerIds.length, volunteer);
  return { start, edge, childOf };
}

/** How much a pair falls short of its prices: what using it costs the whole at least; 0 for a pair in use. */
export function shortfall(problem: Problem, { prices }: Solution, child: number, edge: number): number {
  const volunteer = at(problem.volunteer, edge);
  const supervisor = at(problem.supervisorOf, volunteer);
  const above = supervisor < 0 ? 0 : at(prices.supervisor, supervisor);
  return at(prices.child, child) + at(prices.volunteer, volunteer) + above - at(problem.weight, edge);
}

export interface Search {
  readonly from: readonly number[];
  readonly forward: boolean;
  /** Filled in below `limit`; `FAR` before. */
  readonly distance: Int32Array;
  readonly limit?: number;
  /** Never entered. */
  readonly barred?: number;
  /** Called with each node at its final distance, nearest first; the search ends where it answers true. */
  readonly settled?: (node: number, distance: number) => boolean;
  /** Every node whose distance was set, for the caller to clear. */
  readonly reached?: number[];
}

type Visit = (node: number, cost: number) => void;

/**
 * The residual network: a child takes a place (child to volunteer), gives one up (volunteer to child), a place of a
 * volunteer or supervisor is taken or left (through the supervisor to outside). No arc costs less than nothing, since
 * prices and solution prove each other; a closed walk of changes costs the whole exactly what its arcs add up to.
 */
export class Residual {
  readonly volunteerNode: number;
  readonly supervisorNode: number;
  readonly outside: number;
  readonly nodes: number;
  readonly #problem: Problem;
  readonly #solution: Solution;
  readonly #pairs: PairsByVolunteer;
  readonly #guestStart: Int32Array;
  readonly #guest: Int32Array;
  readonly #teamStart: Int32Array;
  readonly #team: Int32Array;
  readonly #heap = new MinHeap();

  constructor(problem: Problem, solution: Solution, pairs: PairsByVolunteer) {
    this.#problem = problem;
    this.#solution = solution;
    this.#pairs = pairs;
    this.volunteerNode = problem.childIds.length;
    this.supervisorNode = this.volunteerNode + problem.volunteerIds.length;
    this.outside = this.supervisorNode + problem.supervisorIds.length;
    this.nodes = this.outside + 1;
    const hosts = solution.edgeOfChild.map((edge) => (edge === NONE ? NONE : at(problem.volunteer, edge)));
    [this.#guestStart, this.#guest] = listed(problem.volunteerIds.length, hosts);
    [this.#teamStart, this.#team] = listed(problem.supervisorIds.length, problem.supervisorOf);
  }

  /** A list of distances in which nothing is reached yet. */
  unreached(): Int32Array {
    return new Int32Array(this.nodes).fill(FAR);
  }

  supervisorHasRoom(supervisor: number): boolean {
    return at(this.#solution.supervisorTaken, supervisor) < at(this.#problem.supervisorPlaces, supervisor);
  }

  /** Dijkstra's algorithm, along the arcs or against them. */
  search({ from, forward, distance, limit = FAR, barred = NONE, settled, reached }: Search): void {
    const heap = this.#heap;
    let here = 0;
    const visit: Visit = (node, cost) => {
      const there = here + cost;
      if (there >= limit || there >= at(distance, node) || node === barred) return;
      if (at(distance, node) === FAR) reached?.push(node);
      distance[node] = there;
      heap.push(there, node);
    };
    for (const node of from) visit(node, 0);
    while (!heap.isEmpty) {
      here = heap.leastKey();
      const node = heap.pop();
      if (here !== at(distance, node)) continue;
      if (settled?.(node, here)) break;
      if (forward) this.out(node, visit);
      else this.into(node, visit);
    }
    heap.clear();
  }

  /** The changes that can follow at a node. */
  out(node: number, visit: Visit): void {
    if (node < this.volunteerNode) this.#outOfChild(node, visit);
    else if (node < this.supervisorNode) this.#outOfVolunteer(node - this.volunteerNode, visit);
    else if (node < this.outside) this.#outOfSupervisor(node - this.supervisorNode, visit);
    else this.#outOfOutside(visit);
  }

  /** The changes that can precede a node. */
  into(node: number, visit: Visit): void {
    if (node < this.volunteerNode) visit(this.#placeOf(node) ?? this.outside, 0);
    else if (node < this.supervisorNode) this.#intoVolunteer(node - this.volunteerNode, visit);
    else if (node < this.outside) this.#intoSupervisor(node - this.supervisorNode, visit);
    else this.#intoOutside(visit);
  }

  #placeOf(child: number): number | undefined {
    const edge = at(this.#solution.edgeOfChild, child);
    return edge === NONE ? undefined : this.volunteerNode + at(this.#problem.volunteer, edge);
  }

  #above(volunteer: number): number {
    const supervisor = at(this.#problem.supervisorOf, volunteer);
    return supervisor < 0 ? this.outside : this.supervisorNode + supervisor;
  }

  #hasRoom(volunteer: number): boolean {
    return at(this.#solution.taken, volunteer) < at(this.#problem.places, volunteer);
  }

  #outOfChild(child: number, visit: Visit): void {
    const { rowStart, volunteer } = this.#problem;
    const { edgeOfChild, prices } = this.#solution;
    const used = at(edgeOfChild, child);
    if (used !== NONE) visit(this.outside, at(prices.child, child));
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      if (edge === used) continue;
      visit(this.volunteerNode + at(volunteer, edge), shortfall(this.#problem, this.#solution, child, edge));
    }
  }

  #outOfVolunteer(volunteer: number, visit: Visit): void {
    if (this.#hasRoom(volunteer)) visit(this.#above(volunteer), 0);
    for (let i = at(this.#guestStart, volunteer); i < at(this.#guestStart, volunteer + 1); i++) {
      visit(at(this.#guest, i), 0);
    }
  }

  #intoVolunteer(volunteer: number, visit: Visit): void {
    const { start, edge, childOf } = this.#pairs;
    const { edgeOfChild, taken, prices } = this.#solution;
    if (at(taken, volunteer) > 0) visit(this.#above(volunteer), at(prices.volunteer, volunteer));
    for (let i = at(start, volunteer); i < at(start, volunteer + 1); i++) {
      const child = at(childOf, at(edge, i));
      if (at(edgeOfChild, child) === at(edge, i)) continue;
      visit(child, shortfall(this.#problem, this.#solution, child, at(edge, i)));
    }
  }

  #outOfSupervisor(supervisor: number, visit: Visit): void {
    if (this.supervisorHasRoom(supervisor)) visit(this.outside, 0);
    const { taken, prices } = this.#solution;
    for (let i = at(this.#teamStart, supervisor); i < at(this.#teamStart, supervisor + 1); i++) {
      const volunteer = at(this.#team, i);
      if (at(taken, volunteer) > 0) visit(this.volunteerNode + volunteer, at(prices.volunteer, volunteer));
    }
  }

  #intoSupervisor(supervisor: number, visit: Visit): void {
    const { supervisorTaken, prices } = this.#solution;
    if (at(supervisorTaken, supervisor) > 0) visit(this.outside, at(prices.supervisor, supervisor));
    for (let i = at(this.#teamStart, supervisor); i < at(this.#teamStart, supervisor + 1); i++) {
      const volunteer = at(this.#team, i);
      if (this.#hasRoom(volunteer)) visit(this.volunteerNode + volunteer, 0);
    }
  }

  #outOfOutside(visit: Visit): void {
    const { edgeOfChild, taken, supervisorTaken, prices } = this.#solution;
    for (let child = 0; child < this.volunteerNode; child++) if (at(edgeOfChild, child) === NONE) visit(child, 0);
    this.#problem.supervisorOf.forEach((supervisor, volunteer) => {
      if (supervisor >= 0 || at(taken, volunteer) === 0) return;
      visit(this.volunteerNode + volunteer, at(prices.volunteer, volunteer));
    });
    supervisorTaken.forEach((count, supervisor) => {
      if (count > 0) visit(this.supervisorNode + supervisor, at(prices.supervisor, supervisor));
    });
  }

  #intoOutside(visit: Visit): void {
    const { edgeOfChild, prices } = this.#solution;
    for (let child = 0; child < this.volunteerNode; child++) {
      if (at(edgeOfChild, child) !== NONE) visit(child, at(prices.child, child));
    }
    this.#problem.supervisorOf.forEach((supervisor, volunteer) => {
      if (supervisor < 0 && this.#hasRoom(volunteer)) visit(this.volunteerNode + volunteer, 0);
    });
    this.#problem.supervisorPlaces.forEach((_, supervisor) => {
      if (this.supervisorHasRoom(supervisor)) visit(this.supervisorNode + supervisor, 0);
    });
  }
}

/** Indices by the key each has, keys below 0 left out; as one list with the start of every key. */
function listed(keys: number, keyOf: Int32Array): [start: Int32Array, index: Int32Array] {
  const start = new Int32Array(keys + 1);
  for (let i = 0; i < keyOf.length; i++) if (at(keyOf, i) >= 0) bump(start, at(keyOf, i) + 1, 1);
  for (let key = 0; key < keys; key++) bump(start, key + 1, at(start, key));
  const next = start.slice();
  const index = new Int32Array(at(start, keys));
  for (let i = 0; i < keyOf.length; i++) {
    const key = at(keyOf, i);
    if (key < 0) continue;
    index[at(next, key)] = i;
    bump(next, key, 1);
  }
  return [start, index];
}
