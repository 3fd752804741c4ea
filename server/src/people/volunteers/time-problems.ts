// Whether weekly times can stand as somebody's free times: whoever says them, the volunteer or the desk.
import type { WeeklyTime } from '@tongxing/shared/matching';
import type { FieldProblem } from '../../platform/graphql/index.js';

const MOST_TIMES = 21;
const DAY = 24 * 60;

/** What stands against them, or nothing; minutes of one day, not across midnight. */
export function timeProblems(times: readonly WeeklyTime[]): FieldProblem[] {
  if (times.length > MOST_TIMES) return [{ field: 'freeTimes', code: 'TOO_MANY' }];
  if (!times.every(isTime)) return [{ field: 'freeTimes', code: 'OUT_OF_RANGE' }];
  const overlap = times.some((one, at) =>
    times.some(
      (other, place) =>
        place > at &&
        one.weekday === other.weekday &&
        one.startMinute < other.endMinute &&
        other.startMinute < one.endMinute,
    ),
  );
  return overlap ? [{ field: 'freeTimes', code: 'OVERLAP' }] : [];
}

const isTime = ({ weekday, startMinute, endMinute }: WeeklyTime): boolean =>
  [weekday, startMinute, endMinute].every(Number.isInteger) &&
  weekday >= 1 &&
  weekday <= 7 &&
  startMinute >= 0 &&
  startMinute < endMinute &&
  endMinute <= DAY;

/** In the order of the week. */
export const inWeek = (times: readonly WeeklyTime[]): WeeklyTime[] =>
  [...times].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
