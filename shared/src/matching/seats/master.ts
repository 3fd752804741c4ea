// A restricted master: of the plans that volunteers were seen to want, the best that fit together.
import { at } from '../ints.js';
import type { IntegerProgram, MasterSolver } from '../program.js';
import type { SeatsModel } from './model.js';
import { Plan, planWorth } from './plan.js';

export type { MasterSolver };

/** Each volunteer's plans that were seen, the present one among them. */
export class SeenPlans {
  readonly #model: SeatsModel;
  readonly #seen: Map<string, readonly number[]>[];

  constructor(model: SeatsModel) {
    this.#model = model;
    this.#seen = model.problem.volunteers.map(() => new Map<string, readonly number[]>());
  }

  note(volunteer: number, options: Iterable<number>): void {
    const sorted = [...options].sort((a, b) => a - b);
    this.#seen[volunteer]?.set(sorted.join(), sorted);
  }

  /** The best plan of those seen, or nothing where the solver finds none that fits. */
  combine(solver: MasterSolver, start: Plan): Plan | undefined {
    start.taken.forEach((options, volunteer) => this.note(volunteer, options));
    const columns = this.#seen.flatMap((plans, volunteer) =>
      [...plans.values()].map((options) => ({ volunteer, options, worth: planWorth(this.#model, volunteer, options) })),
    );
    const values = solver(this.#program(columns));
    if (!values) return undefined;
    const taken: (readonly number[])[] = this.#seen.map(() => []);
    columns.forEach(({ volunteer, options }, column) => {
      if ((values[column] ?? 0) > 0.5) taken[volunteer] = options;
    });
    const plan = new Plan(this.#model, taken);
    return plan.fits() ? plan : undefined;
  }

  #program(columns: readonly { volunteer: number; options: readonly number[]; worth: number }[]): IntegerProgram {
    const { activities, seatStart, optionSeat, supervisorOf, problem, closed } = this.#model;
    const value = columns.map(({ worth }) => worth);
    const rows: { terms: [number, number][]; atMost: number; exactly?: boolean }[] = [];
    const ofVolunteer = problem.volunteers.map(() => [] as [number, number][]);
    const ofSeat = Array.from(this.#model.activityOfSeat, () => [] as [number, number][]);
    const ofSupervisor = problem.supervisors.map(() => [] as [number, number][]);
    columns.forEach(({ volunteer, options }, column) => {
      ofVolunteer[volunteer]?.push([column, 1]);
      for (const option of options) ofSeat[at(optionSeat, option)]?.push([column, 1]);
      if (options.length > 0) ofSupervisor[at(supervisorOf, volunteer)]?.push([column, options.length]);
    });
    for (const terms of ofVolunteer) if (terms.length > 0) rows.push({ terms, atMost: 1, exactly: true });
    problem.supervisors.forEach(({ places }, s) => rows.push({ terms: ofSupervisor[s] ?? [], atMost: places }));
    let variable = columns.length;
    activities.forEach((activity, index) => {
      const from = at(seatStart, index);
      const all = activity.roles.flatMap((_, r) => ofSeat[from + r] ?? []);
      activity.roles.forEach(({ seats }, r) => rows.push({ terms: ofSeat[from + r] ?? [], atMost: seats }));
      const seats = activity.roles.reduce((sum, role) => sum + role.seats, 0);
      if (activity.most < seats) rows.push({ terms: all, atMost: activity.most });
      if (closed[index] === 1) return;
      // what is missing of a role m_r ≥ least_r − n_r; of the activity m ≥ least − Σ (n_r + m_r)
      const missing: [number, number][] = [];
      activity.roles.forEach(({ least }, r) => {
        if (least === 0) return;
        value.push(-problem.rules.penalty);
        missing.push([variable, 1]);
        const taken = (ofSeat[from + r] ?? []).map(([column]): [number, number] => [column, -1]);
        rows.push({ terms: [...taken, [variable++, -1]], atMost: -least });
      });
      const leastOfRoles = activity.roles.reduce((sum, { least }) => sum + least, 0);
      if (activity.least <= leastOfRoles) return;
      value.push(-problem.rules.penalty);
      const taken = all.map(([column]): [number, number] => [column, -1]);
      const filled = missing.map(([role]): [number, number] => [role, -1]);
      rows.push({ terms: [...taken, ...filled, [variable++, -1]], atMost: -activity.least });
    });
    return { value, whole: columns.length, rows: rows.filter(({ terms }) => terms.length > 0) };
  }
}
