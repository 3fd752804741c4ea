// Solved sponsorships with their proof, and the changes a worker makes to them.
import { at, item } from '../ints.js';
import { advance } from '../session.js';
import { transportProblems } from '../transport/certificate.js';
import { NONE, type TransportProblem } from '../transport/problem.js';
import { Transport, type TransportSolution } from '../transport/transport.js';
import { narrowShares } from './narrow-shares.js';
import { carriedShares, foundBySponsor, openShares, type ShareSession, type ShareSides } from './open-shares.js';
import { shareCandidates, type ShareCandidates } from './share-candidates.js';
import { changedShares, type ShareChange } from './share-change.js';
import { scoreShares, type ScoredShares } from './share-score.js';
import { bringsAnew, newcomersTo, shareSteps } from './share-steps.js';
import type { Share, ShareSnapshot, ShareWeights } from './types.js';

/**
 * Solved sponsorships. After an edit what is not asked for is not worked out: candidates, problem, solution and its
 * check come when first read.
 */
export interface ShareState {
  /** Normalised: sorted by id, without repeats. */
  readonly snapshot: Required<ShareSnapshot>;
  readonly weights: ShareWeights;
  readonly candidates: ShareCandidates;
  readonly scored: ScoredShares;
  /** Sponsors are the rows, children the columns. */
  readonly problem: TransportProblem;
  readonly solution: TransportSolution;
  /** What the independent checker finds wrong; empty where the solution is proven optimal. */
  readonly problems: readonly string[];
  /** The open problem behind the state, for `editShares` alone; undefined where it would be too large. */
  readonly session: () => ShareSession | undefined;
}

export interface ProposedShare extends Share {
  readonly score: number;
}

/** Shares to children: the greatest total score, proven. Throws `BadProblem` on input that cannot be added up. */
export function startShares(snapshot: ShareSnapshot, weights: ShareWeights): ShareState {
  const sides = sidesOf(snapshot, weights);
  const built = { ...sides, solution: new Transport(sides.problem).solution() };
  return stateOf(
    sides.snapshot,
    weights,
    () => built,
    once(() => openShares(sides, built.solution)),
  );
}

/**
 * The state after a change, optimal and proven again, of the same value as solved from scratch; of several equally good
 * answers it keeps to what was proposed before. Where nobody new takes part, only what the change touches moves. Throws
 * for ids that the snapshot does not have.
 */
export function editShares(state: ShareState, change: ShareChange): ShareState {
  const { weights } = state;
  const snapshot = changedShares(state.snapshot, change);
  const open = state.session();
  if (!open) return startShares(snapshot, weights);
  const steps = shareSteps(open.base, state.snapshot, snapshot, change);
  const session = steps.length > 0 ? advance(open, steps) : open;
  if (!bringsAnew(open.base, state.snapshot, snapshot, change)) {
    const built = once(() => {
      const sides = sidesWith(narrowShares(session.base, snapshot, weights));
      return { ...sides, solution: carriedShares(session.base, foundBySponsor(session), sides) };
    });
    return stateOf(snapshot, weights, built, () => session);
  }
  const sides = sidesOf(snapshot, weights);
  const found = carriedShares(session.base, foundBySponsor(session), sides);
  const next = openShares(sides, found, newcomersTo(session.base, sides, change));
  if (!next) return startShares(snapshot, weights);
  const built = { ...sides, solution: foundBySponsor(next) };
  return stateOf(
    snapshot,
    weights,
    () => built,
    () => next,
  );
}

interface Built extends ShareSides {
  readonly candidates: ShareCandidates;
  readonly scored: ScoredShares;
  readonly solution: TransportSolution;
}

function sidesOf(snapshot: ShareSnapshot, weights: ShareWeights) {
  const candidates = shareCandidates(snapshot);
  return sidesWith({ candidates, scored: scoreShares(candidates, weights) });
}

function sidesWith({ candidates, scored }: Pick<Built, 'candidates' | 'scored'>) {
  return { snapshot: candidates.snapshot, candidates, scored, problem: shareProblem(candidates, scored) };
}

function stateOf(
  snapshot: Required<ShareSnapshot>,
  weights: ShareWeights,
  built: () => Built,
  session: () => ShareSession | undefined,
): ShareState {
  const problems = once(() => transportProblems(built().problem, built().solution));
  return {
    snapshot,
    weights,
    session,
    get candidates() {
      return built().candidates;
    },
    get scored() {
      return built().scored;
    },
    get problem() {
      return built().problem;
    },
    get solution() {
      return built().solution;
    },
    get problems() {
      return problems();
    },
  };
}

/** Worked out at the first call, remembered from then on. */
function once<T>(work: () => T): () => T {
  let done: { readonly it: T } | undefined;
  return () => (done ??= { it: work() }).it;
}

/** Sponsors as rows of as many units as shares, children as columns of as many places as sponsors are needed. */
export function shareProblem(candidates: ShareCandidates, scored: ScoredShares): TransportProblem {
  return {
    start: candidates.start,
    column: candidates.child,
    value: scored.value,
    // A sponsor never takes two shares of one child, so no more shares than candidates can be used.
    supply: candidates.sharesLeft.map((left, row) =>
      Math.min(left, at(candidates.start, row + 1) - at(candidates.start, row)),
    ),
    capacity: candidates.needLeft,
    group: new Int32Array(candidates.needLeft.length).fill(NONE),
    groupCapacity: new Int32Array(0),
  };
}

/** The proposed shares, by sponsor and child. */
export function proposedShares({
  snapshot,
  candidates: { start, child },
  scored,
  solution,
}: ShareState): ProposedShare[] {
  let row = 0;
  return [...solution.edges].map((edge) => {
    while (edge >= at(start, row + 1)) row += 1;
    return {
      sponsorId: item(snapshot.sponsors, row).id,
      childId: item(snapshot.children, at(child, edge)).id,
      score: at(scored.value, edge),
    };
  });
}
