// What a director may let somebody do without for some days. The record check is not among it: H8 knows no exemption.
import type { Exemption } from './eligibility.types.js';

export type Exemptable = Exemption['requirement'];
export const EXEMPTABLE: readonly Exemptable[] = ['TRAINING', 'VOLUNTEER_AGREEMENT'];

export type ExemptionReason = 'TRAINED_ELSEWHERE' | 'NEXT_COURSE_BOOKED' | 'PAPER_ON_ITS_WAY' | 'SIGNED_WITH_PARTNER';

/** Which reasons fit which requirement. */
export const REASONS_OF: Readonly<Record<Exemptable, readonly ExemptionReason[]>> = {
  TRAINING: ['TRAINED_ELSEWHERE', 'NEXT_COURSE_BOOKED'],
  VOLUNTEER_AGREEMENT: ['PAPER_ON_ITS_WAY', 'SIGNED_WITH_PARTNER'],
};
export const EXEMPTION_REASONS: readonly ExemptionReason[] = EXEMPTABLE.flatMap((one) => REASONS_OF[one]);
