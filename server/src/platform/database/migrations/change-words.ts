// Lets a column that knows its words have other ones, on both engines, with every row kept.
import { TableCheck, type QueryRunner } from 'typeorm';
import { enumCheck } from '../columns.js';

export async function changeWords(
  runner: QueryRunner,
  table: string,
  column: string,
  words: readonly string[],
): Promise<void> {
  const { name, expression } = enumCheck(table, column, words);
  if (runner.dataSource.options.type === 'better-sqlite3') {
    // SQLite changes no constraint of a table: TypeORM writes the table anew and copies the rows.
    await runner.dropCheckConstraint(table, name);
    await runner.createCheckConstraint(table, new TableCheck({ name, expression }));
    return;
  }
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${expression})`);
}
