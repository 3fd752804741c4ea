// What was found before, in the numbers of a problem that is nearly the same: where its solution begins.
import { at, bump, item } from '../ints.js';
import type { SeatsModel } from './model.js';
import { Plan } from './plan.js';
import type { SeatPrices } from './pricing.js';
import type { SeatsSolution } from './types.js';

/** Former prices by id; seats that were not there before have those of `opening`. */
export function carriedPrices(model: SeatsModel, { certificate }: SeatsSolution, opening: Float64Array): SeatPrices {
  const { activities, activityOfSeat, seatStart, closed, problem } = model;
  return {
    seat: Float64Array.from(activityOfSeat, (index, seat) => {
      // whoever is decided into what is cancelled does not pay for it
      if (closed[index] === 1) return 0;
      const activity = item(activities, index);
      const { role } = item(activity.roles, seat - at(seatStart, index));
      return certificate.seatPrices[activity.id]?.[role] ?? (opening[seat] as number);
    }),
    supervisor: Float64Array.from(problem.supervisors, ({ id }) => certificate.supervisorPrices[id] ?? 0),
  };
}

/** What is locked, and of the former seats those that still can be beside it. */
export function carriedPlan(model: SeatsModel, { seats }: SeatsSolution): Plan {
  const plan = new Plan(model);
  const had = new Set(seats.map((seat) => JSON.stringify([seat.volunteerId, seat.activityId, seat.role])));
  const room = new Room(model, plan);
  model.problem.volunteers.forEach(({ id }, volunteer) => {
    for (let option = at(model.optionStart, volunteer); option < at(model.optionStart, volunteer + 1); option++) {
      const seat = at(model.optionSeat, option);
      const activity = item(model.activities, at(model.activityOfSeat, seat));
      const { role } = item(activity.roles, seat - at(model.seatStart, at(model.activityOfSeat, seat)));
      if (model.locked[option] === 1 || !had.has(JSON.stringify([id, activity.id, role]))) continue;
      if (room.isFor(volunteer, option)) room.take(volunteer, option);
    }
  });
  return plan;
}

/** What a plan in the making leaves of every limit. */
class Room {
  readonly #model: SeatsModel;
  readonly #plan: Plan;
  readonly #used: Int32Array;
  readonly #together: Int32Array;
  readonly #ofSupervisor: Int32Array;

  constructor(model: SeatsModel, plan: Plan) {
    this.#model = model;
    this.#plan = plan;
    this.#used = plan.used();
    this.#together = new Int32Array(model.activities.length);
    this.#used.forEach((taken, seat) => bump(this.#together, at(model.activityOfSeat, seat), taken));
    this.#ofSupervisor = new Int32Array(model.problem.supervisors.length);
    plan.taken.forEach((options, volunteer) => this.#countSupervised(volunteer, options.length));
  }

  isFor(volunteer: number, option: number): boolean {
    const { activities, activityOfSeat, optionSeat, seatStart, problem, supervisorOf } = this.#model;
    const seat = at(optionSeat, option);
    const index = at(activityOfSeat, seat);
    const activity = item(activities, index);
    const supervisor = at(supervisorOf, volunteer);
    return (
      at(this.#used, seat) < item(activity.roles, seat - at(seatStart, index)).seats &&
      at(this.#together, index) < activity.most &&
      (supervisor < 0 || at(this.#ofSupervisor, supervisor) < item(problem.supervisors, supervisor).places) &&
      this.#hasTime(volunteer, index)
    );
  }

  take(volunteer: number, option: number): void {
    const { optionSeat, activityOfSeat } = this.#model;
    const options = [...(this.#plan.taken[volunteer] ?? []), option];
    this.#plan.taken[volunteer] = options.sort((a, b) => a - b);
    bump(this.#used, at(optionSeat, option), 1);
    bump(this.#together, at(activityOfSeat, at(optionSeat, option)), 1);
    this.#countSupervised(volunteer, 1);
  }

  #countSupervised(volunteer: number, seats: number): void {
    const supervisor = at(this.#model.supervisorOf, volunteer);
    if (supervisor >= 0) bump(this.#ofSupervisor, supervisor, seats);
  }

  #hasTime(volunteer: number, activity: number): boolean {
    const { activities, follows, minutes, minutesLeft, months, month, activityOfSeat, optionSeat } = this.#model;
    const all = activities.length;
    let given = at(minutes, activity);
    for (const option of this.#plan.taken[volunteer] ?? []) {
      const other = at(activityOfSeat, at(optionSeat, option));
      if (follows[other * all + activity] === 0 && follows[activity * all + other] === 0) return false;
      if (at(month, other) === at(month, activity)) given += at(minutes, other);
    }
    return given <= at(minutesLeft, volunteer * months + at(month, activity));
  }
}
