import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { IMPORT_MACHINE, ROSTER_KINDS, type ChangeSubject, type ImportState, type RosterKind } from './domain/index.js';

export const IMPORT_STATES = Object.keys(IMPORT_MACHINE) as ImportState[];
export const ROW_STATUSES = ['VALID', 'BAD', 'DUPLICATE'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

export const DUPLICATE_RULES = ['SKIP', 'UPDATE', 'ASK'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];
export const ROW_CHOICES = ['SKIP', 'UPDATE'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];
export const CHANGE_SUBJECTS: readonly ChangeSubject[] = ['PERSON', 'VOLUNTEER', 'CHILD'];

/** A header of the file, and the field that it was read as; null where nobody needs the column. */
export interface StoredColumn {
  readonly header: string;
  readonly field: string | null;
}

/** One roster file on its way in: what it held, who brought it, who let it count. */
@Entity('import_batch')
@Index('ix_import_batch_agency', ['agencyId', 'stagedAt'])
@Index('ix_import_batch_office', ['agencyId', 'officeId'])
export class ImportBatch {
  @IdColumn() id: string;
  @LinkColumn('import_batch', 'agencyId', 'agency') agencyId: string;
  /** The office whose people it lists; null: the whole agency. */
  @OptionalLinkColumn('import_batch', 'officeId', 'office') officeId: string | null;
  @EnumColumn('import_batch', 'kind', ROSTER_KINDS) kind: RosterKind;
  /** Sealed with the agency's data key: a file is often called after a school, or a child. Null: its name is gone. */
  @OptionalLongTextColumn() fileNameSealed: string | null;
  /** No column: the name as it was opened, or a plain one where it is gone. */
  fileName: string;
  /** SHA-256 (hex) of the file. */
  @TextColumn(64) fileHash: string;
  @TextColumn(20) encoding: string;
  @EnumColumn('import_batch', 'state', IMPORT_STATES) state: ImportState;
  @JsonColumn() columns: StoredColumn[];
  @IntColumn() rowCount: number;
  @IntColumn() validCount: number;
  @IntColumn() badCount: number;
  @IntColumn() duplicateCount: number;
  @IntColumn() importedCount: number;
  /** What becomes of rows that mean somebody whom the agency has; null: they are left out, as `SKIP`. */
  @OptionalTextColumn(10) duplicateRule: DuplicateRule | null;
  /** People of the agency whom the batch brought up to date; null until it is imported. */
  @OptionalIntColumn() updatedCount: number | null;
  @RefColumn() stagedBy: string;
  @InstantColumn() stagedAt: string;
  @OptionalRefColumn() importedBy: string | null;
  @OptionalInstantColumn() importedAt: string | null;
  @OptionalRefColumn() confirmedBy: string | null;
  @OptionalInstantColumn() confirmedAt: string | null;
  @OptionalRefColumn() undoneBy: string | null;
  @OptionalInstantColumn() undoneAt: string | null;
  @IntColumn() version: number;
}

/** A row of the file, sealed until it is taken in or dropped. */
@Entity('import_row')
@Index('ux_import_row_line', ['batchId', 'line'], { unique: true })
@Index('ix_import_row_status', ['batchId', 'status', 'line'])
export class ImportRow {
  @IdColumn() id: string;
  @LinkColumn('import_row', 'batchId', 'import_batch') batchId: string;
  /** Line of the file on which the row begins. */
  @IntColumn() line: number;
  @EnumColumn('import_row', 'status', ROW_STATUSES) status: RowStatus;
  /** The person of the agency whom the row means, where it may bring that person up to date. */
  @OptionalRefColumn() matchId: string | null;
  /** What somebody decided for this row. */
  @OptionalTextColumn(10) choice: RowChoice | null;
  @LongTextColumn() bodySealed: string;
}

export const MADE_SUBJECTS = ['ACTIVITY', 'TEAM'] as const;
export type MadeSubject = (typeof MADE_SUBJECTS)[number];

/** A plan or a team that a batch brought in: the way back takes them, as long as nothing stands on them. */
@Entity('import_made')
@Index('ux_import_made_line', ['batchId', 'line'], { unique: true })
export class ImportMade {
  @IdColumn() id: string;
  @LinkColumn('import_made', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('import_made', 'batchId', 'import_batch') batchId: string;
  @EnumColumn('import_made', 'subject', MADE_SUBJECTS) subject: MadeSubject;
  /** Of the table that the subject names. */
  @RefColumn() rowId: string;
  /** Line of the file. */
  @IntColumn() line: number;
}

/** A row of the agency that a batch brought up to date: both states sealed with the person's key, for the way back. */
@Entity('import_change')
@Index('ix_import_change_batch', ['agencyId', 'batchId'])
@Index('ix_import_change_person', ['agencyId', 'personId'])
export class ImportChange {
  @IdColumn() id: string;
  @LinkColumn('import_change', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('import_change', 'batchId', 'import_batch') batchId: string;
  @LinkColumn('import_change', 'personId', 'person') personId: string;
  @EnumColumn('import_change', 'subject', CHANGE_SUBJECTS) subject: ChangeSubject;
  /** Of the table that the subject names. */
  @RefColumn() rowId: string;
  /** JSON of the columns that changed, as they stood before. */
  @LongTextColumn() beforeSealed: string;
  /** The same as the batch left them: where they differ by now, the batch is not taken back. */
  @LongTextColumn() afterSealed: string;
  @InstantColumn() recordedAt: string;
}
