import { assertUnreachable } from '@tongxing/shared/kernel';
import { make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { toTeamName, type BookingError } from '../../teams/index.js';
import type { CompanyYearRun } from '../company-year.entities.js';
import type { WishError } from '../own-years.js';
import type { EntryView, PlaceView, TeamYearView, YearChoice, YearView } from '../year-boards.js';
import type { PlanError } from '../year-plans.js';
import {
  CompanyYearEntryType,
  CompanyYearPlaceType,
  CompanyYearRunType,
  CompanyYearType,
  CompanyYearWishType,
  TeamYearType,
  WishesClosed,
  YearChoiceType,
  YearDayImpossible,
  YearDayTaken,
  YearEntryDayType,
  YearNotReady,
  YearWishOutcomeType,
} from './company-year.types.js';

const entryId = (id: string) => toGlobalId('CompanyYearEntry', id);

function toEntry({ entry, venue, holidays }: EntryView, atDesk: boolean): CompanyYearEntryType {
  const { kind, theme, themeEn, taskGoal, startMinute, endMinute, childrenPerAdult, mostGuests, workers } = entry;
  const { hasOtherTasks, days, times, version, closedAt, closedWhy } = entry;
  return make(CompanyYearEntryType, {
    ...{ kind, theme, themeEn, taskGoal, startMinute, endMinute, childrenPerAdult, mostGuests, workers, times },
    ...{ id: entryId(entry.id), venueId: toGlobalId('Venue', entry.venueId), venue, hasOtherTasks, version },
    childCount: entry.children,
    costPerGuest: entry.costPerGuest.toString(),
    ...{ closedAt, closedWhy },
    days: days.map(({ day, activityId }) =>
      make(YearEntryDayType, {
        ...{ day, planned: activityId !== null },
        activityId: atDesk && activityId !== null ? toGlobalId('Activity', activityId) : null,
        holiday: holidays.get(day)?.name ?? null,
        holidayEn: holidays.get(day)?.nameEn ?? null,
      }),
    ),
  });
}

export function toPlace({ place, entry, reason }: PlaceView): CompanyYearPlaceType {
  const { day, people, state, decided, wishRank, version, bookingId, activityId } = place;
  return make(CompanyYearPlaceType, {
    ...{ day, people, state, decided, wishRank, version, theme: entry.theme, themeEn: entry.themeEn },
    ...{ id: toGlobalId('CompanyYearVisit', place.id), entryId: entryId(entry.id), reason: reason ?? null },
    bookingId: bookingId === null ? null : toGlobalId('TeamBooking', bookingId),
    activityId: activityId === null ? null : toGlobalId('Activity', activityId),
    toDesign: state === 'ACCEPTED' && bookingId === null,
    taskGoal: place.designTaskGoal,
    processGoal: place.designProcessGoal,
    childrenPart: place.designChildrenPart,
    teamYes: place.teamYesAt !== null,
    deskYes: place.deskYesAt !== null,
  });
}

function toTeamYear({
  team,
  wish,
  outcomes,
  places,
  yearsWithout,
  noDay,
  renewal,
  renewalReason,
}: TeamYearView): TeamYearType {
  return make(TeamYearType, {
    team: toTeamName(team),
    wish: wish
      ? make(CompanyYearWishType, {
          ...{ people: wish.people, mostDays: wish.mostDays, months: wish.months, tasks: wish.tasks },
          ...{ budget: wish.budgetFen?.toString() ?? null, version: wish.version, changedAt: wish.changedAt },
          wishes: wish.wishes.map(entryId),
        })
      : null,
    outcomes: outcomes.map(({ entry, given, reasons }) =>
      make(YearWishOutcomeType, { theme: entry.theme, themeEn: entry.themeEn, given, reasons: [...reasons] }),
    ),
    places: places.map(toPlace),
    ...{ yearsWithout, noDay },
    ...{ renewal: renewal?.answer ?? null, renewalReason: renewalReason ?? null, renewalAt: renewal?.saidAt ?? null },
  });
}

export function toYear({ year, stage, entries, teams, run, atDesk }: YearView): CompanyYearType {
  return make(CompanyYearType, {
    ...{ id: toGlobalId('CompanyYear', year.id), year: year.year, stage, wishesUntil: year.wishesUntil },
    ...{
      entries: entries.map((entry) => toEntry(entry, atDesk)),
      teams: teams.map(toTeamYear),
      run: run && toRun(run),
      version: year.version,
    },
  });
}

export function toRun({ id, startedAt, companies, served, days, gapPpm, come, gone }: CompanyYearRun) {
  return make(CompanyYearRunType, {
    ...{ id: toGlobalId('CompanyYearRun', id), startedAt, companies, served, days, gapPpm, come, gone },
  });
}

export const toChoice = ({ entry, day, leastLoss }: YearChoice): YearChoiceType =>
  make(YearChoiceType, {
    ...{ entryId: entryId(entry.id), theme: entry.theme, themeEn: entry.themeEn, day, leastLoss: leastLoss ?? null },
  });

export function toPlanRefusal(error: PlanError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    case 'WISHES_OPEN':
      return make(YearNotReady, { code: error.code, message: 'Companies may still change their wishes.' });
    case 'NOTHING_WISHED':
      return make(YearNotReady, { code: error.code, message: 'No company has wished for anything.' });
    case 'YEAR_BUSY':
      return make(YearNotReady, { code: error.code, message: 'Somebody else changes the plan of this year.' });
    case 'DAY_IMPOSSIBLE':
      return make(YearDayImpossible, {
        ...{ code: error.code, message: 'That day cannot be.', reasons: [...error.reasons] },
      });
    default:
      return assertUnreachable(error);
  }
}

export const toWishRefusal = (error: WishError) =>
  error.code === 'WISHES_CLOSED'
    ? make(WishesClosed, { ...error, message: 'The closing date is over.' })
    : toCommonPayload(error);

export function toBookRefusal(error: BookingError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    default: {
      const free = error.code === 'CAPACITY_FULL' ? error.places.free : null;
      return make(YearDayTaken, { code: error.code, message: 'The places of the day are others’ by now.', free });
    }
  }
}
