// A board is led from decision to decision instead of being solved anew: it must be the same board.
import {
  DEFAULT_WEIGHTS,
  canonicalSnapshot,
  edit,
  proposedPairs,
  startMatch,
  type MatchSnapshot,
  type MatchState,
  type PairOfIds,
} from '@tongxing/shared/matching';
import { AnswerDesk, type BoardNow } from './answer-desk.js';
import { after, keyOf, wayBetween, type Decisions } from './board-changes.js';
import { pack } from './solve-task.js';

const RULES = { minimumCommonMinutes: 60, allowOtherGender: true };
const NOTHING: Decisions = { locks: [], vetoes: [], gone: [], open: [] };

const random = (seed: number) => {
  let state = seed + 1;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Two pairs of the run are held fast already. */
function town(seed: number, volunteers = 16, children = 12): MatchSnapshot {
  const next = random(seed);
  const freeTimes = () =>
    [0, 1, 2].map(() => ({ weekday: 1 + next(3), startMinute: 540 + 60 * next(4), endMinute: 840 }));
  const place = () => ({ x: next(6_000), y: next(6_000) });
  const common = (id: string) => ({ id, gender: 'FEMALE' as const, languages: ['MANDARIN'], freeTimes: freeTimes() });
  return {
    serviceDate: '2026-12-01',
    volunteers: Array.from({ length: volunteers }, (_, i) => ({
      ...{ ...common(`v${i}`), skills: [], place: place(), travelBudget: 5_000, places: 1 + next(2) },
      ...{ supervisorId: `s${next(2)}`, eligible: next(8) > 0 },
    })),
    children: Array.from({ length: children }, (_, i) => ({
      ...{ ...common(`c${i}`), needs: [], place: place(), priority: 1 + next(5), waitingDays: next(300) },
    })),
    supervisors: ['s0', 's1'].map((id) => ({ id, places: 5 })),
    locks: [
      { volunteerId: 'v0', childId: 'c0' },
      { volunteerId: 'v1', childId: 'c1' },
    ],
    vetoes: [],
  };
}

const start = (snapshot: MatchSnapshot) => startMatch(snapshot, RULES, DEFAULT_WEIGHTS);
const worth = (state: MatchState) => state.solution.certificate.objective;

/** What people might decide next of a board. */
function decideFurther(now: Decisions, state: MatchState, next: (below: number) => number): Decisions {
  const pairs = proposedPairs(state);
  const pair = pairs[next(Math.max(1, pairs.length))];
  const { volunteerId, childId } = pair ?? { volunteerId: 'v2', childId: 'c2' };
  const lock: PairOfIds = { volunteerId, childId };
  switch (next(6)) {
    case 0:
      return { ...now, gone: [...new Set([...now.gone, childId])] };
    case 1:
      // A decision that is taken back.
      return { ...now, locks: now.locks.slice(1) };
    case 2:
      // A pair that the run held fast is let go.
      return { ...now, open: ['v0 c0'] };
    case 3:
      return { ...now, vetoes: [...now.vetoes, lock] };
    default:
      return pair ? { ...now, locks: [...now.locks, lock] } : now;
  }
}

describe('the way from one board to the next', () => {
  it('leads to the very board that a fresh solve gives, along 40 walks of decisions', () => {
    let led = 0;
    for (let seed = 0; seed < 40; seed++) {
      const next = random(seed);
      const run = start(town(seed));
      let now = NOTHING;
      let state = run;
      for (let step = 0; step < 10; step++) {
        now = decideFurther(now, state, next);
        const wanted = after(run.snapshot, now);
        const fresh = start(wanted);
        const way = wayBetween(state.snapshot, wanted);
        if (way) {
          led += 1;
          state = way.changes.reduce(edit, state);
        } else state = fresh;
        expect({ seed, step, people: state.snapshot, worth: worth(state), proof: state.verdict }).toEqual({
          seed,
          step,
          people: fresh.snapshot,
          worth: worth(fresh),
          proof: { valid: true },
        });
        expect(state.problem).toEqual(fresh.problem);
      }
    }
    expect(led).toBeGreaterThan(300);
  });

  it('has no step where nothing was decided', () => {
    const run = start(town(3));
    expect(wayBetween(run.snapshot, after(run.snapshot, NOTHING))).toEqual({ changes: [], length: 0 });
  });

  it('is a fresh solve where somebody was decided whom the run does not know', () => {
    const run = start(town(3));
    for (const lock of [
      { volunteerId: 'v2', childId: 'newcomer' },
      { volunteerId: 'newcomer', childId: 'c3' },
    ]) {
      expect(wayBetween(run.snapshot, after(run.snapshot, { ...NOTHING, locks: [lock] }))).toBeUndefined();
    }
  });

  it('is a fresh solve where very much was decided at once', () => {
    const { snapshot } = start(town(5, 140, 120));
    const gone = snapshot.children.slice(0, 90).map(({ id }) => id);
    expect(wayBetween(snapshot, after(snapshot, { ...NOTHING, gone }))).toBeUndefined();
    expect(wayBetween(snapshot, after(snapshot, { ...NOTHING, gone: gone.slice(0, 40) }))?.changes).toHaveLength(40);
  });

  it('frees the place of a child who is gone and had been held fast', () => {
    const { snapshot } = start(town(7));
    expect(after(snapshot, { ...NOTHING, gone: ['c0'] }).locks.map(keyOf)).toEqual(['v1 c1']);
  });
});

describe('a desk that was asked after every decision', () => {
  it('answers as one that never saw the board before', () => {
    let asked = 0;
    for (let seed = 0; seed < 12; seed++) {
      const next = random(seed);
      const run = start(town(seed));
      const packed = pack(canonicalSnapshot(run.snapshot, RULES, DEFAULT_WEIGHTS));
      const desk = new AnswerDesk();
      desk.remember('run', run);
      let open = proposedPairs(run).map(({ volunteerId, childId, score }) => ({ volunteerId, childId, score }));
      let board: BoardNow = { decided: [], gone: [], open };
      while (open.length > 1) {
        const [one] = open;
        if (!one) break;
        const other = run.snapshot.volunteers[next(run.snapshot.volunteers.length)]?.id ?? '';
        const newcomer = new AnswerDesk();
        newcomer.learn('run', packed);
        const { childId } = one;
        for (const question of [
          { kind: 'alternatives', childId, count: 3, board } as const,
          { kind: 'whatIf', board, change: { kind: 'DECLINE', ...one }, toKeep: false } as const,
          { kind: 'whatIf', board, change: { kind: 'SWAP', volunteerId: other, childId }, toKeep: true } as const,
        ]) {
          const [known, fresh] = [desk.answer('run', question), newcomer.answer('run', question)];
          expect({ seed, left: open.length, ...lossesOf(known) }).toEqual({
            seed,
            left: open.length,
            ...lossesOf(fresh),
          });
          asked += 1;
        }
        open = open.slice(1);
        board =
          next(3) === 0
            ? { ...board, gone: [...board.gone, childId], open }
            : { ...board, decided: [...board.decided, one], open };
      }
    }
    expect(asked).toBeGreaterThan(150);
  });

  it('says of moves to keep what the whole would lose without each, and spares itself that for a look', () => {
    const run = start(town(2));
    const [one, ...rest] = proposedPairs(run);
    if (!one) throw new Error('nobody is proposed in the invented town');
    const open = [one, ...rest].map(({ volunteerId, childId, score }) => ({ volunteerId, childId, score }));
    const desk = new AnswerDesk();
    desk.remember('run', run);
    const board = { decided: [], gone: [], open };
    const { volunteerId, childId } = one;
    const change = { kind: 'DECLINE', volunteerId, childId } as const;
    const moves = (toKeep: boolean) => {
      const answer = desk.answer('run', { kind: 'whatIf', board, change, toKeep });
      return 'moves' in answer ? answer.moves : [];
    };
    const placed = moves(true).filter((move) => move.after !== undefined);
    const next = edit(run, { kind: 'veto', volunteerId, childId });
    const slacks = new Map(proposedPairs(next).map((pair) => [pair.childId, pair.slack]));
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.map((move) => move.slack)).toEqual(placed.map((move) => slacks.get(move.childId)));
    expect(moves(false).map((move) => move.slack)).toEqual(moves(false).map(() => undefined));
  });
});

/** Of several equally good answers each desk may name another: what they cost is the same. */
function lossesOf(answer: ReturnType<AnswerDesk['answer']>): object {
  if (Array.isArray(answer)) return { losses: answer.map((one) => (one as { readonly loss: number }).loss) };
  return 'moves' in answer ? { loss: answer.loss, rejections: answer.rejections } : {};
}
