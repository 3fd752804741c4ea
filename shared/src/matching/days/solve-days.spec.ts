// Company days against trying everything: the best plan is found, no plan beats the bound, and every plan is checked.
import { bookingsPossible, bruteForceDays, inventDays, shuffledDays } from '../testing/small-days.js';
import { Seeded } from '../testing/small-problem.js';
import { BadProblem } from '../transport/problem.js';
import { solveDays } from './solve-days.js';
import type { DaysProblem } from './types.js';
import { verifyDays } from './verify-days.js';

const INSTANCES = 5000;
/** On a machine that is busy with other things. */
const MOST_MS = 120_000;
/** All sets of so many bookings are tried. */
const MOST_BOOKINGS = 7;

function solved(problem: DaysProblem) {
  try {
    return solveDays(problem, { effort: { rounds: 60 } });
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return undefined;
    throw error;
  }
}

it(
  `finds the best plan of ${INSTANCES} small ones, within its bound, and every plan is checked`,
  () => {
    const random = new Seeded(20270510);
    const wrong: string[] = [];
    for (let instance = 0; instance < INSTANCES;) {
      const problem = inventDays(random, {
        companies: 1 + random.next(4),
        activities: 1 + random.next(3),
        days: 1 + random.next(3),
      });
      if (bookingsPossible(problem) > MOST_BOOKINGS) continue;
      instance += 1;
      const most = bruteForceDays(problem);
      const solution = solved(problem);
      if (!solution) {
        if (most > -Infinity) wrong.push(`${instance}: refused`);
        continue;
      }
      const verdict = verifyDays(problem, solution);
      const { objective, bound } = solution.certificate;
      if (!verdict.valid) wrong.push(`${instance}: ${verdict.problems.join('; ')}`);
      if (!solution.exhausted) wrong.push(`${instance}: not searched through`);
      if (objective !== most || most > bound) wrong.push(`${instance}: ${objective} = ${most} ≤ ${bound}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  },
  MOST_MS,
);

it('is the same plan, with the same proof, in whatever order it is told', () => {
  const random = new Seeded(6);
  for (let instance = 0; instance < 30; instance++) {
    const problem = inventDays(random, { companies: 5, activities: 4, days: 2 });
    expect(solved(shuffledDays(random, problem))).toEqual(solved(problem));
  }
});
