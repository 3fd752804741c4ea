import { breachDeadlines, stepStanding } from './breach.js';
import { breachHours, parseSetting, settingValues } from './settings.js';

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

  it('run by the agency’s own hours where it asks for less time, and never for more than the law', () => {
    const strict = breachHours(
      settingValues(new Map(Object.entries({ breachAuthorityHours: '2', breachCloseDays: '7' }))),
    );
    expect(breachDeadlines(NOTICED, strict)).toMatchObject({
      CONTAIN: '2026-11-23T23:30:00.000Z',
      TELL_AUTHORITY: '2026-11-24T00:30:00.000Z',
      CLOSE: '2026-11-30T22:30:00.000Z',
    });
    expect(breachDeadlines(NOTICED, breachHours(settingValues(new Map())))).toEqual(breachDeadlines(NOTICED));
    const over = {
      breachContainHours: 5,
      breachAuthorityHours: 5,
      breachAffectedHours: 73,
      breachCloseDays: 31,
      rightsAnswerDays: 31,
    };
    for (const [key, value] of Object.entries(over)) {
      expect([key, parseSetting(key, String(value))]).toMatchObject([
        key,
        { ok: false, error: { code: 'ABOVE_MAXIMUM' } },
      ]);
      expect([key, parseSetting(key, '0')]).toMatchObject([key, { ok: false, error: { code: 'BELOW_MINIMUM' } }]);
    }
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
