import { leastVolunteers, NO_WISH, tooClose, wishProblems } from './staffing.js';

const day = (onDate: string, startMinute: number, endMinute: number) => ({ onDate, startMinute, endMinute });

describe('what a volunteer wishes', () => {
  it('may be nothing at all, and not more hours than a month bears', () => {
    expect(wishProblems(NO_WISH)).toEqual([]);
    expect(wishProblems({ ...NO_WISH, hoursPerMonth: 61 })).toEqual([{ field: 'hoursPerMonth', code: 'OUT_OF_RANGE' }]);
    expect(wishProblems({ ...NO_WISH, hoursPerMonth: 1.5 })).toHaveLength(1);
  });

  it('names kinds that there are, and a bounded number of days', () => {
    const strange = { ...NO_WISH, kinds: ['PARTY' as never], restDays: Array.from({ length: 61 }, () => '2027-01-01') };
    expect(wishProblems(strange).map(({ field }) => field)).toEqual(['kinds', 'restDays']);
  });
});

it('an activity needs as many volunteers as children lack adults, never more than it has seats', () => {
  expect(leastVolunteers({ children: 12, childrenPerAdult: 4, workers: 1, seats: 4 })).toBe(2);
  expect(leastVolunteers({ children: 13, childrenPerAdult: 4, workers: 1, seats: 4 })).toBe(3);
  expect(leastVolunteers({ children: 40, childrenPerAdult: 4, workers: 1, seats: 4 })).toBe(4);
  expect(leastVolunteers({ children: 0, childrenPerAdult: 4, workers: 2, seats: 4 })).toBe(0);
});

it('two seats of one person leave an hour between them, on the same day', () => {
  expect(tooClose(day('2027-01-02', 540, 660), day('2027-01-02', 719, 800))).toBe(true);
  expect(tooClose(day('2027-01-02', 540, 660), day('2027-01-02', 720, 800))).toBe(false);
  expect(tooClose(day('2027-01-02', 720, 800), day('2027-01-02', 540, 661))).toBe(true);
  expect(tooClose(day('2027-01-02', 540, 660), day('2027-01-03', 540, 660))).toBe(false);
});
