import type { DayInTheWay, DayRejectionCode } from '@tongxing/shared/matching';

/** Why a wish did not come true; the last: what others get instead is worth more in all. */
export type WishReason = DayRejectionCode | DayInTheWay['code'] | 'WORTH_LESS' | 'LINE_CLOSED';

export const WISH_REASONS = [
  'NOT_WISHED',
  'DAY_NOT_OFFERED',
  'COMPANY_CANNOT',
  'OVER_BUDGET',
  'TOO_MANY_PEOPLE',
  'TOO_FEW_WORKERS',
  'VENUE_TOO_SMALL',
  'NO_DAYS_LEFT',
  'VETOED',
  'HAS_ITS_DAYS',
  'THAT_DAY_TAKEN',
  'BUDGET_USED',
  'VENUE_TAKEN',
  'WORKERS_BUSY',
  'NO_ROOM',
  'HELD_OFTEN',
  'WORTH_LESS',
  'LINE_CLOSED',
] as const satisfies readonly WishReason[];
