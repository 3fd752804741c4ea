import { Entity, Index } from 'typeorm';
import {
  SUPERVISION_FORMATS,
  SUPERVISION_KINDS,
  SUPERVISION_MISSED,
  SUPERVISION_SOURCES,
  type SupervisionFormat,
  type SupervisionKind,
  type SupervisionMissed,
  type SupervisionSource,
} from '@tongxing/shared/rules';
import { SUPERVISION_STATES, type SupervisionState } from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A talk between a supervisor and one volunteer, or a group of them (SM9). */
@Entity('supervision_session')
@Index('ux_supervision_session_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_supervision_session_leader', ['agencyId', 'leaderId', 'plannedOn'])
export class SupervisionSession {
  @IdColumn() id: string;
  @LinkColumn('supervision_session', 'agencyId', 'agency') agencyId: string;
  /** Who leads it; once held, who led it and signed. */
  @LinkColumn('supervision_session', 'leaderId', 'person') leaderId: string;
  /** Whose key seals what was talked about: the volunteer's, or the agency's where there were several. */
  @RefColumn() subjectId: string;
  @EnumColumn('supervision_session', 'kind', SUPERVISION_KINDS) kind: SupervisionKind;
  @EnumColumn('supervision_session', 'format', SUPERVISION_FORMATS) format: SupervisionFormat;
  @EnumColumn('supervision_session', 'source', SUPERVISION_SOURCES) source: SupervisionSource;
  @EnumColumn('supervision_session', 'state', SUPERVISION_STATES) state: SupervisionState;
  @DateColumn() plannedOn: string;
  /** Minutes since midnight, in the agency's zone. */
  @IntColumn() startMinute: number;
  @OptionalDateColumn() heldOn: string | null;
  @OptionalIntColumn() minutes: number | null;
  @OptionalLongTextColumn() topicsSealed: string | null;
  /** By whoever led it. */
  @OptionalInstantColumn() signedAt: string | null;
  @OptionalEnumColumn('supervision_session', 'missedFor', SUPERVISION_MISSED) missedFor: SupervisionMissed | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
  @TextColumn(64) requestId: string;
}

/** One volunteer's seat in a talk. */
@Entity('supervision_seat')
@Index('ux_supervision_seat', ['sessionId', 'personId'], { unique: true })
@Index('ix_supervision_seat_seen', ['agencyId', 'volunteerId', 'seenOn'])
@Index('ix_supervision_seat_person', ['agencyId', 'personId'])
export class SupervisionSeat {
  @IdColumn() id: string;
  @LinkColumn('supervision_seat', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('supervision_seat', 'sessionId', 'supervision_session') sessionId: string;
  @LinkColumn('supervision_seat', 'volunteerId', 'volunteer') volunteerId: string;
  @LinkColumn('supervision_seat', 'personId', 'person') personId: string;
  /** The day of the talk, where the volunteer came. */
  @OptionalDateColumn() seenOn: string | null;
  /** The talk's, kept here for the question of when somebody was last seen how. */
  @EnumColumn('supervision_seat', 'format', SUPERVISION_FORMATS) format: SupervisionFormat;
  /** 0 to 4, agreed between the two. */
  @OptionalIntColumn() wellbeing: number | null;
  /** Read by whoever led the talk and by the volunteer, and by nobody else. */
  @OptionalLongTextColumn() noteSealed: string | null;
  @OptionalLongTextColumn() praiseSealed: string | null;
  /** What the volunteer would like to talk about. */
  @OptionalLongTextColumn() wishSealed: string | null;
  @OptionalInstantColumn() signedAt: string | null;
  /** SHA-256 of exactly what was signed. */
  @OptionalTextColumn(64) textHash: string | null;
}

/** What was agreed: who does it, until when. */
@Entity('supervision_action')
@Index('ix_supervision_action_session', ['sessionId', 'position'])
@Index('ix_supervision_action_person', ['agencyId', 'personId', 'doneAt'])
export class SupervisionAction {
  @IdColumn() id: string;
  @LinkColumn('supervision_action', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('supervision_action', 'sessionId', 'supervision_session') sessionId: string;
  /** A volunteer of the talk, or whoever led it. */
  @LinkColumn('supervision_action', 'personId', 'person') personId: string;
  @IntColumn() position: number;
  @LongTextColumn() textSealed: string;
  @DateColumn() dueOn: string;
  @OptionalInstantColumn() doneAt: string | null;
  @OptionalRefColumn() doneBy: string | null;
}
