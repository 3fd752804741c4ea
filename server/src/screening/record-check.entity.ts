import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalRefColumn,
} from '../platform/database/index.js';

export const CHECK_RESULTS = ['CLEAR', 'HIT'] as const;

/** The answer to a query of criminal records (H8): only result, date and checker are stored. */
@Entity('record_check')
@Index('ix_record_check_person', ['agencyId', 'personId'])
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
}
