// Finds people by their ids, which stand sorted.
import { byCodeUnit, item } from './ints.js';

/** The position of an id among sorted ids; throws where it is not there. */
export function positionOf(ids: readonly string[], id: string): number {
  const found = whereIn(ids, id, (one) => one);
  if (ids[found] !== id) throw new Error(`BUG: the snapshot has no ${id}`);
  return found;
}

/** The position of a person among people sorted by id, or undefined. */
export function personAt(people: readonly { readonly id: string }[], id: string): number | undefined {
  const found = whereIn(people, id, (one) => one.id);
  return people[found]?.id === id ? found : undefined;
}

/** Where an id stands, or would stand, by halving. */
export function whereIn<T>(sorted: readonly T[], id: string, idOf: (one: T) => string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byCodeUnit(idOf(item(sorted, middle)), id) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
