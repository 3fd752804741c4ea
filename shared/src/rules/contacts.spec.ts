import { localDate } from '../kernel/index.js';
import { nextContactOn } from './contacts.js';

const last = localDate('2026-11-22');

describe('the next contact', () => {
  it('shares the month out evenly', () => {
    expect(nextContactOn(last, 1)).toBe('2026-12-22');
    expect(nextContactOn(last, 2)).toBe('2026-12-07');
    expect(nextContactOn(last, 4)).toBe('2026-11-29');
  });

  it('is never on the day of the last one, however many the plan says', () => {
    expect(nextContactOn(last, 31)).toBe('2026-11-23');
    expect(nextContactOn(last, 0)).toBe('2026-12-22');
  });
});
