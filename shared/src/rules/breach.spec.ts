import { breachDeadlines, stepStanding } from './breach.js';

const NOTICED = '2026-11-23T22:30:00.000Z';

describe('the clocks of a breach', () => {
  it('run from the moment it was noticed, over midnight', () => {
    expect(breachDeadlines(NOTICED)).toEqual({
      CONTAIN: '2026-11-23T23:30:00.000Z',
      TELL_AUTHORITY: '2026-11-24T02:30:00.000Z',
      TELL_AFFECTED: '2026-11-24T22:30:00.000Z',
      CLOSE: '2026-12-23T22:30:00.000Z',
    });
  });

  it('tell what is in time and what is late, to the millisecond', () => {
    const { TELL_AUTHORITY: end } = breachDeadlines(NOTICED);
    const later = new Date(Date.parse(end) + 1).toISOString();
    expect(stepStanding(end, undefined, end)).toBe('WAITING');
    expect(stepStanding(end, undefined, later)).toBe('LATE');
    expect(stepStanding(end, end, later)).toBe('DONE');
    expect(stepStanding(end, later, later)).toBe('DONE_LATE');
  });
});
