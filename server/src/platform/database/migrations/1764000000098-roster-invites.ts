import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** To whom of a company's own list the link of a day was sent: fingerprints only. */
export class RosterInvites1764000000098 implements MigrationInterface {
  name = 'RosterInvites1764000000098';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'roster_invite',
      columns: {
        ...{ id: column.id, agencyId: column.ref, bookingId: column.ref },
        ...{ contactIndex: column.text(64), sentAt: column.instant },
      },
      references: { agencyId: 'agency', bookingId: 'team_booking' },
      indices: [{ name: 'ux_roster_invite', columns: ['bookingId', 'contactIndex'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roster_invite');
  }
}
