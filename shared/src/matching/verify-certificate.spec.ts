import type { Problem, StoredSolution } from './problem.js';
import { solve } from './solve.js';
import { randomProblem, Seeded } from './testing/small-problem.js';
import { verifyCertificate } from './verify-certificate.js';

/** Two children, two volunteers under one supervisor with one place: only one child gets a companion. */
const TIGHT: Problem = {
  childIds: ['c1', 'c2'],
  volunteerIds: ['v1', 'v2'],
  supervisorIds: ['s1'],
  rowStart: Int32Array.of(0, 2, 3),
  volunteer: Int32Array.of(0, 1, 1),
  weight: Int32Array.of(7, 5, 6),
  places: Int32Array.of(1, 1),
  supervisorOf: Int32Array.of(0, 0),
  supervisorPlaces: Int32Array.of(1),
};

describe('the certificate checker', () => {
  const solution: StoredSolution = solve(TIGHT);

  it('accepts the solver’s own proof', () => {
    expect(solution.pairs).toEqual([{ volunteerId: 'v1', childId: 'c1', score: 7 }]);
    expect(verifyCertificate(TIGHT, solution)).toEqual({ valid: true });
  });

  const pair = { volunteerId: 'v1', childId: 'c1', score: 7 };
  it.each<[string, StoredSolution, string]>([
    ['a volunteer who is no candidate', withPairs([{ ...pair, childId: 'c2' }]), 'v1 and c2 are no candidate pair'],
    ['a stranger', withPairs([{ ...pair, volunteerId: 'v9' }]), 'v9 and c1 are no candidate pair'],
    ['another score', withPairs([{ ...pair, score: 8 }]), 'v1 and c1 score 7, not 8'],
    [
      'a child with two companions',
      withPairs([pair, { volunteerId: 'v2', childId: 'c1', score: 5 }]),
      'c1 has more than one companion',
    ],
    [
      'a supervisor beyond their places',
      withPairs([pair, { volunteerId: 'v2', childId: 'c2', score: 6 }]),
      's1 has 1 places, 2 are used',
    ],
    ['a lesser solution', withPairs([{ volunteerId: 'v2', childId: 'c2', score: 6 }]), 'the pairs score 6, not 7'],
    ['no pairs at all', withPairs([]), 'the pairs score 0, not 7'],
    ['a larger objective', withCertificate({ objective: 8 }), 'the pairs score 7, not 8'],
    ['another bound', withCertificate({ bound: 8 }), 'the prices come to 7, not 8'],
    [
      'a negative price',
      withCertificate({ childPrices: { ...solution.certificate.childPrices, c2: -1 } }),
      'the child price of c2 is -1, not a whole number from 0',
    ],
    [
      'half a point',
      withCertificate({ supervisorPrices: { s1: 0.5 } }),
      'the supervisor price of s1 is 0.5, not a whole number from 0',
    ],
    [
      'a missing price',
      withCertificate({ volunteerPrices: { v1: 0 } }),
      'the volunteer price of v2 is missing, not a whole number from 0',
    ],
    [
      'a price for a stranger',
      withCertificate({ supervisorPrices: { ...solution.certificate.supervisorPrices, s9: 0 } }),
      'prices of supervisors: one for each is needed',
    ],
  ])('rejects %s', (_, tampered, problem) => {
    const verdict = verifyCertificate(TIGHT, tampered);
    expect(verdict.valid).toBe(false);
    if (!verdict.valid) expect(verdict.problems).toContain(problem);
  });

  it('rejects a volunteer beyond their places', () => {
    const crowded: Problem = { ...TIGHT, supervisorPlaces: Int32Array.of(2), volunteer: Int32Array.of(0, 1, 0) };
    const both = [pair, { volunteerId: 'v1', childId: 'c2', score: 6 }];
    const verdict = verifyCertificate(crowded, withPairs(both));
    expect(verdict.valid ? [] : verdict.problems).toContain('v1 has 1 places, 2 are used');
  });

  it('rejects prices that leave a better pair uncovered, though every sum agrees', () => {
    const low: StoredSolution = {
      pairs: [{ volunteerId: 'v2', childId: 'c2', score: 6 }],
      certificate: {
        objective: 6,
        bound: 6,
        childPrices: { c1: 0, c2: 0 },
        volunteerPrices: { v1: 0, v2: 0 },
        supervisorPrices: { s1: 6 },
      },
    };
    expect(verifyCertificate(TIGHT, low)).toEqual({
      valid: false,
      problems: ['v1 and c1 score 7, their prices cover 6'],
    });
  });

  it('rejects any single price moved by one, on 200 problems', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = new Seeded(seed);
      const shape = { children: 6, volunteers: 5, supervisors: 2, density: 60, mostScore: 20 };
      const problem = randomProblem(random, { ...shape, mostPlaces: 2, mostSupervisorPlaces: 3 });
      const { pairs, certificate } = solve(problem);
      const id = random.pick(problem.childIds);
      for (const by of [1, -1]) {
        const childPrices = { ...certificate.childPrices, [id]: (certificate.childPrices[id] ?? 0) + by };
        const bound = certificate.bound + by;
        expect(verifyCertificate(problem, { pairs, certificate: { ...certificate, childPrices } }).valid).toBe(false);
        expect(verifyCertificate(problem, { pairs, certificate: { ...certificate, childPrices, bound } }).valid).toBe(
          false,
        );
      }
    }
  });

  function withPairs(pairs: StoredSolution['pairs']): StoredSolution {
    return { ...solution, pairs };
  }
  function withCertificate(part: Partial<StoredSolution['certificate']>): StoredSolution {
    return { ...solution, certificate: { ...solution.certificate, ...part } };
  }
});
