import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

export const PURPOSES = [
  'CONSENT_PAPER',
  'TRAINING_CERTIFICATE',
  'VOLUNTEER_AGREEMENT',
  'STAFF_CREDENTIAL',
  'LEDGER_PAPER',
  'AGREEMENT_PAPER',
  'TRAINING_CREDIT',
  'TEAM_PAPER',
] as const;
/** What a paper is kept for: it decides who may bring it in and who may read it. */
export type Purpose = (typeof PURPOSES)[number];
export const SUBJECT_TYPES = ['Companionship', 'Volunteer', 'Person', 'Child', 'Agreement', 'TeamPack'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
export const KEPT_KINDS = ['IMAGE', 'PDF'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A photographed or scanned paper. Its bytes lie sealed in the file store, with a key that only this row has. */
@Entity('stored_file')
@Index('ux_stored_file_blob', ['blob'], { unique: true })
@Index('ix_stored_file_subject', ['agencyId', 'subjectId', 'purpose'])
@Index('ix_stored_file_record', ['agencyId', 'recordId'])
@Index('ix_stored_file_owner', ['ownerId'])
@Index('ix_stored_file_waiting', ['attachedAt', 'removedAt', 'createdAt'])
export class StoredFile {
  @IdColumn() id: string;
  @LinkColumn('stored_file', 'agencyId', 'agency') agencyId: string;
  /** The person whom it tells of: with their data key the file's own key is sealed; null: of nobody, with the agency's. */
  @OptionalLinkColumn('stored_file', 'ownerId', 'person') ownerId: string | null;
  @EnumColumn('stored_file', 'subjectType', SUBJECT_TYPES) subjectType: SubjectType;
  /** The row whose access decides. */
  @RefColumn() subjectId: string;
  /** The row that it is the evidence of, such as a consent. */
  @OptionalRefColumn() recordId: string | null;
  @EnumColumn('stored_file', 'purpose', PURPOSES) purpose: Purpose;
  @EnumColumn('stored_file', 'kind', KEPT_KINDS) kind: KeptKind;
  @IntColumn() byteCount: number;
  /** Its name in the file store. */
  @TextColumn(32) blob: string;
  /** Keyed fingerprint of the bytes as they came: the same file sent twice is one. */
  @TextColumn(64) digest: string;
  @LongTextColumn() nameSealed: string;
  @LongTextColumn() keySealed: string;
  @RefColumn() uploadedBy: string;
  @InstantColumn() createdAt: string;
  /** Null while it waits for the record that it is for; then only whoever brought it in sees it, for a day. */
  @OptionalInstantColumn() attachedAt: string | null;
  @OptionalInstantColumn() removedAt: string | null;
  @OptionalRefColumn() removedBy: string | null;
}
