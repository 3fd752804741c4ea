// Problem B in numbers: volunteers with their options in order of time, seats with their limits.
import { at, bump, item } from '../ints.js';
import { BadProblem } from '../transport/problem.js';
import { minutesLeft, roleRejections, seatParts, volunteerOptions } from './options.js';
import type { SeatActivity, SeatsProblem } from './types.js';

/** Prices count parts of a point: so many make one. Fine enough that rounding costs nothing that shows. */
export const SCALE = 64;

export interface SeatsModel {
  /** Normalised. */
  readonly problem: SeatsProblem;
  /** By start; whoever asks for an activity by number means this order. */
  readonly activities: readonly SeatActivity[];
  readonly month: Int32Array;
  readonly minutes: Int32Array;
  /** Whether an activity can follow another, row by row. */
  readonly follows: Uint8Array;
  /** The seats (roles) of activity i are `seatStart[i]` up to `seatStart[i + 1]`. */
  readonly seatStart: Int32Array;
  readonly activityOfSeat: Int32Array;
  /** The options of volunteer i, by start of their activity, are `optionStart[i]` up to `optionStart[i + 1]`. */
  readonly optionStart: Int32Array;
  readonly optionSeat: Int32Array;
  /** Points, with the bonus for what stays. */
  readonly optionValue: Int32Array;
  readonly locked: Uint8Array;
  /** The supervisor above each volunteer, or -1. */
  readonly supervisorOf: Int32Array;
  /** Minutes that are left of a volunteer's month, volunteer by volunteer. */
  readonly minutesLeft: Int32Array;
  readonly months: number;
  /** Activities that are proposed for cancelling: nobody new is sent there, and no minimum counts. */
  readonly closed: Uint8Array;
}

/** The model without the options of closed activities, but with what is locked there. */
export function makeModel(problem: SeatsProblem, closedIds: ReadonlySet<string>): SeatsModel {
  const activities = [...problem.activities].sort((a, b) => a.start - b.start);
  const months = [...new Set(activities.map(({ month }) => month))];
  const monthAt = new Map(months.map((month, index) => [month, index]));
  const seatStart = new Int32Array(activities.length + 1);
  activities.forEach(({ roles }, index) => (seatStart[index + 1] = at(seatStart, index) + roles.length));
  const seats = at(seatStart, activities.length);
  const activityOfSeat = new Int32Array(seats);
  activities.forEach((_, index) => activityOfSeat.fill(index, at(seatStart, index), at(seatStart, index + 1)));
  const supervisorAt = new Map(problem.supervisors.map(({ id }, index) => [id, index]));
  const optionStart = new Int32Array(problem.volunteers.length + 1);
  const optionSeat: number[] = [];
  const optionValue: number[] = [];
  const locked: number[] = [];
  const options = volunteerOptions(problem, activities, closedIds);
  problem.volunteers.forEach((volunteer, index) => {
    for (const { activity, role, value, lock } of options(volunteer)) {
      optionSeat.push(at(seatStart, activity) + role);
      optionValue.push(value);
      locked.push(lock ? 1 : 0);
    }
    optionStart[index + 1] = optionSeat.length;
  });
  const left = problem.volunteers.flatMap((volunteer) => months.map((month) => minutesLeft(volunteer, month)));
  return {
    problem,
    activities,
    month: Int32Array.from(activities, ({ month }) => monthAt.get(month) ?? 0),
    minutes: Int32Array.from(activities, ({ start, end }) => end - start),
    follows: followers(problem, activities),
    seatStart,
    activityOfSeat,
    optionStart,
    optionSeat: Int32Array.from(optionSeat),
    optionValue: Int32Array.from(optionValue),
    locked: Uint8Array.from(locked),
    supervisorOf: Int32Array.from(problem.volunteers, ({ supervisorId }) => supervisorAt.get(supervisorId ?? '') ?? -1),
    minutesLeft: Int32Array.from(left),
    months: months.length,
    closed: Uint8Array.from(activities, ({ id }) => (closedIds.has(id) ? 1 : 0)),
  };
}

/** What a volunteer's month of so many minutes costs for evenness, in points. */
export function evennessCost(evenness: number, soFar: number, minutes: number): number {
  return Math.floor((evenness * ((soFar + minutes) ** 2 - soFar ** 2)) / 3600);
}

/** Throws where what is decided cannot all be. */
export function checkLocks(model: SeatsModel): void {
  const { problem, seatStart, activities, optionSeat, locked } = model;
  const used = new Int32Array(at(seatStart, activities.length));
  let found = 0;
  const ofSupervisor = new Int32Array(problem.supervisors.length);
  for (let v = 0; v < problem.volunteers.length; v++) {
    for (let option = at(model.optionStart, v); option < at(model.optionStart, v + 1); option++) {
      if (locked[option] === 0) continue;
      found += 1;
      bump(used, at(optionSeat, option), 1);
      if (at(model.supervisorOf, v) >= 0) bump(ofSupervisor, at(model.supervisorOf, v), 1);
    }
  }
  if (found < problem.locks.length) throw new BadProblem('LOCKS_CONFLICT', 'a locked seat that is none');
  activities.forEach((activity, index) => {
    let together = 0;
    activity.roles.forEach(({ role, seats }, r) => {
      const taken = at(used, at(seatStart, index) + r);
      together += taken;
      if (taken > seats) throw new BadProblem('LOCKS_CONFLICT', `${activity.id}, ${role}`);
    });
    if (together > activity.most) throw new BadProblem('LOCKS_CONFLICT', activity.id);
  });
  problem.supervisors.forEach(({ id, places }, index) => {
    if (at(ofSupervisor, index) > places) throw new BadProblem('LOCKS_CONFLICT', `supervisor ${id}`);
  });
}

/** The parts of an option's value and every rule that fails, for whoever explains it. */
export { roleRejections, seatParts };

function followers({ rules }: SeatsProblem, activities: readonly SeatActivity[]): Uint8Array {
  const follows = new Uint8Array(activities.length ** 2);
  activities.forEach((first, i) => {
    for (let j = i + 1; j < activities.length; j++) {
      if (canFollow(rules, first, item(activities, j))) follows[i * activities.length + j] = 1;
    }
  });
  return follows;
}

/** Exact in integers: the way is compared as squares. */
export function canFollow(rules: SeatsProblem['rules'], first: SeatActivity, next: SeatActivity): boolean {
  const room = next.start - first.end;
  if (room < rules.gapMinutes) return false;
  if (!first.place || !next.place) return true;
  return (
    (first.place.x - next.place.x) ** 2 + (first.place.y - next.place.y) ** 2 <= (room * rules.metresPerMinute) ** 2
  );
}
