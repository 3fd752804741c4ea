// Problem B: a plan of seats, the activities that cannot be held, and a proof of how good the plan is.
import { at, item } from '../ints.js';
import { BadProblem } from '../transport/problem.js';
import { cannotReach } from './cancelling.js';
import type { MasterSolver } from './master.js';
import { checkLocks, makeModel, SCALE, type SeatsModel } from './model.js';
import { Month } from './month.js';
import { bySeat, normaliseSeats } from './normalise-seats.js';
import { missingSeats, Plan } from './plan.js';
import { solvePlan, type Effort, type PlanFound } from './solve-plan.js';
import type { ChosenSeat, SeatsProblem, SeatsSolution } from './types.js';

export interface SeatsOptions {
  readonly effort?: Partial<Effort> | undefined;
  /** Asked to put together the best of what was seen, where the own plan is not proven good enough. */
  readonly master?: MasterSolver | undefined;
}

export const DEFAULT_EFFORT: Effort = { rounds: 160, repairs: 24, goalPpm: 100 };

export interface SeatsSolved {
  readonly model: SeatsModel;
  readonly solution: SeatsSolution;
}

/**
 * Seats for volunteers: worth as much as the work allowed finds, with a bound that no plan whatever exceeds. Equal
 * input gives equal plans, in whatever order it comes. Throws `BadProblem` on what cannot be read or decided.
 */
export function solveSeats(problem: SeatsProblem, options: SeatsOptions = {}): SeatsSolution {
  return solvedSeats(problem, options).solution;
}

/** The same, with the model that explanations ask; goes on from what was found `before` a change. */
export function solvedSeats(
  problem: SeatsProblem,
  { effort, master }: SeatsOptions = {},
  before?: SeatsSolution,
): SeatsSolved {
  const normal = normaliseSeats(problem);
  const whole = makeModel(normal, new Set());
  checkLocks(whole);
  checkLockedTimes(whole);
  const cancel = cannotReach(whole);
  const model = cancel.length === 0 ? whole : makeModel(normal, new Set(cancel.map(({ activityId }) => activityId)));
  const found = solvePlan(model, { ...DEFAULT_EFFORT, ...effort }, { master, before });
  return { model, solution: { ...toSolution(model, found), cancel } };
}

/** Nobody can be decided into two places at once, or beyond the hours of a month. */
function checkLockedTimes(model: SeatsModel): void {
  const free = (length: number) => new Float64Array(length);
  const month = new Month(model, free(model.activityOfSeat.length), free(model.problem.supervisors.length));
  const people = new Set(model.problem.locks.map(({ volunteerId }) => volunteerId));
  model.problem.volunteers.forEach(({ id }, volunteer) => {
    if (people.has(id) && month.best(volunteer) === -Infinity) throw new BadProblem('LOCKS_CONFLICT', id);
  });
}

function toSolution(model: SeatsModel, { taken, objective, bound, prices }: PlanFound): Omit<SeatsSolution, 'cancel'> {
  const used = new Plan(model, taken).used();
  const seats = taken.flatMap((options, volunteer) => options.map((option) => seatOf(model, volunteer, option)));
  const short = model.activities
    .map(({ id }, activity) => ({ activityId: id, missing: missingSeats(model, activity, used) }))
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => (a.activityId < b.activityId ? -1 : 1));
  const byActivity = model.problem.activities.map((activity) => {
    const index = model.activities.indexOf(activity);
    const ofRole = activity.roles.map(
      ({ role }, r) => [role, prices.seat[at(model.seatStart, index) + r] ?? 0] as const,
    );
    return [activity.id, Object.fromEntries(ofRole)] as const;
  });
  return {
    seats: seats.sort(bySeat),
    short,
    certificate: {
      objective,
      bound,
      scale: SCALE,
      seatPrices: Object.fromEntries(byActivity),
      supervisorPrices: Object.fromEntries(
        model.problem.supervisors.map(({ id }, index) => [id, prices.supervisor[index] ?? 0]),
      ),
    },
    gapPpm: Math.ceil((1e6 * (bound - objective)) / Math.max(1, Math.abs(bound))),
  };
}

export function seatOf(model: SeatsModel, volunteer: number, option: number): ChosenSeat {
  const seat = at(model.optionSeat, option);
  const index = at(model.activityOfSeat, seat);
  const activity = item(model.activities, index);
  return {
    volunteerId: item(model.problem.volunteers, volunteer).id,
    activityId: activity.id,
    role: item(activity.roles, seat - at(model.seatStart, index)).role,
    value: at(model.optionValue, option),
  };
}
