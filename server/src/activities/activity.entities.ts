import { Entity, Index } from 'typeorm';
import {
  ACTIVITY_KINDS,
  SERIES_RHYTHMS,
  type ActivityKind,
  type ActivityRole,
  type BudgetLine,
  type SeriesRhythm,
} from '@tongxing/shared/rules';
import { ACTIVITY_STATES, type ActivityState } from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A place in which activities happen, and what somebody saw there. */
@Entity('venue')
@Index('ux_venue_name', ['agencyId', 'name'], { unique: true })
export class Venue {
  @IdColumn() id: string;
  @LinkColumn('venue', 'agencyId', 'agency') agencyId: string;
  @TextColumn(60) name: string;
  @OptionalTextColumn(120) address: string | null;
  /** People whom it holds, everybody counted. */
  @IntColumn() people: number;
  /** Codes of `VENUE_CHECKS` that were seen. */
  @JsonColumn() checks: string[];
  @OptionalDateColumn() checkedOn: string | null;
  @RefColumn() recordedBy: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** Activities that belong together; each of them is planned, passed and called off as its own. */
@Entity('activity_series')
@Index('ux_activity_series_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_activity_series_name', ['agencyId', 'name'])
export class ActivitySeries {
  @IdColumn() id: string;
  @LinkColumn('activity_series', 'agencyId', 'agency') agencyId: string;
  @TextColumn(80) name: string;
  /** Null: brought in by a list, whose days follow no rhythm that is known. */
  @OptionalEnumColumn('activity_series', 'every', SERIES_RHYTHMS) every: SeriesRhythm | null;
  @RefColumn() madeBy: string;
  @TextColumn(64) requestId: string;
  @InstantColumn() createdAt: string;
}

/** A day's activity (SM8), with its plan. */
@Entity('activity')
@Index('ix_activity_calendar', ['agencyId', 'onDate'])
@Index('ux_activity_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_activity_series', ['seriesId', 'onDate'])
export class Activity {
  @IdColumn() id: string;
  @LinkColumn('activity', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity', 'venueId', 'venue') venueId: string;
  @OptionalLinkColumn('activity', 'seriesId', 'activity_series') seriesId: string | null;
  @EnumColumn('activity', 'kind', ACTIVITY_KINDS.map(({ code }) => code))
  kind: ActivityKind;
  @TextColumn(80) theme: string;
  @OptionalTextColumn(120) themeEn: string | null;
  @DateColumn() onDate: string;
  /** Minutes since midnight, by the agency's clock. */
  @IntColumn() startMinute: number;
  @IntColumn() endMinute: number;
  /** Which children, as a group with a name: visits by outsiders are counted by it. */
  @OptionalTextColumn(60) childrenGroup: string | null;
  @IntColumn() children: number;
  @IntColumn() childrenPerAdult: number;
  @TextColumn(300) taskGoal: string;
  @TextColumn(300) processGoal: string;
  @TextColumn(500) childrenPart: string;
  @OptionalLongTextColumn() riskChildrenSealed: string | null;
  @OptionalLongTextColumn() riskStaffSealed: string | null;
  @JsonColumn() roles: ActivityRole[];
  @JsonColumn() budget: BudgetLine[];
  @EnumColumn('activity', 'state', ACTIVITY_STATES) state: ActivityState;
  @RefColumn() plannedBy: string;
  @OptionalRefColumn() reviewedBy: string | null;
  @OptionalLongTextColumn() cancelReasonSealed: string | null;
  @TextColumn(64) requestId: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** Who of the team is in charge of an activity. */
@Entity('activity_worker')
@Index('ux_activity_worker', ['activityId', 'personId'], { unique: true })
@Index('ix_activity_worker_person', ['agencyId', 'personId'])
export class ActivityWorker {
  @IdColumn() id: string;
  @LinkColumn('activity_worker', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity_worker', 'activityId', 'activity') activityId: string;
  @LinkColumn('activity_worker', 'personId', 'person') personId: string;
}

/** One row a day, to be locked: of two plans for the same hours one is passed (H22). */
@Entity('activity_day')
@Index('ux_activity_day', ['agencyId', 'day'], { unique: true })
export class ActivityDay {
  @IdColumn() id: string;
  @LinkColumn('activity_day', 'agencyId', 'agency') agencyId: string;
  @DateColumn() day: string;
}

/** That an open activity was moved: from when and where, by whom, and why. */
@Entity('activity_moving')
@Index('ix_activity_moving', ['activityId', 'movedAt'])
export class ActivityMoving {
  @IdColumn() id: string;
  @LinkColumn('activity_moving', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity_moving', 'activityId', 'activity') activityId: string;
  @DateColumn() fromDate: string;
  /** From which minute until which it would have been. */
  @IntColumn() fromMinute: number;
  @IntColumn() untilMinute: number;
  @LinkColumn('activity_moving', 'fromVenueId', 'venue') fromVenueId: string;
  @DateColumn() toDate: string;
  @OptionalLongTextColumn() reasonSealed: string | null;
  @RefColumn() movedBy: string;
  @InstantColumn() movedAt: string;
}
