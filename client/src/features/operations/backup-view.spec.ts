import { ageOf, toneOf } from './backup-view.js';

const NOW = new Date('2026-11-22T02:00:00.000Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

describe('the age of a backup', () => {
  it('is told in hours for two days, then in days', () => {
    expect(ageOf(hoursAgo(0.5), NOW)).toEqual({ unit: 'HOURS', count: 0 });
    expect(ageOf(hoursAgo(47.9), NOW)).toEqual({ unit: 'HOURS', count: 47 });
    expect(ageOf(hoursAgo(48), NOW)).toEqual({ unit: 'DAYS', count: 2 });
  });

  it('is never below nothing where the clocks differ', () => {
    expect(ageOf(hoursAgo(-3), NOW)).toEqual({ unit: 'HOURS', count: 0 });
  });

  it('worries where there is none, or where it is older than it may be', () => {
    expect(toneOf(undefined, 2, NOW)).toBe('refused');
    expect(toneOf(hoursAgo(48.1), 2, NOW)).toBe('refused');
    expect(toneOf(hoursAgo(40), 2, NOW)).toBe('soon');
    expect(toneOf(hoursAgo(12), 2, NOW)).toBe('good');
  });
});
