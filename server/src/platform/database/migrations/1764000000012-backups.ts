import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** That backups and restores were run, and how they went. */
export class Backups1764000000012 implements MigrationInterface {
  name = 'Backups1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'backup_run',
      columns: {
        id: column.id,
        kind: column.word,
        outcome: column.word,
        startedAt: column.instant,
        finishedAt: column.instant,
        rowCount: column.int,
        fileCount: column.int,
        version: column.text(40),
        problem: optional(column.text(60)),
      },
      enums: { kind: ['ROWS', 'KEYS', 'RESTORE', 'DRILL'], outcome: ['GOOD', 'FAILED'] },
      indices: [{ name: 'ix_backup_run_newest', columns: ['kind', 'outcome', 'finishedAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('backup_run');
  }
}
