import { Detours } from './detours.js';
import type { Problem } from './problem.js';
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
        const edges = Array.from({ length: (problem.rowStart[child + 1] ?? 0) - first }, (_, i) => first + i);
        const forced = edges.map((edge) => ({ edge, loss: best - bruteForce(problem, { force: edge }) }));
        expect({ seed, forced: edges.map((edge) => ({ edge, loss: detours.lossWith(child, edge) })) }).toEqual({
          seed,
          forced,
        });
        const others = forced.filter(({ edge, loss }) => edge !== used && loss < Infinity);
        const k = 1 + random.next(3);
        const least = others.sort(
          (a, b) => a.loss - b.loss || worth(problem, b) - worth(problem, a) || a.edge - b.edge,
        );
        expect({ seed, least: detours.leastForChild(child, k) }).toEqual({ seed, least: least.slice(0, k) });
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
          expect(detours.lossWith(child, edge)).toBe(loss);
        }
      });
    }
  });
});

const worth = ({ weight }: Problem, { edge }: { readonly edge: number }) => weight[edge] ?? 0;
