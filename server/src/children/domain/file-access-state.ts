// What a wish to open a file stands at: read off its dates, never stored.

export const FILE_ACCESS_STATES = ['PENDING', 'OPEN', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
export type FileAccessState = (typeof FILE_ACCESS_STATES)[number];

export interface FileAccessDates {
  readonly requestedAt: string;
  readonly decision: 'APPROVED' | 'DECLINED' | null;
  readonly opensUntil: string | null;
  readonly withdrawnAt: string | null;
}

/** A wish that nobody decided ends by itself: a file is not opened for a reason of last month. */
const PENDING_DAYS = 7;

export function fileAccessState(access: FileAccessDates, now: string): FileAccessState {
  if (access.withdrawnAt !== null) return 'WITHDRAWN';
  if (access.decision === 'DECLINED') return 'DECLINED';
  if (access.opensUntil !== null) return now < access.opensUntil ? 'OPEN' : 'EXPIRED';
  return now < daysAfter(access.requestedAt, PENDING_DAYS) ? 'PENDING' : 'EXPIRED';
}

/** The oldest moment at which a wish may have been made that still waits. */
export const oldestPending = (now: string): string => daysAfter(now, -PENDING_DAYS);

export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

const daysAfter = (instant: string, days: number): string => hoursAfter(instant, days * 24);
