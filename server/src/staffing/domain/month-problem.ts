// One month of open activities and everybody who could come, as the engine of seats reads it: ids, minutes and points.
import { addDays, daysBetween, localDate, weekdayOf, type LocalDate } from '@tongxing/shared/kernel';
import {
  DEFAULT_SEAT_RULES,
  DEFAULT_SEAT_WEIGHTS,
  type Seat,
  type SeatActivity,
  type SeatsProblem,
  type SeatVolunteer,
  type Span,
  type WeeklyTime,
} from '@tongxing/shared/matching';
import {
  ACTIVITY_GAP_MINUTES,
  leastVolunteers,
  type ActivityKind,
  type ActivityRole,
  type ActivityWish,
  type DayHours,
} from '@tongxing/shared/rules';
import type { SeatSource } from './seat-sources.js';
import type { SeatState } from '@tongxing/shared/states';

export interface MonthActivity extends DayHours {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly children: number;
  readonly childrenPerAdult: number;
  readonly roles: readonly ActivityRole[];
  readonly inChargeIds: readonly string[];
}
export interface MonthSeat extends DayHours {
  readonly activityId: string;
  readonly personId: string;
  readonly role: number;
  readonly state: SeatState;
  readonly source: SeatSource;
}
export interface MonthVolunteer {
  readonly personId: string;
  readonly skills: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly wish: ActivityWish;
  /** Where else they are, in this agency. */
  readonly busy: readonly DayHours[];
  /** Published minutes of the months before. */
  readonly minutesSoFar: number;
  /** Published minutes of this month at activities that are not planned here any more. */
  readonly minutesTaken: number;
  /** Activities on whose day the eligibility function lets them serve. */
  readonly mayServe: ReadonlySet<string>;
}
export interface MonthFacts {
  /** As 2027-03. */
  readonly month: string;
  readonly activities: readonly MonthActivity[];
  readonly volunteers: readonly MonthVolunteer[];
  /** Every seat of these activities, whatever its state. */
  readonly seats: readonly MonthSeat[];
}

const DAY = 24 * 60;
const LIKED = 60;
const AT_THEIR_TIME = 40;
/** More than any wish is worth: a seat changes hands where a minimum or another seat needs it, never for a nicer fit. */
const STAY_BONUS = 6_000;
const MOST_NEED = 100;
/** How much one expected child adds to how needed an activity is. */
const NEED_PER_CHILD = 4;

export const roleName = (role: number): string => `r${role}`;
export const roleIndex = (name: string): number => Number(name.slice(1));

/** A seat that stays in any plan: told to the volunteer, or put there by a worker. */
export const stands = ({ state, source }: MonthSeat): boolean =>
  state === 'PUBLISHED' || (state === 'PROPOSED' && source === 'HAND');

export function monthProblem(facts: MonthFacts): SeatsProblem {
  const { month, activities, seats } = facts;
  const first = localDate(`${month}-01`);
  const mayServe = new Map(facts.volunteers.map(({ personId, mayServe }) => [personId, mayServe]));
  const isKnown = (seat: MonthSeat) => mayServe.get(seat.personId)?.has(seat.activityId) === true;
  const locks = seats.filter((seat) => stands(seat) && isKnown(seat));
  const lockedMinutes = new Map<string, number>();
  for (const { personId, startMinute, endMinute } of locks) {
    lockedMinutes.set(personId, (lockedMinutes.get(personId) ?? 0) + endMinute - startMinute);
  }
  const refused = seats.filter(({ personId, state }) => mayServe.has(personId) && !isTaken(state));
  const lapsed = seats.filter((seat) => mayServe.has(seat.personId) && stands(seat) && !isKnown(seat));
  return {
    activities: activities.map((activity) => toActivity(activity, month, first)),
    volunteers: facts.volunteers.map((one) => toVolunteer(one, facts, first, lockedMinutes.get(one.personId) ?? 0)),
    supervisors: [],
    locks: locks.map(toSeat),
    vetoes: [
      ...[...refused, ...lapsed].map(({ personId, activityId }) => ({ volunteerId: personId, activityId })),
      ...facts.volunteers.flatMap(({ personId: volunteerId, mayServe: days }) =>
        days.size === 0
          ? []
          : activities.filter(({ id }) => !days.has(id)).map(({ id: activityId }) => ({ volunteerId, activityId })),
      ),
    ],
    previous: seats.filter((seat) => isTaken(seat.state) && isKnown(seat)).map(toSeat),
    rules: { ...DEFAULT_SEAT_RULES, gapMinutes: ACTIVITY_GAP_MINUTES, stayBonus: STAY_BONUS },
    weights: DEFAULT_SEAT_WEIGHTS,
  };
}

