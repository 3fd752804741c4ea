import { localDate } from '../kernel/index.js';
import { addWorkingDays, dayMarks, isAnnounced, isWorkingDay, knownHolidays } from './working-days.js';

const built = dayMarks([]);
const works = (day: string, marks = built) => isWorkingDay(localDate(day), marks);

describe('working days', () => {
  it('leave out weekends and days off, and count weekend days that are worked instead', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((day) => works(day))).toEqual([true, false, false]);
    // The National Day week of 2026, the Sunday before and the Saturday after.
    expect(['2026-09-20', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10'].map((day) => works(day))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('knows of 2027 the days of the law alone, until the notice is out', () => {
    expect([isAnnounced(2026), isAnnounced(2027), isAnnounced(2031)]).toEqual([true, false, false]);
    const days = knownHolidays(2027);
    expect(days).toHaveLength(13);
    expect(days.every(({ mark }) => mark === 'OFF')).toBe(true);
    expect(days.filter(({ name }) => name === '春节').map(({ day }) => day)).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
    ]);
    expect(knownHolidays(2031)).toEqual([]);
  });

  it('let the agency’s own rows win over what is built in', () => {
    const own = dayMarks([
      { day: localDate('2027-02-08'), mark: 'WORK' },
      { day: localDate('2027-02-09'), mark: 'OFF' },
    ]);
    expect([works('2027-02-08', own), works('2027-02-09', own), works('2027-02-10', own)]).toEqual([true, false, true]);
  });

  it.each([
    ['2026-11-23', 10, '2026-12-07'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 10, '2026-10-20'],
    ['2026-10-03', 0, '2026-10-03'],
    ['2027-02-04', 5, '2027-02-15'],
  ])('from %s, %i of them are over on %s', (from, days, until) => {
    expect(addWorkingDays(localDate(from), days, built)).toBe(until);
  });
});
