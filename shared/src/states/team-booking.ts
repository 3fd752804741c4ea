// SM5b: a team's places on a day, from the hold to the report; or by the waitlist.
import type { Machine } from './machine.js';

export const TEAM_BOOKING_STATES = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'ATTENDED',
  'REPORTED',
  'WAITLISTED',
  'OFFERED',
  'CANCELLED',
] as const;
export type TeamBookingState = (typeof TEAM_BOOKING_STATES)[number];

export const TEAM_BOOKING_MACHINE: Machine<TeamBookingState> = {
  HELD: { to: ['REQUESTED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  REQUESTED: { to: ['CONFIRMED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  CONFIRMED: { to: ['ROSTER_LOCKED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  ROSTER_LOCKED: { to: ['ATTENDED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  ATTENDED: { to: ['REPORTED'] },
  REPORTED: { to: [] },
  WAITLISTED: { to: ['OFFERED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  OFFERED: { to: ['CONFIRMED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  CANCELLED: { to: [] },
};

/** Places of these are nobody else's. */
export const TAKES_PLACES: readonly TeamBookingState[] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'ATTENDED',
  'REPORTED',
  'OFFERED',
];

/** Who or what ended a booking. */
export const TEAM_BOOKING_ENDS = ['BY_TEAM', 'BY_AGENCY', 'EXPIRED', 'ACTIVITY_CANCELLED'] as const;
export type TeamBookingEnd = (typeof TEAM_BOOKING_ENDS)[number];
