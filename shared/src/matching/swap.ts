// What it costs the whole, exactly, to decide otherwise, and who would move for it.
import { at, item } from './ints.js';
import { positionOf } from './people.js';
import { edgeOf } from './score.js';
import type { MatchState } from './state.js';
import { NONE } from './transport/problem.js';
import type { PairOfIds } from './types.js';

/** Where a child would go instead; `before` missing: nobody so far, `after` missing: nobody any more. */
export interface Move {
  readonly childId: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface SwapCost {
  /** What the whole loses, exactly; 0: equally good, a free choice. */
  readonly loss: number;
  /** The fewest changes that cost no more, the forced pair first; empty where the pair is proposed as it is. */
  readonly moves: readonly Move[];
}

/**
 * What the whole would lose, exactly, if this pair were forced; 0 where it is proposed or equally good. Undefined where
 * it is no candidate pair. Throws for ids that the snapshot does not have.
 */
export function exactLoss(state: MatchState, { volunteerId, childId }: PairOfIds): number | undefined {
  const child = positionOf(state.problem.childIds, childId);
  const edge = edgeOf(state.problem, child, positionOf(state.problem.volunteerIds, volunteerId));
  return edge === undefined ? undefined : state.detours().lossWith(child, edge);
}

/** Cost and consequences of forcing a pair; otherwise as `exactLoss`. */
export function swapCost(state: MatchState, { volunteerId, childId }: PairOfIds): SwapCost | undefined {
  const { problem, solution } = state;
  const child = positionOf(problem.childIds, childId);
  const volunteer = positionOf(problem.volunteerIds, volunteerId);
  const edge = edgeOf(problem, child, volunteer);
  if (edge === undefined) return undefined;
  if (at(solution.edgeOfChild, child) === edge) return { loss: 0, moves: [] };
  const detours = state.detours();
  const walk = detours.residual.volunteerNode + volunteer;
  const nodes = detours.shortestWalk(walk, child);
  const moves: Move[] = [{ childId, before: companionOf(state, child), after: volunteerId }];
  nodes.forEach((node, i) => {
    if (node >= detours.residual.volunteerNode || node === child) return;
    const next = item(nodes, i + 1) - detours.residual.volunteerNode;
    moves.push({
      childId: item(problem.childIds, node),
      before: companionOf(state, node),
      after: next < problem.volunteerIds.length ? item(problem.volunteerIds, next) : undefined,
    });
  });
  return { loss: detours.lossWith(child, edge), moves };
}

function companionOf({ problem, solution }: MatchState, child: number): string | undefined {
  const edge = at(solution.edgeOfChild, child);
  return edge === NONE ? undefined : item(problem.volunteerIds, at(problem.volunteer, edge));
}
