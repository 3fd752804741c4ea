import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';

/** When a guardian's link was last opened: whoever made it sees whether it has arrived, and whether it is in use. */
export class OpenedLinks1764000000034 implements MigrationInterface {
  name = 'OpenedLinks1764000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('guardian_link', new TableColumn({ name: 'openedAt', ...optional(column.instant) }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('guardian_link', 'openedAt');
  }
}
