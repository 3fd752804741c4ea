import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** Of what somebody was reminded, and the days on which an agency's facts were gone through. */
export class Reminders1764000000070 implements MigrationInterface {
  name = 'Reminders1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'reminder_sent',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        kind: column.text(40),
        matter: column.text(80),
        lastDay: column.date,
        step: column.int,
        sentOn: column.date,
        sentAt: column.instant,
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        {
          name: 'ux_reminder_sent',
          columns: ['agencyId', 'personId', 'kind', 'matter', 'lastDay', 'step'],
          unique: true,
        },
        { name: 'ix_reminder_sent_day', columns: ['agencyId', 'sentOn'] },
      ],
    });
    await createTable(runner, {
      name: 'reminder_day',
      columns: { id: column.id, agencyId: column.ref, day: column.date, doneAt: column.instant },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_reminder_day', columns: ['agencyId', 'day'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reminder_day');
    await runner.dropTable('reminder_sent');
  }
}
