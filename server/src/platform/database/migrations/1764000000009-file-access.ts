import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who asked to open a child's home circumstances, why, who allowed it, and until when (H12). */
export class FileAccess1764000000009 implements MigrationInterface {
  name = 'FileAccess1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'file_access',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        requestedBy: column.ref,
        requestId: column.text(60),
        reasonSealed: column.longText,
        requestedAt: column.instant,
        version: column.int,
        decidedBy: optional(column.ref),
        decidedAt: optional(column.instant),
        decision: optional(column.word),
        opensAt: optional(column.instant),
        opensUntil: optional(column.instant),
        withdrawnAt: optional(column.instant),
      },
      enums: { decision: ['APPROVED', 'DECLINED'] },
      references: { agencyId: 'agency', childId: 'child', requestedBy: 'person' },
      indices: [
        { name: 'ux_file_access_request', columns: ['requestedBy', 'requestId'], unique: true },
        { name: 'ix_file_access_person', columns: ['agencyId', 'requestedBy', 'childId', 'requestedAt'] },
        { name: 'ix_file_access_pending', columns: ['agencyId', 'opensAt', 'requestedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('file_access');
  }
}
