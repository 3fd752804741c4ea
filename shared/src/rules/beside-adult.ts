// A minor cannot be checked and so never serves alone; beside an adult who may serve on that day, they can (H8, §7.2.1).
import { ASSIGNABLE } from './eligibility.js';
import type { Eligibility, EligibilityFinding } from './eligibility.types.js';

/** Volunteers serve themselves, so everything of theirs must hold; colleagues are there for their work. */
export type CompanyAs = 'VOLUNTEER' | 'COLLEAGUE';

/**
 * The eligibility of somebody who serves beside another person on the same day. It changes one finding only: a minor's
 * missing record check is answered by the check of an adult who is cleared for that day, for as long as that check lasts
 * and until the minor comes of age. An adult gains nothing by company: nobody adult is exempt.
 */
export function besideAdult(
  own: Eligibility,
  adult: Eligibility | undefined,
  as: CompanyAs = 'VOLUNTEER',
): Eligibility {
  const cover = adult && clearance(adult, own.serviceDate, as);
  if (!cover) return own;
  const findings = own.findings.map((finding) => (isMinors(finding) ? covered(finding, cover) : finding));
  return { ...own, findings, ready: findings.every(({ outcome }) => ASSIGNABLE.includes(outcome)) };
}

/** Whether somebody may serve, but only beside a cleared adult. */
export const needsAdultBeside = (own: Eligibility): boolean =>
  own.findings.some(isMinors) &&
  own.findings.every((finding) => isMinors(finding) || ASSIGNABLE.includes(finding.outcome));

/** Only the minor's own finding asks for company; a hit, or an adult's missing check, never does. */
const isMinors = ({ requirement, remedy }: EligibilityFinding): boolean =>
  requirement === 'RECORD_CHECK' && remedy === 'SERVE_BESIDE_CLEARED_ADULT';

/** The check with which an adult counts as company on that very day; a minor beside a minor is two minors. */
export function clearance(adult: Eligibility, serviceDate: string, as: CompanyAs): EligibilityFinding | undefined {
  if (adult.serviceDate !== serviceDate || (as === 'VOLUNTEER' && !adult.ready)) return undefined;
  if (adult.findings.some(({ outcome }) => outcome === 'STOPPED')) return undefined;
  return adult.findings.find(
    ({ requirement, remedy, outcome }) =>
      requirement === 'RECORD_CHECK' &&
      remedy !== 'SERVE_BESIDE_CLEARED_ADULT' &&
      (outcome === 'VALID' || outcome === 'RENEWAL_DUE'),
  );
}

function covered(finding: EligibilityFinding, cover: EligibilityFinding): EligibilityFinding {
  const { since } = cover;
  const ends = [finding.until, cover.until].filter((day) => day !== undefined).sort();
  return { ...finding, outcome: cover.outcome, since, until: ends[0] };
}
