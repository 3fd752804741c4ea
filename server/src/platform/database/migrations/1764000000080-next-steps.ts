import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** What a companion and a child set out to do next. */
export class NextSteps1764000000080 implements MigrationInterface {
  name = 'NextSteps1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'companionship_next_step',
      columns: {
        id: column.id,
        agencyId: column.ref,
        companionshipId: column.ref,
        textSealed: column.longText,
        dueOn: optional(column.date),
        addedBy: column.ref,
        addedAt: column.instant,
        doneAt: optional(column.instant),
        doneBy: optional(column.ref),
        droppedAt: optional(column.instant),
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', companionshipId: 'companionship' },
      indices: [
        { name: 'ux_next_step_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_next_step_pair', columns: ['companionshipId', 'addedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('companionship_next_step');
  }
}
