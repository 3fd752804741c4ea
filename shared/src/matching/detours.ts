// What it would cost the whole to do otherwise: least-cost detours around an optimal solution.
import { at, bump } from './ints.js';
import { MinHeap } from './min-heap.js';
import type { Problem } from './problem.js';
import type { Solution } from './solve.js';
import { NONE } from './transport/problem.js';

const FAR = 0x7fffffff;

/**
 * The residual network of an optimal solution. Its arcs are the single changes that places allow (use a pair, give
 * one up, take or leave a place), each at its reduced cost under the proven prices, which is never negative. To
 * leave a pair, or to force one, the solution must change along a closed walk; the cheapest one is the exact loss.
 */
export class Detours {
  readonly #problem: Problem;
  readonly #solution: Solution;
  readonly #outside: number;
  readonly #volunteerNode: number;
  readonly #forward: Arcs;
  readonly #backward: Arcs;
  readonly #toOutside: Int32Array;
  readonly #fromOutside: Int32Array;
  readonly #distance: Int32Array;

  constructor(problem: Problem, solution: Solution) {
    this.#problem = problem;
    this.#solution = solution;
    this.#volunteerNode = problem.childIds.length;
    const supervisorNode = this.#volunteerNode + problem.volunteerIds.length;
    this.#outside = supervisorNode + problem.supervisorIds.length;
    const list = changes(problem, solution, this.#volunteerNode, supervisorNode, this.#outside);
    this.#forward = arcs(this.#outside + 1, list.from, list.to, list.cost);
    this.#backward = arcs(this.#outside + 1, list.to, list.from, list.cost);
    this.#distance = new Int32Array(this.#outside + 1).fill(FAR);
    this.#fromOutside = this.#all(this.#forward, this.#outside);
    this.#toOutside = this.#all(this.#backward, this.#outside);
  }

  /**
   * Exactly what the whole would lose if this child's companion were ruled out. 0 where, and only where, an equally
   * good solution does without the pair. Most detours lead through an unused place or an unaccompanied child, and
   * are known for all from two searches; what remains is a search among the accompanied, cut off at that figure.
   */
  lossWithout(child: number): number {
    const edge = at(this.#solution.edgeOfChild, child);
    if (edge === NONE) throw new Error('BUG: a child without companion has no pair to lose');
    const volunteer = this.#volunteerNode + at(this.#problem.volunteer, edge);
    const through = at(this.#toOutside, child) + at(this.#fromOutside, volunteer);
    return this.#nearest(child, volunteer, through);
  }

  /**
   * Exactly what the whole would lose if the child had to go with each candidate volunteer, by candidate pair from
   * the child's first; 0 for the pair in use, Infinity where no change of the others makes room.
   */
  lossesForChild(child: number): number[] {
    const { rowStart, volunteer } = this.#problem;
    const back = this.#all(this.#backward, child);
    const losses: number[] = [];
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      const inUse = at(this.#solution.edgeOfChild, child) === edge;
      const detour = at(back, this.#volunteerNode + at(volunteer, edge));
      losses.push(inUse ? 0 : reducedCost(this.#problem, this.#solution, child, edge) + finite(detour));
    }
    return losses;
  }

  /** As `lossesForChild` for one volunteer: the candidate pairs and what each would cost the whole, if forced. */
  lossesForVolunteer(volunteer: number): { child: number; edge: number; loss: number }[] {
    const { rowStart } = this.#problem;
    const reach = this.#all(this.#forward, this.#volunteerNode + volunteer);
    const losses: { child: number; edge: number; loss: number }[] = [];
    for (let child = 0; child < this.#volunteerNode; child++) {
      for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
        if (at(this.#problem.volunteer, edge) !== volunteer) continue;
        const inUse = at(this.#solution.edgeOfChild, child) === edge;
        const cost = reducedCost(this.#problem, this.#solution, child, edge);
        losses.push({ child, edge, loss: inUse ? 0 : cost + finite(at(reach, child)) });
      }
    }
    return losses;
  }

  /** Distances from one node to all. */
  #all(graph: Arcs, from: number): Int32Array {
    const distance = new Int32Array(this.#outside + 1).fill(FAR);
    spread(graph, from, distance, FAR);
    return distance;
  }

  /** The distance from one node to another, without going outside, or `limit` where that is not nearer. */
  #nearest(from: number, to: number, limit: number): number {
    const reached: number[] = [];
    spread(this.#forward, from, this.#distance, limit, { target: to, barred: this.#outside, reached });
    const nearest = Math.min(limit, at(this.#distance, to));
    for (const node of reached) this.#distance[node] = FAR;
    return nearest;
  }
}

const finite = (distance: number): number => (distance === FAR ? Infinity : distance);

interface Arcs {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly cost: Int32Array;
}

interface ArcList {
  readonly from: number[];
  readonly to: number[];
  readonly cost: number[];
}

function changes(problem: Problem, solution: Solution, volunteers: number, supervisors: number, outside: number) {
  const { rowStart, volunteer, places, supervisorOf, supervisorPlaces } = problem;
  const { edgeOfChild, taken, supervisorTaken, prices } = solution;
  const list: ArcList = { from: [], to: [], cost: [] };
  const add = (from: number, to: number, cost: number) => {
    list.from.push(from);
    list.to.push(to);
    list.cost.push(cost);
  };
  for (let child = 0; child < volunteers; child++) {
    const used = at(edgeOfChild, child);
    if (used === NONE) add(outside, child, 0);
    else add(child, outside, at(prices.child, child));
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      const node = volunteers + at(volunteer, edge);
      if (edge === used) add(node, child, 0);
      else add(child, node, reducedCost(problem, solution, child, edge));
    }
  }
  places.forEach((most, v) => {
    const above = at(supervisorOf, v) < 0 ? outside : supervisors + at(supervisorOf, v);
    if (at(taken, v) < most) add(volunteers + v, above, 0);
    if (at(taken, v) > 0) add(above, volunteers + v, at(prices.volunteer, v));
  });
  supervisorPlaces.forEach((most, s) => {
    if (at(supervisorTaken, s) < most) add(supervisors + s, outside, 0);
    if (at(supervisorTaken, s) > 0) add(outside, supervisors + s, at(prices.supervisor, s));
  });
  return list;
}

/** How much a pair falls short of its prices: what using it costs before anything else is put right. */
function reducedCost(problem: Problem, { prices }: Solution, child: number, edge: number): number {
  const volunteer = at(problem.volunteer, edge);
  const supervisor = at(problem.supervisorOf, volunteer);
  const above = supervisor < 0 ? 0 : at(prices.supervisor, supervisor);
  return at(prices.child, child) + at(prices.volunteer, volunteer) + above - at(problem.weight, edge);
}

function arcs(nodes: number, from: readonly number[], to: readonly number[], cost: readonly number[]): Arcs {
  const start = new Int32Array(nodes + 1);
  for (const node of from) bump(start, node + 1, 1);
  for (let node = 0; node < nodes; node++) bump(start, node + 1, at(start, node));
  const next = start.slice();
  const sorted = { start, to: new Int32Array(to.length), cost: new Int32Array(to.length) };
  from.forEach((node, i) => {
    sorted.to[at(next, node)] = to[i] as number;
    sorted.cost[at(next, node)] = cost[i] as number;
    bump(next, node, 1);
  });
  return sorted;
}

interface Bounds {
  readonly target: number;
  readonly barred: number;
  /** Every node whose distance was set, for the caller to clear. */
  readonly reached: number[];
}

/** Fills in the distances below `limit` (Dijkstra); with bounds, stops at the target and never enters what is barred. */
function spread(graph: Arcs, from: number, distance: Int32Array, limit: number, bounds?: Bounds): void {
  const heap = new MinHeap();
  distance[from] = 0;
  bounds?.reached.push(from);
  heap.push(0, from);
  while (!heap.isEmpty) {
    const here = heap.leastKey();
    const node = heap.pop();
    if (here !== at(distance, node)) continue;
    if (node === bounds?.target) return;
    for (let arc = at(graph.start, node); arc < at(graph.start, node + 1); arc++) {
      const to = at(graph.to, arc);
      const reached = here + at(graph.cost, arc);
      if (reached >= limit || reached >= at(distance, to) || to === bounds?.barred) continue;
      if (bounds && at(distance, to) === FAR) bounds.reached.push(to);
      distance[to] = reached;
      heap.push(reached, to);
    }
  }
}
