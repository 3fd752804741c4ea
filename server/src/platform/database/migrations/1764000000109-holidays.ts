import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** Days off and days worked instead, as an agency marks them itself, and the years whose notice it brought in. */
export class Holidays1764000000109 implements MigrationInterface {
  name = 'Holidays1764000000109';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'agency_holiday',
      columns: {
        id: column.id,
        agencyId: column.ref,
        day: column.date,
        mark: column.word,
        name: column.text(40),
        recordedBy: column.ref,
        recordedAt: column.instant,
      },
      enums: { mark: ['OFF', 'WORK'] },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_agency_holiday_day', columns: ['agencyId', 'day'], unique: true }],
    });
    await createTable(runner, {
      name: 'agency_holiday_year',
      columns: {
        id: column.id,
        agencyId: column.ref,
        year: column.int,
        announcedBy: column.ref,
        announcedAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_agency_holiday_year', columns: ['agencyId', 'year'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agency_holiday_year');
    await runner.dropTable('agency_holiday');
  }
}
