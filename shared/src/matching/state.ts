// A solved snapshot, and the changes a worker makes to it. Every state carries its own proof.
import { candidates, type Candidates } from './candidates.js';
import { arrived } from './arrival.js';
import { carriedOver } from './carried-over.js';
import { changed, type Change } from './change.js';
import { Detours } from './detours.js';
import { grow } from './grow.js';
import { at, item } from './ints.js';
import { normaliseRules } from './normalise.js';
import { positionOf } from './people.js';
import { makeProblem, type Problem } from './problem.js';
import { pairsByVolunteer, type PairsByVolunteer } from './residual.js';
import { score, type ScoredEdges } from './score.js';
import { advance, openSession, type Session } from './session.js';
import { openTransport, solutionOf, type Solution } from './solve.js';
import { stepsOf } from './steps.js';
import type { MatchRules, MatchSnapshot, MatchWeights, Pair } from './types.js';
import { verifyCertificate, type Verdict } from './verify-certificate.js';

/**
 * A solved snapshot. After an edit what is not asked for is not worked out: candidates, problem and verdict come when
 * first read.
 */
export interface MatchState {
  /** Normalised: sorted by id, without repeats. */
  readonly snapshot: Required<MatchSnapshot>;
  readonly rules: Required<MatchRules>;
  readonly weights: MatchWeights;
  readonly candidates: Candidates;
  readonly edges: ScoredEdges;
  readonly problem: Problem;
  readonly solution: Solution;
  /** The checker's word on this very solution. */
  readonly verdict: Verdict;
  /** The candidate pairs from the volunteers' side; listed when first asked for. */
  readonly pairs: () => PairsByVolunteer;
  /** What other choices would cost; worked out when first asked for. */
  readonly detours: () => Detours;
  /** The open problem behind the state; for `edit` alone. */
  readonly session: Session;
}

interface Built {
  readonly candidates: Candidates;
  readonly edges: ScoredEdges;
  readonly problem: Problem;
  readonly solution: Solution;
}

/** Finds candidates, scores them, solves exactly and checks the proof. Pure; the order of the input does not matter. */
export function startMatch(snapshot: MatchSnapshot, rules: MatchRules, weights: MatchWeights): MatchState {
  const found = candidates(snapshot, rules);
  const edges = score(found.csr, weights);
  const problem = makeProblem(found, edges);
  const session = openSession({ candidates: found, edges, problem, open: () => openTransport(problem) });
  const built = { candidates: found, edges, problem, solution: solutionOf(problem, session.found) };
  return stateOf(found.csr.snapshot, normaliseRules(rules), weights, session, () => built);
}

/**
 * The state after a change, optimal and proven again, of the same value as solved from scratch; of several equally good
 * answers it keeps to what was proposed before. Where nobody new takes part, only what the change touches moves. Throws
 * for ids that the snapshot does not have.
 */
export function edit(state: MatchState, change: Change): MatchState {
  const { rules, weights } = state;
  const snapshot = changed(state.snapshot, change);
  const session = follow(state, snapshot, change);
  if (!session) return startMatch(snapshot, rules, weights);
  return stateOf(snapshot, rules, weights, session, () => {
    const { base, found } = session;
    const { candidates: now, edges } = grow(base, snapshot, rules, weights);
    const problem = makeProblem(now, edges);
    return {
      candidates: now,
      edges,
      problem,
      solution: solutionOf(problem, carriedOver(base.problem, found, problem)),
    };
  });
}

/** Undefined where more than one person comes to take part: then solving anew is as quick. */
function follow({ session, rules, weights, snapshot }: MatchState, after: Required<MatchSnapshot>, change: Change) {
  if (change.kind === 'arrive') return arrived(session, after, rules, weights, change);
  const steps = stepsOf(session.base, rules, snapshot, after, change);
  return steps && advance(session, steps);
}

function stateOf(
  snapshot: Required<MatchSnapshot>,
  rules: Required<MatchRules>,
  weights: MatchWeights,
  session: Session,
  build: () => Built,
): MatchState {
  const built = once(build);
  const pairs = once(() => pairsByVolunteer(built().problem));
  const verdict = once(() => verifyCertificate(built().problem, built().solution));
  return {
    snapshot,
    rules,
    weights,
    session,
    get candidates() {
      return built().candidates;
    },
    get edges() {
      return built().edges;
    },
    get problem() {
      return built().problem;
    },
    get solution() {
      return built().solution;
    },
    get verdict() {
      return verdict();
    },
    pairs,
    detours: once(() => new Detours(built().problem, built().solution, pairs())),
  };
}

/** Worked out at the first call, remembered from then on. */
function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

/** The proposed pairs by child id, each with its reasons and what the whole would lose without it. */
export function proposedPairs(state: MatchState): Pair[] {
  const pairs: Pair[] = [];
  state.solution.edgeOfChild.forEach((edge, child) => {
    if (edge >= 0) pairs.push({ ...pairAt(state, edge, child), slack: state.detours().lossWithout(child) });
  });
  return pairs;
}

/** Whom one child is proposed, with the reasons, undefined where it is nobody; for a few of many, in no time at all. */
export function proposedPair(state: MatchState, childId: string): Omit<Pair, 'slack'> | undefined {
  const child = positionOf(state.problem.childIds, childId);
  const edge = at(state.solution.edgeOfChild, child);
  return edge < 0 ? undefined : pairAt(state, edge, child);
}

/** What the whole would lose, exactly, without the pair that one child is proposed. Throws where it is proposed nobody. */
export function slackOf(state: MatchState, childId: string): number {
  return state.detours().lossWithout(positionOf(state.problem.childIds, childId));
}

function pairAt({ problem, edges }: MatchState, edge: number, child: number): Omit<Pair, 'slack'> {
  return {
    volunteerId: item(problem.volunteerIds, at(problem.volunteer, edge)),
    childId: item(problem.childIds, child),
    score: at(problem.weight, edge),
    parts: edges.parts(edge),
  };
}

/** Children for whom nobody is proposed and nobody was decided. */
export function unmatchedChildIds({ problem, solution, candidates: { left } }: MatchState): string[] {
  return problem.childIds.filter((id, child) => at(solution.edgeOfChild, child) < 0 && !left.accompanied.has(id));
}
