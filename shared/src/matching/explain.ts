// Why this pair, why not that one, who else, and where places are scarce.
import { at, item } from './ints.js';
import { positionOf } from './people.js';
import { shortfall } from './residual.js';
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
  /** What the whole would lose at least, by the proven prices, if this pair were forced; `exactLoss` tells exactly. */
  readonly leastLoss: number;
  /** Whether the pair is the one proposed. */
  readonly proposed: boolean;
}

/** Another volunteer for the same child; `leastLoss` as in `Suggestion`. */
export interface NextBest extends Omit<Alternative, 'loss'> {
  readonly leastLoss: number;
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
  /** Of a proposed pair: what the whole would lose at least without it; `Pair.slack` tells exactly. */
  readonly leastLossWithout?: number | undefined;
  /** Of a candidate that is not proposed: what the whole would lose at least if it were forced. */
  readonly leastLossWith?: number | undefined;
  /** The next best volunteers for this child, by what they cost the whole at least. */
  readonly nextBest: readonly NextBest[];
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

/**
 * The k children whom this volunteer could accompany at what costs the whole least by the proven prices; who is
 * proposed comes first. Reads the volunteer's own pairs only.
 */
export function suggest(state: MatchState, volunteerId: string, k: number): Suggestion[] {
  const { problem, solution, edges } = state;
  const { start, edge: listed, childOf } = state.pairs();
  const volunteer = positionOf(problem.volunteerIds, volunteerId);
  const best = new Best(k);
  for (let i = at(start, volunteer); i < at(start, volunteer + 1); i++) {
    const edge = at(listed, i);
    const child = at(childOf, edge);
    // Nobody's loss is below zero, so who is proposed stands before everybody.
    const loss = at(solution.edgeOfChild, child) === edge ? -1 : shortfall(problem, solution, child, edge);
    best.offer(edge, at(problem.weight, edge), loss);
  }
  return best.choices.map(({ edge, score, leastLoss }) => ({
    childId: item(problem.childIds, at(childOf, edge)),
    score,
    parts: edges.parts(edge),
    leastLoss: shortfall(problem, solution, at(childOf, edge), edge),
    proposed: leastLoss < 0,
  }));
}

/** The k best of many, in order: most that come are worse than all of them, and cost one comparison. */
class Best {
  readonly choices: Choice[] = [];

  constructor(private readonly k: number) {}

  offer(edge: number, score: number, leastLoss: number): void {
    const { choices, k } = this;
    const last = choices[k - 1];
    if (k <= 0 || (last && !isBefore(edge, score, leastLoss, last))) return;
    let place = Math.min(choices.length, k - 1);
    while (place > 0 && isBefore(edge, score, leastLoss, item(choices, place - 1))) {
      choices[place] = item(choices, place - 1);
      place -= 1;
    }
    choices[place] = { edge, score, leastLoss };
  }
}

const isBefore = (edge: number, score: number, leastLoss: number, other: Choice): boolean =>
  leastLoss !== other.leastLoss
    ? leastLoss < other.leastLoss
    : score !== other.score
      ? score > other.score
      : edge < other.edge;

/**
 * Everything a reviewer may ask about one pair, proposed or not, from the prices and the child's own pairs. Throws for
 * ids that the snapshot does not have.
 */
export function explain(state: MatchState, { volunteerId, childId }: PairOfIds): Explanation {
  const { problem, solution, edges } = state;
  const child = positionOf(problem.childIds, childId);
  const volunteer = positionOf(problem.volunteerIds, volunteerId);
  const edge = edgeOf(problem, child, volunteer);
  const used = at(solution.edgeOfChild, child);
  const proposed = edge !== undefined && used === edge;
  const others: Choice[] = [];
  for (let other = at(problem.rowStart, child); other < at(problem.rowStart, child + 1); other++) {
    if (other !== used) others.push(choiceOf(state, child, other));
  }
  others.sort(byLeastLoss);
  return {
    proposed,
    rejections: state.candidates.rejected.whyNot(volunteerId, childId),
    childAccompanied: state.candidates.left.accompanied.has(childId),
    score: edge === undefined ? undefined : at(problem.weight, edge),
    parts: edge === undefined ? [] : edges.parts(edge),
    // Without the pair the child goes elsewhere or goes without: the cheaper of the two, before anybody else moves.
    leastLossWithout: proposed
      ? Math.min(at(solution.prices.child, child), others[0]?.leastLoss ?? Infinity)
      : undefined,
    leastLossWith: others.find((other) => other.edge === edge)?.leastLoss,
    nextBest: others
      .filter((other) => other.edge !== edge)
      .slice(0, NEXT_BEST)
      .map((other) => ({
        volunteerId: item(problem.volunteerIds, at(problem.volunteer, other.edge)),
        score: other.score,
        parts: edges.parts(other.edge),
        leastLoss: other.leastLoss,
      })),
    scarcity: scarcityAt(state, volunteer),
  };
}

interface Choice {
  readonly edge: number;
  readonly score: number;
  readonly leastLoss: number;
}

function choiceOf({ problem, solution }: MatchState, child: number, edge: number): Choice {
  return { edge, score: at(problem.weight, edge), leastLoss: shortfall(problem, solution, child, edge) };
}

const byLeastLoss = (a: Choice, b: Choice): number => a.leastLoss - b.leastLoss || b.score - a.score || a.edge - b.edge;

function scarcityAt({ problem, solution }: MatchState, volunteer: number): Scarcity {
  const supervisor = at(problem.supervisorOf, volunteer);
  return {
    volunteerPlace: at(solution.prices.volunteer, volunteer),
    supervisorPlace: supervisor < 0 ? undefined : at(solution.prices.supervisor, supervisor),
  };
}
