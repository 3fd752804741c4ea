// When somebody is told that what lets them serve comes to its end: in steps, so that nobody falls off unwarned.
import { daysBetween, type LocalDate } from '../kernel/index.js';

/** What reminders are about. Other parts of the platform add facts of their own kinds. */
export const REMINDER_KINDS = [
  'TRAINING',
  'VOLUNTEER_AGREEMENT',
  'RECORD_CHECK',
  /** Of a colleague at the desk: no adult is exempt. */
  'COLLEAGUE_CHECK',
  /** A minor comes of age: from then on a record check is needed like everybody's (H8). */
  'COMING_OF_AGE',
  /** The agreement ends, and the next one, of a new version or of the same, waits for the volunteer's own hand. */
  'AGREEMENT_VERSION',
  /** The same, signed by the volunteer, and waiting for others. */
  'AGREEMENT_AWAITED',
  'SUPERVISION',
  'CONTACT',
  /** A day with a team, for which somebody on its roster still misses something. */
  'TEAM_DAY',
  /** By today a record check has to be there, or it is the tasks without children (T11). */
  'TEAM_DAY_CHECK',
  /** The coordinator's roster, in numbers, until everybody has to be cleared. */
  'TEAM_ROSTER',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Days before the last day on which somebody is told again, after the first time; −1 is the day after it. */
export const LATER_STEPS = [30, 7, 1, 0, -1] as const;
export const ENDED_STEP = -1;
/** Whoever has been without for longer is not written to any more: they stand on the desk's lists. */
export const LATE_DAYS = 60;

/**
 * The step that is due on a day for something whose last day is `lastDay`, or undefined while it is too early or long
 * past. A step that nobody could be told of on its own day (the platform was off, the fact came late) is due on the days
 * after, until the next one takes its place: asked every day, no fact passes its end without a step.
 */
export function reminderStep(lastDay: LocalDate, today: LocalDate, firstDays: number): number | undefined {
  const left = daysBetween(today, lastDay);
  if (left < -LATE_DAYS || left > firstDays) return undefined;
  const steps = [firstDays, ...LATER_STEPS.filter((step) => step < firstDays)];
  return steps.filter((step) => step >= left).at(-1) ?? ENDED_STEP;
}

/** Days before a team's day on which whoever still misses something hears of it. */
export const TEAM_DAY_STEPS = [14, 7, 2] as const;
/** Days before the day by which everybody has to be cleared on which the coordinator hears: weekly, the last two before it. */
export const TEAM_ROSTER_STEPS = [30, 23, 16, 9, 2] as const;
/** Kinds about a team's day: its people's own, and nothing for those who stand beside volunteers. */
export const TEAM_REMINDER_KINDS: readonly ReminderKind[] = ['TEAM_DAY', 'TEAM_DAY_CHECK', 'TEAM_ROSTER'];

/**
 * The same with steps of one's own, the farthest first: undefined before the first of them, and once the last day is over.
 * Nothing is said after it.
 */
export function stepAmong(steps: readonly number[], lastDay: LocalDate, today: LocalDate): number | undefined {
  const left = daysBetween(today, lastDay);
  return left < 0 ? undefined : steps.filter((step) => step >= left).at(-1);
}
