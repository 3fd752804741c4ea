import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';

const TABLE = 'guardian_link';
const INDEX = 'ux_guardian_link_code';

/** A guardian's link may be a short code instead, to be read out by phone: found blindly, good for one exchange. */
export class GuardianCodes1764000000039 implements MigrationInterface {
  name = 'GuardianCodes1764000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(TABLE, new TableColumn({ name: 'codeIndex', ...optional(column.text(64)) }));
    await runner.addColumn(TABLE, new TableColumn({ name: 'exchangedAt', ...optional(column.instant) }));
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ['codeIndex'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX);
    for (const name of ['exchangedAt', 'codeIndex']) await runner.dropColumn(TABLE, name);
  }
}
