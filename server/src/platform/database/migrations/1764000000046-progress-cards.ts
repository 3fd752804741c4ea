import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Cards about a child's progress, for those who stand beside the child with a gift. */
export class ProgressCards1764000000046 implements MigrationInterface {
  name = 'ProgressCards1764000000046';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'progress_card',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        state: column.word,
        titleSealed: column.longText,
        textSealed: column.longText,
        noteSealed: optional(column.longText),
        writtenBy: column.ref,
        changedBy: column.ref,
        changedAt: column.instant,
        submittedAt: optional(column.instant),
        reviewedBy: optional(column.ref),
        reviewedAt: optional(column.instant),
        releasedBy: optional(column.ref),
        releasedAt: optional(column.instant),
        withdrawnBy: optional(column.ref),
        withdrawnAt: optional(column.instant),
        frozenBy: optional(column.ref),
        frozenAt: optional(column.instant),
        freezeReasonSealed: optional(column.longText),
        clearedBy: optional(column.ref),
        requestId: column.text(64),
        version: column.int,
      },
      enums: { state: ['DRAFT', 'REVIEWED', 'RELEASED', 'WITHDRAWN'] },
      references: { agencyId: 'agency', childId: 'child' },
      indices: [
        { name: 'ux_progress_card_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_progress_card_list', columns: ['agencyId', 'state', 'changedAt'] },
        { name: 'ix_progress_card_child', columns: ['childId', 'state'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('progress_card');
  }
}
