// Shares of sponsors to children: against trying everything, by rules and sums written down here a second time.
import { Seeded } from '../testing/small-problem.js';
import { bruteForceShares, inventShares, randomShareChange } from '../testing/small-shares.js';
import { walkShares } from '../testing/walk-shares.js';
import { transportProblems } from '../transport/certificate.js';
import { BadProblem } from '../transport/problem.js';
import { DEFAULT_SHARE_WEIGHTS } from './default-share-weights.js';
import { exactShareLoss, explainShare, suggestShares } from './share-explain.js';
import { checkShareWeights } from './share-score.js';
import { editShares, proposedShares, startShares, type ShareState } from './share-state.js';
import type { ShareSnapshot, ShareWeights } from './types.js';

const start = (snapshot: ShareSnapshot) => startShares(snapshot, DEFAULT_SHARE_WEIGHTS);
const INSTANCES = 5000;
/** `npm run figure MATCHING-EDITS` walks further. */
const WALKED = 2000;

describe('shares that cannot be matched', () => {
  const snapshot = inventShares(new Seeded(1), 3, 3);
  const [sponsor] = snapshot.sponsors;
  const [child] = snapshot.children;
  if (!sponsor || !child) throw new Error('nobody was invented');

  it.each<[string, string, ShareSnapshot]>([
    ['a sponsor twice', 'SAME_ID_TWICE', { ...snapshot, sponsors: [sponsor, sponsor] }],
    ['a child twice', 'SAME_ID_TWICE', { ...snapshot, children: [child, child] }],
    ['half a share', 'NOT_A_WHOLE_NUMBER', { ...snapshot, sponsors: [{ ...sponsor, shares: 0.5 }] }],
    ['nobody as an id', 'BAD_ID', { ...snapshot, sponsors: [{ ...sponsor, id: '' }] }],
    [
      'a child that waits without end',
      'TOO_LARGE',
      { ...snapshot, children: [{ ...child, waitingDays: 2 ** 53 - 1 }] },
    ],
    ['a pledge of less than no months', 'NEGATIVE', { ...snapshot, sponsors: [{ ...sponsor, months: -6 }] }],
    ['less than no share', 'NEGATIVE', { ...snapshot, children: [{ ...child, shares: -1 }] }],
    ['a pledge for ever', 'NOT_A_WHOLE_NUMBER', { ...snapshot, sponsors: [{ ...sponsor, months: Infinity }] }],
    ['more shares than can be meant', 'TOO_LARGE', { ...snapshot, sponsors: [{ ...sponsor, shares: 10_001 }] }],
  ])('are refused: %s', (_, code, bad) => {
    let told: unknown;
    try {
      start(bad);
    } catch (failure) {
      told = failure;
    }
    expect(told).toBeInstanceOf(BadProblem);
    expect(told).toMatchObject({ code });
  });

  it('are refused with a table that weighs a protected fact, or leaves a share without worth', () => {
    const [row] = DEFAULT_SHARE_WEIGHTS.criteria;
    const table = JSON.parse(JSON.stringify(DEFAULT_SHARE_WEIGHTS).replace('wishes', 'looks')) as ShareWeights;
    expect(checkShareWeights(table)).toEqual([{ code: 'PROTECTED_FACT', criterion: 'looks' }]);
    expect(() => startShares(snapshot, table)).toThrow('looks: PROTECTED_FACT');
    expect(checkShareWeights({ version: 2, criteria: row ? [row] : [] })).toEqual([{ code: 'NOTHING_CERTAIN' }]);
    expect(checkShareWeights(DEFAULT_SHARE_WEIGHTS)).toEqual([]);
  });

  it.each([-1, 0.5, NaN, 2 ** 53 - 1])('are refused with a weight of %s', (weight) => {
    const criteria = DEFAULT_SHARE_WEIGHTS.criteria.map((row) => ({ ...row, weight }));
    expect(() => startShares(snapshot, { version: 2, criteria })).toThrow(BadProblem);
  });

  it('are none where a side is empty', () => {
    for (const empty of [{ sponsors: [] }, { children: [] }, { sponsors: [], children: [] }]) {
      const state = start({ ...snapshot, ...empty });
      expect({ shares: proposedShares(state), problems: state.problems }).toEqual({ shares: [], problems: [] });
    }
  });
});

