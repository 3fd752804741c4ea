import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addOptionalLink, createTable, dropLink } from './create-table.js';

const LINK = {
  ...{ table: 'activity', column: 'seriesId', target: 'activity_series' },
  index: { name: 'ix_activity_series', columns: ['seriesId', 'onDate'] },
};

/** Activities that belong together, under one name. */
export class ActivitySeries1764000000113 implements MigrationInterface {
  name = 'ActivitySeries1764000000113';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'activity_series',
      columns: {
        id: column.id,
        agencyId: column.ref,
        name: column.text(80),
        every: optional(column.word),
        madeBy: column.ref,
        requestId: column.text(64),
        createdAt: column.instant,
      },
      enums: { every: ['WEEK', 'FORTNIGHT', 'MONTH'] },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_activity_series_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_activity_series_name', columns: ['agencyId', 'name'] },
      ],
    });
    await addOptionalLink(runner, LINK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropLink(runner, LINK);
    await runner.dropTable('activity_series');
  }
}
