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

export const TRAINING_KINDS = ['PRE_SERVICE', 'IN_SERVICE'] as const;

/** A training that someone completed (H6). */
@Entity('training')
@Index('ix_training_person', ['agencyId', 'personId'])
@Index('ix_training_batch', ['batchId'])
export class Training {
  @IdColumn() id: string;
  @LinkColumn('training', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('training', 'personId', 'person') personId: string;
  @EnumColumn('training', 'kind', TRAINING_KINDS) kind: 'PRE_SERVICE' | 'IN_SERVICE';
  /** Day it took place. */
  @DateColumn() happenedOn: string;
  /** Last day on which it counts, where its paper says so. */
  @OptionalDateColumn() validUntil: string | null;
  @OptionalRefColumn() batchId: string | null;
  @OptionalRefColumn() confirmedBy: string | null;
  @InstantColumn() recordedAt: string;
}
