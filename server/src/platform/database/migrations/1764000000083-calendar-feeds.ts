import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** Secret addresses from which a calendar takes somebody's own appointments. */
export class CalendarFeeds1764000000083 implements MigrationInterface {
  name = 'CalendarFeeds1764000000083';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'calendar_feed',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        secretHash: column.text(64),
        madeAt: column.instant,
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_calendar_feed_secret', columns: ['secretHash'], unique: true },
        { name: 'ux_calendar_feed_person', columns: ['agencyId', 'personId'], unique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_feed');
  }
}
