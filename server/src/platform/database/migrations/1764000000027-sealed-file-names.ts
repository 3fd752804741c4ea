import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';

const TABLE = 'import_batch';

/**
 * A roster's file is often called after a school, a village, or a child: its name is sealed like the rest of it. A
 * migration has no key, so what stood there in the clear is not carried over; the roster keeps its kind and its day.
 */
export class SealedFileNames1764000000027 implements MigrationInterface {
  name = 'SealedFileNames1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(TABLE, new TableColumn({ name: 'fileNameSealed', ...optional(column.longText) }));
    await runner.dropColumn(TABLE, 'fileName');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn(TABLE, new TableColumn({ name: 'fileName', ...column.text(200), default: "'roster.csv'" }));
    await runner.dropColumn(TABLE, 'fileNameSealed');
  }
}
