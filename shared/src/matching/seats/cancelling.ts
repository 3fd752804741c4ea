// Activities that cannot reach their minimum, whatever else is decided, each with the reason that anyone can count.
import { at } from '../ints.js';
import type { SeatsModel } from './model.js';
import type { Cancelling, SeatActivity } from './types.js';

/** By activity id. What volunteers are locked into counts; what they only might do elsewhere does not. */
export function cannotReach(model: SeatsModel): Cancelling[] {
  const masks = rolesThatCanBeTaken(model);
  const found: Cancelling[] = [];
  model.problem.activities.forEach((activity) => {
    const ofActivity = masks.get(activity.id) ?? new Map<string, number>();
    const leastOfRoles = activity.roles.reduce((sum, { least }) => sum + least, 0);
    const proof =
      cover(activity, ofActivity, 'ACTIVITY', activity.least) ?? cover(activity, ofActivity, 'ROLES', leastOfRoles);
    if (proof) found.push(proof);
  });
  return found;
}

/**
 * The smallest cover: some roles, and everybody who can take another. By the theorem of König and Hall its size is
 * what can be reached, so trying all sets of roles is exact.
 */
function cover(
  activity: SeatActivity,
  masks: ReadonlyMap<string, number>,
  minimum: Cancelling['minimum'],
  least: number,
): Cancelling | undefined {
  let reachable = Infinity;
  let best = 0;
  for (let set = 0; set < 1 << activity.roles.length; set++) {
    let size = 0;
    activity.roles.forEach((role, r) => {
      if (set & (1 << r)) size += minimum === 'ACTIVITY' ? role.seats : role.least;
    });
    for (const mask of masks.values()) if (mask & ~set) size += 1;
    if (size >= reachable) continue;
    reachable = size;
    best = set;
  }
  if (reachable >= least) return undefined;
  const volunteerIds = [...masks].filter(([, mask]) => mask & ~best).map(([id]) => id);
  const roles = activity.roles.filter((_, r) => best & (1 << r)).map(({ role }) => role);
  return { activityId: activity.id, minimum, least, reachable, coveredBy: { volunteerIds, roles } };
}

/** By activity and volunteer, which roles the volunteer could take beside all that is locked. */
function rolesThatCanBeTaken(model: SeatsModel): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { activities, seatStart, activityOfSeat, optionStart, optionSeat, locked } = model;
  const masks = new Map<string, Map<string, number>>(activities.map(({ id }) => [id, new Map()]));
  model.problem.volunteers.forEach(({ id }, volunteer) => {
    const options: number[] = [];
    for (let option = at(optionStart, volunteer); option < at(optionStart, volunteer + 1); option++)
      options.push(option);
    const held = options.filter((option) => locked[option] === 1);
    for (const option of options) {
      if (!held.includes(option) && !fitsBeside(model, volunteer, option, held)) continue;
      const seat = at(optionSeat, option);
      const activity = at(activityOfSeat, seat);
      const ofActivity = masks.get(activities[activity]?.id ?? '');
      ofActivity?.set(id, (ofActivity.get(id) ?? 0) | (1 << (seat - at(seatStart, activity))));
    }
  });
  return masks;
}

function fitsBeside(model: SeatsModel, volunteer: number, option: number, held: readonly number[]): boolean {
  const { activityOfSeat, optionSeat, follows, month, minutes, minutesLeft, months, activities } = model;
  const activity = at(activityOfSeat, at(optionSeat, option));
  const all = activities.length;
  let used = at(minutes, activity);
  for (const other of held) {
    const there = at(activityOfSeat, at(optionSeat, other));
    if (follows[there * all + activity] === 0 && follows[activity * all + there] === 0) return false;
    if (at(month, there) === at(month, activity)) used += at(minutes, there);
  }
  return used <= at(minutesLeft, volunteer * months + at(month, activity));
}
