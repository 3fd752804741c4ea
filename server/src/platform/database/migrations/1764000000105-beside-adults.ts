import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const TABLE = 'beside_adult';

/** Beside which adult a volunteer under age accompanies a child (ADR 0033). */
export class BesideAdults1764000000105 implements MigrationInterface {
  name = 'BesideAdults1764000000105';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: TABLE,
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        adultId: column.ref,
        openPersonId: optional(column.ref),
        startsOn: column.date,
        recordedBy: column.ref,
        endedOn: optional(column.date),
        endedBy: optional(column.ref),
      },
      references: { agencyId: 'agency', personId: 'person', adultId: 'person' },
      indices: [
        { name: 'ux_beside_adult_open', columns: ['openPersonId'], unique: true },
        { name: 'ix_beside_adult_adult', columns: ['agencyId', 'adultId'] },
        { name: 'ix_beside_adult_person', columns: ['agencyId', 'personId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
