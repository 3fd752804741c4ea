import { Entity, Index } from 'typeorm';
import { TRAINING_EVIDENCE, type TrainingEvidence } from '@tongxing/shared/rules';
import {
  Counted,
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../platform/database/index.js';

export const TRAINING_KINDS = ['PRE_SERVICE', 'IN_SERVICE'] as const;

/** A training that someone completed (H6). */
@Counted()
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
  /** The course of the agency's catalogue, where it was one. */
  @OptionalRefColumn() courseId: string | null;
  /** The tasks that it was for, as the course had them on that day, with commas between; null: every task. */
  @OptionalTextColumn(160) tasks: string | null;
  /** What stands behind it; null for what was written down or imported without a course. */
  @OptionalEnumColumn('training', 'evidence', TRAINING_EVIDENCE) evidence: TrainingEvidence | null;
  @OptionalRefColumn() batchId: string | null;
  @OptionalRefColumn() confirmedBy: string | null;
  @InstantColumn() recordedAt: string;
  /** Who wrote it down at the desk; null for what an import brought. */
  @OptionalRefColumn() recordedBy: string | null;
  /** Since when it counts no longer, as it was recorded by mistake; the row goes on saying so. */
  @OptionalInstantColumn() takenBackAt: string | null;
  @OptionalRefColumn() takenBackBy: string | null;
  /** One of `TAKE_BACK_REASONS`. */
  @OptionalTextColumn(40) takenBackReason: string | null;
}
