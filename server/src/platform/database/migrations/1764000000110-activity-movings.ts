import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Open activities that were moved: from when and where, by whom, and why. */
export class ActivityMovings1764000000110 implements MigrationInterface {
  name = 'ActivityMovings1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'activity_moving',
      columns: {
        id: column.id,
        agencyId: column.ref,
        activityId: column.ref,
        fromDate: column.date,
        fromMinute: column.int,
        untilMinute: column.int,
        fromVenueId: column.ref,
        toDate: column.date,
        reasonSealed: optional(column.longText),
        movedBy: column.ref,
        movedAt: column.instant,
      },
      references: { agencyId: 'agency', activityId: 'activity', fromVenueId: 'venue' },
      indices: [{ name: 'ix_activity_moving', columns: ['activityId', 'movedAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('activity_moving');
  }
}
