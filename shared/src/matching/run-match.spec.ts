import { canonicalSnapshot } from './canonical.js';
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { reprove, runMatch } from './run-match.js';
import { startMatch } from './state.js';
import { inventSnapshot, RULES, shuffled } from './testing/invented-snapshot.js';
import { bruteForce, Seeded } from './testing/small-problem.js';

const TOWN = { volunteers: 60, children: 40, supervisors: 5 };

describe('a match run', () => {
  const snapshot = inventSnapshot(new Seeded(7), TOWN);
  const result = runMatch(snapshot, RULES, DEFAULT_WEIGHTS);

  it('never proposes the ineligible, the declined or the decided, on 40 rosters', () => {
    let proposed = 0;
    for (let seed = 0; seed < 40; seed++) {
      const roster = inventSnapshot(new Seeded(seed), TOWN);
      const { pairs } = runMatch(roster, RULES, DEFAULT_WEIGHTS);
      const ineligible = new Set(roster.volunteers.filter((v) => !v.eligible).map((v) => v.id));
      for (const pair of pairs) {
        const same = (other: { volunteerId: string; childId: string }) =>
          other.volunteerId === pair.volunteerId && other.childId === pair.childId;
        expect(ineligible.has(pair.volunteerId)).toBe(false);
        expect(roster.vetoes.some(same)).toBe(false);
        expect(roster.locks.some((lock) => lock.childId === pair.childId)).toBe(false);
      }
      proposed += pairs.length;
    }
    expect(proposed).toBeGreaterThan(500);
  });

  it('leaves decided pairs their places, beside the proposed', () => {
    for (let seed = 0; seed < 40; seed++) {
      const roster = inventSnapshot(new Seeded(seed), TOWN);
      const { pairs } = runMatch(roster, RULES, DEFAULT_WEIGHTS);
      for (const volunteer of roster.volunteers) {
        const proposed = pairs.filter((pair) => pair.volunteerId === volunteer.id).length;
        const decided = roster.locks.filter((lock) => lock.volunteerId === volunteer.id).length;
        expect(proposed).toBeLessThanOrEqual(Math.max(0, volunteer.places - decided));
      }
    }
  });

  it('tells each waiting child once: proposed, unmatched, or decided', () => {
    const told = [
      ...result.pairs.map((pair) => pair.childId),
      ...result.unmatched,
      ...new Set(snapshot.locks.map((lock) => lock.childId)),
    ];
    expect(told.sort()).toEqual(snapshot.children.map((child) => child.id).sort());
  });

  it('is optimal with locks, vetoes and supervisors, as trying everything shows, on 200 small rosters', () => {
    for (let seed = 0; seed < 200; seed++) {
      const small = inventSnapshot(new Seeded(seed), { volunteers: 10, children: 5, supervisors: 2, city: 5_000 });
      const rules = { ...RULES, allowOtherGender: true };
      const { pairs, certificate, verified } = runMatch(small, rules, DEFAULT_WEIGHTS);
      expect({ seed, verified, total: pairs.reduce((sum, pair) => sum + pair.score, 0) }).toEqual({
        seed,
        verified: true,
        total: bruteForce(startMatch(small, rules, DEFAULT_WEIGHTS).problem),
      });
      expect(certificate.objective).toBe(certificate.bound);
    }
  });

  it('is the same whatever order the rows were read in', () => {
    for (let seed = 0; seed < 25; seed++) {
      const random = new Seeded(seed);
      const roster = inventSnapshot(random, TOWN);
      const first = runMatch(roster, RULES, DEFAULT_WEIGHTS);
      expect(runMatch(shuffled(random, roster), RULES, DEFAULT_WEIGHTS)).toEqual(first);
    }
  });

  it('refuses a snapshot that names somebody twice or holds a fraction', () => {
    const [someone] = snapshot.volunteers;
    if (!someone) throw new Error('the invented town is empty');
    const twice = { ...snapshot, volunteers: [...snapshot.volunteers, someone] };
    expect(() => runMatch(twice, RULES, DEFAULT_WEIGHTS)).toThrow('two share what must be one of its kind (v0)');
    const half = { ...snapshot, volunteers: [{ ...someone, travelBudget: 0.5 }] };
    expect(() => runMatch(half, RULES, DEFAULT_WEIGHTS)).toThrow('travelBudget: 0.5');
  });
});

describe('a stored run', () => {
  const snapshot = inventSnapshot(new Seeded(11), TOWN);
  const { canonical, pairs, certificate } = runMatch(snapshot, RULES, DEFAULT_WEIGHTS);

  it('is refused with another input, pair or price', () => {
    const fewer = { ...snapshot, children: snapshot.children.slice(1) };
    expect(reprove(canonicalSnapshot(fewer, RULES, DEFAULT_WEIGHTS), { pairs, certificate }).valid).toBe(false);
    expect(reprove(canonical, { pairs: pairs.slice(1), certificate }).valid).toBe(false);
    const bound = certificate.bound + 1;
    expect(reprove(canonical, { pairs, certificate: { ...certificate, bound } }).valid).toBe(false);
  });

  it('is refused, and told why, where its input is another engine’s or unreadable', () => {
    const later = canonical.replace('"engine":1', '"engine":2');
    expect(reprove(later, { pairs, certificate })).toEqual({
      valid: false,
      problems: ['the stored input was solved by engine 2, this is engine 1'],
    });
    expect(reprove('{', { pairs, certificate }).valid).toBe(false);
    expect(reprove('{}', { pairs, certificate })).toEqual({
      valid: false,
      problems: ['the stored input is no canonical snapshot'],
    });
  });

  it('is proved again from its stored text alone', () => {
    const stored = JSON.parse(JSON.stringify({ pairs, certificate })) as Parameters<typeof reprove>[1];
    expect(reprove(canonical, stored)).toEqual({ valid: true });
  });

  it('has one text for one input: neither the order of rows nor of weights changes it', () => {
    const random = new Seeded(3);
    const weights = { ...DEFAULT_WEIGHTS, criteria: random.shuffle(DEFAULT_WEIGHTS.criteria) };
    expect(canonicalSnapshot(shuffled(random, snapshot), RULES, weights)).toBe(canonical);
    expect(canonicalSnapshot(snapshot, { ...RULES, minimumCommonMinutes: 61 }, weights)).not.toBe(canonical);
  });
});
