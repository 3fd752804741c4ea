import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** What an agency's chain says of a year, as it was made. Rows are added and never changed. */
@Entity('compliance_evidence')
@Index('ux_compliance_evidence_request', ['agencyId', 'requestId'], { unique: true })
@Index('ux_compliance_evidence_number', ['agencyId', 'number'], { unique: true })
export class ComplianceEvidence {
  @IdColumn() id: string;
  @LinkColumn('compliance_evidence', 'agencyId', 'agency') agencyId: string;
  @IntColumn() year: number;
  /** As it is called in letters: `2026-01`. */
  @TextColumn(20) number: string;
  /** The figures as JSON, small numbers already withheld: the fingerprint covers these very bytes. */
  @LongTextColumn() content: string;
  @TextColumn(64) fingerprint: string;
  @RefColumn() madeBy: string;
  @InstantColumn() madeAt: string;
  @TextColumn(64) requestId: string;
}
