// The partial plans of a search, those of one last activity side by side.
import { at } from '../ints.js';

export class PartialPlans {
  minutes = new Int32Array(1024);
  worth = new Float64Array(1024);
  parent = new Int32Array(1024);
  item = new Int32Array(1024);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Keeps a plan unless one from `first` on is as good, and drops those that it makes needless. */
  push(first: number, minutes: number, worth: number, parent: number, item: number): void {
    let keep = first;
    for (let plan = first; plan < this.size; plan++) {
      const otherMinutes = at(this.minutes, plan);
      const otherWorth = this.worth[plan] as number;
      if (otherMinutes <= minutes && otherWorth >= worth) return;
      if (minutes <= otherMinutes && worth >= otherWorth) continue;
      if (keep < plan) {
        this.minutes[keep] = otherMinutes;
        this.worth[keep] = otherWorth;
        this.parent[keep] = at(this.parent, plan);
      }
      keep += 1;
    }
    if (keep === this.minutes.length) this.#grow();
    this.minutes[keep] = minutes;
    this.worth[keep] = worth;
    this.parent[keep] = parent;
    this.item[keep] = item;
    this.size = keep + 1;
  }

  #grow(): void {
    const size = 2 * this.minutes.length;
    const grown = (old: Int32Array) => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.minutes = grown(this.minutes);
    this.parent = grown(this.parent);
    this.item = grown(this.item);
    const worth = new Float64Array(size);
    worth.set(this.worth);
    this.worth = worth;
  }
}
