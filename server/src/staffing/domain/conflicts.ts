// What stands against somebody in a seat: what refuses it, and what a worker may decide otherwise after talking with them.
import { atTheirTime, stands, type MonthActivity, type MonthSeat, type MonthVolunteer } from './month-problem.js';
import { SEAT_TAKEN } from '@tongxing/shared/states';
import { tooClose, type DayHours } from '@tongxing/shared/rules';

/** Refused on every path. */
export const HARD_CONFLICTS = ['NOT_ELIGIBLE', 'ELSEWHERE', 'SEATS_TAKEN', 'HAS_SEAT'] as const;
/** Against what the volunteer said, or what the role asks for. */
export const SOFT_CONFLICTS = [
  'SAID_NO',
  'TAKEN_OFF',
  'REST_DAY',
  'NOT_FREE',
  'LACKS_SKILL',
  'HOURS_OF_MONTH',
] as const;
export const SEAT_CONFLICTS = [...HARD_CONFLICTS, ...SOFT_CONFLICTS] as const;
export type SeatConflictCode = (typeof SEAT_CONFLICTS)[number];

export interface SeatConflict {
  readonly code: SeatConflictCode;
  /** Where else they are, by the activity; undefined where it is something else. */
  readonly activityId?: string | undefined;
  /** Its hours, or the hours that are left of their month in minutes. */
  readonly hours?: DayHours | undefined;
  readonly minutesLeft?: number | undefined;
}

export const isHard = ({ code }: SeatConflict): boolean => HARD_CONFLICTS.some((hard) => hard === code);

export interface SeatAsked {
  readonly activity: MonthActivity;
  readonly role: number;
}

/** Everything, never only the first. `seats`: all of the month's, whoever has them. */
export function seatConflicts(
  volunteer: MonthVolunteer,
  { activity, role }: SeatAsked,
  seats: readonly MonthSeat[],
): SeatConflict[] {
  const { personId, wish } = volunteer;
  const own = seats.filter((seat) => seat.personId === personId);
  const here = own.find((seat) => seat.activityId === activity.id);
  const standing = own.filter((seat) => stands(seat) && seat.activityId !== activity.id);
  const asked = activity.roles[role];
  const takenHere = seats.filter((seat) => seat.activityId === activity.id && seat.role === role && stands(seat));
  const given = standing.reduce((sum, seat) => sum + minutes(seat), volunteer.minutesTaken);
  const left = wish.hoursPerMonth * 60 - given;
  const when = (code: SeatConflictCode, is: boolean): SeatConflict[] => (is ? [{ code }] : []);
  return [
    ...when('NOT_ELIGIBLE', !volunteer.mayServe.has(activity.id)),
    ...when('HAS_SEAT', here !== undefined && stands(here)),
    ...elsewhere(activity, standing, volunteer.busy),
    ...when('SEATS_TAKEN', takenHere.length >= (asked?.seats ?? 0)),
    ...when('SAID_NO', here?.state === 'DECLINED'),
    ...when('TAKEN_OFF', here?.state === 'ENDED'),
    ...when('REST_DAY', wish.restDays.includes(activity.onDate)),
    ...when('NOT_FREE', wish.onlyFreeTimes && !atTheirTime(volunteer.freeTimes, activity)),
    ...when('LACKS_SKILL', asked !== undefined && asked.skill !== '' && !volunteer.skills.includes(asked.skill)),
    ...(minutes(activity) > left ? [{ code: 'HOURS_OF_MONTH' as const, minutesLeft: Math.max(0, left) }] : []),
  ];
}

/** H22: another seat, or something else of theirs, at these hours. */
export function elsewhere(
  hours: DayHours,
  seats: readonly (DayHours & { readonly activityId: string })[],
  busy: readonly DayHours[],
): SeatConflict[] {
  return [
    ...seats
      .filter((seat) => tooClose(hours, seat))
      .map((seat) => ({ code: 'ELSEWHERE' as const, activityId: seat.activityId, hours: seat })),
    ...busy.filter((one) => tooClose(hours, one)).map((one) => ({ code: 'ELSEWHERE' as const, hours: one })),
  ];
}

const minutes = ({ startMinute, endMinute }: DayHours) => endMinute - startMinute;

/** Seats that nobody has yet, of one role. */
export const openSeats = (activity: MonthActivity, role: number, seats: readonly MonthSeat[]): number =>
  (activity.roles[role]?.seats ?? 0) -
  seats.filter((seat) => seat.activityId === activity.id && seat.role === role && SEAT_TAKEN.includes(seat.state))
    .length;
