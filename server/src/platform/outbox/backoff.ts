// How long a failed job waits, and when it has failed often enough.

export interface RetryPolicy {
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so many attempts a job is dead until somebody revives it. */
  readonly mostAttempts: number;
}

/** About three hours from the first attempt to the last: longer than most mail servers are away. */
export const RETRY_POLICY: RetryPolicy = { firstWaitMs: 5_000, longestWaitMs: 3_600_000, mostAttempts: 12 };

/**
 * Milliseconds until the next attempt, or undefined where `attempt` was the last. Doubles each time; the upper half is
 * random, so that jobs that failed together do not come back together. `random` is in [0, 1).
 */
export function waitAfter(attempt: number, random: number, policy: RetryPolicy = RETRY_POLICY): number | undefined {
  if (attempt >= policy.mostAttempts) return undefined;
  const full = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
