import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '@tongxing/shared/kernel';
import { sameWeekdayIn } from './same-weekday.js';

const DAY = fc.integer({ min: 0, max: 3_652 }).map((days) => addDays(localDate('2024-01-01'), days));

describe('the same weekday of another year', () => {
  it('is what a person would pick', () => {
    expect(sameWeekdayIn(localDate('2026-05-09'), 2027)).toBe('2027-05-08');
    expect(sameWeekdayIn(localDate('2028-02-29'), 2029)).toBe('2029-02-27');
  });

  it('keeps the weekday, stays in the year, and is near', () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 2024, max: 2034 }), (day, year) => {
        const found = sameWeekdayIn(day, year);
        expect(Math.abs(daysBetween(day, found) % 7)).toBe(0);
        expect(found.slice(0, 4)).toBe(String(year));
        const date = day.endsWith('02-29') ? '02-28' : day.slice(5);
        expect(Math.abs(daysBetween(localDate(`${String(year)}-${date}`), found))).toBeLessThanOrEqual(6);
      }),
    );
  });
});
