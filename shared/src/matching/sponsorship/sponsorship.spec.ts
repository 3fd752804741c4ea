// Shares of sponsors to children: against trying everything, by rules and sums written down here a second time.
import { Seeded } from '../testing/small-problem.js';
import { transportProblems } from '../transport/certificate.js';
import { BadProblem } from '../transport/problem.js';
import { DEFAULT_SHARE_WEIGHTS } from './default-share-weights.js';
import { exactShareLoss, explainShare, suggestShares } from './share-explain.js';
import { checkShareWeights } from './share-score.js';
import { editShares, proposedShares, startShares, type ShareChange, type ShareState } from './share-state.js';
import type { Share, ShareChild, ShareSnapshot, ShareSponsor, ShareWeights } from './types.js';

const PROGRAMMES = ['SCHOOL', 'HEALTH'];

function inventSponsor(random: Seeded, id: string): ShareSponsor {
  return {
    id,
    shares: random.next(4),
    months: 6 * random.next(5),
    programme: random.chance(30) ? undefined : random.pick(PROGRAMMES),
    wishes: {
      area: random.chance(40) ? random.pick(['north', 'south']) : undefined,
      stage: random.chance(40) ? random.pick(['PRIMARY', 'MIDDLE']) : undefined,
      need: random.chance(30) ? random.pick(['STUDY', 'PEERS']) : undefined,
    },
    eligible: !random.chance(10),
  };
}

function inventChild(random: Seeded, id: string): ShareChild {
  return {
    id,
    shares: random.next(4),
    months: 6 * random.next(4),
    programme: random.pick(PROGRAMMES),
    area: random.pick(['north', 'south']),
    stage: random.pick(['PRIMARY', 'MIDDLE']),
    needs: ['STUDY', 'PEERS'].filter(() => random.chance(50)),
    priority: 1 + random.next(5),
    waitingDays: random.next(300),
    consented: !random.chance(10),
  };
}

function invent(random: Seeded, sponsors: number, children: number): ShareSnapshot {
  const people = {
    sponsors: Array.from({ length: sponsors }, (_, i) => inventSponsor(random, `s${i}`)),
    children: Array.from({ length: children }, (_, i) => inventChild(random, `c${i}`)),
  };
  const shares = (most: number): Share[] =>
    Array.from({ length: random.next(most + 1) }, () => ({
      sponsorId: random.pick(people.sponsors).id,
      childId: random.pick(people.children).id,
    }));
  return { ...people, locks: shares(1), vetoes: shares(2), earlierShares: shares(2) };
}

/** The greatest total, by trying every pair with and without; nothing of the engine is used. */
function bruteForce(snapshot: ShareSnapshot, force?: Share): number {
  const is = (list: readonly Share[] | undefined, sponsor: ShareSponsor, child: ShareChild) =>
    (list ?? []).some((share) => share.sponsorId === sponsor.id && share.childId === child.id);
  const locks = [...new Map(snapshot.locks.map((lock) => [`${lock.sponsorId} ${lock.childId}`, lock])).values()];
  const left = new Map<string, number>();
  for (const { id, shares } of [...snapshot.sponsors, ...snapshot.children]) left.set(id, shares);
  const take = (id: string, by: number) => left.set(id, (left.get(id) ?? 0) + by);
  for (const { sponsorId, childId } of locks) {
    if ((left.get(sponsorId) ?? 0) > 0) take(sponsorId, -1);
    if ((left.get(childId) ?? 0) > 0) take(childId, -1);
  }
  const pairs = snapshot.sponsors.flatMap((sponsor) =>
    snapshot.children.flatMap((child) => {
      const rightProgramme = sponsor.programme === undefined || sponsor.programme === child.programme;
      const may = sponsor.eligible && child.consented && rightProgramme && sponsor.months >= child.months;
      if (!may || is(locks, sponsor, child) || is(snapshot.vetoes, sponsor, child)) return [];
      const { area, stage, need } = sponsor.wishes ?? {};
      const wishes = [area && area === child.area, stage && stage === child.stage, need && child.needs.includes(need)];
      const made = wishes.filter((wish) => wish !== undefined);
      const met = made.length === 0 ? 0 : Math.floor((100 * made.filter(Boolean).length) / made.length);
      const waited = Math.min(100, Math.floor((100 * child.waitingDays) / 180));
      const before = is(snapshot.earlierShares, sponsor, child) ? 5000 : 0;
      return [{ sponsor, child, worth: 40 * 20 * child.priority + 20 * waited + 10 * met + before }];
    }),
  );
  const best = (at: number): number => {
    const pair = pairs[at];
    if (!pair) return 0;
    const { sponsor, child, worth } = pair;
    const forced = sponsor.id === force?.sponsorId && child.id === force.childId;
    const without = forced ? -Infinity : best(at + 1);
    if (left.get(sponsor.id) === 0 || left.get(child.id) === 0) return without;
    take(sponsor.id, -1);
    take(child.id, -1);
    const together = worth + best(at + 1);
    take(sponsor.id, 1);
    take(child.id, 1);
    return Math.max(without, together);
  };
  return best(0);
}

