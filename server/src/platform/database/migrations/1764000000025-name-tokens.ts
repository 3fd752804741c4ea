import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** Sealed names are found by blind indexes of their parts. The rows of names that stand are written after the start. */
export class NameTokens1764000000025 implements MigrationInterface {
  name = 'NameTokens1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'name_token',
      // The key is the whole row, so it is the only index, and on SQLite the table itself.
      columns: {
        agencyId: { ...column.ref, isPrimary: true },
        token: { ...column.text(12), isPrimary: true },
        place: { ...column.int, isPrimary: true },
        personId: { ...column.ref, isPrimary: true },
      },
      withoutRowid: true,
    });
    // Plain SQL: TypeORM would copy the whole table on SQLite.
    await runner.query('ALTER TABLE person ADD COLUMN nameScheme integer');
    await runner.query('ALTER TABLE person ADD COLUMN nameTokens text');
    const unindexed = new TableIndex({ name: 'ix_person_name_scheme', columnNames: ['nameScheme', 'id'] });
    await runner.createIndex('person', unindexed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('person', 'ix_person_name_scheme');
    for (const name of ['nameTokens', 'nameScheme']) await runner.query(`ALTER TABLE person DROP COLUMN ${name}`);
    await runner.dropTable('name_token');
  }
}
