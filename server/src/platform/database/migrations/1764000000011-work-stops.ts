import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Orders by which somebody's work stops at once, and their lifting by a second person. */
export class WorkStops1764000000011 implements MigrationInterface {
  name = 'WorkStops1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'work_stop',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        openPersonId: optional(column.ref),
        reason: column.word,
        wordsSealed: optional(column.longText),
        stoppedOn: column.date,
        stoppedAt: column.instant,
        stoppedBy: column.ref,
        liftedAt: optional(column.instant),
        liftedBy: optional(column.ref),
        liftWordsSealed: optional(column.longText),
      },
      enums: { reason: ['CONCERN', 'CONDUCT', 'RECORD_CHECK', 'ACCOUNT_AT_RISK', 'OTHER'] },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_work_stop_open', columns: ['openPersonId'], unique: true },
        { name: 'ix_work_stop_person', columns: ['agencyId', 'personId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('work_stop');
  }
}
