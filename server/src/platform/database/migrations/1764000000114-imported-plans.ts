import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { changeWords } from './change-words.js';
import { createTable } from './create-table.js';

const PEOPLE = ['VOLUNTEERS', 'CHILDREN', 'STAFF'];
const PLANS = ['ACTIVITIES', 'TEAMS'];

/** Lists of activities and of teams, and what each brought in. */
export class ImportedPlans1764000000114 implements MigrationInterface {
  name = 'ImportedPlans1764000000114';

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'import_batch', 'kind', [...PEOPLE, ...PLANS]);
    await createTable(runner, {
      name: 'import_made',
      columns: {
        id: column.id,
        agencyId: column.ref,
        batchId: column.ref,
        subject: column.word,
        rowId: column.ref,
        line: column.int,
      },
      enums: { subject: ['ACTIVITY', 'TEAM'] },
      references: { agencyId: 'agency', batchId: 'import_batch' },
      indices: [{ name: 'ux_import_made_line', columns: ['batchId', 'line'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_made');
    const theirs = `SELECT id FROM import_batch WHERE kind IN ('${PLANS.join("', '")}')`;
    await runner.query(`DELETE FROM import_row WHERE batchId IN (${theirs})`);
    await runner.query(`DELETE FROM import_batch WHERE kind IN ('${PLANS.join("', '")}')`);
    await changeWords(runner, 'import_batch', 'kind', PEOPLE);
  }
}
