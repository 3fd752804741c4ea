// Reading and counting in typed arrays; the engine's inner loops hold integers only.

/** The integer at an index that the caller knows to be within the array. Kept to one array type: it stays fast. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

/** Adds `by` to the integer at `index`. */
export function bump(array: Int32Array, index: number, by: number): void {
  array[index] = at(array, index) + by;
}

/** The element at an index that must exist. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`BUG: no element ${index} among ${list.length}`);
  return found;
}

/** Orders ids by code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How many integers two ascending lists share. */
export function sharedCount(a: Int32Array, b: Int32Array): number {
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = at(a, i) - at(b, j);
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}
