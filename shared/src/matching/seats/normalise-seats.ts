// Brings a plan of seats into its one order, and refuses what cannot be added up exactly.
import { byCodeUnit } from '../ints.js';
import { circleOfSupervisors } from '../normalise.js';
import { BadProblem } from '../transport/problem.js';
import { checkTable, refuseTable, type WeightProblem } from '../weight-problems.js';
import type { Seat, SeatActivity, SeatCriterion, SeatsProblem, SeatVolunteer, SeatWeights } from './types.js';

/** Sums of so many minutes, points and parts stay exact. */
const MOST_MINUTES = 50_000_000;
const MOST_SEATS = 10_000;
/** Of one activity: what it can reach is told from all sets of its roles. */
const MOST_ROLES = 12;
const MOST_WEIGHT = 1_000;
const MOST_POINTS = 1_000_000;
const MOST_EVENNESS = 10_000;
const MOST_METRES = 10_000_000;
/** Which activity can follow which is kept for all pairs of them. */
const MOST_ACTIVITIES = 4_000;

/** The same plan with everything sorted by id. Throws `BadProblem` on what is repeated, unknown or out of range. */
export function normaliseSeats(problem: SeatsProblem): SeatsProblem {
  const activities = placed(unique(problem.activities, 'activities').map(activity));
  const volunteers = unique(problem.volunteers, 'volunteers').map(volunteer);
  const supervisors = unique(problem.supervisors, 'supervisors');
  supervisors.forEach(({ id, places }) => whole(places, MOST_POINTS, `supervisors ${id}: places`));
  const known = { v: idsOf(volunteers), a: idsOf(activities), s: idsOf(supervisors) };
  for (const { id, supervisorId, wishes } of volunteers) {
    if (supervisorId !== undefined && !known.s.has(supervisorId)) {
      throw new BadProblem('UNKNOWN_ID', `volunteers ${id}: supervisor ${supervisorId}`);
    }
    const strange = wishes.find(({ activityId }) => !known.a.has(activityId));
    if (strange) throw new BadProblem('UNKNOWN_ID', `volunteers ${id}: wish for ${strange.activityId}`);
  }
  const circle = circleOfSupervisors(volunteers);
  if (circle) throw new BadProblem('SUPERVISORS_IN_A_CIRCLE', circle.join(', '));
  const seatLists = [problem.locks, problem.vetoes, problem.previous] as const;
  for (const { volunteerId, activityId } of seatLists.flat()) {
    if (!known.v.has(volunteerId)) throw new BadProblem('UNKNOWN_ID', `volunteer ${volunteerId}`);
    if (!known.a.has(activityId)) throw new BadProblem('UNKNOWN_ID', `activity ${activityId}`);
  }
  if (activities.length > MOST_ACTIVITIES) throw new BadProblem('TOO_LARGE', 'activities');
  monthsAscend(activities);
  const { rules, weights } = problem;
  whole(rules.gapMinutes, MOST_MINUTES, 'rules: gapMinutes');
  whole(rules.metresPerMinute, MOST_METRES, 'rules: metresPerMinute');
  whole(rules.penalty, MOST_POINTS, 'rules: penalty');
  whole(rules.evenness, MOST_EVENNESS, 'rules: evenness');
  whole(rules.stayBonus, MOST_POINTS, 'rules: stayBonus');
  refuseTable(checkSeatWeights(weights));
  const criteria = [...weights.criteria].sort((a, b) => byCodeUnit(a.criterion, b.criterion));
  criteria.forEach(({ criterion, weight }) => whole(weight, MOST_WEIGHT, `weights: ${criterion}`));
  return {
    volunteers,
    activities,
    supervisors,
    locks: [...problem.locks].sort(bySeat),
    vetoes: problem.vetoes,
    previous: [...problem.previous].sort(bySeat),
    rules,
    weights: { ...weights, criteria },
  };
}

const CRITERIA: ReadonlySet<string> = new Set<SeatCriterion>(['preference', 'skills', 'need']);

/** As `checkWeights`, for the table of seats; a seat may be worth nothing. */
export function checkSeatWeights({ criteria }: SeatWeights): WeightProblem[] {
  return checkTable(criteria, CRITERIA, CRITERIA).filter(({ code }) => code !== 'NOTHING_CERTAIN');
}

export function bySeat(a: Seat, b: Seat): number {
  return (
    byCodeUnit(a.activityId, b.activityId) || byCodeUnit(a.role, b.role) || byCodeUnit(a.volunteerId, b.volunteerId)
  );
}

