import type { LocalDate } from '@tongxing/shared/kernel';
import { endingWithin } from './ending-within.js';

const [from, to] = ['2026-11-22', '2027-01-21'] as [LocalDate, LocalDate];
const row = (personId: string, validUntil: string | null, kind = 'SOCIAL_WORKER') => ({ personId, kind, validUntil });
const found = (...rows: ReturnType<typeof row>[]) => Object.fromEntries(endingWithin(rows, from, to));

describe('certificates that end soon', () => {
  it('are none that ended before, or end after the window', () => {
    expect(found(row('a', '2026-11-21'), row('b', '2027-01-22'))).toEqual({});
  });

  it('are none that a later one of the same kind follows, whichever was written down first', () => {
    expect(found(row('a', '2026-12-01'), row('a', '2029-12-01'))).toEqual({});
    expect(found(row('a', null), row('a', '2026-12-01'))).toEqual({});
    expect(found(row('a', '2026-12-01'), row('a', null))).toEqual({});
  });

  it('count on their first and last day, each kind by itself, the nearest first', () => {
    expect(found(row('a', to), row('a', from, 'COUNSELLOR'), row('b', '2026-12-01'))).toEqual({
      a: [from, to],
      b: ['2026-12-01'],
    });
  });
});
