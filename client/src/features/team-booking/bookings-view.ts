// In which order a coordinator wants to see bookings: what runs out first, what comes next, what waits, what has been.
import type { TeamBookingState } from '../../gql/graphql.js';

interface Booking {
  readonly state: TeamBookingState;
  readonly secondsLeft?: number | null;
}
/** When a booked day is. */
export interface When {
  readonly onDate: string;
  readonly startMinute: number;
}
export interface BookingGroups<One> {
  /** A hold or an offer that still stands, what runs out first at the top. */
  readonly yours: readonly One[];
  /** Agreed or asked for, the next day first; so are those that wait. */
  readonly coming: readonly One[];
  readonly waiting: readonly One[];
  /** The last day first. */
  readonly past: readonly One[];
}

const COMING: readonly TeamBookingState[] = ['REQUESTED', 'CONFIRMED', 'ROSTER_LOCKED'];

/** A hold or an offer whose time is over, whether or not the server has written so. */
export const hasRunOut = ({ state, secondsLeft }: Pick<Booking, 'state' | 'secondsLeft'>): boolean =>
  (state === 'HELD' || state === 'OFFERED') && secondsLeft === 0;

/** Whether the team still has it: neither cancelled nor run out. */
export const isLiving = (one: Pick<Booking, 'state' | 'secondsLeft'>): boolean =>
  one.state !== 'CANCELLED' && !hasRunOut(one);

export function bookingGroups<One extends Booking>(
  bookings: readonly One[],
  whenOf: (one: One) => When,
): BookingGroups<One> {
  const stands = (one: One) => (one.state === 'HELD' || one.state === 'OFFERED') && !hasRunOut(one);
  const of = (holds: (one: One) => boolean) => bookings.filter(holds);
  const byDay = (a: One, b: One) => compare(whenOf(a), whenOf(b));
  return {
    yours: of(stands).sort((a, b) => (a.secondsLeft ?? 0) - (b.secondsLeft ?? 0)),
    coming: of(({ state }) => COMING.includes(state)).sort(byDay),
    waiting: of(({ state }) => state === 'WAITLISTED').sort(byDay),
    past: of((one) => hasRunOut(one) || ['ATTENDED', 'REPORTED', 'CANCELLED'].includes(one.state))
      .sort(byDay)
      .reverse(),
  };
}

const compare = (a: When, b: When): number =>
  a.onDate === b.onDate ? a.startMinute - b.startMinute : a.onDate < b.onDate ? -1 : 1;
