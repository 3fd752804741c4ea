import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  TextColumn,
} from '../../platform/database/index.js';

export const DECISIONS = ['APPROVED', 'DECLINED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One wish to open a closed part of a child's file. Dated facts only; what it stands at follows from them and the clock. */
@Entity('file_access')
@Index('ux_file_access_request', ['requestedBy', 'requestId'], { unique: true })
@Index('ix_file_access_person', ['agencyId', 'requestedBy', 'childId', 'requestedAt'])
@Index('ix_file_access_pending', ['agencyId', 'opensAt', 'requestedAt'])
export class FileAccessRow {
  @IdColumn() id: string;
  @LinkColumn('file_access', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('file_access', 'childId', 'child') childId: string;
  @LinkColumn('file_access', 'requestedBy', 'person') requestedBy: string;
  /** Made by the client: a repeated request finds the same row. */
  @TextColumn(60) requestId: string;
  @LongTextColumn() reasonSealed: string;
  @InstantColumn() requestedAt: string;
  @IntColumn() version: number;
  @OptionalRefColumn() decidedBy: string | null;
  @OptionalInstantColumn() decidedAt: string | null;
  @OptionalEnumColumn('file_access', 'decision', DECISIONS) decision: Decision | null;
  @OptionalInstantColumn() opensAt: string | null;
  @OptionalInstantColumn() opensUntil: string | null;
  @OptionalInstantColumn() withdrawnAt: string | null;
}
