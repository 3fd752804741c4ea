// Changes by a worker, each proven and compared with a fresh solve; and the reasons that a reviewer reads.
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { alternatives, explain, suggest } from './explain.js';
import { edit, proposedPairs, startMatch, unmatchedChildIds, type MatchState } from './state.js';
import { exactLoss } from './swap.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { Seeded } from './testing/small-problem.js';
import { randomMatchChange, walkCompanions } from './testing/walk-companions.js';

const TOWN = { volunteers: 40, children: 25, supervisors: 4 };
/** `npm run figure MATCHING-EDITS` walks further. */
const WALKED = 300;
const total = (state: MatchState) => state.solution.certificate.objective;
const start = (seed: number) => startMatch(inventSnapshot(new Seeded(seed), TOWN), RULES, DEFAULT_WEIGHTS);

describe('a change by the worker', () => {
  it('is refused for people whom the snapshot does not have, and for a second decided companion', () => {
    const state = start(1);
    const [pair] = proposedPairs(state);
    if (!pair) throw new Error('nobody is proposed in the invented town');
    const other = state.snapshot.volunteers.find((v) => v.id !== pair.volunteerId)?.id ?? '';
    expect(() => edit(state, { kind: 'veto', volunteerId: 'v999', childId: pair.childId })).toThrow('has no v999');
    expect(() => edit(state, { kind: 'leave', childId: 'c999' })).toThrow('has no c999');
    const locked = edit(state, { kind: 'lock', ...pair });
    expect(() => edit(locked, { kind: 'lock', volunteerId: other, childId: pair.childId })).toThrow(
      `already has the decided companion ${pair.volunteerId}`,
    );
  });

  it('leaves every state optimal, proven and as good as solved from scratch, along 30 random walks of 12 changes', () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = new Seeded(seed);
      let state = start(seed);
      for (let step = 0; step < 12; step++) {
        state = edit(state, randomMatchChange(random, state, step));
        const fresh = startMatch(state.snapshot, state.rules, state.weights);
        expect({ seed, step, verdict: state.verdict, total: total(state), ...told(state) }).toEqual({
          seed,
          step,
          verdict: { valid: true },
          total: total(fresh),
          ...told(fresh),
        });
      }
    }
  });

  it(`leaves no proof that fails and no worth but that of a fresh solve, through ${WALKED} changes`, () => {
    expect(walkCompanions(new Seeded(20271204), WALKED).wrong).toEqual([]);
  });

  it('answers the same from an earlier state, whatever was changed since', () => {
    for (let seed = 0; seed < 10; seed++) {
      const random = new Seeded(seed);
      let state = edit(start(seed), randomMatchChange(random, start(seed), 0));
      const change = randomMatchChange(random, state, 1);
      const [early] = [edit(state, change)];
      const asTold = { pairs: proposedPairs(early), certificate: early.solution.certificate };
      const root = state;
      for (let step = 2; step < 8; step++) state = edit(state, randomMatchChange(random, state, step));
      const late = edit(root, change);
      expect({ pairs: proposedPairs(late), certificate: late.solution.certificate }).toEqual(asTold);
    }
  });

  it('costs exactly the slack, where a proposed pair is declined', () => {
    for (let seed = 0; seed < 5; seed++) {
      const state = start(seed);
      for (const pair of proposedPairs(state)) {
        const after = edit(state, { kind: 'veto', volunteerId: pair.volunteerId, childId: pair.childId });
        expect(total(state) - total(after)).toBe(pair.slack);
        expect(explain(after, pair).rejections).toContain('VETOED');
      }
    }
  });

  it('costs exactly the loss, where a worker decides for an alternative', () => {
    let tried = 0;
    for (let seed = 0; seed < 6; seed++) {
      const state = start(seed);
      for (const { id } of state.snapshot.children) {
        for (const other of alternatives(state, id, 2)) {
          const after = edit(state, { kind: 'lock', volunteerId: other.volunteerId, childId: id });
          expect(total(state) - (total(after) + other.score)).toBe(other.loss);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it('frees the place of whoever leaves, and the child left behind waits again', () => {
    const state = start(2);
    const [pair] = proposedPairs(state);
    if (!pair) throw new Error('nobody is proposed in the invented town');
    const locked = edit(state, { kind: 'lock', ...pair });
    expect(proposedPairs(locked).map((p) => p.childId)).not.toContain(pair.childId);
    expect(unmatchedChildIds(locked)).not.toContain(pair.childId);
    const left = edit(locked, { kind: 'leave', volunteerId: pair.volunteerId });
    const waiting = [...proposedPairs(left).map((p) => p.childId), ...unmatchedChildIds(left)];
    expect(waiting).toContain(pair.childId);
  });
});

describe('the reasons that a reviewer reads', () => {
  const state = start(4);
  const [pair] = proposedPairs(state);
  if (!pair) throw new Error('nobody is proposed in the invented town');

  it('lists other volunteers for a child with the least loss first, the proposed one not among them', () => {
    for (const { id } of state.snapshot.children) {
      const others = alternatives(state, id, 5);
      const losses = others.map((other) => other.loss);
      expect(losses).toEqual([...losses].sort((a, b) => a - b));
      const proposed = proposedPairs(state).find((p) => p.childId === id);
      expect(others.map((other) => other.volunteerId)).not.toContain(proposed?.volunteerId);
    }
  });

  it('suggests to a volunteer the proposed child first, and no more than asked for', () => {
    const [first, ...rest] = suggest(state, pair.volunteerId, 3);
    expect(first).toMatchObject({ proposed: true, leastLoss: 0 });
    expect(rest.length).toBeLessThanOrEqual(2);
  });

  it('suggests the same in the same order however many are asked for', () => {
    for (const { id } of state.snapshot.volunteers) {
      const all = suggest(state, id, 999);
      const order = all.map(({ proposed, leastLoss, score }) => [proposed ? 0 : 1, leastLoss, -score]);
      const sorted = [...order].sort((a, b) => a.reduce((first, part, i) => first || part - (b[i] ?? 0), 0));
      expect(order).toEqual(sorted);
      for (const k of [0, 1, 2, 5]) expect(suggest(state, id, k)).toEqual(all.slice(0, k));
    }
  });

  it('explains a proposed pair, and a pair that may not be', () => {
    expect(explain(state, pair)).toMatchObject({
      proposed: true,
      rejections: [],
      score: pair.score,
      parts: pair.parts,
      leastLossWith: undefined,
    });
    const ineligible = state.snapshot.volunteers.find((v) => !v.eligible)?.id ?? '';
    const refused = explain(state, { volunteerId: ineligible, childId: pair.childId });
    expect(refused).toMatchObject({ proposed: false, score: undefined, parts: [], leastLossWith: undefined });
    expect(refused.rejections).toContain('NOT_ELIGIBLE');
  });

  it('never says of a pair that it costs more than it does', () => {
    let bounded = 0;
    for (const { childId, slack } of proposedPairs(state)) {
      for (const { id: volunteerId } of state.snapshot.volunteers) {
        const told = explain(state, { volunteerId, childId });
        const exact = exactLoss(state, { volunteerId, childId });
        if (told.leastLossWithout !== undefined) expect(told.leastLossWithout).toBeLessThanOrEqual(slack);
        if (told.leastLossWith === undefined) continue;
        expect(told.leastLossWith).toBeLessThanOrEqual(exact ?? -1);
        expect(suggest(state, volunteerId, 99).find((one) => one.childId === childId)?.leastLoss).toBe(
          told.leastLossWith,
        );
        bounded += 1;
      }
    }
    expect(bounded).toBeGreaterThan(20);
  });

  it('prices a scarce supervisor rather than the volunteers below', () => {
    const { snapshot } = state;
    const scarce = startMatch(
      {
        ...snapshot,
        volunteers: snapshot.volunteers.map((v) => ({ ...v, supervisorId: 's0', places: 2, eligible: true })),
        supervisors: [{ id: 's0', places: 2 }],
        locks: [],
      },
      { ...RULES, allowOtherGender: true },
      DEFAULT_WEIGHTS,
    );
    const [top] = proposedPairs(scarce);
    if (!top) throw new Error('nobody is proposed in the invented town');
    const { scarcity } = explain(scarce, top);
    expect(scarcity.supervisorPlace).toBeGreaterThan(0);
    const relieved = edit(scarce, { kind: 'capacity', supervisorId: 's0', places: 3 });
    expect(total(relieved)).toBeGreaterThan(total(scarce));
    expect(total(relieved) - total(scarce)).toBeLessThanOrEqual(scarcity.supervisorPlace ?? 0);
  });
});

/** All but the choice among equally good pairs. */
function told({ snapshot, problem, candidates: { csr }, edges }: MatchState) {
  const lists = [problem.rowStart, problem.volunteer, problem.weight, problem.places, problem.supervisorPlaces];
  return {
    snapshot: JSON.stringify(snapshot),
    problem: [...lists, csr.minutes, csr.metres].map((list) => list.join()),
    parts: edges.weight.length > 0 && edges.parts(edges.weight.length - 1),
  };
}
