import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['person', 'volunteer', 'child'];
const LISTS = ['volunteer', 'child'];

/** Since when a person is erased; the lists of volunteers and children leave such rows out by their index. */
export class Erasure1764000000008 implements MigrationInterface {
  name = 'Erasure1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    // Plain SQL: TypeORM would copy the whole table on SQLite.
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} ADD COLUMN erasedAt varchar(24)`);
    for (const table of LISTS) await relist(runner, table, ['agencyId', 'erasedAt', 'id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of LISTS) await relist(runner, table, ['agencyId', 'id']);
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN erasedAt`);
  }
}

async function relist(runner: QueryRunner, table: string, columns: string[]): Promise<void> {
  const name = `ix_${table}_list`;
  await runner.dropIndex(table, name);
  await runner.createIndex(table, new TableIndex({ name, columnNames: columns }));
}
