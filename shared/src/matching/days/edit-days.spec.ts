// Company days after random changes: begun from what was there before, the best there is, and proven without the solver.
import { bookingsPossible, bruteForceDays, inventDays } from '../testing/small-days.js';
import { Seeded } from '../testing/small-problem.js';
import { DAYS_EFFORT, daysAfter, randomDaysChange, walkDays } from '../testing/walk-days.js';
import { startDays, type DaysState } from './days-state.js';
import type { DayProof, DaysSolution } from './types.js';
import { verifyDays } from './verify-days.js';

const WALKS = 140;
const EDITS = 6;
/** `npm run figure MATCHING-EDITS` walks further. */
const WALKED = 500;
const MOST_MS = 120_000;
const MOST_BOOKINGS = 7;
const SIZE = { companies: 3, activities: 3, days: 2 };

it(
  `is the best plan, and as proven as one solved anew, through ${WALKS * EDITS} changes`,
  () => {
    const random = new Seeded(20271124);
    const wrong: string[] = [];
    let all = 0;
    for (let walk = 0; walk < WALKS; walk++) {
      let state = startDays({ ...inventDays(random, SIZE), locks: [] }, { effort: DAYS_EFFORT });
      for (let edit = 0; edit < EDITS; edit++) {
        const next = daysAfter(state, randomDaysChange(random, state, edit));
        if (!next || bookingsPossible(next.problem) > MOST_BOOKINGS) continue;
        state = next;
        all += 1;
        const { certificate, exhausted } = state.solution;
        const most = bruteForceDays(state.problem);
        const anew = startDays(state.problem, { effort: DAYS_EFFORT });
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

it(
  `is worth what a fresh solve finds, with its bound, through ${WALKED} changes`,
  () => expect(walkDays(new Seeded(20271202), WALKED).wrong).toEqual([]),
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
