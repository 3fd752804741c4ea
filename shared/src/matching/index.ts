// The matching engine. An entry of its own, so that no page loads it by accident.
export { candidates, UNMAPPED, type Candidates, type Csr } from './candidates.js';
export { canonicalSnapshot, ENGINE_VERSION, readCanonical, type MatchInput } from './canonical.js';
export type { Change } from './change.js';
export { compareRuns, type MovedChild, type RunComparison } from './compare-runs.js';
export { DEFAULT_WEIGHTS, MOST_WEIGHT } from '../rules/match-weights.js';
export {
  alternatives,
  explain,
  suggest,
  type Alternative,
  type Explanation,
  type NextBest,
  type Scarcity,
  type Suggestion,
} from './explain.js';
export { reasonCounts, rejections, whyNot, type ReasonCount, type Rejections } from './gates.js';
export { makeProblem, type ChosenPair, type Problem, type StoredSolution } from './problem.js';
export { REJECTION_RULES, type RejectionRule } from './rejection-rules.js';
export { reprove, resultOf, runMatch, type MatchResult } from './run-match.js';
export { score, type ScoredEdges } from './score.js';
export { solve, transportOf, type Prices, type Solution } from './solve.js';
export { edit, proposedPair, proposedPairs, slackOf, startMatch, unmatchedChildIds, type MatchState } from './state.js';
export { extraPlaces, scarcity, type ExtraPlaces, type Scarcities, type ScarcePlace } from './scarcity.js';
export { checkShareWeights, scoreShares, type ScoredShares } from './sponsorship/share-score.js';
export { DEFAULT_SHARE_WEIGHTS } from './sponsorship/default-share-weights.js';
export { shareCandidates, type ShareCandidates } from './sponsorship/share-candidates.js';
export {
  exactShareLoss,
  explainShare,
  suggestShares,
  type ShareExplanation,
  type SuggestedShare,
} from './sponsorship/share-explain.js';
export {
  editShares,
  proposedShares,
  startShares,
  type ProposedShare,
  type ShareState,
} from './sponsorship/share-state.js';
export type { ShareChange } from './sponsorship/share-change.js';
export type { StoredShares } from './sponsorship/stored-shares.js';
export * from './sponsorship/types.js';
export { storedDaysRun, storedSeatsRun, storedSharesRun, verifyStoredRun, type StoredRun } from './stored-run.js';
export { exactLoss, swapCost, type Move, type SwapCost } from './swap.js';
export { readAssignment, solveAssignment, type AssignmentAnswer } from './transport/assignment-file.js';
export { transportProblems } from './transport/certificate.js';
export { BadProblem, type BadProblemCode, type TransportPrices, type TransportProblem } from './transport/problem.js';
export { Transport, type TransportSolution } from './transport/transport.js';
export * from './types.js';
export { verifyCertificate, type Verdict } from './verify-certificate.js';
export { checkWeights, type WeightProblem, type WeightProblemCode } from './weight-problems.js';
export {
  masterOf,
  programText,
  type IntegerProgram,
  type MasterSolver,
  type ProgramReader,
  type ProgramRow,
} from './program.js';
export * from './seats/index.js';
export * from './days/index.js';
