import type { WeeklyTime } from '@tongxing/shared/matching';

/** The weekly spans that lie in both, by weekday and start. */
export function commonTimes(a: readonly WeeklyTime[], b: readonly WeeklyTime[]): WeeklyTime[] {
  return a
    .flatMap((one) =>
      b.flatMap((other) => {
        const startMinute = Math.max(one.startMinute, other.startMinute);
        const endMinute = Math.min(one.endMinute, other.endMinute);
        return one.weekday === other.weekday && startMinute < endMinute
          ? [{ weekday: one.weekday, startMinute, endMinute }]
          : [];
      }),
    )
    .sort((x, y) => x.weekday - y.weekday || x.startMinute - y.startMinute);
}
