// Random changes to sponsorships, one after another, each proven and compared with a fresh solve.
import { DEFAULT_SHARE_WEIGHTS } from '../sponsorship/default-share-weights.js';
import { editShares, startShares, type ShareState } from '../sponsorship/share-state.js';
import type { Seeded } from './small-problem.js';
import { inventShares, randomShareChange } from './small-shares.js';
import type { Walked } from './walked.js';

const IN_A_WALK = 25;

/** Walks of changes from ever new beginnings; at times a change is made to an earlier state of the walk. */
export function walkShares(random: Seeded, edits: number): Walked {
  const wrong: string[] = [];
  let path: ShareState[] = [];
  let size = 0;
  for (let edit = 0; edit < edits; edit++) {
    if (edit % IN_A_WALK === 0 || path.length === 0) {
      size = 2 + random.next(7);
      path = [startShares(inventShares(random, size, 2 + random.next(7)), DEFAULT_SHARE_WEIGHTS)];
    }
    const from = random.chance(85) ? (path.at(-1) ?? random.pick(path)) : random.pick(path);
    const after = editShares(from, randomShareChange(random, from.snapshot, size));
    const fresh = startShares(after.snapshot, after.weights);
    wrong.push(...after.problems.map((problem) => `${edit}: ${problem}`));
    if (after.solution.objective !== fresh.solution.objective)
      wrong.push(`${edit}: ${after.solution.objective}, anew ${fresh.solution.objective}`);
    if (facts(after) !== facts(fresh)) wrong.push(`${edit}: other candidates, scores or reasons`);
    const isEmpty = after.snapshot.sponsors.length === 0 || after.snapshot.children.length === 0;
    path = isEmpty ? [] : [...path, after];
  }
  return { edits, wrong, asGood: edits };
}

/** All but the choice among equally good shares. */
function facts({ problem, candidates, scored, snapshot }: ShareState): string {
  const { start, column, value, supply, capacity } = problem;
  const [sponsor] = snapshot.sponsors;
  const [child] = snapshot.children;
  return JSON.stringify([
    [start, column, value, supply, capacity].map((list) => list?.join()),
    value.length > 0 && scored.parts(value.length - 1),
    sponsor && child && candidates.whyNot({ sponsorId: sponsor.id, childId: child.id }),
  ]);
}
