// When somebody has time, as a phone asks it: parts of the days of a week.
import type { AppliedTime } from '@tongxing/shared/rules';

const HOUR = 60;
export const PARTS = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
export type PartOfDay = (typeof PARTS)[number];
export const SPAN: Readonly<Record<PartOfDay, { readonly startMinute: number; readonly endMinute: number }>> = {
  MORNING: { startMinute: 9 * HOUR, endMinute: 12 * HOUR },
  AFTERNOON: { startMinute: 14 * HOUR, endMinute: 17 * HOUR },
  EVENING: { startMinute: 18 * HOUR, endMinute: 20.5 * HOUR },
};
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const isPart = (time: AppliedTime, weekday: number, part: PartOfDay): boolean =>
  time.weekday === weekday && time.startMinute === SPAN[part].startMinute && time.endMinute === SPAN[part].endMinute;

export const has = (times: readonly AppliedTime[], weekday: number, part: PartOfDay): boolean =>
  times.some((time) => isPart(time, weekday, part));

/** With the part where it was missing, without it where it was there; in the order of the week. */
export function toggled(times: readonly AppliedTime[], weekday: number, part: PartOfDay): AppliedTime[] {
  const others = times.filter((time) => !isPart(time, weekday, part));
  const all = others.length < times.length ? others : [...others, { weekday, ...SPAN[part] }];
  return all.toSorted((one, other) => one.weekday - other.weekday || one.startMinute - other.startMinute);
}
