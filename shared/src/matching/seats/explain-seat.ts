// Why somebody has a seat, why not, and what would be nearly as good.
import { at, item } from '../ints.js';
import { BadProblem } from '../transport/problem.js';
import { SCALE, type SeatsModel } from './model.js';
import { Month, MUST, OPEN } from './month.js';
import { roleRejections, seatParts } from './options.js';
import type { SeatsState } from './seats-state.js';
import { seatOf } from './solve-seats.js';
import type { Seat, SeatPart, SeatRejection } from './types.js';

/** What of the present plan stands against a seat that a volunteer may take. */
export interface InTheWay {
  readonly code: 'AT_ANOTHER' | 'HOURS_OF_MONTH' | 'SEATS_TAKEN' | 'ACTIVITY_FULL' | 'SUPERVISOR_FULL' | 'CANCELLED';
  /** Activities or numbers: the one that overlaps, the minutes that are left, the seats that are taken. */
  readonly fact: string;
}

export interface SeatChoice extends Seat {
  readonly value: number;
  /** The whole would lose at least so many points if this seat were forced: proven by the prices. */
  readonly leastLoss: number;
}

export interface SeatExplanation {
  readonly chosen: boolean;
  readonly parts: readonly SeatPart[];
  /** Every rule that fails, whatever else is decided. */
  readonly rejections: readonly SeatRejection[];
  readonly inTheWay: readonly InTheWay[];
  /** What one more such seat would be worth, in points; below 0 where the minimum is hard to reach. */
  readonly price: number;
  /** Missing where a rule fails. */
  readonly leastLoss?: number | undefined;
  /** The volunteer's other seats that would cost the whole least. */
  readonly nextBest: readonly SeatChoice[];
}

const NEXT_BEST = 3;

/** Throws `BadProblem` for ids that are not there. */
export function explainSeat(state: SeatsState, seat: Seat): SeatExplanation {
  const { problem, model, solution } = state;
  const volunteer = problem.volunteers.find(({ id }) => id === seat.volunteerId);
  const activity = problem.activities.find(({ id }) => id === seat.activityId);
  const role = activity?.roles.find((one) => one.role === seat.role);
  if (!volunteer || !activity || !role) throw new BadProblem('UNKNOWN_ID', Object.values(seat).join(', '));
  const chosen = solution.seats.some((one) => isSame(one, seat));
  const choices = seatChoices(state, seat.volunteerId);
  return {
    chosen,
    parts: seatParts(problem, volunteer, activity, role),
    rejections: roleRejections(problem, volunteer, activity, role),
    inTheWay: chosen ? [] : inTheWay(state, model, seat),
    price: (solution.certificate.seatPrices[seat.activityId]?.[seat.role] ?? 0) / SCALE,
    leastLoss: choices.find((choice) => isSame(choice, seat))?.leastLoss,
    nextBest: choices
      .filter((choice) => !isSame(choice, seat) && !solution.seats.some((one) => isSame(one, choice)))
      .slice(0, NEXT_BEST),
  };
}

/** The seats for one volunteer that cost the whole least, the present ones among them. */
export function suggestSeats(state: SeatsState, volunteerId: string, most: number): SeatChoice[] {
  return seatChoices(state, volunteerId).slice(0, most);
}

/**
 * For each option, how far the volunteer's best plan falls when it must be in it. The bound falls by as much, so the
 * whole loses at least that, less the gap that is not closed anyway.
 */
function seatChoices({ model, solution }: SeatsState, volunteerId: string): SeatChoice[] {
  const volunteer = model.problem.volunteers.findIndex(({ id }) => id === volunteerId);
  if (volunteer < 0) throw new BadProblem('UNKNOWN_ID', volunteerId);
  const { certificate } = solution;
  const price = Float64Array.from(model.activityOfSeat, (index, seat) => {
    const activity = item(model.activities, index);
    const role = item(activity.roles, seat - at(model.seatStart, index)).role;
    return certificate.seatPrices[activity.id]?.[role] ?? 0;
  });
  const above = Float64Array.from(model.problem.supervisors, ({ id }) => certificate.supervisorPrices[id] ?? 0);
  const month = new Month(model, price, above);
  const best = month.best(volunteer);
  const gap = certificate.bound - certificate.objective;
  const choices: SeatChoice[] = [];
  for (let option = at(model.optionStart, volunteer); option < at(model.optionStart, volunteer + 1); option++) {
    const before = month.say[option] ?? OPEN;
    month.say[option] = MUST;
    const forced = month.best(volunteer);
    month.say[option] = before;
    if (forced === -Infinity) continue;
    const leastLoss = Math.max(0, Math.floor((best - forced) / SCALE) - gap);
    choices.push({ ...seatOf(model, volunteer, option), leastLoss });
  }
  return choices.sort((a, b) => a.leastLoss - b.leastLoss || b.value - a.value);
}

function inTheWay({ problem, solution }: SeatsState, model: SeatsModel, seat: Seat): InTheWay[] {
  const index = model.activities.findIndex(({ id }) => id === seat.activityId);
  const activity = item(model.activities, index);
  const found: InTheWay[] = [];
  const held = solution.seats.filter(({ volunteerId }) => volunteerId === seat.volunteerId);
  const all = model.activities.length;
  let minutes = at(model.minutes, index);
  for (const { activityId } of held) {
    const other = model.activities.findIndex(({ id }) => id === activityId);
    if (at(model.month, other) === at(model.month, index)) minutes += at(model.minutes, other);
    const apart = model.follows[other * all + index] === 1 || model.follows[index * all + other] === 1;
    if (!apart) found.push({ code: 'AT_ANOTHER', fact: activityId });
  }
  const volunteer = problem.volunteers.findIndex(({ id }) => id === seat.volunteerId);
  const left = at(model.minutesLeft, volunteer * model.months + at(model.month, index));
  if (minutes > left) found.push({ code: 'HOURS_OF_MONTH', fact: `${left}` });
  const here = solution.seats.filter(({ activityId }) => activityId === seat.activityId);
  const seats = activity.roles.find(({ role }) => role === seat.role)?.seats ?? 0;
  const ofRole = here.filter(({ role }) => role === seat.role).length;
  if (ofRole >= seats) found.push({ code: 'SEATS_TAKEN', fact: `${ofRole}` });
  if (here.length >= activity.most) found.push({ code: 'ACTIVITY_FULL', fact: `${here.length}` });
  const supervisor = problem.supervisors.find(({ id }) => id === problem.volunteers[volunteer]?.supervisorId);
  const ids = new Set(problem.volunteers.filter((one) => one.supervisorId === supervisor?.id).map(({ id }) => id));
  const supervised = solution.seats.filter(({ volunteerId }) => ids.has(volunteerId)).length;
  if (supervisor && supervised >= supervisor.places) found.push({ code: 'SUPERVISOR_FULL', fact: supervisor.id });
  if (solution.cancel.some(({ activityId }) => activityId === seat.activityId)) {
    found.push({ code: 'CANCELLED', fact: seat.activityId });
  }
  return found;
}

const isSame = (one: Seat, other: Seat) =>
  one.volunteerId === other.volunteerId && one.activityId === other.activityId && one.role === other.role;
