import { Entity, Index } from 'typeorm';
import { PLACE_STATES, type PlaceState } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/index.js';

const ATTENDED_BY = ['CODE', 'LIST'] as const;

/** A course on one day, in a room or by a link. */
@Entity('training_session')
@Index('ux_training_session_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_training_session_day', ['agencyId', 'happensOn'])
export class TrainingSession {
  @IdColumn() id: string;
  @LinkColumn('training_session', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('training_session', 'courseId', 'course') courseId: string;
  /** The colleague who gives it. */
  @LinkColumn('training_session', 'trainerId', 'person') trainerId: string;
  @DateColumn() happensOn: string;
  /** Minutes since midnight, in the agency's zone. */
  @IntColumn() startMinute: number;
  @IntColumn() minutes: number;
  @OptionalTextColumn(120) place: string | null;
  @OptionalTextColumn(300) link: string | null;
  @IntColumn() seats: number;
  /** What the codes of the room are made from; never shown. */
  @TextColumn(64) codeKey: string;
  @OptionalInstantColumn() cancelledAt: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
  @TextColumn(64) requestId: string;
}

/** One person's place in a session, or in its waiting list. */
@Entity('training_place')
@Index('ux_training_place', ['sessionId', 'personId'], { unique: true })
@Index('ix_training_place_person', ['agencyId', 'personId'])
export class TrainingPlace {
  @IdColumn() id: string;
  @LinkColumn('training_place', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('training_place', 'sessionId', 'training_session') sessionId: string;
  @LinkColumn('training_place', 'personId', 'person') personId: string;
  @EnumColumn('training_place', 'state', PLACE_STATES) state: PlaceState;
  /** The order in which people came: who waits longest is first. */
  @IntColumn() position: number;
  /** Wrong codes typed in the room. */
  @IntColumn() codeTries: number;
  @OptionalEnumColumn('training_place', 'attendedBy', ATTENDED_BY) attendedBy: (typeof ATTENDED_BY)[number] | null;
  /** Who marked them as there; null where the code of the room did. */
  @OptionalRefColumn() confirmedBy: string | null;
  /** The training that came of it; null as long as lessons of the course are open. */
  @OptionalRefColumn() trainingId: string | null;
  @InstantColumn() changedAt: string;
}
