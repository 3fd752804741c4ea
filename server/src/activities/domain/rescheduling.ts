// Another time for an open activity: what may be asked for, what stands against it, and what each of it means.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { ACTIVITY_LIMITS, type PlanNeed } from '@tongxing/shared/rules';
import type { Problem } from './plan.js';

/** Refuses a move on every path; something else has to change first. */
export const HARD_MOVE_CONFLICTS = [
  'PLAN_NEEDS',
  'VENUE_TAKEN',
  'WORKER_ELSEWHERE',
  'WORKER_LEFT',
  'VOLUNTEER_ELSEWHERE',
  'VOLUNTEER_NOT_ELIGIBLE',
  'TEAM_PLACES',
  'GROUP_VISITS',
  'CHILD_ELSEWHERE',
  'CHILD_VISITS',
] as const;
/** Somebody has to know of it and to say why all the same. */
export const SOFT_MOVE_CONFLICTS = [
  'DAY_OFF',
  'VOLUNTEER_RESTS',
  'VOLUNTEER_NOT_FREE',
  'TEAM_ELSEWHERE',
  'TEAM_NOTICE',
  'TEAM_CHECKS',
  'GUEST_NOT_ELIGIBLE',
  'CHILDREN_TO_ASK',
] as const;
export const MOVE_CONFLICTS = [...HARD_MOVE_CONFLICTS, ...SOFT_MOVE_CONFLICTS] as const;
export type MoveConflictCode = (typeof MOVE_CONFLICTS)[number];

/** The other activity with which something would be in two places. */
export interface OtherActivity {
  readonly id: string;
  readonly theme: string;
  readonly startMinute: number;
  readonly endMinute: number;
}
export interface MoveConflict {
  readonly code: MoveConflictCode;
  /** Of colleagues, volunteers, teams, or of a day off; never of a child or a guest of a team, who are only counted. */
  readonly names?: readonly string[] | undefined;
  readonly count?: number | undefined;
  readonly other?: OtherActivity | undefined;
  readonly needs?: readonly PlanNeed[] | undefined;
}

export interface NewTime {
  readonly onDate: LocalDate;
  /** Minutes since midnight, by the agency's clock. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly venueId: string;
}

const LONGEST_REASON = 300;
const DAY_MINUTES = 24 * 60;

export const isHardMove = ({ code }: MoveConflict): boolean => HARD_MOVE_CONFLICTS.some((hard) => hard === code);

/** Every field that needs another value, with why. `before`: the time that the activity has. */
export function timeProblems(time: NewTime, before: Omit<NewTime, 'onDate'> & { onDate: string }, today: LocalDate) {
  const { onDate, startMinute, endMinute, venueId } = time;
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const wrong = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);
  const same =
    onDate === before.onDate &&
    startMinute === before.startMinute &&
    endMinute === before.endMinute &&
    venueId === before.venueId;
  return [
    ...wrong('onDate', 'IN_THE_PAST', onDate < today),
    ...wrong('onDate', 'TOO_FAR', onDate > addDays(today, ACTIVITY_LIMITS.furthestDays)),
    ...wrong('startMinute', 'OUT_OF_RANGE', !within(startMinute, 0, DAY_MINUTES - 1)),
    ...wrong('endMinute', 'BEFORE_START', !within(endMinute, startMinute + 1, DAY_MINUTES)),
    ...wrong('onDate', 'SAME_TIME', same),
  ];
}

/** What is wrong with a reason for this move; one that nobody is asked for may be empty. */
export function moveReasonProblems(reason: string, conflicts: readonly MoveConflict[]): Problem[] {
  const said = reason.trim();
  if (said.length > LONGEST_REASON) return [{ field: 'reason', code: 'TOO_LONG' }];
  return conflicts.length > 0 && said === '' ? [{ field: 'reason', code: 'REQUIRED' }] : [];
}

/** One conflict for all who share its code and its other activity, in the order in which they came. */
export function gathered(conflicts: readonly MoveConflict[]): MoveConflict[] {
  const found = new Map<string, MoveConflict>();
  for (const one of conflicts) {
    const key = `${one.code} ${one.other?.id ?? ''}`;
    const before = found.get(key);
    const names = [...new Set([...(before?.names ?? []), ...(one.names ?? [])])];
    found.set(key, before ? { ...before, names } : one);
  }
  return [...found.values()];
}
