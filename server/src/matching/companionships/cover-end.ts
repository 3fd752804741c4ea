// Why somebody does not stand in any more.

/** Its last day is over, the companion is back, the family or a stop said so, or the pair itself is over. */
export const COVER_ENDS = ['LAST_DAY', 'BACK', 'FAMILY', 'STOP', 'OVER'] as const;
export type CoverEnd = (typeof COVER_ENDS)[number];