/** Throws unless the number is whole and from 0 to `most`. */
export function whole(value: number, most: number, where: string): void {
  if (!Number.isSafeInteger(value)) throw new BadProblem('NOT_A_WHOLE_NUMBER', where);
  if (value < 0) throw new BadProblem('NEGATIVE', where);
  if (value > most) throw new BadProblem('TOO_LARGE', where);
}

/** Sorted by id; throws where two share one. */
export function unique<T extends { readonly id: string }>(list: readonly T[], where: string): T[] {
  const sorted = [...list].sort((a, b) => byCodeUnit(a.id, b.id));
  sorted.forEach(({ id }, at) => {
    if (sorted[at - 1]?.id === id) throw new BadProblem('SAME_ID_TWICE', `${where} ${id}`);
  });
  return sorted;
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));

function activity(a: SeatActivity): SeatActivity {
  const where = `activities ${a.id}`;
  whole(a.start, MOST_MINUTES, `${where}: start`);
  whole(a.end, MOST_MINUTES, `${where}: end`);
  if (a.end <= a.start) throw new BadProblem('LIMITS_CROSS', `${where}: end`);
  whole(a.need, 100, `${where}: need`);
  whole(a.least, MOST_SEATS, `${where}: least`);
  whole(a.most, MOST_SEATS, `${where}: most`);
  if (a.place) [a.place.x, a.place.y].forEach((metres) => whole(Math.abs(metres), MOST_METRES, `${where}: place`));
  if (a.roles.length > MOST_ROLES) throw new BadProblem('TOO_LARGE', `${where}: roles`);
  const roles = [...a.roles].sort((one, other) => byCodeUnit(one.role, other.role));
  roles.forEach(({ role, seats, least }, at) => {
    whole(seats, MOST_SEATS, `${where}, ${role}: seats`);
    whole(least, seats, `${where}, ${role}: least`);
    if (roles[at - 1]?.role === role) throw new BadProblem('SAME_ID_TWICE', `${where}, ${role}`);
  });
  const seats = roles.reduce((sum, role) => sum + role.seats, 0);
  const leastOfRoles = roles.reduce((sum, role) => sum + role.least, 0);
  if (a.least > Math.min(a.most, seats) || leastOfRoles > a.most) {
    throw new BadProblem('LIMITS_CROSS', `${where}: least`);
  }
  return { ...a, roles, most: Math.min(a.most, seats) };
}

function volunteer(v: SeatVolunteer): SeatVolunteer {
  const where = `volunteers ${v.id}`;
  whole(v.minutesPerMonth, MOST_MINUTES, `${where}: minutesPerMonth`);
  whole(v.minutesSoFar, MOST_MINUTES, `${where}: minutesSoFar`);
  (v.minutesTaken ?? []).forEach(({ minutes }) => whole(minutes, MOST_MINUTES, `${where}: minutesTaken`));
  for (const { from, to } of v.free ?? []) {
    whole(from, MOST_MINUTES, `${where}: free`);
    whole(to, MOST_MINUTES, `${where}: free`);
    if (to < from) throw new BadProblem('LIMITS_CROSS', `${where}: free`);
  }
  const wishes = [...v.wishes].sort((a, b) => byCodeUnit(a.activityId, b.activityId));
  wishes.forEach(({ activityId, points }, at) => {
    whole(points, 100, `${where}: wish for ${activityId}`);
    if (wishes[at - 1]?.activityId === activityId) throw new BadProblem('SAME_ID_TWICE', `${where}: ${activityId}`);
  });
  return { ...v, wishes, free: v.free && joined(v.free) };
}

/**
 * An activity without a place counts as in the middle of the others: so the way is never shorter by a detour, and one
 * activity after another is all that has to be looked at.
 */
function placed(activities: readonly SeatActivity[]): SeatActivity[] {
  const places = activities.flatMap(({ place }) => (place ? [place] : []));
  const middle = (of: readonly number[]) =>
    of.length === 0 ? 0 : Math.floor((of.reduce((a, b) => Math.min(a, b)) + of.reduce((a, b) => Math.max(a, b))) / 2);
  const place = { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) };
  return activities.map((activity) => (activity.place ? activity : { ...activity, place }));
}

/** Spans that touch or overlap are one. */
function joined(spans: readonly { readonly from: number; readonly to: number }[]): { from: number; to: number }[] {
  const joinedSpans: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joinedSpans.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joinedSpans.push({ ...span });
  }
  return joinedSpans;
}

function monthsAscend(activities: readonly SeatActivity[]): void {
  const byStart = [...activities].sort((a, b) => a.start - b.start || byCodeUnit(a.month, b.month));
  byStart.forEach((activity, at) => {
    const before = byStart[at - 1];
    if (before && byCodeUnit(before.month, activity.month) > 0) {
      throw new BadProblem('LIMITS_CROSS', `activities ${activity.id}: month`);
    }
  });
}
