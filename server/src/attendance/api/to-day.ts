import { assertUnreachable } from '@tongxing/shared/kernel';
import { toFinding, toTooMany } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { ArrivalError } from '../arrivals.js';
import type { CheckIn } from '../attendance.entities.js';
import type { DayError, DayView, GuestView } from '../days.js';
import {
  ActivityDayType,
  CheckedInType,
  CheckInRefused,
  DayGuestType,
  DayIncomplete,
  LookedBackType,
} from './day.types.js';

export const toCheckedIn = ({ how, arrival, refusal, inMinute, outMinute }: CheckIn): CheckedInType =>
  make(CheckedInType, { how, arrival, refusal, inMinute, outMinute });

const toGuest = ({ personId, name, expected, readiness, checkIn }: GuestView): DayGuestType =>
  make(DayGuestType, {
    personId: toGlobalId('Person', personId),
    name,
    from: expected?.from ?? null,
    tasks: expected?.tasks ?? null,
    ready: readiness.ready,
    stopped: readiness.stopped,
    checkIn: checkIn ? toCheckedIn(checkIn) : null,
  });

export function toDay({ view, guests, recordedBy, lookBack, needs }: DayView, viewer: PersonActor): ActivityDayType {
  const { activity, venue, inCharge } = view;
  const { state, theme, themeEn, onDate, startMinute, endMinute, version } = activity;
  return make(ActivityDayType, {
    ...{ state, theme, themeEn, onDate, startMinute, endMinute, version },
    activityId: toGlobalId('Activity', activity.id),
    venueName: venue.name,
    inCharge: inCharge.some(({ id }) => id === viewer.personId),
    guests: guests.map(toGuest),
    needs: [...needs],
    recordedBy: recordedBy ?? null,
    lookedBack: recordedBy && lookBack ? make(LookedBackType, { ...lookBack }) : null,
  });
}

export function toDayRefusal(error: DayError) {
  if (error.code !== 'DAY_INCOMPLETE') return toCommonPayload(error);
  return make(DayIncomplete, { code: error.code, message: 'The step needs more.', needs: [...error.needs] });
}

export function toArrivalRefusal(error: ArrivalError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'TOO_MANY_ATTEMPTS':
      return toTooMany(error);
    case 'CHECK_IN_REFUSED': {
      const { code, why, findings } = error;
      return make(CheckInRefused, { code, message: 'Not let in.', why, findings: findings.map(toFinding) });
    }
    default:
      return assertUnreachable(error);
  }
}
