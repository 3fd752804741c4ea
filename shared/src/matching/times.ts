// Weekly free time as spans on one line of minutes, Monday 00:00 being 0.
import { at } from './ints.js';
import type { WeeklyTime } from './types.js';

const MINUTES_A_DAY = 1440;
/** Hours of a week: the coarse slots by which candidates are looked up. */
export const WEEK_HOURS = 168;

/** Start and end minutes in turn, ascending; spans that touch or overlap are one, so that no minute counts twice. */
export function weeklySpans(times: readonly WeeklyTime[]): Int32Array {
  const sorted = times
    .map((time) => {
      const midnight = (time.weekday - 1) * MINUTES_A_DAY;
      return { start: midnight + time.startMinute, end: midnight + time.endMinute };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return Int32Array.from(merged.flatMap((span) => [span.start, span.end]));
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
