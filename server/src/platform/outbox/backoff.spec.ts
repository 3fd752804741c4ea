import fc from 'fast-check';
import { RETRY_POLICY, waitAfter } from './backoff.js';

describe('the wait after a failed attempt', () => {
  it('ends after the last attempt', () => {
    expect(waitAfter(RETRY_POLICY.mostAttempts, 0)).toBeUndefined();
    expect(waitAfter(RETRY_POLICY.mostAttempts - 1, 0)).toBeDefined();
  });

  it('doubles, up to its bound', () => {
    const policy = { firstWaitMs: 1000, longestWaitMs: 6000, mostAttempts: 9 };
    expect([1, 2, 3, 4, 8].map((attempt) => waitAfter(attempt, 0.5, policy))).toEqual([750, 1500, 3000, 4500, 4500]);
  });

  it('lies between half of the full wait and all of it, whatever the chance', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: RETRY_POLICY.mostAttempts - 1 }), chance, (attempt, random) => {
        const full = Math.min(RETRY_POLICY.longestWaitMs, RETRY_POLICY.firstWaitMs * 2 ** (attempt - 1));
        const wait = waitAfter(attempt, random) ?? -1;
        return wait >= full / 2 && wait <= full;
      }),
    );
  });
});
