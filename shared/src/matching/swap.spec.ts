import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { edgeOf } from './score.js';
import { proposedPairs, startMatch, type MatchState } from './state.js';
import { exactLoss, swapCost, type Move } from './swap.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { bruteForce, Seeded } from './testing/small-problem.js';

const TOWN = { volunteers: 8, children: 5, supervisors: 2, city: 6000 };
const start = (seed: number) => startMatch(inventSnapshot(new Seeded(seed), TOWN), RULES, DEFAULT_WEIGHTS);

describe('a pair that a worker would rather have', () => {
  it('is refused where it is no candidate, and for people whom the snapshot does not have', () => {
    const state = start(1);
    const ineligible = state.snapshot.volunteers.find((v) => !v.eligible)?.id ?? '';
    expect(swapCost(state, { volunteerId: ineligible, childId: 'c0' })).toBeUndefined();
    expect(exactLoss(state, { volunteerId: ineligible, childId: 'c0' })).toBeUndefined();
    expect(() => swapCost(state, { volunteerId: 'v999', childId: 'c0' })).toThrow('has no v999');
  });

  it('costs exactly what trying everything finds, and the moves make up for just that, in 250 towns', () => {
    let others = 0;
    for (let seed = 0; seed < 250; seed++) {
      const state = start(seed);
      const { problem } = state;
      const best = bruteForce(problem);
      problem.childIds.forEach((childId, child) => {
        for (let edge = problem.rowStart[child] ?? 0; edge < (problem.rowStart[child + 1] ?? 0); edge++) {
          const volunteerId = problem.volunteerIds[problem.volunteer[edge] ?? 0] ?? '';
          const loss = best - bruteForce(problem, { force: edge });
          const cost = swapCost(state, { volunteerId, childId });
          expect({ seed, edge, loss: cost?.loss }).toEqual({ seed, edge, loss });
          expect(exactLoss(state, { volunteerId, childId })).toBe(loss);
          const moved = applied(state, cost?.moves ?? []);
          expect({ seed, edge, total: best - worth(state, moved) }).toEqual({ seed, edge, total: loss });
          expect(moved.get(childId)).toBe(volunteerId);
          others += (cost?.moves.length ?? 0) > 1 ? 1 : 0;
        }
      });
    }
    expect(others).toBeGreaterThan(50);
  });
});

/** The proposals after the moves; each move must begin where the child is. */
function applied(state: MatchState, moves: readonly Move[]): Map<string, string> {
  const companion = new Map(proposedPairs(state).map((pair) => [pair.childId, pair.volunteerId]));
  for (const move of moves) expect(companion.get(move.childId)).toBe(move.before);
  for (const { childId, after } of moves) {
    if (after === undefined) companion.delete(childId);
    else companion.set(childId, after);
  }
  return companion;
}

/** What the proposals are worth; none may be a pair that is no candidate, or take more places than there are. */
function worth({ problem, candidates: { left } }: MatchState, companion: ReadonlyMap<string, string>): number {
  const places = [...left.volunteer];
  const supervisorPlaces = [...left.supervisor];
  let sum = 0;
  for (const [childId, volunteerId] of companion) {
    const volunteer = problem.volunteerIds.indexOf(volunteerId);
    const edge = edgeOf(problem, problem.childIds.indexOf(childId), volunteer);
    const supervisor = problem.supervisorOf[volunteer] ?? -1;
    if (edge === undefined || places[volunteer] === 0) return NaN;
    if (supervisor >= 0 && supervisorPlaces[supervisor] === 0) return NaN;
    places[volunteer] = (places[volunteer] ?? 0) - 1;
    if (supervisor >= 0) supervisorPlaces[supervisor] = (supervisorPlaces[supervisor] ?? 0) - 1;
    sum += problem.weight[edge] ?? 0;
  }
  return sum;
}
