import { Entity, Index } from 'typeorm';
import {
  Counted,
  DateColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../platform/database/index.js';

/** A signed volunteer agreement (H7). */
@Counted()
@Entity('volunteer_agreement')
@Index('ix_volunteer_agreement_person', ['agencyId', 'personId'])
@Index('ix_volunteer_agreement_batch', ['batchId'])
export class VolunteerAgreement {
  @IdColumn() id: string;
  @LinkColumn('volunteer_agreement', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('volunteer_agreement', 'personId', 'person') personId: string;
  /** Day it took place. */
  @DateColumn() happenedOn: string;
  /** Last day on which it counts, where its paper says so. */
  @OptionalDateColumn() validUntil: string | null;
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
