// The one entry of a match run: what the server's worker calls, stores, and can have proved again.
import { candidates } from './candidates.js';
import { canonicalSnapshot, readCanonical } from './canonical.js';
import { makeProblem, type StoredSolution } from './problem.js';
import { score } from './score.js';
import { proposedPairs, startMatch, unmatchedChildIds, type MatchState } from './state.js';
import type { Certificate, MatchRules, MatchSnapshot, MatchWeights, Pair } from './types.js';
import { verifyCertificate, type Verdict } from './verify-certificate.js';

export interface MatchResult {
  /** By child id. */
  readonly pairs: readonly Pair[];
  readonly certificate: Certificate;
  readonly candidatePairs: number;
  /** Children for whom nobody is proposed and nobody was decided; `reasonCounts` tells why. */
  readonly unmatched: readonly string[];
  /** Whether the independent checker found the pairs feasible and proven optimal. */
  readonly verified: boolean;
  /** The input as one text, for the hash and the store. */
  readonly canonical: string;
}

/** Proposes companions for the children of a snapshot: optimal, proven, explained, the same for the same input. */
export function runMatch(snapshot: MatchSnapshot, rules: MatchRules, weights: MatchWeights): MatchResult {
  return resultOf(startMatch(snapshot, rules, weights), snapshot);
}

/** What `runMatch` answers, for whoever goes on with the open problem: the state of this very snapshot. */
export function resultOf(state: MatchState, snapshot: MatchSnapshot): MatchResult {
  const { rules, weights } = state;
  return {
    pairs: proposedPairs(state),
    certificate: state.solution.certificate,
    candidatePairs: state.problem.volunteer.length,
    unmatched: unmatchedChildIds(state),
    verified: state.verdict.valid,
    canonical: canonicalSnapshot(snapshot, rules, weights),
  };
}

/** Rebuilds the problem from a stored input and checks the stored pairs and prices against it, without solving. */
export function reprove(canonical: string, stored: StoredSolution): Verdict {
  try {
    const { snapshot, rules, weights } = readCanonical(canonical);
    const found = candidates(snapshot, rules);
    return verifyCertificate(makeProblem(found, score(found.csr, weights)), stored);
  } catch (failure) {
    return { valid: false, problems: [failure instanceof Error ? failure.message : 'the stored input is unreadable'] };
  }
}
