import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** That a letter, a report or a picture was looked at before it left: by whom, for whom, and a hash; never what it says. */
export class ReleaseChecks1764000000058 implements MigrationInterface {
  name = 'ReleaseChecks1764000000058';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'release_check',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: optional(column.ref),
        audience: column.word,
        form: column.word,
        hash: column.text(64),
        marks: column.int,
        checkedBy: column.ref,
        checkedAt: column.instant,
        secondBy: optional(column.ref),
        secondAt: optional(column.instant),
      },
      enums: {
        audience: ['FAMILY', 'AUTHORITY', 'DONOR', 'COMPANY', 'PARTNER', 'PUBLIC'],
        form: ['TEXT', 'DOCUMENT', 'PICTURE'],
      },
      references: { agencyId: 'agency', childId: 'child' },
      indices: [
        { name: 'ux_release_check_hash', columns: ['agencyId', 'hash'], unique: true },
        { name: 'ix_release_check_list', columns: ['agencyId', 'checkedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('release_check');
  }
}
