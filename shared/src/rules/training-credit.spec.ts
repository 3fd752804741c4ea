import { localDate } from '../kernel/index.js';
import { creditUntil, isCreditable } from './training-credit.js';

it('stands for sessions alone: the platform’s lessons are taken here (H25)', () => {
  expect((['SESSIONS', 'ONLINE', 'BOTH'] as const).map((way) => isCreditable({ way }))).toEqual([true, false, false]);
});

it('counts from the day of learning, not from that of the decision', () => {
  const on = localDate('2026-03-31');
  expect(creditUntil(on, 12, 730)).toBe('2027-03-30');
  expect(creditUntil(on, undefined, 730)).toBe('2028-03-30');
});
