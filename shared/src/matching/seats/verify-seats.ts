// Checks a plan of seats against its problem from first principles. Shares no code with the solver, so that a mistake
// there cannot hide itself here; whoever has the stored run can repeat it.
import type { Verdict } from '../verify-certificate.js';
import { SeatsReading } from './seats-reading.js';
import { bestOfActivity, bestOfVolunteer } from './seats-bound.js';
import type { Cancelling, SeatsProblem, SeatsSolution } from './types.js';

/**
 * Valid only where (1) the seats may be taken, are worth what they are said to be, and keep to all limits, (2) the
 * plan comes to what it says, (3) the stored prices prove its bound: everybody's best at these prices, worked out
 * anew, (4) what is proposed for cancelling cannot reach its minimum.
 */
export function verifySeats(problem: SeatsProblem, solution: SeatsSolution): Verdict {
  const reading = new SeatsReading(problem, new Set(solution.cancel.map(({ activityId }) => activityId)));
  const problems = [
    ...seats(reading, solution),
    ...limits(reading, solution),
    ...sums(reading, solution),
    ...solution.cancel.flatMap((cancelling) => cancelled(reading, cancelling)),
  ];
  return problems.length === 0 ? { valid: true } : { valid: false, problems };
}

function seats(reading: SeatsReading, { seats: chosen }: SeatsSolution): string[] {
  const problems: string[] = [];
  const told = new Set<string>();
  for (const { volunteerId, activityId, role, value } of chosen) {
    const name = `${volunteerId} at ${activityId} as ${role}`;
    const worth = reading.worth(volunteerId, activityId, role);
    if (worth === undefined) problems.push(`${name}: no such seat for them`);
    else if (worth !== value) problems.push(`${name}: worth ${worth}, not ${value}`);
    if (told.has(`${volunteerId} ${activityId}`)) problems.push(`${name}: twice at one activity`);
    told.add(`${volunteerId} ${activityId}`);
  }
  for (const { volunteerId, activityId, role } of reading.problem.locks) {
    const kept = chosen.some((c) => c.volunteerId === volunteerId && c.activityId === activityId && c.role === role);
    if (!kept) problems.push(`${volunteerId} at ${activityId} as ${role}: decided, but not in the plan`);
  }
  return problems;
}

function limits(reading: SeatsReading, { seats: chosen }: SeatsSolution): string[] {
  const problems: string[] = [];
  for (const volunteer of reading.problem.volunteers) {
    const own = chosen.filter(({ volunteerId }) => volunteerId === volunteer.id);
    const attended = own.flatMap(({ activityId }) => reading.activity(activityId) ?? []);
    attended.sort((a, b) => a.start - b.start);
    attended.forEach((activity, index) => {
      const next = attended[index + 1];
      if (next && !reading.inTime(activity, next)) problems.push(`${volunteer.id}: from ${activity.id} to ${next.id}`);
    });
    for (const month of new Set(attended.map((activity) => activity.month))) {
      const given = attended.reduce((sum, one) => sum + (one.month === month ? one.end - one.start : 0), 0);
      const left = reading.minutesLeft(volunteer, month);
      if (given > left) problems.push(`${volunteer.id}: ${given} minutes in ${month}, ${left} are left`);
    }
  }
  for (const activity of reading.problem.activities) {
    const here = chosen.filter(({ activityId }) => activityId === activity.id);
    if (here.length > activity.most) problems.push(`${activity.id}: ${here.length} people, ${activity.most} at most`);
    for (const { role, seats: places } of activity.roles) {
      const taken = here.filter((one) => one.role === role).length;
      if (taken > places) problems.push(`${activity.id}, ${role}: ${taken} of ${places} seats`);
    }
  }
  for (const { id, places } of reading.problem.supervisors) {
    const supervised = chosen.filter(({ volunteerId }) => reading.volunteer(volunteerId)?.supervisorId === id);
    if (supervised.length > places) problems.push(`supervisor ${id}: ${supervised.length} seats of ${places}`);
  }
  return problems;
}

