import { Entity, Index } from 'typeorm';
import { EXEMPTABLE, EXEMPTION_REASONS, type Exemptable, type ExemptionReason } from '@tongxing/shared/rules';
import {
  Counted,
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  RefColumn,
} from '../../../platform/database/index.js';

/** A director lets somebody serve without one paper for some days. Never without a record check: there is no word for it. */
@Counted()
@Entity('eligibility_exemption')
@Index('ix_eligibility_exemption_person', ['agencyId', 'personId'])
export class EligibilityExemption {
  @IdColumn() id: string;
  @LinkColumn('eligibility_exemption', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('eligibility_exemption', 'personId', 'person') personId: string;
  @EnumColumn('eligibility_exemption', 'requirement', EXEMPTABLE) requirement: Exemptable;
  @EnumColumn('eligibility_exemption', 'reason', EXEMPTION_REASONS) reason: ExemptionReason;
  /** The agency's day of the approval. */
  @DateColumn() startsOn: string;
  /** The last day. */
  @DateColumn() until: string;
  @RefColumn() approvedBy: string;
  @InstantColumn() approvedAt: string;
  /** Taken back before its last day; the row goes on saying so. */
  @OptionalInstantColumn() endedAt: string | null;
  @OptionalRefColumn() endedBy: string | null;
}
