import { solve } from './solve.js';
import { bruteForce, randomProblem, Seeded } from './testing/small-problem.js';
import { verifyCertificate } from './verify-certificate.js';

describe('the exact solver', () => {
  it('refuses scores that are not positive', () => {
    const problem = randomProblem(new Seeded(1), { ...SMALL, density: 100 });
    problem.weight[0] = 0;
    expect(() => solve(problem)).toThrow('BUG: a score of 0');
  });

  it('proposes nobody where there is nobody', () => {
    const solution = solve(randomProblem(new Seeded(1), { ...SMALL, children: 0, volunteers: 0, supervisors: 0 }));
    expect(solution.pairs).toEqual([]);
    expect(solution.certificate.objective).toBe(0);
  });

  it('finds what trying everything finds, with a certificate that holds, 3,000 times', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const random = new Seeded(seed);
      const problem = randomProblem(random, {
        children: 1 + random.next(6),
        volunteers: 1 + random.next(5),
        supervisors: random.next(4),
        density: 30 + random.next(71),
        mostScore: random.pick([1, 3, 10, 1000]),
        mostPlaces: 1 + random.next(3),
        mostSupervisorPlaces: 1 + random.next(4),
      });
      const solution = solve(problem);
      expect({ seed, total: solution.certificate.objective }).toEqual({ seed, total: bruteForce(problem) });
      expect({ seed, verdict: verifyCertificate(problem, solution) }).toEqual({ seed, verdict: { valid: true } });
    }
  });

  it('proves itself where volunteers have many children each, on 60 middling problems', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = new Seeded(seed);
      const problem = randomProblem(random, {
        children: 80 + random.next(80),
        volunteers: 10 + random.next(20),
        supervisors: random.next(6),
        density: 40,
        mostScore: random.pick([4, 500]),
        mostPlaces: 12,
        mostSupervisorPlaces: 30,
      });
      expect({ seed, verdict: verifyCertificate(problem, solve(problem)) }).toEqual({ seed, verdict: { valid: true } });
    }
  });
});

const SMALL = {
  children: 4,
  volunteers: 4,
  supervisors: 2,
  density: 60,
  mostScore: 10,
  mostPlaces: 2,
  mostSupervisorPlaces: 3,
};
