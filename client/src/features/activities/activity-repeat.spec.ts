import { repeatFaults, repeatOf } from './activity-repeat.js';

const typed = { every: 'WEEK', ends: 'TIMES', times: '8', until: '', keep: [], onDate: '2026-12-16' } as const;

describe('how an activity is repeated', () => {
  it('is nothing where it is not', () => {
    const once = { ...typed, every: '', times: 'x', keep: [] } as const;
    expect([repeatFaults({ ...once, keep: [] }), repeatOf({ ...once, keep: [] })]).toEqual([[], undefined]);
  });

  it.each(['', '1', '61', '2.5', 'x'])('is no number of times: %j', (times) => {
    expect(repeatFaults({ ...typed, times, keep: [] })).toEqual(['times']);
  });

  it.each(['', '2026-12-16', '2026-13-01'])('does not end on %j', (until) => {
    expect(repeatFaults({ ...typed, ends: 'UNTIL', until, keep: [] })).toEqual(['until']);
  });

  it('is a number of times or a last day, never both', () => {
    expect(repeatOf({ ...typed, until: '2027-01-01', keep: ['2027-01-01'] })).toEqual({
      ...{ every: 'WEEK', times: 8, keep: ['2027-01-01'] },
    });
    expect(repeatOf({ ...typed, ends: 'UNTIL', until: '2027-02-01', keep: [] })).toEqual({
      ...{ every: 'WEEK', until: '2027-02-01', keep: [] },
    });
  });
});
