import { addDays, addMonths, ageOn, daysBetween, localDate, localDateIn, parseLocalDate } from './local-date.js';

describe('LocalDate', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '', '2026-02-29'])('refuses %s', (raw) => {
    expect(parseLocalDate(raw)).toBeUndefined();
  });

  it('counts a leap day', () => {
    expect(daysBetween(localDate('2028-02-28'), localDate('2028-03-01'))).toBe(2);
    expect(addDays(localDate('2028-02-28'), 1)).toBe('2028-02-29');
  });

  it('adds a month to the 31st without leaving the month', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(localDate('2026-01-31'), 13)).toBe('2027-02-28');
  });

  it('is one year older on the birthday, not the day before', () => {
    expect(ageOn(localDate('2012-05-20'), localDate('2026-05-19'))).toBe(13);
    expect(ageOn(localDate('2012-05-20'), localDate('2026-05-20'))).toBe(14);
  });

  it('is already tomorrow in Shanghai at 17:00 UTC', () => {
    expect(localDateIn(new Date('2026-11-22T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  });
});
