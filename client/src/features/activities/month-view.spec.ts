import { localDate } from '@tongxing/shared/kernel';
import { dayOf, lastOf, monthOf, otherMonth, weekOf, weeksOf } from './month-view.js';

it('lays a month out in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-12');
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
  expect(weeks[0]?.[0]).toEqual({ day: '2026-11-30', inside: false });
  expect(weeks[0]?.[1]).toEqual({ day: '2026-12-01', inside: true });
  expect(weeks.at(-1)?.at(-1)).toEqual({ day: '2027-01-03', inside: false });
  // February 2027 begins on a Monday and has four weeks.
  expect(weeksOf('2027-02')).toHaveLength(4);
});

it('takes only a real month from the address, and walks over the end of a year', () => {
  expect(monthOf('2027-03', '2026-11-22')).toBe('2027-03');
  expect(monthOf('2027-13', '2026-11-22')).toBe('2026-11');
  expect(monthOf(null, '2026-11-22')).toBe('2026-11');
  expect(otherMonth('2026-12', 1)).toBe('2027-01');
  expect(otherMonth('2027-01', -1)).toBe('2026-12');
  expect(lastOf('2028-02')).toBe('2028-02-29');
});

it('has a week from Monday to Sunday, also over the end of a year', () => {
  expect(weekOf(localDate('2026-11-29')).map(({ day }) => day.slice(5))).toEqual([
    '11-23',
    '11-24',
    '11-25',
    '11-26',
    '11-27',
    '11-28',
    '11-29',
  ]);
  expect(weekOf(localDate('2027-01-01'))[0]?.day).toBe('2026-12-28');
  expect([dayOf('2027-02-30', '2026-11-22'), dayOf('2027-02-28', '2026-11-22')]).toEqual(['2026-11-22', '2027-02-28']);
});
