import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** Which state the counted rows of each agency are in. */
export class DataVersions1764000000052 implements MigrationInterface {
  name = 'DataVersions1764000000052';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'data_version',
      columns: { scope: { ...column.text(36), isPrimary: true }, version: column.ref },
      withoutRowid: true,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('data_version');
  }
}
