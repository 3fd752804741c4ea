// Plans of seats after random changes: begun from what was there before, and as good and as proven as solved anew.
import { Seeded } from '../testing/small-problem.js';
import { bruteForceSeats, inventSeats } from '../testing/small-seats.js';
import { randomSeatsChange, SEATS_EFFORT, seatsAfter, walkSeats } from '../testing/walk-seats.js';
import { startSeats } from './seats-state.js';

const WALKS = 150;
const EDITS = 8;
/** `npm run figure MATCHING-EDITS` walks further. */
const WALKED = 500;
const MOST_MS = 120_000;
const SIZE = { volunteers: 3, activities: 3 };

it(
  `stays within its bound and is mostly the best there is, through ${WALKS * EDITS} changes`,
  () => {
    const random = new Seeded(20271123);
    const wrong: string[] = [];
    let [best, bestAnew, all] = [0, 0, 0];
    for (let walk = 0; walk < WALKS; walk++) {
      let state = startSeats({ ...inventSeats(random, SIZE), locks: [] }, { effort: SEATS_EFFORT });
      for (let edit = 0; edit < EDITS; edit++) {
        const next = seatsAfter(state, randomSeatsChange(random, state, edit));
        if (!next || next.problem.volunteers.length > 4) continue;
        state = next;
        const { certificate, cancel } = state.solution;
        const most = bruteForceSeats(state.problem, new Set(cancel.map(({ activityId }) => activityId)));
        const anew = startSeats(state.problem, { effort: SEATS_EFFORT });
        if (!state.verdict.valid) wrong.push(`${walk}/${edit}: ${state.verdict.problems.join('; ')}`);
        if (certificate.objective > most || most > certificate.bound) wrong.push(`${walk}/${edit}: ${most}`);
        expect(anew.solution.cancel).toEqual(cancel);
        all += 1;
        best += certificate.objective === most ? 1 : 0;
        bestAnew += anew.solution.certificate.objective === most ? 1 : 0;
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(all).toBeGreaterThan(WALKS * 4);
    expect(best).toBeGreaterThan(0.99 * all);
    expect(best).toBeGreaterThanOrEqual(bestAnew - all / 200);
  },
  MOST_MS,
);

it('answers the same from the same state, however often it is asked', () => {
  const random = new Seeded(8);
  for (let walk = 0; walk < 20; walk++) {
    const state = startSeats({ ...inventSeats(random, SIZE), locks: [] }, { effort: SEATS_EFFORT });
    const change = randomSeatsChange(random, state, 0);
    expect(seatsAfter(state, change)?.solution).toEqual(seatsAfter(state, change)?.solution);
  }
});

it(
  `never contradicts a fresh solve, through ${WALKED} changes`,
  () => {
    const { wrong, asGood, edits } = walkSeats(new Seeded(20271201), WALKED);
    expect(wrong).toEqual([]);
    expect(asGood).toBeGreaterThan(0.98 * edits);
  },
  MOST_MS,
);
