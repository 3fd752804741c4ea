import { Detours } from './detours.js';
import { solve } from './solve.js';
import { bruteForce, randomProblem, Seeded } from './testing/small-problem.js';

describe('what another choice would cost', () => {
  it('is exactly what trying everything without, or with, the pair finds, on 600 problems', () => {
    let freeChoices = 0;
    let costly = 0;
    for (let seed = 0; seed < 600; seed++) {
      const random = new Seeded(seed);
      const problem = randomProblem(random, {
        children: 1 + random.next(5),
        volunteers: 1 + random.next(4),
        supervisors: random.next(3),
        density: 50 + random.next(51),
        mostScore: random.pick([2, 4, 50]),
        mostPlaces: 1 + random.next(2),
        mostSupervisorPlaces: 1 + random.next(3),
      });
      const solution = solve(problem);
      const detours = new Detours(problem, solution);
      const best = bruteForce(problem);
      problem.childIds.forEach((_, child) => {
        const used = solution.edgeOfChild[child] ?? -1;
        if (used >= 0) {
          const loss = best - bruteForce(problem, { forbid: used });
          expect({ seed, child, without: detours.lossWithout(child) }).toEqual({ seed, child, without: loss });
          if (loss === 0) freeChoices += 1;
          else costly += 1;
        }
        const first = problem.rowStart[child] ?? 0;
        detours.lossesForChild(child).forEach((loss, i) => {
          expect({ seed, edge: first + i, loss }).toEqual({
            seed,
            edge: first + i,
            loss: best - bruteForce(problem, { force: first + i }),
          });
        });
      });
    }
    expect(freeChoices).toBeGreaterThan(100);
    expect(costly).toBeGreaterThan(100);
  });

  it('tells the same of a pair from the side of the volunteer as from the side of the child', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = new Seeded(seed);
      const shape = { children: 12, volunteers: 8, supervisors: 3, density: 50, mostScore: 30 };
      const problem = randomProblem(random, { ...shape, mostPlaces: 3, mostSupervisorPlaces: 4 });
      const detours = new Detours(problem, solve(problem));
      problem.volunteerIds.forEach((_, volunteer) => {
        for (const { child, edge, loss } of detours.lossesForVolunteer(volunteer)) {
          expect(detours.lossesForChild(child)[edge - (problem.rowStart[child] ?? 0)]).toBe(loss);
        }
      });
    }
  });
});
