// Finds rings of arcs that cost less than nothing.
import { at } from '../ints.js';

/**
 * A graph that is searched for a ring below zero again and again, each time with fewer arcs. Labels are corrected first
 * in, first out (Bellman 1958; Moore 1959); a node that is reached again through itself closes a ring. Whatever labels
 * a search begins with, it ends with a ring or with a proof that there is none: so each begins with those of the last.
 */
export class Rings {
  readonly #nodes: number;
  readonly #distance: Float64Array;
  readonly #parent: Int32Array;
  readonly #parentArc: Int32Array;
  readonly #start: Int32Array;
  readonly #arcs: Int32Array;
  readonly #cost: Float64Array;

  /** `cost` is the square of all arcs, row by row; `Infinity` where there is none. It may only rise afterwards. */
  constructor(nodes: number, cost: Float64Array) {
    this.#nodes = nodes;
    this.#cost = cost;
    this.#distance = new Float64Array(nodes);
    this.#parent = new Int32Array(nodes);
    this.#parentArc = new Int32Array(nodes);
    this.#start = new Int32Array(nodes + 1);
    const arcs: number[] = [];
    for (let from = 0; from < nodes; from++) {
      for (let arc = from * nodes; arc < (from + 1) * nodes; arc++) {
        if ((cost[arc] as number) < Infinity) arcs.push(arc);
      }
      this.#start[from + 1] = arcs.length;
    }
    this.#arcs = Int32Array.from(arcs);
  }

  /** The arcs of a ring below zero, in its order; nothing where none is left. */
  next(): number[] | undefined {
    const nodes = this.#nodes;
    const distance = this.#distance;
    const parent = this.#parent.fill(-1);
    const queued = new Uint8Array(nodes).fill(1);
    const queue = new Int32Array(nodes);
    for (let node = 0; node < nodes; node++) queue[node] = node;
    for (let head = 0, waiting = nodes; waiting > 0; waiting--) {
      const from = at(queue, head);
      head = head + 1 === nodes ? 0 : head + 1;
      queued[from] = 0;
      const here = distance[from] as number;
      const end = at(this.#start, from + 1);
      for (let index = at(this.#start, from); index < end; index++) {
        const arc = at(this.#arcs, index);
        const to = arc - from * nodes;
        const then = here + (this.#cost[arc] as number);
        if (then >= (distance[to] as number) - LEAST) continue;
        for (let back = from; back >= 0; back = at(parent, back)) {
          if (back === to) return this.#ring(from, to, arc);
        }
        distance[to] = then;
        parent[to] = from;
        this.#parentArc[to] = arc;
        if (queued[to] === 1) continue;
        queued[to] = 1;
        queue[(head + waiting - 1) % nodes] = to;
        waiting += 1;
      }
    }
    return undefined;
  }

  #ring(last: number, first: number, closing: number): number[] {
    const ring = [closing];
    for (let back = last; back !== first; back = at(this.#parent, back)) ring.push(at(this.#parentArc, back));
    return ring.reverse();
  }
}

/** Less than any true gain, and more than what rounding of prices adds up to. */
const LEAST = 0.5;
