import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';

const COLUMNS = { undoneBy: optional(column.ref), undoneAt: optional(column.instant) };

/** Who took an imported roster back, and when. */
export class UndoneImports1764000000030 implements MigrationInterface {
  name = 'UndoneImports1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, options] of Object.entries(COLUMNS)) {
      await runner.addColumn('import_batch', new TableColumn({ name, ...options }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(COLUMNS).reverse()) await runner.dropColumn('import_batch', name);
  }
}
