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
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { IMPORT_MACHINE, ROSTER_FIELDS, type ImportState, type RosterKind } from './domain/index.js';

export const ROSTER_KINDS = Object.keys(ROSTER_FIELDS) as RosterKind[];
export const IMPORT_STATES = Object.keys(IMPORT_MACHINE) as ImportState[];
export const ROW_STATUSES = ['VALID', 'BAD', 'DUPLICATE'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

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
  @LongTextColumn() bodySealed: string;
}
