// A plan in the making: who has which options, what of it is decided, and what it is worth.
import { at, bump, item } from '../ints.js';
import { evennessCost, type SeatsModel } from './model.js';

export class Plan {
  readonly #model: SeatsModel;
  /** The options that each volunteer takes, by time. */
  readonly taken: number[][];

  constructor(model: SeatsModel, taken?: readonly (readonly number[])[]) {
    this.#model = model;
    this.taken = taken ? taken.map((options) => [...options]) : locksOf(model);
  }

  /** Seats in use. */
  used(): Int32Array {
    const used = new Int32Array(this.#model.activityOfSeat.length);
    for (const options of this.taken) for (const option of options) bump(used, at(this.#model.optionSeat, option), 1);
    return used;
  }

  /** Whether all limits of seats, activities and supervisors are kept, and all that is locked is there. */
  fits(): boolean {
    const { activities, seatStart, problem, supervisorOf, locked } = this.#model;
    const used = this.used();
    const ofSupervisor = new Int32Array(problem.supervisors.length);
    this.taken.forEach((options, volunteer) => {
      if (at(supervisorOf, volunteer) >= 0) bump(ofSupervisor, at(supervisorOf, volunteer), options.length);
    });
    const kept = this.taken.reduce((sum, options) => sum + options.filter((option) => locked[option] === 1).length, 0);
    return (
      kept === locked.reduce((sum, one) => sum + one, 0) &&
      problem.supervisors.every(({ places }, s) => at(ofSupervisor, s) <= places) &&
      activities.every(({ roles, most }, index) => {
        const taken = roles.map((_, r) => at(used, at(seatStart, index) + r));
        return roles.every(({ seats }, r) => (taken[r] ?? 0) <= seats) && taken.reduce((a, b) => a + b, 0) <= most;
      })
    );
  }

  /** In points: what the seats are worth, less what evenness and missing seats cost. Exact. */
  objective(): number {
    let sum = 0;
    this.taken.forEach((options, volunteer) => (sum += planWorth(this.#model, volunteer, options)));
    const used = this.used();
    const { penalty } = this.#model.problem.rules;
    for (let activity = 0; activity < this.#model.activities.length; activity++) {
      sum -= penalty * missingSeats(this.#model, activity, used);
    }
    return sum;
  }
}

/** What a volunteer's options are worth together, less what evenness costs. */
export function planWorth(model: SeatsModel, volunteer: number, options: readonly number[]): number {
  const { problem, optionSeat, optionValue, activityOfSeat, month, minutes } = model;
  const ofMonth = new Map<number, number>();
  let sum = 0;
  for (const option of options) {
    const activity = at(activityOfSeat, at(optionSeat, option));
    sum += at(optionValue, option);
    ofMonth.set(at(month, activity), (ofMonth.get(at(month, activity)) ?? 0) + at(minutes, activity));
  }
  const soFar = item(problem.volunteers, volunteer).minutesSoFar;
  for (const used of ofMonth.values()) sum -= evennessCost(problem.rules.evenness, soFar, used);
  return sum;
}

/** Seats of minimums that stay open: of each role, and of what the activity asks beyond its roles' minimums. */
export function missingSeats(model: SeatsModel, activity: number, used: Int32Array): number {
  const asked = item(model.activities, activity);
  if (model.closed[activity] === 1) return 0;
  let missing = 0;
  let beyond = 0;
  let leastOfRoles = 0;
  asked.roles.forEach(({ least }, r) => {
    const taken = at(used, at(model.seatStart, activity) + r);
    leastOfRoles += least;
    missing += Math.max(0, least - taken);
    beyond += Math.max(0, taken - least);
  });
  return missing + Math.max(0, asked.least - leastOfRoles - beyond);
}

function locksOf({ problem, optionStart, locked }: SeatsModel): number[][] {
  return problem.volunteers.map((_, volunteer) => {
    const options: number[] = [];
    for (let option = at(optionStart, volunteer); option < at(optionStart, volunteer + 1); option++) {
      if (locked[option] === 1) options.push(option);
    }
    return options;
  });
}