const isTaken = (state: SeatState) => state === 'PROPOSED' || state === 'PUBLISHED';
const toSeat = ({ personId, activityId, role }: MonthSeat): Seat => ({
  volunteerId: personId,
  activityId,
  role: roleName(role),
});

const minuteOf = (first: LocalDate, onDate: string, minute: number): number =>
  daysBetween(first, onDate as LocalDate) * DAY + minute;

function toActivity(activity: MonthActivity, month: string, first: LocalDate): SeatActivity {
  const { id, onDate, startMinute, endMinute, roles, inChargeIds, children } = activity;
  const most = roles.reduce((sum, { seats }) => sum + seats, 0);
  return {
    id,
    start: minuteOf(first, onDate, startMinute),
    end: minuteOf(first, onDate, endMinute),
    month,
    need: Math.min(MOST_NEED, children * NEED_PER_CHILD),
    least: leastVolunteers({ ...activity, workers: inChargeIds.length, seats: most }),
    most,
    roles: roles.map(({ seats, skill }, role) => ({
      role: roleName(role),
      seats,
      least: 0,
      required: skill === '' ? [] : [skill],
      helpful: [],
    })),
  };
}

function toVolunteer(
  volunteer: MonthVolunteer,
  { activities, month }: MonthFacts,
  first: LocalDate,
  lockedMinutes: number,
): SeatVolunteer {
  const { personId, skills, wish, minutesSoFar, minutesTaken, mayServe } = volunteer;
  return {
    id: personId,
    eligible: mayServe.size > 0,
    skills: [...new Set(skills)],
    free: freeSpans(volunteer, month, first),
    wishes: activities.map((activity) => ({ activityId: activity.id, points: wishPoints(volunteer, activity) })),
    // What was decided stays, also where the volunteer wishes less by now.
    minutesPerMonth: Math.max(wish.hoursPerMonth * 60, lockedMinutes + minutesTaken),
    minutesTaken: minutesTaken === 0 ? [] : [{ month, minutes: minutesTaken }],
    minutesSoFar,
  };
}

export function atTheirTime(freeTimes: readonly WeeklyTime[], hours: DayHours): boolean {
  const weekday = weekdayOf(hours.onDate as LocalDate);
  return freeTimes.some(
    (time) => time.weekday === weekday && time.startMinute <= hours.startMinute && hours.endMinute <= time.endMinute,
  );
}

function wishPoints({ wish, freeTimes }: MonthVolunteer, activity: MonthActivity): number {
  const liked = wish.kinds.length === 0 ? LIKED / 2 : wish.kinds.includes(activity.kind) ? LIKED : 0;
  return liked + (atTheirTime(freeTimes, activity) ? AT_THEIR_TIME : 0);
}

/** When somebody can come in this month; undefined: always. */
function freeSpans(volunteer: MonthVolunteer, month: string, first: LocalDate): Span[] | undefined {
  const { wish, busy, freeTimes } = volunteer;
  const away = [
    ...wish.restDays.filter((day) => day.startsWith(month)).map((day) => wholeDay(first, day)),
    ...busy.map(({ onDate, startMinute, endMinute }) => ({
      from: Math.max(0, minuteOf(first, onDate, startMinute) - ACTIVITY_GAP_MINUTES + 1),
      to: minuteOf(first, onDate, endMinute) + ACTIVITY_GAP_MINUTES - 1,
    })),
  ];
  if (away.length === 0 && !wish.onlyFreeTimes) return undefined;
  const days = daysOf(month, first);
  const whole = wish.onlyFreeTimes
    ? days.flatMap((day) =>
        freeTimes
          .filter(({ weekday }) => weekday === weekdayOf(day))
          .map(({ startMinute, endMinute }) => ({
            from: minuteOf(first, day, startMinute),
            to: minuteOf(first, day, endMinute),
          })),
      )
    : [{ from: 0, to: days.length * DAY }];
  return away.reduce(without, whole);
}

function wholeDay(first: LocalDate, day: string): Span {
  const from = minuteOf(first, day, 0);
  return { from, to: from + DAY };
}

function daysOf(month: string, first: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

function without(spans: readonly Span[], away: Span): Span[] {
  return spans.flatMap((span) => {
    if (away.to <= span.from || span.to <= away.from) return [span];
    const parts = [
      { from: span.from, to: away.from },
      { from: away.to, to: span.to },
    ];
    return parts.filter(({ from, to }) => from < to);
  });
}
