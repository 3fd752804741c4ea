// What a change of weights would have proposed instead, for the very same people.
import { candidates } from './candidates.js';
import type { MatchInput } from './canonical.js';
import { at, bump, item } from './ints.js';
import { makeProblem, type Problem } from './problem.js';
import { score, type ScoredEdges } from './score.js';
import { solve, type Solution } from './solve.js';
import { MOST_VALUE, NONE } from './transport/problem.js';
import type { MatchWeights, ScorePart } from './types.js';

export interface MovedChild {
  readonly childId: string;
  /** Missing: nobody was proposed. */
  readonly before?: string | undefined;
  /** Missing: nobody would be proposed. */
  readonly after?: string | undefined;
  /** What each companion is worth under the new weights, part by part; empty where there is none. */
  readonly partsBefore: readonly ScorePart[];
  readonly partsAfter: readonly ScorePart[];
}

export interface RunComparison {
  /** Proposals that stay as they are. */
  readonly kept: number;
  /** By child id. Among equally good proposals the earlier ones are kept, as many as can be. */
  readonly moved: readonly MovedChild[];
  /** What the earlier proposals are worth under the new weights. */
  readonly objectiveBefore: number;
  /** What the new proposals are worth under the new weights; never less. */
  readonly objectiveAfter: number;
}

/** How a change of weights moves an earlier run's proposals. Throws `BadProblem` on weights that `checkWeights` refuses. */
export function compareRuns(before: MatchInput, weightsAfter: MatchWeights): RunComparison {
  const found = candidates(before.snapshot, before.rules);
  const edges = score(found.csr, weightsAfter);
  const problem = makeProblem(found, score(found.csr, before.weights));
  const { volunteerIds, childIds, volunteer } = problem;
  const earlier = solve(problem);
  const later = solve(favouring(makeProblem(found, edges), earlier));
  const companion = (edge: number) => (edge === NONE ? undefined : item(volunteerIds, at(volunteer, edge)));
  const parts = (edge: number) => (edge === NONE ? [] : edges.parts(edge));
  const moved: MovedChild[] = [];
  let kept = 0;
  childIds.forEach((childId, child) => {
    const [was, is] = [at(earlier.edgeOfChild, child), at(later.edgeOfChild, child)];
    if (was === is) kept += is === NONE ? 0 : 1;
    else
      moved.push({
        childId,
        before: companion(was),
        after: companion(is),
        partsBefore: parts(was),
        partsAfter: parts(is),
      });
  });
  return { kept, moved, objectiveBefore: worth(edges, earlier), objectiveAfter: worth(edges, later) };
}

function worth(edges: ScoredEdges, { edgeOfChild }: Solution): number {
  return edgeOfChild.reduce((sum, edge) => sum + (edge === NONE ? 0 : at(edges.weight, edge)), 0);
}

/** Every score so much larger that a point for each pair kept can only tell equals apart; as it is where none fits. */
function favouring(problem: Problem, { edgeOfChild }: Solution): Problem {
  const scale = problem.childIds.length + 1;
  const greatest = problem.weight.reduce((most, weight) => Math.max(most, weight), 0);
  if (greatest * scale + 1 > MOST_VALUE) return problem;
  const weight = problem.weight.map((one) => one * scale);
  for (const edge of edgeOfChild) if (edge !== NONE) bump(weight, edge, 1);
  return { ...problem, weight };
}