function sums(reading: SeatsReading, solution: SeatsSolution): string[] {
  const { certificate, short, gapPpm } = solution;
  const { problem, closed } = reading;
  const problems: string[] = [];
  let objective = solution.seats.reduce((sum, { value }) => sum + value, 0);
  for (const volunteer of problem.volunteers) {
    const own = solution.seats.filter(({ volunteerId }) => volunteerId === volunteer.id);
    const minutes = new Map<string, number>();
    for (const { activityId } of own) {
      const activity = reading.activity(activityId);
      if (activity) minutes.set(activity.month, (minutes.get(activity.month) ?? 0) + activity.end - activity.start);
    }
    for (const given of minutes.values()) objective -= reading.unevenness(volunteer, given);
  }
  const missing = new Map(short.map((one) => [one.activityId, one.missing]));
  for (const activity of problem.activities) {
    const taken = activity.roles.map(
      ({ role }) => solution.seats.filter((seat) => seat.activityId === activity.id && seat.role === role).length,
    );
    const open = closed.has(activity.id) ? 0 : reading.missing(activity, taken);
    if (open !== (missing.get(activity.id) ?? 0)) problems.push(`${activity.id}: ${open} seats of minimums are open`);
    objective -= open * problem.rules.penalty;
  }
  if (objective !== certificate.objective)
    problems.push(`the plan is worth ${objective}, not ${certificate.objective}`);
  const bound = Math.floor(boundInParts(reading, solution, problems) / certificate.scale);
  if (bound !== certificate.bound) problems.push(`the prices prove ${bound}, not ${certificate.bound}`);
  if (objective > bound) problems.push(`the plan is worth ${objective}, above its bound ${bound}`);
  const gap = Math.ceil((1e6 * (bound - objective)) / Math.max(1, Math.abs(bound)));
  if (gap !== gapPpm) problems.push(`the gap is ${gap} millionths, not ${gapPpm}`);
  if (!Number.isSafeInteger(objective) || !Number.isSafeInteger(bound)) problems.push('the sums are no exact integers');
  return problems;
}

/** What everybody and every activity would have at most at the stored prices: no plan can be worth more. */
function boundInParts(reading: SeatsReading, { certificate }: SeatsSolution, problems: string[]): number {
  const { seatPrices, supervisorPrices, scale } = certificate;
  if (!Number.isSafeInteger(scale) || scale < 1) problems.push('no whole number of parts makes a point');
  let sum = 0;
  const price = (activityId: string, role: string) => {
    const stored = reading.closed.has(activityId) ? 0 : seatPrices[activityId]?.[role];
    if (stored === undefined || !Number.isSafeInteger(stored)) problems.push(`${activityId}, ${role}: no whole price`);
    return stored ?? 0;
  };
  const above = (id: string | undefined) => (id === undefined ? 0 : (supervisorPrices[id] ?? 0));
  for (const { id, places } of reading.problem.supervisors) {
    const stored = above(id);
    if (!Number.isSafeInteger(stored) || stored < 0) problems.push(`supervisor ${id}: no price from 0 up`);
    sum += stored * places;
  }
  const prices = new Map(
    reading.problem.activities.map(({ id, roles }) => [id, new Map(roles.map(({ role }) => [role, price(id, role)]))]),
  );
  for (const volunteer of reading.problem.volunteers) {
    sum += bestOfVolunteer(reading, volunteer, scale, prices, above(volunteer.supervisorId));
  }
  for (const activity of reading.problem.activities) {
    if (reading.closed.has(activity.id)) continue;
    const own = activity.roles.map(({ role }) => prices.get(activity.id)?.get(role) ?? 0);
    sum += bestOfActivity(reading, activity, scale, own);
  }
  return sum;
}

function cancelled(reading: SeatsReading, { activityId, minimum, least, reachable, coveredBy }: Cancelling): string[] {
  const activity = reading.activity(activityId);
  if (!activity) return [`${activityId}: no such activity to cancel`];
  const leastOfRoles = activity.roles.reduce((sum, role) => sum + role.least, 0);
  const asked = minimum === 'ACTIVITY' ? activity.least : leastOfRoles;
  const roles = activity.roles.filter(({ role }) => coveredBy.roles.includes(role));
  const people = new Set(coveredBy.volunteerIds);
  const size = roles.reduce((sum, role) => sum + (minimum === 'ACTIVITY' ? role.seats : role.least), people.size);
  const problems: string[] = [];
  if (asked !== least || size !== reachable || size >= least)
    problems.push(`${activityId}: ${size} of ${asked} is no proof`);
  for (const volunteer of reading.problem.volunteers) {
    if (people.has(volunteer.id)) continue;
    const other = activity.roles.find(
      (role) => !roles.includes(role) && reading.couldCome(volunteer, activity, role.role),
    );
    if (other) problems.push(`${activityId}: ${volunteer.id} could come as ${other.role}`);
  }
  return problems;
}
