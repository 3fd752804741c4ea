import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

/** How people want to be told what, and which notices wait to be sent together. */
export class MessagePreferences1764000000072 implements MigrationInterface {
  name = 'MessagePreferences1764000000072';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'message_preference',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        frequencies: column.json,
        quietFrom: optional(column.int),
        quietUntil: optional(column.int),
        digestHour: column.int,
        digestWeekday: column.int,
        channel: optional(column.word),
        version: column.int,
        changedAt: column.instant,
      },
      enums: { channel: ['MAIL', 'SMS'] },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ux_message_preference', columns: ['agencyId', 'personId'], unique: true }],
    });
    await addColumns(runner, 'notice', { digestAt: optional(column.instant) });
    await runner.createIndex('notice', new TableIndex({ name: 'ix_notice_digest', columnNames: ['digestAt'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('notice', 'ix_notice_digest');
    await dropColumns(runner, 'notice', ['digestAt']);
    await runner.dropTable('message_preference');
  }
}
