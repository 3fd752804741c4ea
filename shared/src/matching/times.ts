// Weekly free time as spans on one line of minutes, Monday 00:00 being 0.
import { at } from './ints.js';
import type { WeeklyTime } from './types.js';

const MINUTES_A_DAY = 1440;
/** Hours of a week: the coarse slots by which candidates are looked up. */
export const WEEK_HOURS = 168;

/** Start and end minutes in turn, ascending; spans that touch or overlap are one, so that no minute counts twice. */
export function weeklySpans(times: readonly WeeklyTime[]): Int32Array {
  const starts: number[] = [];
  const ends: number[] = [];
  // What counts of spans is where any begins and where all that began have ended: the two can be sorted apart.
  for (const { weekday, startMinute, endMinute } of times) {
    insert(starts, (weekday - 1) * MINUTES_A_DAY + startMinute);
    insert(ends, (weekday - 1) * MINUTES_A_DAY + endMinute);
  }
  const merged: number[] = [];
  let covered = -1;
  starts.forEach((start, i) => {
    const end = ends[i] as number;
    if (start > covered) merged.push(start, end);
    else merged[merged.length - 1] = end;
    covered = end;
  });
  return Int32Array.from(merged);
}

/** Puts a number in its place: a week has few spans, mostly in their order already. */
function insert(ascending: number[], one: number): void {
  let place = ascending.length;
  while (place > 0 && (ascending[place - 1] as number) > one) {
    ascending[place] = ascending[place - 1] as number;
    place -= 1;
  }
  ascending[place] = one;
}

/** Minutes of the week that lie in both, exactly. */
export function commonMinutes(a: Int32Array, b: Int32Array): number {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const endA = at(a, i + 1);
    const endB = at(b, j + 1);
    const overlap = Math.min(endA, endB) - Math.max(at(a, i), at(b, j));
    if (overlap > 0) total += overlap;
    if (endA <= endB) i += 2;
    if (endB <= endA) j += 2;
  }
  return total;
}

/** The hours of the week that the spans touch, ascending. Two people with a common minute have a common hour. */
export function hoursTouched(spans: Int32Array): number[] {
  const hours: number[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    const last = Math.floor((at(spans, i + 1) - 1) / 60);
    for (let hour = Math.floor(at(spans, i) / 60); hour <= last; hour++) {
      if (hours.at(-1) !== hour) hours.push(hour);
    }
  }
  return hours;
}

const WEEK_MINUTES = 7 * MINUTES_A_DAY;

/** One person's week, made so that what it has in common with many others' is looked up instead of worked out. */
export class FreeMinutes {
  /** Free minutes before each minute of the week. */
  readonly #before = new Int32Array(WEEK_MINUTES + 1);

  /** Whose week it is; as `weeklySpans` makes them. */
  set(spans: Int32Array): void {
    const before = this.#before;
    let minute = 0;
    let free = 0;
    for (let i = 0; i < spans.length; i += 2) {
      before.fill(free, minute, at(spans, i) + 1);
      for (minute = at(spans, i) + 1; minute <= at(spans, i + 1); minute++) before[minute] = ++free;
    }
    before.fill(free, minute);
  }

  /** Minutes that lie in both; the other's spans stand from `from` up to, but not including, `to`. */
  common(spans: Int32Array, from: number, to: number): number {
    const before = this.#before;
    let total = 0;
    for (let i = from; i < to; i += 2) total += at(before, at(spans, i + 1)) - at(before, at(spans, i));
    return total;
  }
}
