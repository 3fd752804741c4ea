// Plans of seats against trying everything: no plan beats the bound, every plan is checked, and order means nothing.
import { Seeded } from '../testing/small-problem.js';
import { bruteForceSeats, inventSeats, shuffledSeats } from '../testing/small-seats.js';
import { BadProblem } from '../transport/problem.js';
import { solveSeats } from './solve-seats.js';
import type { SeatsProblem } from './types.js';
import { verifySeats } from './verify-seats.js';

const INSTANCES = 5000;
/** On a machine that is busy with other things. */
const MOST_MS = 120_000;

/** The solved plan, or nothing where what is locked cannot all be. */
function solved(problem: SeatsProblem) {
  try {
    return solveSeats(problem, { effort: { rounds: 40, repairs: 10 } });
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return undefined;
    throw error;
  }
}

it(
  `keeps to its bound and is checked, on ${INSTANCES} small plans, and is mostly the best there is`,
  () => {
    const random = new Seeded(20270301);
    const wrong: string[] = [];
    let optimal = 0;
    let total = 0;
    let lost = 0;
    let best = 0;
    for (let instance = 0; instance < INSTANCES; instance++) {
      const problem = inventSeats(random, {
        volunteers: 1 + random.next(3),
        activities: 1 + random.next(3),
        supervisors: random.next(2),
      });
      const solution = solved(problem);
      const most = bruteForceSeats(problem, new Set(solution?.cancel.map(({ activityId }) => activityId)));
      if (!solution) {
        if (most > -Infinity && problem.locks.length === 0) wrong.push(`${instance}: refused`);
        continue;
      }
      const verdict = verifySeats(problem, solution);
      const { objective, bound } = solution.certificate;
      if (!verdict.valid) wrong.push(`${instance}: ${verdict.problems.join('; ')}`);
      if (objective > most || most > bound) wrong.push(`${instance}: ${objective} ≤ ${most} ≤ ${bound}`);
      total += 1;
      optimal += objective === most ? 1 : 0;
      lost += most - objective;
      best += Math.abs(most);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(optimal).toBeGreaterThan(0.98 * total);
    expect(lost).toBeLessThan(best / 50);
  },
  MOST_MS,
);

it('is the same plan in whatever order it is told', () => {
  const random = new Seeded(5);
  for (let instance = 0; instance < 60; instance++) {
    const problem = inventSeats(random, { volunteers: 8, activities: 8, supervisors: random.next(3) });
    expect(solved(shuffledSeats(random, problem))).toEqual(solved(problem));
  }
});
