// Company days after random changes: begun from what was there before, the best there is, and proven without the solver.
import { bookingsPossible, bruteForceDays, inventDays } from '../testing/small-days.js';
import { Seeded } from '../testing/small-problem.js';
import { BadProblem } from '../transport/problem.js';
import { editDays, startDays, type DaysChange, type DaysState } from './days-state.js';
import type { DayProof, DaysSolution } from './types.js';
import { verifyDays } from './verify-days.js';

const WALKS = 140;
const EDITS = 6;
const MOST_MS = 120_000;
const MOST_BOOKINGS = 7;
const EFFORT = { rounds: 40 };
const SIZE = { companies: 3, activities: 3, days: 2 };

function randomChange(random: Seeded, { problem, solution }: DaysState, turn: number): DaysChange {
  const newcomers = inventDays(random, { companies: 1, activities: 1, days: 2 });
  const known = problem.activities.map(({ id }) => id).slice(0, 2);
  const company = { ...random.pick(newcomers.companies), id: `new${turn}`, wishes: known, before: [] };
  const activity = { ...random.pick(newcomers.activities), id: `new${turn}` };
  const changes: DaysChange[] = [
    { kind: 'arrive', company },
    { kind: 'workers', day: `2027-05-1${random.next(2)}`, present: random.next(5) },
  ];
  if (problem.activities.length < 4) changes.push({ kind: 'announce', activity });
  if (problem.companies.length > 1) changes.push({ kind: 'leave', companyId: random.pick(problem.companies).id });
  if (problem.activities.length > 1) changes.push({ kind: 'cancel', activityId: random.pick(problem.activities).id });
  const [booking] = random.shuffle(solution.bookings);
  if (booking) changes.push({ kind: 'veto', ...booking }, { ...booking, kind: 'lock' });
  return random.pick(changes);
}

/** The state after the change; nothing where what is decided cannot be any more. */
function edited(state: DaysState, change: DaysChange): DaysState | undefined {
  try {
    return editDays(state, change);
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return undefined;
    throw error;
  }
}

it(
  `is the best plan, and as proven as one solved anew, through ${WALKS * EDITS} changes`,
  () => {
    const random = new Seeded(20271124);
    const wrong: string[] = [];
    let all = 0;
    for (let walk = 0; walk < WALKS; walk++) {
      let state = startDays({ ...inventDays(random, SIZE), locks: [] }, { effort: EFFORT });
      for (let edit = 0; edit < EDITS; edit++) {
        const next = edited(state, randomChange(random, state, edit));
        if (!next || bookingsPossible(next.problem) > MOST_BOOKINGS) continue;
        state = next;
        all += 1;
        const { certificate, exhausted } = state.solution;
        const most = bruteForceDays(state.problem);
        const anew = startDays(state.problem, { effort: EFFORT });
        if (!state.verdict.valid) wrong.push(`${walk}/${edit}: ${state.verdict.problems.join('; ')}`);
        if (!exhausted || certificate.objective !== most)
          wrong.push(`${walk}/${edit}: ${certificate.objective}, ${most}`);
        if (anew.solution.certificate.bound !== certificate.bound) wrong.push(`${walk}/${edit}: another bound`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(all).toBeGreaterThan(WALKS * 2);
  },
  MOST_MS,
);

/** A plan whose proof has parts. */
function splitState(): DaysState {
  const random = new Seeded(3);
  for (;;) {
    const problem = { ...inventDays(random, { companies: 8, activities: 5, days: 3 }), locks: [] };
    const state = startDays(problem, { effort: { rounds: 4, roundsAtStep: 2, steps: 40 } });
    const { proof } = state.solution.certificate;
    if ('booking' in proof && 'booking' in proof.within) return state;
  }
}

const withProof = (solution: DaysSolution, proof: DayProof): DaysSolution => ({
  ...solution,
  certificate: { ...solution.certificate, proof },
});

it('believes a proof by parts, however deep', () => {
  const { problem, solution } = splitState();
  expect(verifyDays(problem, solution)).toEqual({ valid: true });
});

const lies: readonly [string, (proof: DayProof & { readonly booking: object }) => DayProof][] = [
  ['splits by the same booking twice', (proof) => ({ ...proof, within: proof })],
  [
    'splits by a booking that may not be',
    (proof) => ({ ...proof, booking: { companyId: 'nobody', activityId: 'a0', day: '2027-05-10' } }),
  ],
  ['has a price below 0', () => ({ prices: { worker: { '2027-05-10': -1 } } })],
  ['has a fraction of a price', () => ({ prices: { worker: { '2027-05-10': 0.5 } } })],
  ['leaves out what was split, at no prices', () => ({ prices: { company: {}, venue: {}, worker: {} } })],
];
it.each(lies)('does not believe a proof that %s', (_, lie) => {
  const { problem, solution } = splitState();
  const { proof } = solution.certificate;
  if (!('booking' in proof)) throw new Error('BUG: the proof has no parts');
  expect(verifyDays(problem, withProof(solution, lie(proof))).valid).toBe(false);
});
