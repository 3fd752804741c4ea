import { addDays, type LocalDate } from '../kernel/index.js';
import { rightsClock, rightsDueOn, rightsLastOn, rightsReminderDue } from './rights.js';

const day = (text: string) => text as LocalDate;
const ASKED = day('2026-11-01');

describe('the clock of a request about one’s own data', () => {
  it('promises fifteen days, and ends by law after thirty, across months', () => {
    expect([rightsDueOn(ASKED), rightsLastOn(ASKED)]).toEqual(['2026-11-16', '2026-12-01']);
    expect(rightsDueOn(day('2028-02-20'))).toBe('2028-03-06');
  });

  it.each([
    ['2026-11-01', 'IN_TIME'],
    ['2026-11-10', 'IN_TIME'],
    ['2026-11-11', 'SOON'],
    ['2026-11-16', 'SOON'],
    ['2026-11-17', 'LATE'],
    ['2026-12-01', 'LATE'],
    ['2026-12-02', 'UNLAWFUL'],
  ] as const)('stands on %s at %s', (today, clock) => {
    expect(rightsClock(ASKED, rightsDueOn(ASKED), day(today))).toBe(clock);
  });

  it.each([1, 7, 30])(
    'ends after the %d days that the agency promised, to the day, and by law after thirty',
    (days) => {
      const due = rightsDueOn(ASKED, days);
      expect(rightsClock(ASKED, due, due)).toBe('SOON');
      expect(rightsClock(ASKED, due, addDays(due, 1))).toBe(days === 30 ? 'UNLAWFUL' : 'LATE');
      expect(rightsReminderDue(due, addDays(due, -1)) && rightsReminderDue(due, addDays(due, 1))).toBe(true);
      expect(rightsReminderDue(due, due)).toBe(false);
    },
  );

  it('reminds five days and one day before, and daily once it has passed', () => {
    const days = ['10', '11', '12', '14', '15', '16', '17', '18'].map((one) => day(`2026-11-${one}`));
    expect(days.filter((one) => rightsReminderDue(rightsDueOn(ASKED), one))).toEqual(
      ['11', '15', '17', '18'].map((one) => `2026-11-${one}`),
    );
  });
});
