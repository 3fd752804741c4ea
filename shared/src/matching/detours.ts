// What it would cost the whole to do otherwise: least-cost detours around an optimal solution.
import { at } from './ints.js';
import type { Problem } from './problem.js';
import { FAR, pairsByVolunteer, Residual, shortfall, type PairsByVolunteer } from './residual.js';
import type { Prices, Solution } from './solve.js';
import { NONE } from './transport/problem.js';

export interface PairLoss {
  readonly edge: number;
  readonly loss: number;
}

/**
 * To leave a pair, or to force one, the solution must change along a closed walk of the residual network; the
 * cheapest one is the exact loss.
 */
export class Detours {
  readonly residual: Residual;
  readonly #problem: Problem;
  readonly #solution: Solution;
  readonly pairs: PairsByVolunteer;
  readonly #distance: Int32Array;
  #fromWaiting: Int32Array | undefined;
  #ways: { readonly toOutside: Int32Array; readonly fromOutside: Int32Array } | undefined;

  constructor(problem: Problem, solution: Solution, pairs = pairsByVolunteer(problem)) {
    this.#problem = problem;
    this.#solution = solution;
    this.pairs = pairs;
    this.residual = new Residual(problem, solution, pairs);
    this.#distance = this.residual.unreached();
  }

  get prices(): Prices {
    return this.#solution.prices;
  }

  /** What it costs that a child who waits, or a place given up anywhere, comes to use one place more at each node. */
  get fromOutside(): Int32Array {
    return this.#outside().fromOutside;
  }

  /** As `fromOutside`, where it is a child who waits. */
  get fromWaiting(): Int32Array {
    if (this.#fromWaiting) return this.#fromWaiting;
    const waiting: number[] = [];
    this.#solution.edgeOfChild.forEach((edge, child) => {
      if (edge === NONE) waiting.push(child);
    });
    const distance = this.residual.unreached();
    this.residual.search({ from: waiting, forward: true, distance, barred: this.residual.outside });
    return (this.#fromWaiting = distance);
  }

