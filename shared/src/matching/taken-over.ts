// Four lists of pairs that grow together: what stands is copied row by row, only who is new is added one by one.
import type { Csr } from './candidates.js';
import { at } from './ints.js';

/** Stands for somebody who is no part any more. */
export const NOBODY = -1;
/** Stands for the worth of a pair that was none before. */
export const UNSCORED = -1;

type Lists = Pick<Csr, 'volunteer' | 'minutes' | 'metres'> & { readonly weight: Int32Array };

export class TakenOver {
  size = 0;
  /** How many pairs have no worth yet. */
  unscored = 0;
  #lists: Lists;

  /** `expected`: how many pairs there will be, about. */
  constructor(expected: number) {
    this.#lists = listsOf(Math.max(1024, expected));
  }

  add(volunteer: number, minutes: number, metres: number, weight: number): void {
    this.#makeRoom(1);
    const lists = this.#lists;
    lists.volunteer[this.size] = volunteer;
    lists.minutes[this.size] = minutes;
    lists.metres[this.size] = metres;
    lists.weight[this.size] = weight;
    this.size += 1;
    if (weight === UNSCORED) this.unscored += 1;
  }

  /** The pairs from one index to another, of those volunteers who still have a column. */
  take(from: Lists, start: number, end: number, columnNow: Int32Array): void {
    this.#makeRoom(end - start);
    const { volunteer, minutes, metres, weight } = this.#lists;
    let next = this.size;
    for (let edge = start; edge < end; edge++) {
      const column = at(columnNow, at(from.volunteer, edge));
      if (column === NOBODY) continue;
      volunteer[next] = column;
      minutes[next] = at(from.minutes, edge);
      metres[next] = at(from.metres, edge);
      weight[next] = at(from.weight, edge);
      next += 1;
    }
    this.size = next;
  }

  all(): Lists {
    const { volunteer, minutes, metres, weight } = this.#lists;
    return {
      volunteer: volunteer.slice(0, this.size),
      minutes: minutes.slice(0, this.size),
      metres: metres.slice(0, this.size),
      weight: weight.slice(0, this.size),
    };
  }

  #makeRoom(more: number): void {
    const { volunteer, minutes, metres, weight } = this.#lists;
    if (this.size + more <= volunteer.length) return;
    const larger = listsOf(2 * (this.size + more));
    larger.volunteer.set(volunteer);
    larger.minutes.set(minutes);
    larger.metres.set(metres);
    larger.weight.set(weight);
    this.#lists = larger;
  }
}

const listsOf = (length: number): Lists => ({
  volunteer: new Int32Array(length),
  minutes: new Int32Array(length),
  metres: new Int32Array(length),
  weight: new Int32Array(length),
});
