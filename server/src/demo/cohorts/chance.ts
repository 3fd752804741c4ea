// Seeded chance for invented data: the same seed gives the same rows, on every machine.

export interface Chance {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** The same items in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32: small, quick, and good enough for what nobody has to guess. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: (list) => at(list, below(list.length)),
    shuffle: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last -= 1) swap(mixed, last, below(last + 1));
      return mixed;
    },
  };
}

/** The item that stands there; for places that the caller has counted. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new Error(`BUG: nothing stands at ${index} of ${list.length}`);
  return list[index] as T;
}

/** Each code as often as its number says. */
export const repeated = <Code extends string>(counts: Readonly<Record<Code, number>>): Code[] =>
  Object.entries<number>(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code as Code));

function swap<T>(list: T[], one: number, other: number): void {
  const kept = at(list, one);
  list[one] = at(list, other);
  list[other] = kept;
}