const start = (snapshot: ShareSnapshot) => startShares(snapshot, DEFAULT_SHARE_WEIGHTS);
const INSTANCES = 5000;

describe('shares that cannot be matched', () => {
  const snapshot = invent(new Seeded(1), 3, 3);
  const [sponsor] = snapshot.sponsors;
  const [child] = snapshot.children;
  if (!sponsor || !child) throw new Error('nobody was invented');

  it.each<[string, string, ShareSnapshot]>([
    ['a sponsor twice', 'SAME_ID_TWICE', { ...snapshot, sponsors: [sponsor, sponsor] }],
    ['a child twice', 'SAME_ID_TWICE', { ...snapshot, children: [child, child] }],
    ['half a share', 'NOT_A_WHOLE_NUMBER', { ...snapshot, sponsors: [{ ...sponsor, shares: 0.5 }] }],
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
      const snapshot = invent(random, 1 + random.next(4), 1 + random.next(4));
      const state = start(snapshot);
      const best = bruteForce(snapshot);
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
      const snapshot = invent(random, 12, 15);
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
    const { problem, solution } = start(invent(new Seeded(4), 8, 8));
    expect(solution.edges.length).toBeGreaterThan(0);
    expect(transportProblems(problem, { ...solution, edges: solution.edges.slice(1) })).not.toEqual([]);
    expect(transportProblems(problem, { ...solution, objective: solution.objective + 1 })).not.toEqual([]);
  });

  it('stay best and proven through changes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = new Seeded(seed);
      let state = start(invent(random, 4, 4));
      for (let step = 0; step < 12; step++) {
        state = editShares(state, randomChange(random, state, step));
        if (state.snapshot.sponsors.length === 0 || state.snapshot.children.length === 0) break;
        expect({ seed, step, objective: state.solution.objective, problems: state.problems }).toEqual({
          seed,
          step,
          objective: bruteForce(state.snapshot),
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
      const snapshot = invent(new Seeded(seed), 3, 4);
      const state = start(snapshot);
      for (const { id: sponsorId } of state.snapshot.sponsors) {
        for (const { id: childId } of state.snapshot.children) {
          const told = explainShare(state, { sponsorId, childId });
          expect(told.score === undefined).toBe(told.rejections.length > 0);
          if (told.score === undefined) continue;
          expect(told.parts.reduce((sum, { points }) => sum + points, 0)).toBe(told.score);
          const loss = state.solution.objective - bruteForce(snapshot, { sponsorId, childId });
          expect({ seed, exact: exactShareLoss(state, { sponsorId, childId }) }).toEqual({ seed, exact: loss });
          expect(told.leastLoss).toBeLessThanOrEqual(loss);
          costly += loss > 0 ? 1 : 0;
        }
      }
    }
    expect(costly).toBeGreaterThan(30);
  });

  it('suggests proposed children first, then those at the least loss, and no more than asked for', () => {
    const state = start(invent(new Seeded(9), 10, 12));
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
    const state = start(invent(new Seeded(2), 2, 2));
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

function randomChange(random: Seeded, { snapshot }: ShareState, step: number): ShareChange {
  const sponsorId = random.pick(snapshot.sponsors).id;
  const childId = random.pick(snapshot.children).id;
  switch (random.next(6)) {
    case 0:
      return { kind: 'veto', sponsorId, childId };
    case 1:
      return { kind: 'lock', sponsorId, childId };
    case 2:
      return snapshot.sponsors.length > 4
        ? { kind: 'leave', sponsorId }
        : { kind: 'arrive', sponsor: inventSponsor(random, `s-new-${step}`) };
    case 3:
      return snapshot.children.length > 4
        ? { kind: 'leave', childId }
        : { kind: 'arrive', child: inventChild(random, `c-new-${step}`) };
    case 4:
      return { kind: 'shares', sponsorId, shares: random.next(4) };
    default:
      return { kind: 'shares', childId, shares: random.next(4) };
  }
}
