// A day of one year in another: the same day of the week, as near to the same date as can be.
import { addDays, daysBetween, localDate, type LocalDate } from '@tongxing/shared/kernel';

const WEEK = 7;

/** `2026-05-09`, a Saturday, is `2027-05-08` in 2027: at most three days away, a week more where the year ends between. */
export function sameWeekdayIn(day: LocalDate, year: number): LocalDate {
  const [, month = '', date = ''] = day.split('-');
  const leapDay = month === '02' && date === '29';
  const same = localDate(`${String(year)}-${month}-${leapDay ? '28' : date}`);
  const behind = (((daysBetween(day, same) % WEEK) + WEEK) % WEEK) as number;
  const nearest = addDays(same, behind <= 3 ? -behind : WEEK - behind);
  if (nearest < `${String(year)}-01-01`) return addDays(nearest, WEEK);
  return nearest > `${String(year)}-12-31` ? addDays(nearest, -WEEK) : nearest;
}
