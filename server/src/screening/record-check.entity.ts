import { Entity, Index } from 'typeorm';
import {
  Counted,
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../platform/database/index.js';

export const CHECK_RESULTS = ['CLEAR', 'HIT'] as const;

/** The answer to a query of criminal records (H8): only result, date and checker are stored. */
@Counted()
@Entity('record_check')
@Index('ix_record_check_person', ['agencyId', 'personId'])
@Index('ix_record_check_result', ['agencyId', 'result', 'personId'])
@Index('ix_record_check_batch', ['batchId'])
export class RecordCheck {
  @IdColumn() id: string;
  @LinkColumn('record_check', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('record_check', 'personId', 'person') personId: string;
  @EnumColumn('record_check', 'result', CHECK_RESULTS) result: 'CLEAR' | 'HIT';
  /** Day it took place. */
  @DateColumn() happenedOn: string;
  /** Last day on which it counts, where its paper says so. */
  @OptionalDateColumn() validUntil: string | null;
  @OptionalRefColumn() batchId: string | null;
  @OptionalRefColumn() confirmedBy: string | null;
  @InstantColumn() recordedAt: string;
  /** Who wrote it down at the desk; null for what an import brought. */
  @OptionalRefColumn() recordedBy: string | null;
  /** When its paper, looked at, went back to whoever brought it; null while it is still here, and for imports. */
  @OptionalInstantColumn() paperGivenBackAt: string | null;
  @OptionalRefColumn() paperGivenBackBy: string | null;
  /** Since when it counts no longer, as it was recorded by mistake; the row goes on saying so. */
  @OptionalInstantColumn() takenBackAt: string | null;
  @OptionalRefColumn() takenBackBy: string | null;
  /** One of `TAKE_BACK_REASONS`. */
  @OptionalTextColumn(40) takenBackReason: string | null;
}
