import { Entity, Index } from 'typeorm';
import type { ActivityKind } from '@tongxing/shared/rules';
import { SEAT_STATES, type SeatState } from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { SEAT_SOURCES, type SeatSource } from './domain/seat-sources.js';

/** What a volunteer wishes about activities, by their own hand; no row: nothing was said. */
@Entity('activity_wish')
@Index('ux_activity_wish_person', ['agencyId', 'personId'], { unique: true })
export class ActivityWishRow {
  @IdColumn() id: string;
  @LinkColumn('activity_wish', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity_wish', 'personId', 'person') personId: string;
  @JsonColumn() kinds: ActivityKind[];
  @IntColumn() hoursPerMonth: number;
  /** Dates. */
  @JsonColumn() restDays: string[];
  @FlagColumn() onlyFreeTimes: boolean;
  @IntColumn() version: number;
  @InstantColumn() changedAt: string;
}

export interface CancelSuggested {
  readonly activityId: string;
  readonly least: number;
  readonly reachable: number;
}
export interface ShortOf {
  readonly activityId: string;
  readonly missing: number;
}

/** One solve for the seats of a month, kept so that anyone may prove it again. */
@Entity('staffing_run')
@Index('ux_staffing_run_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_staffing_run_month', ['agencyId', 'month', 'startedAt'])
export class StaffingRun {
  @IdColumn() id: string;
  @LinkColumn('staffing_run', 'agencyId', 'agency') agencyId: string;
  /** The client's own id of the request: a retry finds the run instead of making another. */
  @TextColumn(64) requestId: string;
  /** As 2027-03. */
  @TextColumn(7) month: string;
  @RefColumn() startedBy: string;
  @InstantColumn() startedAt: string;
  @IntColumn() activities: number;
  /** Who could come to at least one of them. */
  @IntColumn() volunteers: number;
  @IntColumn() seats: number;
  @TextColumn(20) objective: string;
  @TextColumn(20) bound: string;
  @IntColumn() gapPpm: number;
  @FlagColumn() certificateChecked: boolean;
  @TextColumn(64) inputHash: string;
  @IntColumn() weightsVersion: number;
  @IntColumn() durationMs: number;
  @JsonColumn() cancelling: CancelSuggested[];
  @JsonColumn() shortOf: ShortOf[];
  /** Seats that were other in the proposals before: newly taken, and left. */
  @IntColumn() come: number;
  @IntColumn() gone: number;
}

export const RUN_PARTS = ['INPUT', 'SOLUTION'] as const;

/** What proves a run again, compressed, sealed (it tells when people are away), in parts. */
@Entity('staffing_run_part')
@Index('ux_staffing_run_part', ['runId', 'kind', 'part'], { unique: true })
export class StaffingRunPart {
  @IdColumn() id: string;
  @LinkColumn('staffing_run_part', 'runId', 'staffing_run') runId: string;
  @EnumColumn('staffing_run_part', 'kind', RUN_PARTS) kind: (typeof RUN_PARTS)[number];
  @IntColumn() part: number;
  @LongTextColumn() body: string;
}

/** One volunteer at one activity. Its hours stand here too, so that one locking read tells where somebody is (H22). */
@Entity('seat_assignment')
@Index('ux_seat_assignment', ['activityId', 'personId'], { unique: true })
@Index('ix_seat_assignment_day', ['agencyId', 'onDate'])
@Index('ix_seat_assignment_person', ['agencyId', 'personId', 'onDate'])
export class SeatAssignment {
  @IdColumn() id: string;
  @LinkColumn('seat_assignment', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('seat_assignment', 'activityId', 'activity') activityId: string;
  @LinkColumn('seat_assignment', 'personId', 'person') personId: string;
  /** Which of the activity's roles, counted from 0. */
  @IntColumn() role: number;
  @DateColumn() onDate: string;
  @IntColumn() startMinute: number;
  @IntColumn() endMinute: number;
  @EnumColumn('seat_assignment', 'source', SEAT_SOURCES) source: SeatSource;
  @EnumColumn('seat_assignment', 'state', SEAT_STATES) state: SeatState;
  @OptionalRefColumn() runId: string | null;
  /** Points that the engine gave it; null where a worker put somebody there. */
  @OptionalIntColumn() value: number | null;
  @OptionalInstantColumn() publishedAt: string | null;
  @OptionalRefColumn() publishedBy: string | null;
  /** When the volunteer said yes or no. */
  @OptionalInstantColumn() answeredAt: string | null;
  /** Why the volunteer cannot come. */
  @OptionalLongTextColumn() reasonSealed: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}
