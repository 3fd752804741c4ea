// A binary heap of nodes by distance. A node may stand in it more than once; readers skip the stale entries.
import { at } from './ints.js';

export class MinHeap {
  #keys = new Int32Array(64);
  #nodes = new Int32Array(64);
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  clear(): void {
    this.#size = 0;
  }

  /** The least distance; only where the heap is not empty. */
  leastKey(): number {
    return at(this.#keys, 0);
  }

  push(key: number, node: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    let hole = this.#size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (at(this.#keys, parent) <= key) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#keys[hole] = key;
    this.#nodes[hole] = node;
  }

  /** Takes out the node of least distance; only where the heap is not empty. */
  pop(): number {
    const top = at(this.#nodes, 0);
    const last = --this.#size;
    const key = at(this.#keys, last);
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && at(this.#keys, child + 1) < at(this.#keys, child)) child += 1;
      if (at(this.#keys, child) >= key) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#keys[hole] = key;
    this.#nodes[hole] = at(this.#nodes, last);
    return top;
  }

  #move(from: number, to: number): void {
    this.#keys[to] = at(this.#keys, from);
    this.#nodes[to] = at(this.#nodes, from);
  }

  #grow(): void {
    const keys = new Int32Array(2 * this.#size);
    const nodes = new Int32Array(2 * this.#size);
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    this.#keys = keys;
    this.#nodes = nodes;
  }
}
