import { candidates } from './candidates.js';
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { score } from './score.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { Seeded } from './testing/small-problem.js';
import type { Criterion, MatchChild, MatchSnapshot, MatchVolunteer, MatchWeights } from './types.js';
import { checkWeights, type WeightProblem } from './weight-problems.js';

/** Facts that may never weigh in a match. This file does not compile once a person or a criterion carries one. */
type ProtectedFact = 'ethnicity' | 'religion' | 'income' | 'looks' | 'appearance' | 'disability' | 'household';
type Carried = Extract<keyof MatchChild | keyof MatchVolunteer | Criterion, ProtectedFact>;
const nothingProtectedIsCarried: [Carried] extends [never] ? true : false = true;

describe('the table of weights', () => {
  it('has no room for a protected fact, in its types or from a stored table', () => {
    expect(nothingProtectedIsCarried).toBe(true);
    const named = (criterion: string) =>
      JSON.parse(JSON.stringify(DEFAULT_WEIGHTS).replace('travel', criterion)) as MatchWeights;
    for (const criterion of [
      'ethnicity',
      'religion',
      'familyIncome',
      'looks',
      '民族',
      '宗教信仰',
      '家庭收入',
      '外貌',
    ]) {
      expect(checkWeights(named(criterion))).toEqual([{ code: 'PROTECTED_FACT', criterion }]);
      expect(() => score(candidates(SNAPSHOT, RULES).csr, named(criterion))).toThrow(`${criterion}: PROTECTED_FACT`);
    }
    for (const criterion of ['constructor', '__proto__', 'luck']) {
      expect(checkWeights(named(criterion))).toEqual([{ code: 'UNKNOWN_CRITERION', criterion }]);
    }
  });

  it.each<[string, MatchWeights['criteria'], WeightProblem]>([
    ['a fraction', [row('sharedHours', 1.5)], { code: 'FRACTIONAL', criterion: 'sharedHours' }],
    ['what is no number', [row('sharedHours', NaN)], { code: 'FRACTIONAL', criterion: 'sharedHours' }],
    ['a penalty', [row('priority', 1), row('travel', -1)], { code: 'NEGATIVE', criterion: 'travel' }],
    ['more than can be added up', [row('priority', 10_001)], { code: 'OVERFLOW', criterion: 'priority' }],
    [
      'a weight without a reason',
      [{ ...row('sharedHours', 1), why: ' ' }],
      { code: 'REASON_MISSING', criterion: 'sharedHours' },
    ],
    [
      'a criterion twice',
      [row('sharedHours', 1), row('sharedHours', 1)],
      { code: 'REPEATED', criterion: 'sharedHours' },
    ],
    ['a table that leaves good pairs without value', [row('continuity', 9)], { code: 'NOTHING_CERTAIN' }],
  ])('refuses %s', (_, criteria, problem) => {
    expect(checkWeights({ version: 2, criteria })).toContainEqual(problem);
  });

  it('starts with a default that is in order', () => {
    expect(checkWeights(DEFAULT_WEIGHTS)).toEqual([]);
  });
});

describe('a score', () => {
  it('is the sum of its parts, positive, with a fact for each', () => {
    for (let seed = 0; seed < 20; seed++) {
      const snapshot = inventSnapshot(new Seeded(seed), { volunteers: 60, children: 30, supervisors: 3 });
      const edges = score(candidates(snapshot, RULES).csr, DEFAULT_WEIGHTS);
      edges.weight.forEach((weight, edge) => {
        const parts = edges.parts(edge);
        expect(parts.map((part) => part.criterion)).toEqual(DEFAULT_WEIGHTS.criteria.map((c) => c.criterion));
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(weight);
        expect(weight).toBeGreaterThan(0);
      });
    }
  });

  it('tells which fact earned which points', () => {
    const edges = score(candidates(SNAPSHOT, RULES).csr, DEFAULT_WEIGHTS);
    expect(edges.parts(0)).toEqual([
      { criterion: 'continuity', points: 50 * 100, fact: 'BEFORE' },
      { criterion: 'priority', points: 40 * 80, fact: '4' },
      { criterion: 'sharedHours', points: 30 * 20, fact: '120' },
      { criterion: 'skillsForNeeds', points: 25 * 50, fact: 'STUDY' },
      { criterion: 'travel', points: 20 * 75, fact: '2500' },
      { criterion: 'waiting', points: 20 * 50, fact: '90' },
      { criterion: 'sharedLanguage', points: 10 * 50, fact: 'MANDARIN' },
      { criterion: 'sameGender', points: 5 * 100, fact: 'SAME' },
    ]);
  });

  it('says so where a place is unmapped or the pair is new', () => {
    const unmapped = { ...SNAPSHOT, volunteers: SNAPSHOT.volunteers.map((v) => ({ ...v, place: undefined })) };
    const edges = score(candidates({ ...unmapped, earlierPairs: [] }, RULES).csr, DEFAULT_WEIGHTS);
    expect(edges.parts(0)).toContainEqual({ criterion: 'travel', points: 0, fact: 'UNMAPPED' });
    expect(edges.parts(0)).toContainEqual({ criterion: 'continuity', points: 0, fact: 'NEW' });
  });

  it('takes the same service area for no distance', () => {
    const [child] = SNAPSHOT.children;
    const sameArea = SNAPSHOT.volunteers.map((v) => ({ ...v, place: undefined, area: child?.area }));
    const edges = score(candidates({ ...SNAPSHOT, volunteers: sameArea }, RULES).csr, DEFAULT_WEIGHTS);
    expect(edges.parts(0)).toContainEqual({ criterion: 'travel', points: 2000, fact: '0' });
  });
});

const SNAPSHOT: MatchSnapshot = {
  serviceDate: '2026-12-01',
  volunteers: [
    {
      id: 'v1',
      gender: 'MALE',
      languages: ['MANDARIN', 'WU'],
      skills: ['MATHS'],
      freeTimes: [{ weekday: 2, startMinute: 1020, endMinute: 1200 }],
      area: 'north',
      place: { x: 0, y: 0 },
      travelBudget: 6000,
      places: 1,
      eligible: true,
    },
  ],
  children: [
    {
      id: 'c1',
      gender: 'MALE',
      languages: ['HAKKA', 'MANDARIN'],
      needs: ['STUDY', 'SAFETY'],
      freeTimes: [{ weekday: 2, startMinute: 1080, endMinute: 1260 }],
      area: 'south',
      place: { x: 2500, y: 0 },
      priority: 4,
      waitingDays: 90,
    },
  ],
  supervisors: [],
  locks: [],
  vetoes: [],
  earlierPairs: [{ volunteerId: 'v1', childId: 'c1' }],
};

function row(criterion: Criterion, weight: number): MatchWeights['criteria'][number] {
  return { criterion, weight, why: 'so that it is told' };
}
