// Which seats a volunteer may take and what each is worth; for the others, every rule that fails.
import { byCodeUnit } from '../ints.js';
import type {
  Seat,
  SeatActivity,
  SeatCriterion,
  SeatPart,
  SeatRejection,
  SeatRole,
  SeatsProblem,
  SeatVolunteer,
  SeatWeights,
} from './types.js';

export interface Option {
  readonly activity: number;
  readonly role: number;
  readonly value: number;
  readonly lock: boolean;
}

/** Looks up a volunteer's options by time; activities must be sorted by start. Decided seats are always options. */
export function volunteerOptions(
  problem: SeatsProblem,
  activities: readonly SeatActivity[],
  closed: ReadonlySet<string>,
): (volunteer: SeatVolunteer) => Option[] {
  const locks = byVolunteer(problem.locks);
  const previous = byVolunteer(problem.previous);
  const vetoes = byVolunteer(problem.vetoes);
  const places = new Map(problem.supervisors.map(({ id, places }) => [id, places]));
  const starts = activities.map(({ start }) => start);
  return (volunteer) => {
    const found: Option[] = [];
    const wishes = new Map(volunteer.wishes.map(({ activityId, points }) => [activityId, points]));
    const skills = new Set(volunteer.skills);
    const mayTake = volunteer.eligible && places.get(volunteer.supervisorId ?? '') !== 0;
    const [locked, published, ruledOut] = [locks, previous, vetoes].map((lists) => lists.get(volunteer.id));
    const look = (index: number, inTime: boolean) => {
      const activity = activities[index];
      if (!activity) return;
      const opens = mayTake && inTime && !closed.has(activity.id) && activity.most > 0 && fits(volunteer, activity);
      activity.roles.forEach((role, r) => {
        const lock = names(locked, activity.id, role.role);
        const allowed =
          opens &&
          role.seats > 0 &&
          role.required.every((skill) => skills.has(skill)) &&
          !names(ruledOut, activity.id, role.role);
        if (!allowed && !lock) return;
        const worth = points(problem.weights, wishes.get(activity.id) ?? 0, grade(role, skills), activity.need);
        const stays = names(published, activity.id, role.role) ? problem.rules.stayBonus : 0;
        found.push({ activity: index, role: r, value: worth + stays, lock });
      });
    };
    if (locked || !volunteer.free) {
      activities.forEach((activity, index) => look(index, isFree(volunteer, activity)));
      return found;
    }
    for (const { from, to } of volunteer.free) {
      for (let index = firstFrom(starts, from); index < starts.length && (starts[index] ?? 0) < to; index++) {
        if ((activities[index]?.end ?? 0) <= to) look(index, true);
      }
    }
    return found;
  };
}

/** Every rule that fails, whatever else is decided; none where the volunteer may take the seat. */
export function roleRejections(
  problem: SeatsProblem,
  volunteer: SeatVolunteer,
  activity: SeatActivity,
  role: SeatRole,
): SeatRejection[] {
  const missing = role.required.filter((skill) => !volunteer.skills.includes(skill)).sort(byCodeUnit);
  const minutes = activity.end - activity.start;
  const left = minutesLeft(volunteer, activity.month);
  const supervisor = problem.supervisors.find(({ id }) => id === volunteer.supervisorId);
  const failed: SeatRejection[] = [];
  const fail = (code: SeatRejection['code'], fact: string, needed: string) => failed.push({ code, fact, needed });
  if (!volunteer.eligible) fail('NOT_ELIGIBLE', volunteer.id, 'ELIGIBLE');
  if (!isFree(volunteer, activity)) fail('NOT_FREE', `${activity.start}-${activity.end}`, 'FREE');
  if (missing.length > 0) fail('LACKS_SKILL', missing.join(','), role.required.join(','));
  if (minutes > left) fail('TOO_LONG', `${left}`, `${minutes}`);
  if (role.seats === 0 || activity.most === 0) fail('NO_SEAT', '0', '1');
  if (supervisor?.places === 0) fail('NO_SUPERVISOR_PLACE', supervisor.id, '1');
  if (names(byVolunteer(problem.vetoes).get(volunteer.id), activity.id, role.role)) {
    fail('VETOED', role.role, 'NO_VETO');
  }
  return failed;
}

/** What the seat is worth, part by part, each with its fact. */
export function seatParts(
  { weights, rules, previous }: SeatsProblem,
  volunteer: SeatVolunteer,
  activity: SeatActivity,
  role: SeatRole,
): SeatPart[] {
  const skills = new Set(volunteer.skills);
  const wish = volunteer.wishes.find(({ activityId }) => activityId === activity.id)?.points ?? 0;
  const facts: Readonly<Record<SeatCriterion, readonly [grade: number, fact: string]>> = {
    preference: [wish, `${wish}`],
    skills: [
      grade(role, skills),
      role.helpful
        .filter((skill) => skills.has(skill))
        .sort(byCodeUnit)
        .join(','),
    ],
    need: [activity.need, `${activity.need}`],
  };
  const parts: SeatPart[] = weights.criteria.map(({ criterion, weight }) => {
    const [points, fact] = facts[criterion];
    return { criterion, points: weight * points, fact };
  });
  const published = byVolunteer(previous).get(volunteer.id);
  if (names(published, activity.id, role.role))
    parts.push({ criterion: 'stay', points: rules.stayBonus, fact: 'PUBLISHED' });
  return parts;
}

export function minutesLeft(volunteer: SeatVolunteer, month: string): number {
  const taken = (volunteer.minutesTaken ?? []).filter((one) => one.month === month);
  return Math.max(0, volunteer.minutesPerMonth - taken.reduce((sum, { minutes }) => sum + minutes, 0));
}

type Named = Omit<Seat, 'role'> & { readonly role?: string | undefined };

function byVolunteer(seats: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const lists = new Map<string, Named[]>();
  for (const seat of seats) {
    const list = lists.get(seat.volunteerId);
    if (list) list.push(seat);
    else lists.set(seat.volunteerId, [seat]);
  }
  return lists;
}

/** Whether the seat is among those; one without a role means all of its activity. */
const names = (seats: readonly Named[] | undefined, activityId: string, role: string): boolean =>
  seats?.some((seat) => seat.activityId === activityId && (seat.role === undefined || seat.role === role)) ?? false;

const fits = (volunteer: SeatVolunteer, { start, end, month }: SeatActivity) =>
  end - start <= minutesLeft(volunteer, month);

function isFree({ free }: SeatVolunteer, { start, end }: SeatActivity): boolean {
  return !free || free.some(({ from, to }) => from <= start && end <= to);
}

/** The share of helpful skills, out of 100; a role that asks for none is served by anybody. */
function grade({ helpful }: SeatRole, skills: ReadonlySet<string>): number {
  if (helpful.length === 0) return 100;
  return Math.floor((100 * helpful.filter((skill) => skills.has(skill)).length) / helpful.length);
}

function points({ criteria }: SeatWeights, preference: number, skills: number, need: number): number {
  const grades: Readonly<Record<SeatCriterion, number>> = { preference, skills, need };
  return criteria.reduce((sum, { criterion, weight }) => sum + weight * grades[criterion], 0);
}

/** The first index from which nothing starts earlier. */
function firstFrom(starts: readonly number[], from: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
