import { Entity, Index } from 'typeorm';
import { STAFF_CREDENTIALS, type StaffCredentialKind } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../../platform/database/index.js';

const KINDS = STAFF_CREDENTIALS.map(({ code }) => code);

/** A certificate by which a colleague is qualified, from a day to a day (H2). Rows are added and taken back, never changed. */
@Entity('staff_credential')
@Index('ix_staff_credential_person', ['agencyId', 'personId'])
@Index('ix_staff_credential_batch', ['batchId'])
@Index('ix_staff_credential_until', ['agencyId', 'validUntil'])
export class StaffCredential {
  @IdColumn() id: string;
  @LinkColumn('staff_credential', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('staff_credential', 'personId', 'person') personId: string;
  @EnumColumn('staff_credential', 'kind', KINDS) kind: StaffCredentialKind;
  @OptionalLongTextColumn() numberSealed: string | null;
  @OptionalTextColumn(100) issuedBy: string | null;
  @DateColumn() validFrom: string;
  @OptionalDateColumn() validUntil: string | null;
  /** The import that brought it; it counts only once another person confirmed the batch. */
  @OptionalRefColumn() batchId: string | null;
  @OptionalRefColumn() confirmedBy: string | null;
  @OptionalRefColumn() recordedBy: string | null;
  @InstantColumn() recordedAt: string;
  @OptionalInstantColumn() takenBackAt: string | null;
  @OptionalRefColumn() takenBackBy: string | null;
  @OptionalTextColumn(40) takenBackReason: string | null;
}
