import type { LocalDate } from './local-date.js';

/** Days from `from` to `to`, both included; open-ended where `to` is missing. */
export interface DateInterval {
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

export function contains(interval: DateInterval, day: LocalDate): boolean {
  return interval.from <= day && (interval.to === undefined || day <= interval.to);
}

export function overlaps(a: DateInterval, b: DateInterval): boolean {
  const startsBefore = (x: DateInterval, y: DateInterval) => y.to === undefined || x.from <= y.to;
  return startsBefore(a, b) && startsBefore(b, a);
}
