// Sorts the findings as the volunteer needs them: what stands in the way, what ends soon, what is there.
import type { EligibilityOutcome } from '../../gql/graphql.js';

const OPEN: readonly EligibilityOutcome[] = ['MISSING', 'EXPIRED', 'STOPPED'];

export interface SortedFindings<Finding> {
  readonly open: readonly Finding[];
  readonly soon: readonly Finding[];
  readonly there: readonly Finding[];
}

export function sortFindings<Finding extends { readonly outcome: EligibilityOutcome }>(
  findings: readonly Finding[],
): SortedFindings<Finding> {
  return {
    open: findings.filter(({ outcome }) => OPEN.includes(outcome)),
    soon: findings.filter(({ outcome }) => outcome === 'RENEWAL_DUE'),
    there: findings.filter(({ outcome }) => outcome === 'VALID' || outcome === 'EXEMPT'),
  };
}
