import { localDate } from './local-date.js';
import { instantAt, minuteIn, weekdayOf } from './zoned.js';

const at = (day: string, minute: number, zone: string) => instantAt(localDate(day), minute, zone).toISOString();

describe('the clock on the wall', () => {
  it('shows the hour of the place', () => {
    expect(minuteIn(new Date('2026-03-01T23:30:00Z'), 'Asia/Shanghai')).toBe(7 * 60 + 30);
    expect(minuteIn(new Date('2026-03-01T16:00:59Z'), 'Asia/Shanghai')).toBe(0);
    expect(minuteIn(new Date('2026-01-01T00:00:00Z'), 'America/New_York')).toBe(19 * 60);
    expect(minuteIn(new Date('1969-12-31T23:59:30Z'), 'UTC')).toBe(23 * 60 + 59);
  });

  it('leads back to the instant', () => {
    expect(at('2026-03-02', 8 * 60, 'Asia/Shanghai')).toBe('2026-03-02T00:00:00.000Z');
    expect(at('2026-07-01', 8 * 60, 'Europe/Berlin')).toBe('2026-07-01T06:00:00.000Z');
    expect(at('2026-01-01', 8 * 60, 'America/New_York')).toBe('2026-01-01T13:00:00.000Z');
  });

  it('takes the hour that summer time leaves out as the one after it, and of one that comes twice the first', () => {
    // Berlin 2026: on 29 March 02:00 becomes 03:00, on 25 October 03:00 becomes 02:00.
    expect(at('2026-03-29', 2 * 60 + 30, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', 2 * 60 + 30, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', 4 * 60, 'Europe/Berlin')).toBe('2026-10-25T03:00:00.000Z');
  });

  it('knows Monday from Sunday', () => {
    expect([weekdayOf(localDate('2026-03-02')), weekdayOf(localDate('2026-03-08'))]).toEqual([1, 7]);
  });
});