describe('shares to children', () => {
  it(`are the best there is, as trying everything finds on ${INSTANCES} small problems, and proven`, () => {
    const random = new Seeded(20261122);
    const wrong: string[] = [];
    let several = 0;
    for (let instance = 0; instance < INSTANCES; instance++) {
      const snapshot = inventShares(random, 1 + random.next(4), 1 + random.next(4));
      const state = start(snapshot);
      const best = bruteForceShares(snapshot);
      if (state.solution.objective !== best)
        wrong.push(`${instance}: ${state.solution.objective}, the best is ${best}`);
      wrong.push(...state.problems.map((problem) => `${instance}: ${problem}`));
      wrong.push(...brokenRules(state).map((rule) => `${instance}: ${rule}`));
      several += proposedShares(state).length > state.snapshot.sponsors.length ? 1 : 0;
    }
    expect(wrong).toEqual([]);
    expect(several).toBeGreaterThan(100);
  });

  it('are the same whatever order the people were read in', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = new Seeded(seed);
      const snapshot = inventShares(random, 12, 15);
      const { sponsors, children, locks, vetoes, earlierShares = [] } = snapshot;
      const shuffled = {
        sponsors: random.shuffle(sponsors),
        children: random.shuffle(children),
        locks: random.shuffle(locks),
        vetoes: random.shuffle(vetoes),
        earlierShares: random.shuffle(earlierShares),
      };
      expect(proposedShares(start(shuffled))).toEqual(proposedShares(start(snapshot)));
    }
  });

  it('carry a certificate that does not hold for a lie', () => {
    const { problem, solution } = start(inventShares(new Seeded(4), 8, 8));
    expect(solution.edges.length).toBeGreaterThan(0);
    expect(transportProblems(problem, { ...solution, edges: solution.edges.slice(1) })).not.toEqual([]);
    expect(transportProblems(problem, { ...solution, objective: solution.objective + 1 })).not.toEqual([]);
  });

  it(`stay proven and worth what a fresh solve finds, through ${WALKED} changes`, () => {
    expect(walkShares(new Seeded(20271203), WALKED).wrong).toEqual([]);
  });

  it('are solved anew after a change where an open problem would be too large', () => {
    const child = { shares: 1, months: 6, programme: 'SCHOOL', needs: [], waitingDays: 0, consented: true };
    const snapshot: ShareSnapshot = {
      sponsors: Array.from({ length: 30 }, (_, i) => ({ id: `s${i}`, shares: 400, months: 12, eligible: true })),
      children: Array.from({ length: 400 }, (_, i) => ({ ...child, id: `c${i}`, priority: 1 + (i % 5) })),
      locks: [],
      vetoes: [],
    };
    const state = start(snapshot);
    const [share] = proposedShares(state);
    if (!share) throw new Error('no share is proposed');
    const after = editShares(state, { kind: 'veto', ...share });
    expect([state.session(), after.problems]).toEqual([undefined, []]);
    expect(proposedShares(after)).toHaveLength(400);
    expect(proposedShares(after)).not.toContainEqual(share);
  });

  it('stay best and proven through changes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = new Seeded(seed);
      let state = start(inventShares(random, 4, 4));
      for (let step = 0; step < 12; step++) {
        state = editShares(state, randomShareChange(random, state.snapshot, 4));
        if (state.snapshot.sponsors.length === 0 || state.snapshot.children.length === 0) break;
        expect({ seed, step, objective: state.solution.objective, problems: state.problems }).toEqual({
          seed,
          step,
          objective: bruteForceShares(state.snapshot),
          problems: [],
        });
      }
    }
  });
});

describe('what a worker reads of a share', () => {
  it('is every reason against it, or what it costs: never more than it does, and exactly on demand', () => {
    let costly = 0;
    for (let seed = 0; seed < 150; seed++) {
      const snapshot = inventShares(new Seeded(seed), 3, 4);
      const state = start(snapshot);
      for (const { id: sponsorId } of state.snapshot.sponsors) {
        for (const { id: childId } of state.snapshot.children) {
          const told = explainShare(state, { sponsorId, childId });
          expect(told.score === undefined).toBe(told.rejections.length > 0);
          if (told.score === undefined) continue;
          expect(told.parts.reduce((sum, { points }) => sum + points, 0)).toBe(told.score);
          const loss = state.solution.objective - bruteForceShares(snapshot, { sponsorId, childId });
          expect({ seed, exact: exactShareLoss(state, { sponsorId, childId }) }).toEqual({ seed, exact: loss });
          expect(told.leastLoss).toBeLessThanOrEqual(loss);
          costly += loss > 0 ? 1 : 0;
        }
      }
    }
    expect(costly).toBeGreaterThan(30);
  });

  it('suggests proposed children first, then those at the least loss, and no more than asked for', () => {
    const state = start(inventShares(new Seeded(9), 10, 12));
    for (const { id } of state.snapshot.sponsors) {
      const all = suggestShares(state, id, 99);
      expect(suggestShares(state, id, 2)).toEqual(all.slice(0, 2));
      const proposed = proposedShares(state).filter(({ sponsorId }) => sponsorId === id);
      expect(all.slice(0, proposed.length).every((one) => one.proposed)).toBe(true);
      const losses = all.slice(proposed.length).map(({ leastLoss }) => leastLoss);
      expect(losses).toEqual([...losses].sort((a, b) => a - b));
    }
  });

  it('is refused for people whom the snapshot does not have', () => {
    const state = start(inventShares(new Seeded(2), 2, 2));
    expect(() => explainShare(state, { sponsorId: 's9', childId: 'c0' })).toThrow('has no s9');
    expect(() => editShares(state, { kind: 'leave', childId: 'c9' })).toThrow('has no c9');
  });
});

/** Rules of the proposals themselves: never two shares of one sponsor to one child, nor beyond what anybody has. */
function brokenRules(state: ShareState): string[] {
  const shares = proposedShares(state);
  const keys = new Set(shares.map(({ sponsorId, childId }) => `${sponsorId} ${childId}`));
  const broken = keys.size === shares.length ? [] : ['two shares of one sponsor to one child'];
  const count = (id: string) => shares.filter((share) => share.sponsorId === id || share.childId === id).length;
  for (const { id, shares: most } of [...state.snapshot.sponsors, ...state.snapshot.children]) {
    if (count(id) > most) broken.push(`${id} has ${count(id)} of ${most}`);
  }
  return broken;
}
