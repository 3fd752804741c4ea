// Why a wish of a team is refused, as facts.
import type { LocalDate } from '@tongxing/shared/kernel';
import type { FreePlaces } from '@tongxing/shared/rules';
import type { CommonError } from '../platform/graphql/index.js';

export interface CapacityFullError {
  readonly code: 'CAPACITY_FULL';
  /** What is free for these tasks, and which limit binds. */
  readonly places: FreePlaces;
}
export interface AlreadyBookedError {
  readonly code: 'ALREADY_BOOKED';
  readonly bookingId: string;
}
/** The time of the hold or the offer is over; its places may be somebody else's. */
export interface HoldExpiredError {
  readonly code: 'HOLD_EXPIRED';
}
export interface NoticeOverError {
  readonly code: 'NOTICE_OVER';
  /** The last day on which the team could do this by itself. */
  readonly lastDay: LocalDate;
}
/** The activity is not open to teams, or not any more. */
export interface DayClosedError {
  readonly code: 'DAY_CLOSED';
}
/** There are places: a team that could hold them does not wait for them. */
export interface PlacesFreeError {
  readonly code: 'PLACES_FREE';
  readonly places: FreePlaces;
}
export type BookingError =
  | CommonError
  | CapacityFullError
  | AlreadyBookedError
  | HoldExpiredError
  | NoticeOverError
  | DayClosedError
  | PlacesFreeError;
