// Why this share to this child, why not to that one, and to whom else a sponsor's share could go.
import { at, bump, item } from '../ints.js';
import { personAt } from '../people.js';
import { Transport } from '../transport/transport.js';
import type { ShareState } from './share-state.js';
import type { Share, SharePart, ShareRejection } from './types.js';

export interface SuggestedShare {
  readonly childId: string;
  readonly score: number;
  readonly parts: readonly SharePart[];
  /** What the whole would lose at least, by the proven prices, if this share were decided. */
  readonly leastLoss: number;
  readonly proposed: boolean;
}

export interface ShareExplanation {
  readonly proposed: boolean;
  /** Every failed rule; empty for a candidate pair. */
  readonly rejections: readonly ShareRejection[];
  readonly score?: number | undefined;
  readonly parts: readonly SharePart[];
  /** As in `SuggestedShare`; missing where the pair is none. */
  readonly leastLoss?: number | undefined;
  readonly nextBest: readonly SuggestedShare[];
  /** What one more share of this sponsor, or for this child, could add to the whole at most. */
  readonly scarcity: { readonly sponsorShare: number; readonly childShare: number };
}

const NEXT_BEST = 3;

/** The k children to whom a share of this sponsor could go at the least loss; proposed ones come first. */
export function suggestShares(state: ShareState, sponsorId: string, k: number): SuggestedShare[] {
  const row = known(state.snapshot.sponsors, sponsorId);
  const { start, value } = state.problem;
  const choices: { edge: number; loss: number; proposed: boolean }[] = [];
  for (let edge = at(start, row); edge < at(start, row + 1); edge++) {
    const proposed = isChosen(state, edge);
    choices.push({ edge, proposed, loss: proposed ? 0 : leastLoss(state, row, edge) });
  }
  return choices
    .sort(
      (a, b) =>
        Number(b.proposed) - Number(a.proposed) ||
        a.loss - b.loss ||
        at(value, b.edge) - at(value, a.edge) ||
        a.edge - b.edge,
    )
    .slice(0, k)
    .map(({ edge, loss, proposed }) => ({
      childId: item(state.snapshot.children, at(state.problem.column, edge)).id,
      score: at(value, edge),
      parts: state.scored.parts(edge),
      leastLoss: loss,
      proposed,
    }));
}

/** Everything a worker may ask about one share. Throws for ids that the snapshot does not have. */
export function explainShare(state: ShareState, share: Share): ShareExplanation {
  const { problem, scored, solution, snapshot } = state;
  const row = known(snapshot.sponsors, share.sponsorId);
  const child = known(snapshot.children, share.childId);
  const edge = edgeOf(state, row, child);
  const proposed = edge !== undefined && isChosen(state, edge);
  return {
    proposed,
    rejections: state.candidates.whyNot(share),
    score: edge === undefined ? undefined : at(problem.value, edge),
    parts: edge === undefined ? [] : scored.parts(edge),
    leastLoss: edge === undefined ? undefined : proposed ? 0 : leastLoss(state, row, edge),
    nextBest: suggestShares(state, share.sponsorId, Infinity)
      .filter((other) => !other.proposed && other.childId !== share.childId)
      .slice(0, NEXT_BEST),
    scarcity: { sponsorShare: at(solution.prices.row, row), childShare: at(solution.prices.column, child) },
  };
}

/**
 * What the whole would lose, exactly, if this share were decided: found by solving without the share, its sponsor's
 * and its child's places. Undefined where it is no candidate pair.
 */
export function exactShareLoss(state: ShareState, { sponsorId, childId }: Share): number | undefined {
  const row = known(state.snapshot.sponsors, sponsorId);
  const child = known(state.snapshot.children, childId);
  const edge = edgeOf(state, row, child);
  if (edge === undefined) return undefined;
  if (isChosen(state, edge)) return 0;
  const { problem, solution } = state;
  const value = problem.value.slice();
  const supply = problem.supply?.slice();
  const capacity = problem.capacity.slice();
  value[edge] = 0;
  if (supply) bump(supply, row, -1);
  bump(capacity, child, -1);
  const rest = new Transport({ ...problem, value, supply, capacity }).solution();
  return solution.objective - (rest.objective + at(problem.value, edge));
}

function leastLoss({ problem, solution: { prices } }: ShareState, row: number, edge: number): number {
  return at(prices.row, row) + at(prices.column, at(problem.column, edge)) - at(problem.value, edge);
}

function edgeOf({ problem }: ShareState, row: number, child: number): number | undefined {
  const from = at(problem.start, row);
  const found = problem.column.subarray(from, at(problem.start, row + 1)).indexOf(child);
  return found < 0 ? undefined : from + found;
}

/** Chosen edges stand ascending. */
function isChosen({ solution: { edges } }: ShareState, edge: number): boolean {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(edges, middle) < edge) from = middle + 1;
    else to = middle;
  }
  return edges[from] === edge;
}

function known(people: readonly { readonly id: string }[], id: string): number {
  const found = personAt(people, id);
  if (found === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return found;
}
