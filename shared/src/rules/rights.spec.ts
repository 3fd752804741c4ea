import type { LocalDate } from '../kernel/index.js';
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
    expect(rightsClock(ASKED, day(today))).toBe(clock);
  });

  it('reminds five days and one day before, and daily once it has passed', () => {
    const days = ['10', '11', '12', '14', '15', '16', '17', '18'].map((one) => day(`2026-11-${one}`));
    expect(days.filter((one) => rightsReminderDue(ASKED, one))).toEqual(
      ['11', '15', '17', '18'].map((one) => `2026-11-${one}`),
    );
  });
});
