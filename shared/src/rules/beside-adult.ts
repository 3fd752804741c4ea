// A minor cannot be checked and so never serves alone; beside an adult who may serve on that day, they can (H8, §7.2.1).
import { ASSIGNABLE } from './eligibility.js';
import type { Eligibility, EligibilityFinding } from './eligibility.types.js';

/**
 * The eligibility of somebody who serves beside another person on the same day. It changes one finding only: a minor's
 * missing record check is answered by the check of an adult who is ready for that day, and for as long as that check
 * lasts. An adult gains nothing by company: nobody adult is exempt.
 */
export function besideAdult(own: Eligibility, adult: Eligibility | undefined): Eligibility {
  const cover = adult && coverOf(adult, own.serviceDate);
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

/** The check of an adult who is ready on that very day; a minor beside a minor is two minors. */
function coverOf(adult: Eligibility, serviceDate: string): EligibilityFinding | undefined {
  if (!adult.ready || adult.serviceDate !== serviceDate) return undefined;
  return adult.findings.find(
    (finding) =>
      finding.requirement === 'RECORD_CHECK' && (finding.outcome === 'VALID' || finding.outcome === 'RENEWAL_DUE'),
  );
}

function covered(finding: EligibilityFinding, cover: EligibilityFinding): EligibilityFinding {
  const { since, until } = cover;
  return { ...finding, outcome: cover.outcome, remedy: 'SERVE_BESIDE_CLEARED_ADULT', since, until };
}
