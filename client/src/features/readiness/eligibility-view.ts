// Reads one eligibility as a list needs it: where the volunteer stands, and which findings come first.
import type { EligibilityFinding, EligibilityOutcome, VolunteerStanding } from '../../gql/graphql.js';

export type Finding = Pick<
  EligibilityFinding,
  'requirement' | 'outcome' | 'rule' | 'clause' | 'since' | 'until' | 'remedy'
>;
export interface EligibilityView {
  readonly ready: boolean;
  readonly findings: readonly Finding[];
}

/** What stands in the way first, then what ends soon, then what is there. */
const ORDER: readonly EligibilityOutcome[] = [
  'STOPPED',
  'NOT_AVAILABLE',
  'MISSING',
  'EXPIRED',
  'RENEWAL_DUE',
  'VALID',
  'EXEMPT',
];

/** The server's word on `ready` decides; the findings only tell of which kind it is. */
export function standingOf({ ready, findings }: EligibilityView): VolunteerStanding {
  if (findings.some(({ outcome }) => outcome === 'STOPPED')) return 'STOPPED';
  if (!ready) return 'NOT_READY';
  return findings.some(({ outcome }) => outcome === 'RENEWAL_DUE') ? 'RENEWAL_DUE' : 'READY';
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}

/** The findings that ask somebody to act, now or soon. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return inOrder(findings).filter(({ outcome }) => outcome !== 'VALID' && outcome !== 'EXEMPT');
}
