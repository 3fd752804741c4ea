import { make, toGlobalId } from '../../platform/graphql/index.js';
import type { StaffedActivityView, StaffingBoard, SeatView } from '../boards.js';
import type { SeatConflict } from '../domain/conflicts.js';
import type { OwnSeat, OwnWish } from '../own-seats.js';
import type { SeatReasonView } from '../seat-reasons.js';
import type { SeatAssignment, StaffingRun } from '../staffing.entities.js';
import {
  MyActivityWishesType,
  MySeatType,
  SeatAssignmentType,
  SeatConflictType,
  SeatPartType,
  SeatReasonType,
  StaffedActivityType,
  StaffedRoleType,
  StaffingBoardType,
  StaffingRunType,
} from './staffing.types.js';

/** Themes by the id of the activity. */
export type Themes = ReadonlyMap<string, string>;

export const toConflict = ({ code, activityId, hours, minutesLeft }: SeatConflict, themes: Themes): SeatConflictType =>
  make(SeatConflictType, {
    code,
    theme: themes.get(activityId ?? '') ?? null,
    startMinute: hours?.startMinute ?? null,
    endMinute: hours?.endMinute ?? null,
    minutesLeft: minutesLeft ?? null,
  });

export const toRun = ({ id, startedAt, certificateChecked, ...run }: StaffingRun): StaffingRunType =>
  make(StaffingRunType, {
    ...{ id: toGlobalId('StaffingRun', id), startedAt, checked: certificateChecked },
    ...{ activities: run.activities, volunteers: run.volunteers, seats: run.seats, gapPpm: run.gapPpm },
    ...{ come: run.come, gone: run.gone, durationMs: run.durationMs },
  });

export function toBoard({ month, activities, run, mayServe, everybody }: StaffingBoard): StaffingBoardType {
  const themes = new Map(activities.map(({ view }) => [view.activity.id, view.activity.theme]));
  return make(StaffingBoardType, {
    ...{ month, mayServe, everybody },
    activities: activities.map((one) => toStaffed(one, run, themes)),
    run: run && toRun(run),
  });
}

function toStaffed(
  { view, least, seats }: StaffedActivityView,
  run: StaffingRun | null,
  themes: Themes,
): StaffedActivityType {
  const { id, theme, themeEn, onDate, startMinute, endMinute, roles } = view.activity;
  return make(StaffedActivityType, {
    ...{ theme, themeEn, onDate, startMinute, endMinute, least },
    id: toGlobalId('Activity', id),
    venueName: view.venue.name,
    reachable: run?.cancelling.find((one) => one.activityId === id)?.reachable ?? null,
    roles: roles.map(({ task, skill, seats: most }, role) =>
      make(StaffedRoleType, {
        ...{ role, task, skill, seats: most },
        taken: seats.filter(({ seat }) => seat.role === role).map((one) => toSeat(one, themes)),
      }),
    ),
  });
}

export function toSeat({ seat, volunteerId, name, conflicts, reason }: SeatView, themes: Themes): SeatAssignmentType {
  const { id, role, state, source, version } = seat;
  return make(SeatAssignmentType, {
    ...{ role, state, source, version, name, accepted: isAccepted(seat), reason: reason ?? null },
    id: toGlobalId('SeatAssignment', id),
    volunteerId: volunteerId === undefined ? null : toGlobalId('Volunteer', volunteerId),
    conflicts: conflicts.map((one) => toConflict(one, themes)),
  });
}

export function toReason(view: SeatReasonView, themes: Themes): SeatReasonType {
  const { volunteerId, name, chosen, explained, conflicts } = view;
  return make(SeatReasonType, {
    ...{ name, chosen },
    volunteerId: toGlobalId('Volunteer', volunteerId),
    parts: (explained?.parts ?? []).map(({ criterion, points }) => make(SeatPartType, { criterion, points })),
    leastLoss: explained?.leastLoss ?? null,
    conflicts: conflicts.map((one) => toConflict(one, themes)),
  });
}

export function toMySeat({ seat, view }: OwnSeat): MySeatType {
  const { kind, theme, themeEn, onDate, startMinute, endMinute, roles, state } = view.activity;
  return make(MySeatType, {
    ...{ kind, theme, themeEn, onDate, startMinute, endMinute },
    ...{ state: seat.state, version: seat.version, accepted: isAccepted(seat) },
    id: toGlobalId('SeatAssignment', seat.id),
    venueName: view.venue.name,
    venueAddress: view.venue.address,
    task: roles[seat.role]?.task ?? '',
    inCharge: view.inCharge.map(({ name }) => name),
    calledOff: state === 'CANCELLED',
  });
}

export const toMyWishes = ({ kinds, hoursPerMonth, restDays, onlyFreeTimes, version }: OwnWish): MyActivityWishesType =>
  make(MyActivityWishesType, { kinds: [...kinds], hoursPerMonth, restDays: [...restDays], onlyFreeTimes, version });

const isAccepted = ({ state, answeredAt }: SeatAssignment) => state === 'PUBLISHED' && answeredAt !== null;
