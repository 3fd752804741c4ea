import { candidates } from './candidates.js';
import { compareRuns } from './compare-runs.js';
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { makeProblem } from './problem.js';
import { score } from './score.js';
import { proposedPairs, startMatch } from './state.js';
import { inventSnapshot, RULES, shuffled } from './testing/invented-snapshot.js';
import { bruteForce, Seeded } from './testing/small-problem.js';
import { BadProblem } from './transport/problem.js';
import type { MatchWeights } from './types.js';

const TOWN = { volunteers: 8, children: 6, supervisors: 2, city: 6000 };
/** Nothing counts but how near people live, and a little common time. */
const NEAR: MatchWeights = {
  version: 2,
  criteria: [
    { criterion: 'travel', weight: 100, why: 'buses are few' },
    { criterion: 'sharedHours', weight: 1, why: 'they must meet' },
  ],
};

describe('a change of weights', () => {
  it('is refused where the table is', () => {
    const before = { snapshot: inventSnapshot(new Seeded(1), TOWN), rules: RULES, weights: DEFAULT_WEIGHTS };
    expect(() => compareRuns(before, { version: 2, criteria: [] })).toThrow(BadProblem);
  });

  it('moves nobody where the weights say the same', () => {
    for (let seed = 0; seed < 20; seed++) {
      const snapshot = inventSnapshot(new Seeded(seed), TOWN);
      const state = startMatch(snapshot, RULES, DEFAULT_WEIGHTS);
      const same = compareRuns(
        { snapshot, rules: RULES, weights: DEFAULT_WEIGHTS },
        { ...DEFAULT_WEIGHTS, version: 2 },
      );
      const objective = state.solution.certificate.objective;
      const kept = proposedPairs(state).length;
      expect(same).toEqual({ kept, moved: [], objectiveBefore: objective, objectiveAfter: objective });
    }
  });

  it('tells who would move, and what both proposals are worth under the new weights, as trying everything does', () => {
    let moves = 0;
    for (let seed = 0; seed < 150; seed++) {
      const random = new Seeded(seed);
      const snapshot = inventSnapshot(random, TOWN);
      const before = { snapshot, rules: RULES, weights: DEFAULT_WEIGHTS };
      const comparison = compareRuns(before, NEAR);
      const found = candidates(snapshot, RULES);
      const edges = score(found.csr, NEAR);
      expect({ seed, after: comparison.objectiveAfter }).toEqual({
        seed,
        after: bruteForce(makeProblem(found, edges)),
      });
      const gain = comparison.moved.reduce(
        (sum, one) => sum + total(one.partsAfter) - total(one.partsBefore),
        comparison.objectiveBefore,
      );
      expect(gain).toBe(comparison.objectiveAfter);
      expect(comparison.objectiveAfter).toBeGreaterThanOrEqual(comparison.objectiveBefore);
      if (comparison.objectiveAfter === comparison.objectiveBefore) expect(comparison.moved).toEqual([]);
      expect(compareRuns({ ...before, snapshot: shuffled(random, snapshot) }, NEAR)).toEqual(comparison);
      moves += comparison.moved.length;
    }
    expect(moves).toBeGreaterThan(40);
  });
});

const total = (parts: readonly { readonly points: number }[]) => parts.reduce((sum, { points }) => sum + points, 0);
