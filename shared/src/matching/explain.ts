// Why this pair, why not that one, who else, and where places are scarce.
import { at, item } from './ints.js';
import { positionOf } from './people.js';
import { edgeOf } from './score.js';
import type { MatchState } from './state.js';
import type { PairOfIds, RejectionCode, ScorePart } from './types.js';

/** Another choice, and what it would cost. */
export interface Alternative {
  readonly volunteerId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** What the whole would lose, exactly, if this pair were forced; 0: equally good, a free choice. */
  readonly loss: number;
}

export interface Suggestion {
  readonly childId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** As in `Alternative`. */
  readonly loss: number;
  /** Whether the pair is the one proposed. */
  readonly proposed: boolean;
}

export interface Explanation {
  readonly proposed: boolean;
  /** Every failed rule; empty for a candidate pair. */
  readonly rejections: readonly RejectionCode[];
  /** The child has a decided companion already, so nobody is a candidate. */
  readonly childAccompanied: boolean;
  /** Score and parts of a candidate pair. */
  readonly score?: number | undefined;
  readonly parts: readonly ScorePart[];
  /** Of a proposed pair: what the whole would lose, exactly, without it. */
  readonly lossWithout?: number | undefined;
  /** Of a candidate that is not proposed: what the whole would lose, exactly, if it were forced. */
  readonly lossWith?: number | undefined;
  /** The next best volunteers for this child. */
  readonly nextBest: readonly Alternative[];
  readonly scarcity: Scarcity;
}

/** What one more place could add to the whole at most, by the proven prices; the dearer one is the narrower pass. */
export interface Scarcity {
  readonly volunteerPlace: number;
  /** Missing where the volunteer has no supervisor. */
  readonly supervisorPlace?: number | undefined;
}

const NEXT_BEST = 3;

/** The k other volunteers for this child that cost the whole least, then those of the higher score, then by id. */
export function alternatives(state: MatchState, childId: string, k: number): Alternative[] {
  const { problem, edges } = state;
  const child = positionOf(state.problem.childIds, childId);
  return state
    .detours()
    .leastForChild(child, k)
    .map(({ loss, edge }) => ({
      volunteerId: item(problem.volunteerIds, at(problem.volunteer, edge)),
      score: at(problem.weight, edge),
      parts: edges.parts(edge),
      loss,
    }));
}

/** The k children whom this volunteer could accompany at the least loss to the whole; who is proposed comes first. */
export function suggest(state: MatchState, volunteerId: string, k: number): Suggestion[] {
  const { problem, solution, edges } = state;
  const proposed = ({ child, edge }: { child: number; edge: number }) => at(solution.edgeOfChild, child) === edge;
  return state
    .detours()
    .lossesForVolunteer(positionOf(problem.volunteerIds, volunteerId))
    .filter(({ loss }) => loss < Infinity)
    .sort(
      (a, b) =>
        Number(proposed(b)) - Number(proposed(a)) ||
        a.loss - b.loss ||
        at(problem.weight, b.edge) - at(problem.weight, a.edge) ||
        a.child - b.child,
    )
    .slice(0, k)
    .map((choice) => ({
      childId: item(problem.childIds, choice.child),
      score: at(problem.weight, choice.edge),
      parts: edges.parts(choice.edge),
      loss: choice.loss,
      proposed: proposed(choice),
    }));
}

/** Everything a reviewer may ask about one pair, proposed or not. Throws for ids that the snapshot does not have. */
export function explain(state: MatchState, { volunteerId, childId }: PairOfIds): Explanation {
  const { problem, solution, edges } = state;
  const child = positionOf(problem.childIds, childId);
  const volunteer = positionOf(problem.volunteerIds, volunteerId);
  const edge = edgeOf(problem, child, volunteer);
  const proposed = edge !== undefined && at(solution.edgeOfChild, child) === edge;
  const others = alternatives(state, childId, Infinity);
  return {
    proposed,
    rejections: state.candidates.rejected.whyNot(volunteerId, childId),
    childAccompanied: state.candidates.left.accompanied.has(childId),
    score: edge === undefined ? undefined : at(problem.weight, edge),
    parts: edge === undefined ? [] : edges.parts(edge),
    lossWithout: proposed ? state.detours().lossWithout(child) : undefined,
    lossWith: others.find((other) => other.volunteerId === volunteerId)?.loss,
    nextBest: others.filter((other) => other.volunteerId !== volunteerId).slice(0, NEXT_BEST),
    scarcity: scarcityAt(state, volunteer),
  };
}

function scarcityAt({ problem, solution }: MatchState, volunteer: number): Scarcity {
  const supervisor = at(problem.supervisorOf, volunteer);
  return {
    volunteerPlace: at(solution.prices.volunteer, volunteer),
    supervisorPlace: supervisor < 0 ? undefined : at(solution.prices.supervisor, supervisor),
  };
}
