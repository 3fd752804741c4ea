import { Entity, Index } from 'typeorm';
import {
  Counted,
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
} from '../../platform/database/index.js';
import { STOP_REASONS, type StopReason } from './stop-reasons.js';

/** From one instant on somebody does no work at all (H8), until a second person lifts it. Rows are never flipped back. */
@Counted({ everywhere: /./ })
@Entity('work_stop')
@Index('ux_work_stop_open', ['openPersonId'], { unique: true })
@Index('ix_work_stop_person', ['agencyId', 'personId'])
export class WorkStop {
  @IdColumn() id: string;
  @LinkColumn('work_stop', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('work_stop', 'personId', 'person') personId: string;
  /** The person while it stands, null once it is lifted: one stands at a time. */
  @OptionalRefColumn() openPersonId: string | null;
  @EnumColumn('work_stop', 'reason', STOP_REASONS) reason: StopReason;
  @OptionalLongTextColumn() wordsSealed: string | null;
  /** The agency's day, for whoever asks about a day of service. */
  @DateColumn() stoppedOn: string;
  @InstantColumn() stoppedAt: string;
  /** A person, or the part of the platform that found a hit among imported checks. */
  @RefColumn() stoppedBy: string;
  @OptionalInstantColumn() liftedAt: string | null;
  @OptionalRefColumn() liftedBy: string | null;
  @OptionalLongTextColumn() liftWordsSealed: string | null;
}
