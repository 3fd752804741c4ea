// A restricted master: of the plans that pay volunteers nearly best, those that fit together best.
import { at } from '../ints.js';
import type { IntegerProgram, MasterSolver } from '../program.js';
import type { SeatsModel } from './model.js';
import { nearPlans } from './near-plans.js';
import { Plan, planWorth } from './plan.js';
import type { Pricing } from './pricing.js';

export type { MasterSolver };

interface Column {
  readonly volunteer: number;
  readonly options: readonly number[];
  readonly worth: number;
}

/**
 * The best that fits together of everybody's plans that pay nearly as well as their best at the prices, within `gap`
 * parts, and of the plan that is known. Nothing where the solver finds none.
 */
export function combine(
  model: SeatsModel,
  { month, price, supervisorPrice, best }: Pricing,
  gap: number,
  solver: MasterSolver,
  known: Plan,
): Plan | undefined {
  price.set(best.seat);
  supervisorPrice.set(best.supervisor);
  const columns: Column[] = known.taken.flatMap((present, volunteer) => {
    const plans = new Map([[present.join(), present]]);
    for (const options of nearPlans(model, month, volunteer, gap)) plans.set(options.join(), options);
    return [...plans.values()].map((options) => ({ volunteer, options, worth: planWorth(model, volunteer, options) }));
  });
  const values = solver(programOf(model, columns));
  if (!values) return undefined;
  const taken: (readonly number[])[] = known.taken.map(() => []);
  columns.forEach(({ volunteer, options }, column) => {
    if ((values[column] ?? 0) > 0.5) taken[volunteer] = options;
  });
  const plan = new Plan(model, taken);
  return plan.fits() ? plan : undefined;
}

function programOf(model: SeatsModel, columns: readonly Column[]): IntegerProgram {
  const { activities, seatStart, optionSeat, supervisorOf, problem, closed, activityOfSeat } = model;
  const value = columns.map(({ worth }) => worth);
  const rows: { terms: [number, number][]; atMost: number; exactly?: boolean }[] = [];
  const ofVolunteer = problem.volunteers.map(() => [] as [number, number][]);
  const ofSeat = Array.from(activityOfSeat, () => [] as [number, number][]);
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
