// The checker's own reading of a plan's rules, apart from the solver's.
import type { SeatActivity, SeatsProblem, SeatVolunteer, Span } from './types.js';

export class SeatsReading {
  readonly problem: SeatsProblem;
  readonly closed: ReadonlySet<string>;
  readonly #activities: ReadonlyMap<string, SeatActivity>;
  readonly #volunteers: ReadonlyMap<string, SeatVolunteer>;
  readonly #wishes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #free: ReadonlyMap<string, readonly Span[]>;
  readonly #locks: Named;
  readonly #published: Named;
  readonly #vetoes: Named;
  readonly #middle: { readonly x: number; readonly y: number };

  constructor(problem: SeatsProblem, closed: ReadonlySet<string>) {
    this.problem = problem;
    this.closed = closed;
    this.#activities = new Map(problem.activities.map((activity) => [activity.id, activity]));
    this.#volunteers = new Map(problem.volunteers.map((volunteer) => [volunteer.id, volunteer]));
    this.#wishes = new Map(
      problem.volunteers.map(({ id, wishes }) => [id, new Map(wishes.map((wish) => [wish.activityId, wish.points]))]),
    );
    this.#places = new Map(problem.supervisors.map(({ id, places: some }) => [id, some]));
    this.#free = new Map(
      problem.volunteers.flatMap(({ id, free }) => (free ? [[id, [...free].sort((a, b) => a.from - b.from)]] : [])),
    );
    this.#locks = named(problem.locks);
    this.#published = named(problem.previous);
    this.#vetoes = named(problem.vetoes);
    const places = problem.activities.flatMap(({ place }) => (place ? [place] : []));
    const middle = (all: number[]) => {
      const sorted = [...all].sort((a, b) => a - b);
      return Math.floor(((sorted[0] ?? 0) + (sorted.at(-1) ?? 0)) / 2);
    };
    this.#middle = { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) };
  }

  activity(id: string): SeatActivity | undefined {
    return this.#activities.get(id);
  }

  volunteer(id: string): SeatVolunteer | undefined {
    return this.#volunteers.get(id);
  }

  isLocked(volunteerId: string, activityId: string, role: string): boolean {
    return this.#locks.get(volunteerId)?.has(pair(activityId, role)) === true;
  }

  /** What the seat is worth to the whole; nothing where the volunteer may not take it. */
  worth(volunteerId: string, activityId: string, role: string): number | undefined {
    const volunteer = this.volunteer(volunteerId);
    const activity = this.activity(activityId);
    const asked = activity?.roles.find((one) => one.role === role);
    if (!volunteer || !activity || !asked) return undefined;
    if (!this.isLocked(volunteerId, activityId, role)) {
      if (this.closed.has(activityId) || !this.#may(volunteer, activity, role)) return undefined;
    }
    const helps = asked.helpful.filter((skill) => volunteer.skills.includes(skill)).length;
    let worth = this.#published.get(volunteerId)?.has(pair(activityId, role)) ? this.problem.rules.stayBonus : 0;
    for (const { criterion, weight } of this.problem.weights.criteria) {
      if (criterion === 'preference') worth += weight * (this.#wishes.get(volunteerId)?.get(activityId) ?? 0);
      if (criterion === 'need') worth += weight * activity.need;
      if (criterion === 'skills') {
        worth += weight * (asked.helpful.length === 0 ? 100 : Math.floor((100 * helps) / asked.helpful.length));
      }
    }
    return worth;
  }

  #may(volunteer: SeatVolunteer, activity: SeatActivity, role: string): boolean {
    const asked = activity.roles.find((one) => one.role === role);
    const vetoes = this.#vetoes.get(volunteer.id);
    return (
      asked !== undefined &&
      asked.seats > 0 &&
      activity.most > 0 &&
      volunteer.eligible &&
      this.#places.get(volunteer.supervisorId ?? '') !== 0 &&
      asked.required.every((skill) => volunteer.skills.includes(skill)) &&
      isCovered(activity.start, activity.end, this.#free.get(volunteer.id)) &&
      activity.end - activity.start <= this.minutesLeft(volunteer, activity.month) &&
      !vetoes?.has(pair(activity.id, role)) &&
      !vetoes?.has(pair(activity.id, undefined))
    );
  }

  /** Whether the volunteer could take the role beside all that is decided for them, were nothing cancelled. */
  couldCome(volunteer: SeatVolunteer, activity: SeatActivity, role: string): boolean {
    if (this.isLocked(volunteer.id, activity.id, role)) return true;
    if (!this.#may(volunteer, activity, role)) return false;
    const held = this.problem.locks.flatMap((lock) =>
      lock.volunteerId === volunteer.id ? (this.activity(lock.activityId) ?? []) : [],
    );
    const minutes = held.reduce((sum, one) => sum + (one.month === activity.month ? one.end - one.start : 0), 0);
    return (
      held.every((one) => this.inTime(one, activity) || this.inTime(activity, one)) &&
      minutes + activity.end - activity.start <= this.minutesLeft(volunteer, activity.month)
    );
  }

  inTime(first: SeatActivity, next: SeatActivity): boolean {
    const { gapMinutes, metresPerMinute } = this.problem.rules;
    const room = next.start - first.end;
    const from = first.place ?? this.#middle;
    const to = next.place ?? this.#middle;
    const reach = room * metresPerMinute;
    return room >= gapMinutes && (from.x - to.x) ** 2 + (from.y - to.y) ** 2 <= reach ** 2;
  }

  minutesLeft(volunteer: SeatVolunteer, month: string): number {
    let left = volunteer.minutesPerMonth;
    for (const taken of volunteer.minutesTaken ?? []) if (taken.month === month) left -= taken.minutes;
    return Math.max(left, 0);
  }

  /** What so many minutes of one month cost, in points. */
  unevenness({ minutesSoFar }: SeatVolunteer, minutes: number): number {
    const then = minutesSoFar + minutes;
    return Math.floor((this.problem.rules.evenness * (then * then - minutesSoFar * minutesSoFar)) / 3600);
  }

  /** Seats of minimums that stay open when so many of each role are taken. */
  missing({ least, roles }: SeatActivity, taken: readonly number[]): number {
    const filled = roles.reduce((sum, role, r) => sum + Math.max(role.least, taken[r] ?? 0), 0);
    const ofRoles = roles.reduce((sum, role, r) => sum + Math.max(0, role.least - (taken[r] ?? 0)), 0);
    return ofRoles + Math.max(0, least - filled);
  }
}

/** By volunteer, the seats that are meant; one without a role means all of its activity. */
type Named = ReadonlyMap<string, ReadonlySet<string>>;

function named(list: readonly { volunteerId: string; activityId: string; role?: string | undefined }[]): Named {
  const lists = new Map<string, Set<string>>();
  for (const { volunteerId, activityId, role } of list) {
    const own = lists.get(volunteerId);
    if (own) own.add(pair(activityId, role));
    else lists.set(volunteerId, new Set([pair(activityId, role)]));
  }
  return lists;
}

const pair = (activityId: string, role: string | undefined) => JSON.stringify([activityId, role ?? null]);

/** Whether spans, by their beginning, cover all of a time; they may touch and overlap. No spans mean always. */
function isCovered(start: number, end: number, spans: readonly Span[] | undefined): boolean {
  if (!spans) return true;
  let covered = start;
  for (const { from, to } of spans) {
    if (from > covered) break;
    if (to > covered) covered = to;
  }
  return covered >= end;
}
