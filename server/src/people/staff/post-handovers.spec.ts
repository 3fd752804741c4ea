import { localDate } from '@tongxing/shared/kernel';
import { beginningOf } from './post-handovers.js';

it('a day begins where its people are', () => {
  const day = localDate('2026-11-23');
  expect(beginningOf(day, 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
  expect(beginningOf(day, 'UTC')).toBe('2026-11-23T00:00:00.000Z');
  expect(beginningOf(day, 'America/Los_Angeles')).toBe('2026-11-23T08:00:00.000Z');
  expect(beginningOf(day, 'Asia/Kathmandu')).toBe('2026-11-22T18:15:00.000Z');
  expect(beginningOf(day, 'Pacific/Kiritimati')).toBe('2026-11-22T10:00:00.000Z');
});
