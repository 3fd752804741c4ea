// Random changes to plans of company days, one after another, each proven and compared with a fresh solve.
import { editDays, startDays, type DaysChange, type DaysState } from '../days/days-state.js';
import { BadProblem } from '../transport/problem.js';
import { bookingsPossible, inventDays } from './small-days.js';
import type { Seeded } from './small-problem.js';
import type { Walked } from './walked.js';

const IN_A_WALK = 10;
const MOST_BOOKINGS = 12;
export const DAYS_EFFORT = { rounds: 40 };

export function randomDaysChange(random: Seeded, { problem, solution }: DaysState, turn: number): DaysChange {
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
export function daysAfter(state: DaysState, change: DaysChange): DaysState | undefined {
  try {
    return editDays(state, change);
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return undefined;
    throw error;
  }
}

/** Plans of this size are searched through: worth and bound are those of a fresh solve. */
export function walkDays(random: Seeded, edits: number): Walked {
  const wrong: string[] = [];
  let asGood = 0;
  let state: DaysState | undefined;
  for (let edit = 0, turn = 0; edit < edits; turn++) {
    if (!state || turn % IN_A_WALK === 0) {
      const problem = inventDays(random, { companies: 3, activities: 3, days: 2 });
      state = startDays({ ...problem, locks: [] }, { effort: DAYS_EFFORT });
    }
    const next = daysAfter(state, randomDaysChange(random, state, turn));
    if (!next || bookingsPossible(next.problem) > MOST_BOOKINGS) continue;
    state = next;
    edit += 1;
    const anew = startDays(next.problem, { effort: DAYS_EFFORT }).solution;
    const { certificate, exhausted } = next.solution;
    if (!next.verdict.valid) wrong.push(`${edit}: ${next.verdict.problems.join('; ')}`);
    if (!exhausted) wrong.push(`${edit}: not searched through`);
    if (certificate.objective !== anew.certificate.objective || certificate.bound !== anew.certificate.bound)
      wrong.push(`${edit}: ${certificate.objective}, anew ${anew.certificate.objective}`);
    asGood += certificate.objective >= anew.certificate.objective ? 1 : 0;
  }
  return { edits, wrong, asGood };
}
