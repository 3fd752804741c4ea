// A solver of integer programs beside the own search: it makes plans better, never worse, and nothing rests on its word.
import highs from 'highs';
import { masterOf, type IntegerProgram, type MasterSolver } from '../program.js';
import { Seeded } from '../testing/small-problem.js';
import { inventSeats } from '../testing/small-seats.js';
import { solveSeats } from './solve-seats.js';
import type { SeatsProblem } from './types.js';
import { verifySeats } from './verify-seats.js';

// The package types its CommonJS build; imported as an ES module, its default export is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** So little work that something is left to do. */
const EFFORT = { rounds: 12, repairs: 0, goalPpm: 0 };

const problems: readonly SeatsProblem[] = Array.from({ length: 24 }, (_, seed) => {
  const random = new Seeded(seed);
  const problem = inventSeats(random, { volunteers: 8, activities: 8, supervisors: random.next(3) });
  return { ...problem, locks: [] };
});

it('puts together plans that are better, never worse, the same each time, and checked like any other', async () => {
  const master = masterOf(await loadHighs());
  let better = 0;
  for (const problem of problems) {
    const alone = solveSeats(problem, { effort: EFFORT });
    const beside = solveSeats(problem, { effort: EFFORT, master });
    expect(verifySeats(problem, beside)).toEqual({ valid: true });
    expect(beside.certificate.objective).toBeGreaterThanOrEqual(alone.certificate.objective);
    expect(solveSeats(problem, { effort: EFFORT, master })).toEqual(beside);
    if (beside.certificate.objective > alone.certificate.objective) better += 1;
  }
  expect(better).toBeGreaterThan(0);
});

const strange: readonly [string, (program: IntegerProgram) => readonly number[] | undefined][] = [
  ['has no answer', () => undefined],
  ['takes everything', ({ value }) => value.map(() => 1)],
  ['takes nothing', ({ value }) => value.map(() => 0)],
  ['answers too little', () => []],
];
it.each<[string, MasterSolver]>([...strange])('keeps its own plan where the solver %s', (_, master) => {
  for (const problem of problems.slice(0, 10)) {
    const { certificate } = solveSeats(problem, { effort: EFFORT });
    const beside = solveSeats(problem, { effort: EFFORT, master });
    expect(verifySeats(problem, beside)).toEqual({ valid: true });
    expect(beside.certificate.objective).toBeGreaterThanOrEqual(certificate.objective);
  }
});
