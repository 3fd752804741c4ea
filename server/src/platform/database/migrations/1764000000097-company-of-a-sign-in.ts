import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, dropColumns } from './create-table.js';

const TABLE = 'company_sign_in';
const INDEX = 'ix_company_sign_in_team';

/** Of which company a directory is, so that the links of its days offer it. */
export class CompanyOfASignIn1764000000097 implements MigrationInterface {
  name = 'CompanyOfASignIn1764000000097';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, { teamId: optional(column.ref) });
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ['agencyId', 'teamId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX);
    await dropColumns(runner, TABLE, ['teamId']);
  }
}
