import { Entity, Index } from 'typeorm';
import { EnumColumn, IdColumn, InstantColumn, IntColumn, OptionalTextColumn, TextColumn } from '../database/columns.js';

/** ROWS and KEYS: backups of each. RESTORE: these rows came from a backup. DRILL: a restore into a scratch database. */
export const BACKUP_KINDS = ['ROWS', 'KEYS', 'RESTORE', 'DRILL'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];
export const BACKUP_OUTCOMES = ['GOOD', 'FAILED'] as const;
export type BackupOutcome = (typeof BACKUP_OUTCOMES)[number];

/** That somebody ran a backup or a restore, and how it went. No place: where backups lie is not for the database. */
@Entity('backup_run')
@Index('ix_backup_run_newest', ['kind', 'outcome', 'finishedAt'])
export class BackupRun {
  @IdColumn() id: string;
  @EnumColumn('backup_run', 'kind', BACKUP_KINDS) kind: BackupKind;
  @EnumColumn('backup_run', 'outcome', BACKUP_OUTCOMES) outcome: BackupOutcome;
  @InstantColumn() startedAt: string;
  @InstantColumn() finishedAt: string;
  @IntColumn() rowCount: number;
  @IntColumn() fileCount: number;
  @TextColumn(40) version: string;
  /** Code of what went wrong. */
  @OptionalTextColumn(60) problem: string | null;
}
