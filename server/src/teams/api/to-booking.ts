import { addDays, assertUnreachable, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { checkBy, costOf, type FreePlaces } from '@tongxing/shared/rules';
import { make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { BookingError } from '../booking-errors.js';
import type { BookingView } from '../booking-views.js';
import { AGREED, cancelUntil } from '../domain/day.js';
import type { TeamDay } from '../team-days.js';
import {
  AlreadyBooked,
  CapacityFull,
  DayClosed,
  FreePlacesType,
  HoldExpired,
  NoticeOver,
  PlacesFree,
  TeamBookingStepType,
  TeamBookingType,
  TeamDayType,
} from './bookings.types.js';
import { toCostLines, toTeamName } from './to-team.js';

const toPlaces = ({ tasks, free, binding }: FreePlaces): FreePlacesType =>
  make(FreePlacesType, { tasks, free, binding });

/** Where children are at which hour is told to a team that comes, and to nobody who only looks: the name of the venue is enough. */
export function toDay({ view, offer, bookings, places }: TeamDay, today: LocalDate, agreed = false): TeamDayType {
  const { kind, state, theme, themeEn, onDate, startMinute, endMinute, taskGoal, childrenPart } = view.activity;
  const { hasOtherTasks, otherTasks, costLines, cutOffDays, checkLeadDays } = offer;
  const by = checkBy({ onDate: onDate as LocalDate, cutOffDays });
  return make(TeamDayType, {
    ...{ kind, state, theme, themeEn, onDate, startMinute, endMinute, taskGoal, childrenPart },
    id: toGlobalId('Activity', view.activity.id),
    venue: view.venue.name,
    address: agreed ? view.venue.address : null,
    childCount: view.activity.children,
    otherTasks: hasOtherTasks ? otherTasks : null,
    costLines: toCostLines(costLines),
    places: places.map(toPlaces),
    checkBy: by,
    checksInTime: addDays(today, checkLeadDays) <= by,
    cancelUntil: cancelUntil(onDate, offer),
    waiting: bookings.filter((one) => one.state === 'WAITLISTED').length,
  });
}

export function toBooking(view: BookingView, today: LocalDate): TeamBookingType {
  const { booking, team, day, reason, steps, inLine, requestedBy, secondsLeft } = view;
  const { tasks, people, wanted, partly, state, expiresAt, endedHow, costs, budgetFen, version } = booking;
  return make(TeamBookingType, {
    ...{ tasks, people, wanted, partly, state, endedHow, version, requestedBy },
    id: toGlobalId('TeamBooking', booking.id),
    team: toTeamName(team),
    day: toDay(day, today, AGREED.includes(state)),
    expiresAt,
    secondsLeft: secondsLeft ?? null,
    reason: reason ?? null,
    costs: toCostLines(costs),
    cost: costOf(costs, people).toString(),
    budget: budgetFen?.toString() ?? null,
    inLine: inLine ?? null,
    steps: steps.map(({ step, name }) =>
      make(TeamBookingStepType, { at: step.at, state: step.state, people: step.people, by: name }),
    ),
  });
}

export function toBookingRefusal(error: BookingError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    case 'CAPACITY_FULL':
      return make(CapacityFull, { code: error.code, message: 'Not so many places.', places: toPlaces(error.places) });
    case 'PLACES_FREE':
      return make(PlacesFree, { code: error.code, message: 'There are places.', places: toPlaces(error.places) });
    case 'ALREADY_BOOKED':
      return make(AlreadyBooked, {
        code: error.code,
        message: 'The team has a booking on this day.',
        bookingId: toGlobalId('TeamBooking', error.bookingId),
      });
    case 'HOLD_EXPIRED':
      return make(HoldExpired, { code: error.code, message: 'The time is over.' });
    case 'DAY_CLOSED':
      return make(DayClosed, { code: error.code, message: 'The activity is not open.' });
    case 'NOTICE_OVER':
      return make(NoticeOver, { code: error.code, message: 'Too near to the day.', lastDay: error.lastDay });
    default:
      return assertUnreachable(error);
  }
}

export type BookingOutcome = Result<BookingView, BookingError>;
