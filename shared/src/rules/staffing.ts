// What volunteers wish about activities, how many an activity needs at least, and when two seats are too close (H22).
import { ACTIVITY_GAP_MINUTES, ACTIVITY_KINDS, type ActivityKind } from './activity-codes.js';

/** Asked of whoever has said nothing about their month. */
export const USUAL_HOURS_A_MONTH = 8;
export const MOST_HOURS_A_MONTH = 60;
export const MOST_REST_DAYS = 60;
/** Months before the planned one whose hours count for a fair share. */
export const FAIR_MONTHS = 3;
export const LONGEST_SEAT_REASON = 200;

export interface ActivityWish {
  /** Kinds that the volunteer likes most; none: all the same. */
  readonly kinds: readonly ActivityKind[];
  readonly hoursPerMonth: number;
  /** Days on which they do not come. */
  readonly restDays: readonly string[];
  /** Never outside of the weekly times at which they are free. */
  readonly onlyFreeTimes: boolean;
}
export const NO_WISH: ActivityWish = {
  kinds: [],
  hoursPerMonth: USUAL_HOURS_A_MONTH,
  restDays: [],
  onlyFreeTimes: false,
};

export interface WishProblem {
  readonly field: 'kinds' | 'hoursPerMonth' | 'restDays';
  readonly code: 'OUT_OF_RANGE' | 'TOO_MANY' | 'UNKNOWN';
}

export function wishProblems({ kinds, hoursPerMonth, restDays }: ActivityWish): WishProblem[] {
  const known = kinds.every((kind) => ACTIVITY_KINDS.some(({ code }) => code === kind));
  const within = Number.isInteger(hoursPerMonth) && hoursPerMonth >= 0 && hoursPerMonth <= MOST_HOURS_A_MONTH;
  return [
    ...(known ? [] : [{ field: 'kinds', code: 'UNKNOWN' } as const]),
    ...(within ? [] : [{ field: 'hoursPerMonth', code: 'OUT_OF_RANGE' } as const]),
    ...(restDays.length > MOST_REST_DAYS ? [{ field: 'restDays', code: 'TOO_MANY' } as const] : []),
  ];
}

export interface AdultsAsked {
  readonly children: number;
  readonly childrenPerAdult: number;
  /** Colleagues in charge. */
  readonly workers: number;
  readonly seats: number;
}

/** Volunteers without whom there are not adults enough for the children. */
export const leastVolunteers = ({ children, childrenPerAdult, workers, seats }: AdultsAsked): number =>
  Math.min(seats, Math.max(0, Math.ceil(children / childrenPerAdult) - workers));

export interface DayHours {
  readonly onDate: string;
  /** Minutes since midnight. */
  readonly startMinute: number;
  readonly endMinute: number;
}

/** H22 for one person: overlapping, or with less than an hour for the way and a rest in between. */
export function tooClose(one: DayHours, other: DayHours, gapMinutes = ACTIVITY_GAP_MINUTES): boolean {
  if (one.onDate !== other.onDate) return false;
  return one.startMinute < other.endMinute + gapMinutes && other.startMinute < one.endMinute + gapMinutes;
}
