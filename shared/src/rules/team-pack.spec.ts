import fc from 'fast-check';
import { localDate } from '../kernel/index.js';
import { childrenForTeam, hoursOf, impactNumbers, packDue, type ToldDay } from './team-pack.js';
import { dayMarks } from './working-days.js';

const day = (there: number, minutes: readonly number[] = [60]): ToldDay => ({
  ...{ minutes, children: childrenForTeam(there), taskReached: 4, processReached: undefined },
});

describe('what a team is told after its day', () => {
  it('is due ten working days after the day was closed', () => {
    expect(packDue(localDate('2026-11-21'), dayMarks([]))).toBe('2026-12-04');
    // New Year's Day is off.
    expect(packDue(localDate('2026-12-25'), dayMarks([]))).toBe('2027-01-11');
  });

  it('says no number of children below five, of one day or of several', () => {
    expect(impactNumbers([day(1)]).children).toBeUndefined();
    expect(impactNumbers([day(4), day(3)]).children).toBeUndefined();
    expect(impactNumbers([day(5), day(4)]).children).toBe(5);
  });

  it('gives no small number away between two reports: one more day is none more, or five at least', () => {
    const days = fc.array(
      fc.nat({ max: 12 }).map((there) => day(there)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(days, fc.nat({ max: 12 }), (before, there) => {
        const more = (impactNumbers([...before, day(there)]).children ?? 0) - (impactNumbers(before).children ?? 0);
        return more === 0 || more >= 5;
      }),
    );
  });

  it('nor between a whole and any part of it: a year and its months, two years, one team and all that came', () => {
    const days = fc.array(fc.record({ there: fc.nat({ max: 12 }), inPart: fc.boolean() }), { maxLength: 8 });
    const told = (some: readonly { readonly there: number }[]) =>
      impactNumbers(some.map(({ there }) => day(there))).children ?? 0;
    fc.assert(
      fc.property(days, (all) => {
        const part = all.filter(({ inPart }) => inPart);
        const rest = all.filter(({ inPart }) => !inPart);
        const left = told(all) - told(part);
        return left === told(rest) && (left === 0 || left >= 5);
      }),
    );
  });

  it('adds up hours and the goals that somebody spoke of', () => {
    const told = impactNumbers([day(9, [90, 30]), { ...day(9, [60]), taskReached: 5 }]);
    expect(told).toEqual({ days: 2, minutes: 180, children: 18, taskReached: 4.5, processReached: undefined });
    expect([hoursOf(95), hoursOf(90), hoursOf(0)]).toEqual([1.6, 1.5, 0]);
  });
});
