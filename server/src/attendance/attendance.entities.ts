import { Entity, Index } from 'typeorm';
import {
  ARRIVALS,
  ARRIVAL_REFUSALS,
  CHECK_IN_WAYS,
  type Arrival,
  type ArrivalRefusal,
  type CheckInWay,
} from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** What stays of an activity's day: the key of its codes, who closed the attendance, and the look back (P07, P21). */
@Entity('activity_record')
@Index('ux_activity_record', ['activityId'], { unique: true })
export class ActivityRecord {
  @IdColumn() id: string;
  @LinkColumn('activity_record', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity_record', 'activityId', 'activity') activityId: string;
  /** Of the codes at the door, which are worth nothing after the day. */
  @TextColumn(64) codeKey: string;
  @OptionalRefColumn() recordedBy: string | null;
  @OptionalInstantColumn() recordedAt: string | null;
  /** How far each goal was reached, 1 to 5. */
  @OptionalIntColumn() taskReached: number | null;
  @OptionalIntColumn() processReached: number | null;
  @OptionalLongTextColumn() evaluationSealed: string | null;
  @OptionalLongTextColumn() reflectionSealed: string | null;
  @OptionalRefColumn() evaluatedBy: string | null;
}

/** One person at one activity: let in or refused, and since when until when. A later arrival takes the place of a refusal. */
@Entity('check_in')
@Index('ux_check_in', ['activityId', 'personId'], { unique: true })
@Index('ix_check_in_person', ['agencyId', 'personId'])
export class CheckIn {
  @IdColumn() id: string;
  @LinkColumn('check_in', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('check_in', 'activityId', 'activity') activityId: string;
  @LinkColumn('check_in', 'personId', 'person') personId: string;
  @EnumColumn('check_in', 'how', CHECK_IN_WAYS) how: CheckInWay;
  @EnumColumn('check_in', 'arrival', ARRIVALS) arrival: Arrival;
  @OptionalEnumColumn('check_in', 'refusal', ARRIVAL_REFUSALS) refusal: ArrivalRefusal | null;
  /** Minutes since midnight by the agency's clock. */
  @IntColumn() inMinute: number;
  @OptionalIntColumn() outMinute: number | null;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
}

export const HOURS_STATES = ['RECORDED', 'CONFIRMED'] as const;
export type HoursState = (typeof HOURS_STATES)[number];

/** The hours log: minutes of service of one person; confirmed once the day's attendance is closed. */
@Entity('service_hours')
@Index('ux_service_hours', ['activityId', 'personId'], { unique: true })
@Index('ix_service_hours_person', ['agencyId', 'personId', 'onDate'])
export class ServiceHours {
  @IdColumn() id: string;
  @LinkColumn('service_hours', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('service_hours', 'personId', 'person') personId: string;
  /** Null: served elsewhere than at an activity. */
  @OptionalLinkColumn('service_hours', 'activityId', 'activity') activityId: string | null;
  @DateColumn() onDate: string;
  @IntColumn() minutes: number;
  @EnumColumn('service_hours', 'state', HOURS_STATES) state: HoursState;
  @InstantColumn() recordedAt: string;
}

export const CHILD_SIGN_UPS = ['SIGNED_UP', 'OPTED_OUT'] as const;
export type ChildSignUp = (typeof CHILD_SIGN_UPS)[number];
export const CHILD_CONDITIONS = ['WELL', 'TIRED', 'UPSET', 'UNWELL', 'HURT'] as const;
export type ChildCondition = (typeof CHILD_CONDITIONS)[number];

/** Who brought the child's word: the child, or a guardian. */
export const CHILD_WORD_FROM = ['CHILD', 'GUARDIAN'] as const;
export type ChildWordFrom = (typeof CHILD_WORD_FROM)[number];

/** One child at one activity: their own choice, whether and how they were there, who fetched them, and what they say. */
@Entity('activity_child')
@Index('ux_activity_child', ['activityId', 'childId'], { unique: true })
@Index('ix_activity_child_child', ['agencyId', 'childId'])
export class ActivityChild {
  @IdColumn() id: string;
  @LinkColumn('activity_child', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('activity_child', 'activityId', 'activity') activityId: string;
  @LinkColumn('activity_child', 'childId', 'child') childId: string;
  @EnumColumn('activity_child', 'choice', CHILD_SIGN_UPS) choice: ChildSignUp;
  /** Null: written before it was asked. */
  @OptionalEnumColumn('activity_child', 'saidBy', CHILD_WORD_FROM) saidBy: ChildWordFrom | null;
  /** Null: not there, or not yet. */
  @OptionalIntColumn() inMinute: number | null;
  @OptionalIntColumn() outMinute: number | null;
  @OptionalEnumColumn('activity_child', 'seemed', CHILD_CONDITIONS) seemed: ChildCondition | null;
  @OptionalLongTextColumn() noteSealed: string | null;
  /** A child leaves only with somebody who is written down (P07). */
  @OptionalLongTextColumn() fetchedBySealed: string | null;
  /** A face that the child pointed at, 1 (sad) to 5 (glad); 0: asked, and would rather not say. */
  @OptionalIntColumn() face: number | null;
  @OptionalLongTextColumn() wordsSealed: string | null;
  @IntColumn() version: number;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
}
