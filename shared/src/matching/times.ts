// Weekly free time as spans on one line of minutes, Monday 00:00 being 0.
import { at } from './ints.js';
import type { WeeklyTime } from './types.js';

const MINUTES_A_DAY = 1440;
/** Hours of a week: the coarse slots by which candidates are looked up. */
export const WEEK_HOURS = 168;

/** Start and end minutes in turn, ascending; spans that touch or overlap are one, so that no minute counts twice. */
export function weeklySpans(times: readonly WeeklyTime[]): Int32Array {
  const starts = Int32Array.from(times, ({ weekday, startMinute }) => (weekday - 1) * MINUTES_A_DAY + startMinute);
  const ends = Int32Array.from(times, ({ weekday, endMinute }) => (weekday - 1) * MINUTES_A_DAY + endMinute);
  // What counts of spans is where any begins and where all that began have ended: the two can be sorted apart.
  starts.sort();
  ends.sort();
  const merged = new Int32Array(2 * starts.length);
  let size = 0;
  for (let i = 0; i < starts.length; i++) {
    if (i === 0 || at(starts, i) > at(ends, i - 1)) merged[size++] = at(starts, i);
    if (i === starts.length - 1 || at(starts, i + 1) > at(ends, i)) merged[size++] = at(ends, i);
  }
  return merged.subarray(0, size);
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
