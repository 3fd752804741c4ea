import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, dropColumns } from './create-table.js';

const COLUMNS = { emailSealed: optional(column.longText), emailIndex: optional(column.text(64)) };
const INDEX = { name: 'ix_person_agency_email', columnNames: ['agencyId', 'emailIndex'] };

/** E-mail addresses of colleagues, sealed, found through a blind index: an invitation goes there. */
export class Emails1764000000051 implements MigrationInterface {
  name = 'Emails1764000000051';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'person', COLUMNS);
    await runner.createIndex('person', new TableIndex(INDEX));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('person', INDEX.name);
    await dropColumns(runner, 'person', Object.keys(COLUMNS));
  }
}
