// A solved plan of seats, and the changes that people make to it. Every state carries its own proof.
import type { Verdict } from '../verify-certificate.js';
import { BadProblem } from '../transport/problem.js';
import { makeModel, type SeatsModel } from './model.js';
import { normaliseSeats } from './normalise-seats.js';
import { solvedSeats, type SeatsOptions } from './solve-seats.js';
import type { Seat, SeatActivity, SeatsProblem, SeatsSolution, SeatVolunteer } from './types.js';
import { verifySeats } from './verify-seats.js';

export interface SeatsState {
  readonly problem: SeatsProblem;
  readonly options: SeatsOptions;
  readonly solution: SeatsSolution;
  /** The checker's word on this very plan. */
  readonly verdict: Verdict;
  readonly model: SeatsModel;
}

export type SeatsChange =
  | ({ readonly kind: 'lock' } & Seat)
  /** Without a role: no role of that activity. What was locked there is not any more. */
  | ({ readonly kind: 'veto' } & Omit<Seat, 'role'> & { readonly role?: string | undefined })
  | { readonly kind: 'arrive'; readonly volunteer: SeatVolunteer }
  | { readonly kind: 'leave'; readonly volunteerId: string }
  | { readonly kind: 'announce'; readonly activity: SeatActivity }
  | { readonly kind: 'cancel'; readonly activityId: string }
  | {
      readonly kind: 'capacity';
      readonly activityId: string;
      readonly role: string;
      readonly seats: number;
    };

export function startSeats(problem: SeatsProblem, options: SeatsOptions = {}): SeatsState {
  return stateOf(problem, options);
}

/**
 * A stored plan as it was found, for whoever explains it: nothing is solved again, and the checker says anew whether it
 * holds. Throws `BadProblem` on a problem that cannot be read.
 */
export function reopenSeats(problem: SeatsProblem, solution: SeatsSolution, options: SeatsOptions = {}): SeatsState {
  const normal = normaliseSeats(problem);
  const model = makeModel(normal, new Set(solution.cancel.map(({ activityId }) => activityId)));
  return { problem: normal, options, solution, verdict: verifySeats(normal, solution), model };
}

function stateOf(problem: SeatsProblem, options: SeatsOptions, before?: SeatsSolution): SeatsState {
  const { model, solution } = solvedSeats(problem, options, before);
  return { problem: model.problem, options, solution, verdict: verifySeats(model.problem, solution), model };
}

/**
 * The plan after a change: found from the former prices and plan, and proven anew like any other. What was proposed is
 * worth its bonus to stay, so that few move.
 * Throws `BadProblem` where the change names what is not there.
 */
export function editSeats(state: SeatsState, change: SeatsChange): SeatsState {
  const previous = state.solution.seats.map(({ volunteerId, activityId, role }) => ({ volunteerId, activityId, role }));
  return stateOf(changed({ ...state.problem, previous }, change), state.options, state.solution);
}

/** Who comes newly to a seat and who leaves one, from one plan to the next. */
export function seatMoves(before: SeatsSolution, after: SeatsSolution): { readonly come: Seat[]; readonly go: Seat[] } {
  const key = ({ volunteerId, activityId, role }: Seat) => JSON.stringify([volunteerId, activityId, role]);
  const had = new Set(before.seats.map(key));
  const has = new Set(after.seats.map(key));
  return {
    come: after.seats.filter((seat) => !had.has(key(seat))),
    go: before.seats.filter((seat) => !has.has(key(seat))),
  };
}

function changed(problem: SeatsProblem, change: SeatsChange): SeatsProblem {
  const locks = (stays: (seat: Seat) => boolean) => problem.locks.filter(stays);
  switch (change.kind) {
    case 'lock': {
      const { volunteerId, activityId, role } = change;
      const others = locks((seat) => seat.volunteerId !== volunteerId || seat.activityId !== activityId);
      return { ...problem, locks: [...others, { volunteerId, activityId, role }] };
    }
    case 'veto': {
      const { volunteerId, activityId, role } = change;
      const isMeant = (seat: Seat) =>
        seat.volunteerId === volunteerId &&
        seat.activityId === activityId &&
        (role === undefined || seat.role === role);
      return {
        ...problem,
        vetoes: [...problem.vetoes, { volunteerId, activityId, role }],
        locks: locks((seat) => !isMeant(seat)),
      };
    }
    case 'arrive':
      return { ...problem, volunteers: [...problem.volunteers, change.volunteer] };
    case 'announce':
      return { ...problem, activities: [...problem.activities, change.activity] };
    case 'leave': {
      const { volunteerId } = change;
      mustBe(problem.volunteers, volunteerId);
      return {
        ...problem,
        ...withoutSeats(problem, (seat) => seat.volunteerId !== volunteerId),
        volunteers: problem.volunteers.filter(({ id }) => id !== volunteerId),
      };
    }
    case 'cancel': {
      const { activityId } = change;
      mustBe(problem.activities, activityId);
      return {
        ...problem,
        ...withoutSeats(problem, (seat) => seat.activityId !== activityId),
        activities: problem.activities.filter(({ id }) => id !== activityId),
        volunteers: problem.volunteers.map((volunteer) => ({
          ...volunteer,
          wishes: volunteer.wishes.filter((wish) => wish.activityId !== activityId),
        })),
      };
    }
    case 'capacity': {
      const { activityId, role, seats } = change;
      mustBe(problem.activities, activityId);
      return {
        ...problem,
        activities: problem.activities.map((one) => (one.id === activityId ? withSeats(one, role, seats) : one)),
      };
    }
  }
}

function withoutSeats(
  problem: SeatsProblem,
  stays: (seat: Pick<Seat, 'volunteerId' | 'activityId'>) => boolean,
): Pick<SeatsProblem, 'locks' | 'vetoes' | 'previous'> {
  return {
    locks: problem.locks.filter(stays),
    vetoes: problem.vetoes.filter(stays),
    previous: problem.previous.filter(stays),
  };
}

/** The activity's most moves along; its minimums come down to what there is. */
function withSeats(activity: SeatActivity, role: string, seats: number): SeatActivity {
  const asked = activity.roles.find((one) => one.role === role);
  if (!asked) throw new BadProblem('UNKNOWN_ID', `${activity.id}, ${role}`);
  const roles = activity.roles.map((one) =>
    one.role === role ? { ...one, seats, least: Math.min(one.least, seats) } : one,
  );
  const all = roles.reduce((sum, one) => sum + one.seats, 0);
  const leastOfRoles = roles.reduce((sum, one) => sum + one.least, 0);
  const most = Math.max(leastOfRoles, Math.min(all, Math.max(0, activity.most + seats - asked.seats)));
  return { ...activity, roles, most, least: Math.min(activity.least, most) };
}

function mustBe(list: readonly { readonly id: string }[], id: string): void {
  if (!list.some((one) => one.id === id)) throw new BadProblem('UNKNOWN_ID', id);
}
