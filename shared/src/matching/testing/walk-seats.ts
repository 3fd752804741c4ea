// Random changes to plans of seats, one after another, each proven and compared with a fresh solve.
import { editSeats, startSeats, type SeatsChange, type SeatsState } from '../seats/seats-state.js';
import { BadProblem } from '../transport/problem.js';
import type { Seeded } from './small-problem.js';
import { inventSeats } from './small-seats.js';
import type { Walked } from './walked.js';

const IN_A_WALK = 10;
const MOST_VOLUNTEERS = 5;
export const SEATS_EFFORT = { rounds: 40, repairs: 10 };

export function randomSeatsChange(random: Seeded, { problem, solution }: SeatsState, turn: number): SeatsChange {
  const newcomers = inventSeats(random, { volunteers: 1, activities: 1 });
  const volunteer = { ...random.pick(newcomers.volunteers), id: `new${turn}`, wishes: [] };
  const activity = { ...random.pick(newcomers.activities), id: `new${turn}` };
  const changes: SeatsChange[] = [{ kind: 'arrive', volunteer }];
  if (problem.activities.length < 4) changes.push({ kind: 'announce', activity });
  if (problem.volunteers.length > 1) changes.push({ kind: 'leave', volunteerId: random.pick(problem.volunteers).id });
  if (problem.activities.length > 1) changes.push({ kind: 'cancel', activityId: random.pick(problem.activities).id });
  const [seat] = random.shuffle(solution.seats);
  if (seat) changes.push({ kind: 'veto', ...seat }, { ...seat, kind: 'lock' });
  const { id, roles } = random.pick(problem.activities);
  changes.push({ kind: 'capacity', activityId: id, role: random.pick(roles).role, seats: random.next(4) });
  return random.pick(changes);
}

/** The state after the change; nothing where what is decided cannot be any more. */
export function seatsAfter(state: SeatsState, change: SeatsChange): SeatsState | undefined {
  try {
    return editSeats(state, change);
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return undefined;
    throw error;
  }
}

/** Neither of two proofs, the walk's and that of a fresh solve, may rule out the other's plan. */
export function walkSeats(random: Seeded, edits: number): Walked {
  const wrong: string[] = [];
  let asGood = 0;
  let state: SeatsState | undefined;
  for (let edit = 0, turn = 0; edit < edits; turn++) {
    if (!state || turn % IN_A_WALK === 0) {
      const problem = inventSeats(random, { volunteers: 3, activities: 3, supervisors: random.next(2) });
      state = startSeats({ ...problem, locks: [] }, { effort: SEATS_EFFORT });
    }
    const next = seatsAfter(state, randomSeatsChange(random, state, turn));
    if (!next || next.problem.volunteers.length > MOST_VOLUNTEERS) continue;
    state = next;
    edit += 1;
    const anew = startSeats(next.problem, { effort: SEATS_EFFORT }).solution;
    const { certificate, cancel } = next.solution;
    if (!next.verdict.valid) wrong.push(`${edit}: ${next.verdict.problems.join('; ')}`);
    if (certificate.objective > anew.certificate.bound || anew.certificate.objective > certificate.bound)
      wrong.push(`${edit}: ${certificate.objective} ≤ ${certificate.bound}, anew ${anew.certificate.objective}`);
    if (JSON.stringify(cancel) !== JSON.stringify(anew.cancel)) wrong.push(`${edit}: other activities cancelled`);
    asGood += certificate.objective >= anew.certificate.objective ? 1 : 0;
  }
  return { edits, wrong, asGood };
}
