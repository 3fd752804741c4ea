// Small random plans of seats from a seed, and the slow certain way to solve them.
import { SeatsReading } from '../seats/seats-reading.js';
import type { Seat, SeatsProblem } from '../seats/types.js';
import type { Seeded } from './small-problem.js';

export interface SeatsSize {
  readonly volunteers: number;
  readonly activities: number;
  readonly supervisors?: number;
}

const SKILLS = ['ART', 'MUSIC'];
const MONTHS = ['2027-03', '2027-04'];
const MONTH = 3000;

export function inventSeats(random: Seeded, size: SeatsSize): SeatsProblem {
  const some = () => SKILLS.filter(() => random.chance(40));
  const activities = Array.from({ length: size.activities }, (_, i) => {
    const start = 30 * random.next(2 * (MONTH / 30) - 8);
    const roles = ['HELP', 'LEAD'].slice(0, 1 + random.next(2)).map((role) => {
      const seats = random.next(3);
      return {
        role,
        seats,
        least: random.next(seats + 1),
        required: random.chance(20) ? ['ART'] : [],
        helpful: some(),
      };
    });
    const seats = roles.reduce((sum, role) => sum + role.seats, 0);
    const leastOfRoles = roles.reduce((sum, role) => sum + role.least, 0);
    const most = leastOfRoles + random.next(seats - leastOfRoles + 1);
    return {
      id: `a${i}`,
      start,
      end: start + 30 * (1 + random.next(8)),
      month: MONTHS[start < MONTH ? 0 : 1] ?? '',
      place: random.chance(20) ? undefined : { x: random.next(9000), y: random.next(9000) },
      need: random.next(101),
      least: random.next(most + 1),
      most,
      roles,
    };
  });
  const volunteers = Array.from({ length: size.volunteers }, (_, i) => ({
    id: `v${i}`,
    eligible: !random.chance(10),
    skills: some(),
    free: random.chance(50) ? undefined : [0, 1].map(() => span(random)),
    wishes: activities.filter(() => random.chance(60)).map(({ id }) => ({ activityId: id, points: random.next(101) })),
    minutesPerMonth: 60 * random.next(10),
    minutesTaken: random.chance(20) ? [{ month: '2027-03', minutes: 60 }] : undefined,
    minutesSoFar: 30 * random.next(40),
    supervisorId: size.supervisors && random.chance(70) ? `s${random.next(size.supervisors)}` : undefined,
  }));
  const seat = (): Seat => {
    const activity = random.pick(activities);
    return { volunteerId: random.pick(volunteers).id, activityId: activity.id, role: random.pick(activity.roles).role };
  };
  const problem: SeatsProblem = {
    volunteers,
    activities,
    supervisors: Array.from({ length: size.supervisors ?? 0 }, (_, i) => ({ id: `s${i}`, places: random.next(5) })),
    locks: [],
    vetoes: random.chance(30) ? [seat(), { ...seat(), role: undefined }] : [],
    previous: random.chance(40) ? [seat(), seat()] : [],
    rules: {
      gapMinutes: 30 * random.next(2),
      metresPerMinute: 100,
      penalty: random.pick([0, 500, 9000]),
      evenness: random.pick([0, 3, 40]),
      stayBonus: 300,
    },
    weights: {
      version: 1,
      criteria: [
        { criterion: 'preference', weight: 30, why: 'x' },
        { criterion: 'skills', weight: random.next(20), why: 'x' },
        { criterion: 'need', weight: 10, why: 'x' },
      ],
    },
  };
  const reading = new SeatsReading(problem, new Set());
  const lock = seat();
  const could = reading.worth(lock.volunteerId, lock.activityId, lock.role) !== undefined;
  const there = activities.find(({ id }) => id === lock.activityId)?.most ?? 0;
  return random.chance(30) && could && there > 0 ? { ...problem, locks: [lock] } : problem;
}

function span(random: Seeded): { from: number; to: number } {
  const from = 30 * random.next((2 * MONTH) / 30);
  return { from, to: from + 30 * random.next(100) };
}

/** The same plan with every list in another order. */
export function shuffledSeats(random: Seeded, problem: SeatsProblem): SeatsProblem {
  return {
    ...problem,
    volunteers: random.shuffle(
      problem.volunteers.map((v) => ({
        ...v,
        wishes: random.shuffle(v.wishes),
        skills: random.shuffle(v.skills),
        free: v.free && random.shuffle(v.free),
      })),
    ),
    activities: random.shuffle(problem.activities.map((a) => ({ ...a, roles: random.shuffle(a.roles) }))),
    supervisors: random.shuffle(problem.supervisors),
    locks: random.shuffle(problem.locks),
    vetoes: random.shuffle(problem.vetoes),
    previous: random.shuffle(problem.previous),
    weights: { ...problem.weights, criteria: random.shuffle(problem.weights.criteria) },
  };
}

/** The greatest worth of any plan, by trying everything; -Infinity where what is locked cannot be. */
export function bruteForceSeats(problem: SeatsProblem, closed: ReadonlySet<string>): number {
  const reading = new SeatsReading(problem, closed);
  const roles = problem.activities.flatMap((activity) => activity.roles.map(({ role }) => ({ activity, role })));
  const taken = new Map<string, number>();
  const count = (key: string, by: number) => taken.set(key, (taken.get(key) ?? 0) + by);
  const left = (key: string, most: number) => (taken.get(key) ?? 0) < most;
  const finish = () =>
    problem.activities.reduce((sum, activity) => {
      if (closed.has(activity.id)) return sum;
      const used = activity.roles.map(({ role }) => taken.get(`${activity.id} ${role}`) ?? 0);
      return sum - problem.rules.penalty * reading.missing(activity, used);
    }, 0);
  const best = (v: number, index: number, mine: readonly (typeof roles)[number][], worth: number): number => {
    const volunteer = problem.volunteers[v];
    if (!volunteer) return worth + finish();
    const here = roles[index];
    if (!here) {
      const minutes = new Map<string, number>();
      for (const { activity } of mine) {
        minutes.set(activity.month, (minutes.get(activity.month) ?? 0) + activity.end - activity.start);
      }
      let after = worth;
      for (const [month, given] of minutes) {
        if (given > reading.minutesLeft(volunteer, month)) return -Infinity;
        after -= reading.unevenness(volunteer, given);
      }
      return best(v + 1, 0, [], after);
    }
    const { activity, role } = here;
    const locked = reading.isLocked(volunteer.id, activity.id, role);
    let most = locked ? -Infinity : best(v, index + 1, mine, worth);
    const value = reading.worth(volunteer.id, activity.id, role);
    const seats = activity.roles.find((one) => one.role === role)?.seats ?? 0;
    const above = problem.supervisors.find(({ id }) => id === volunteer.supervisorId);
    const free =
      left(activity.id, activity.most) &&
      left(`${activity.id} ${role}`, seats) &&
      (!above || left(above.id, above.places)) &&
      mine.every((one) => reading.inTime(one.activity, activity) || reading.inTime(activity, one.activity));
    if (value === undefined || !free) return most;
    const keys = [activity.id, `${activity.id} ${role}`, ...(above ? [above.id] : [])];
    keys.forEach((key) => count(key, 1));
    most = Math.max(most, best(v, index + 1, [...mine, here], worth + value));
    keys.forEach((key) => count(key, -1));
    return most;
  };
  return best(0, 0, [], 0);
}