  /**
   * Exactly what the whole would lose if this child's companion were ruled out. 0 where, and only where, an equally
   * good solution does without the pair. Most detours lead through an unused place or an unaccompanied child, and
   * are known for all from two searches; what remains is a search among the accompanied, cut off at that figure.
   */
  lossWithout(child: number): number {
    const edge = at(this.#solution.edgeOfChild, child);
    if (edge === NONE) throw new Error('BUG: a child without companion has no pair to lose');
    return this.#nearest(child, this.residual.volunteerNode + at(this.#problem.volunteer, edge));
  }

  /** Exactly what the whole would lose if this candidate pair were forced; 0 where it is in use or equally good. */
  lossWith(child: number, edge: number): number {
    if (at(this.#solution.edgeOfChild, child) === edge) return 0;
    const volunteer = this.residual.volunteerNode + at(this.#problem.volunteer, edge);
    return shortfall(this.#problem, this.#solution, child, edge) + finite(this.#nearest(volunteer, child));
  }

  /**
   * The k candidate pairs of a child that cost the whole least if forced, with exactly that cost; the pair in use is
   * not among them. Nobody's loss is less than the pair's own shortfall, so the search ends where all that is
   * still open would cost more.
   */
  leastForChild(child: number, k: number): PairLoss[] {
    const { rowStart, volunteer } = this.#problem;
    const used = at(this.#solution.edgeOfChild, child);
    const open: { edge: number; short: number }[] = [];
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      if (edge !== used) open.push({ edge, short: shortfall(this.#problem, this.#solution, child, edge) });
    }
    open.sort((a, b) => a.short - b.short || a.edge - b.edge);
    const edgeAt = new Map(open.map(({ edge, short }) => [at(volunteer, edge), { edge, short }]));
    const found: PairLoss[] = [];
    let kth = Infinity;
    const settledEdges = new Set<number>();
    let next = 0;
    const reached: number[] = [];
    this.residual.search({
      from: [child],
      forward: false,
      distance: this.#distance,
      reached,
      settled: (node, distance) => {
        const pair = edgeAt.get(node - this.residual.volunteerNode);
        if (pair) {
          found.push({ edge: pair.edge, loss: pair.short + distance });
          settledEdges.add(pair.edge);
          kth = kthLoss(found, k);
        }
        while (next < open.length && settledEdges.has(open[next]?.edge ?? NONE)) next += 1;
        const least = open[next];
        if (!least) return true;
        return kth < least.short + distance;
      },
    });
    this.#clear(reached);
    return this.#ranked(found).slice(0, k);
  }

  /** As `lossWith` for all pairs of one volunteer. */
  lossesForVolunteer(volunteer: number): { child: number; edge: number; loss: number }[] {
    const { start, edge, childOf } = this.pairs;
    const reach = this.residual.unreached();
    this.residual.search({ from: [this.residual.volunteerNode + volunteer], forward: true, distance: reach });
    return [...edge.subarray(at(start, volunteer), at(start, volunteer + 1))].map((one) => {
      const child = at(childOf, one);
      const inUse = at(this.#solution.edgeOfChild, child) === one;
      const cost = shortfall(this.#problem, this.#solution, child, one);
      return { child, edge: one, loss: inUse ? 0 : cost + finite(at(reach, child)) };
    });
  }

  /** The fewest changes among the cheapest that lead from one node to another, both named; empty where none do. */
  shortestWalk(from: number, to: number): number[] {
    const distance = this.residual.unreached();
    this.residual.search({ from: [from], forward: true, distance, settled: (_, here) => here > at(distance, to) });
    if (at(distance, to) === FAR) return [];
    const before = new Int32Array(this.residual.nodes).fill(NONE);
    const queue = [from];
    before[from] = from;
    for (const node of queue) {
      if (node === to) break;
      this.residual.out(node, (next, cost) => {
        if (at(before, next) !== NONE || at(distance, node) + cost !== at(distance, next)) return;
        before[next] = node;
        queue.push(next);
      });
    }
    const walk = [to];
    for (let node = to; node !== from; node = at(before, node)) walk.push(at(before, node));
    return walk.reverse();
  }

  #ranked(found: PairLoss[]): PairLoss[] {
    const { weight } = this.#problem;
    return found.sort((a, b) => a.loss - b.loss || at(weight, b.edge) - at(weight, a.edge) || a.edge - b.edge);
  }

  /** The distance from one node to another: through outside, or nearer without it. */
  #nearest(from: number, to: number): number {
    const { toOutside, fromOutside } = this.#outside();
    const through = Math.min(FAR, at(toOutside, from) + at(fromOutside, to));
    const reached: number[] = [];
    this.residual.search({
      from: [from],
      forward: true,
      distance: this.#distance,
      limit: through,
      barred: this.residual.outside,
      settled: (node) => node === to,
      reached,
    });
    const nearest = Math.min(through, at(this.#distance, to));
    this.#clear(reached);
    return nearest;
  }

  #outside() {
    if (this.#ways) return this.#ways;
    const toOutside = this.residual.unreached();
    const fromOutside = this.residual.unreached();
    this.residual.search({ from: [this.residual.outside], forward: false, distance: toOutside });
    this.residual.search({ from: [this.residual.outside], forward: true, distance: fromOutside });
    return (this.#ways = { toOutside, fromOutside });
  }

  #clear(reached: readonly number[]): void {
    for (const node of reached) this.#distance[node] = FAR;
  }
}

const finite = (distance: number): number => (distance === FAR ? Infinity : distance);

function kthLoss(found: readonly PairLoss[], k: number): number {
  const losses = found.map(({ loss }) => loss).sort((a, b) => a - b);
  return losses[k - 1] ?? Infinity;
}
