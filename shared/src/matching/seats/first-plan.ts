// A first plan at given prices: one volunteer after the other has their best of what is left.
import { at, bump, item } from '../ints.js';
import type { SeatsModel } from './model.js';
import { Plan } from './plan.js';
import type { Pricing } from './pricing.js';

/** Higher than any seat is worth, and still added exactly. */
const TOO_DEAR = 2 ** 42;

/** Who would have most beyond the prices chooses first. What is full is too dear for everybody else. */
export function firstPlan(model: SeatsModel, pricing: Pricing): Plan {
  const { activities, seatStart, optionSeat, activityOfSeat, supervisorOf, problem, locked } = model;
  const { price, supervisorPrice, month } = pricing;
  const plan = new Plan(model);
  const [prices, above] = [price.slice(), supervisorPrice.slice()];
  const used = plan.used();
  const together = new Int32Array(activities.length);
  used.forEach((taken, seat) => bump(together, at(activityOfSeat, seat), taken));
  const places = Int32Array.from(problem.supervisors, (supervisor) => supervisor.places);
  plan.taken.forEach((options, volunteer) => {
    if (at(supervisorOf, volunteer) >= 0) bump(places, at(supervisorOf, volunteer), -options.length);
  });
  const closeFull = (activity: number) => {
    const { roles, most } = item(activities, activity);
    const from = at(seatStart, activity);
    roles.forEach(({ seats }, r) => {
      if (at(used, from + r) >= seats || at(together, activity) >= most) price[from + r] = TOO_DEAR;
    });
  };
  const order = problem.volunteers.map((_, volunteer) => ({ volunteer, worth: month.best(volunteer) }));
  order.sort((a, b) => b.worth - a.worth || a.volunteer - b.volunteer);
  activities.forEach((_, activity) => closeFull(activity));
  for (const { volunteer } of order) {
    const supervisor = at(supervisorOf, volunteer);
    if (month.best(volunteer) === -Infinity) continue;
    const chosen = [...month.chosen.subarray(0, month.count)].filter((option) => locked[option] === 0);
    if (supervisor >= 0) {
      if (chosen.length > at(places, supervisor)) chosen.length = at(places, supervisor);
      bump(places, supervisor, -chosen.length);
    }
    // two roles of one activity are never chosen together, so one place each is left
    for (const option of chosen) {
      const seat = at(optionSeat, option);
      bump(used, seat, 1);
      bump(together, at(activityOfSeat, seat), 1);
      closeFull(at(activityOfSeat, seat));
    }
    plan.taken[volunteer] = [...(plan.taken[volunteer] ?? []), ...chosen].sort((a, b) => a - b);
  }
  price.set(prices);
  supervisorPrice.set(above);
  return plan;
}
