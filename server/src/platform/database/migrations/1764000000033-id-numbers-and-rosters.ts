import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, createTable, dropChecks, dropColumns } from './create-table.js';

const COLUMNS = {
  person: { idNumberSealed: optional(column.longText), idNumberIndex: optional(column.text(64)) },
  import_batch: { duplicateRule: optional(column.text(10)), updatedCount: optional(column.int) },
  import_row: { matchId: optional(column.ref), choice: optional(column.text(10)) },
};
const KINDS = {
  before: { kind: ['VOLUNTEERS', 'CHILDREN'] },
  after: { kind: ['VOLUNTEERS', 'CHILDREN', 'STAFF'] },
};
const INDEX = { name: 'ux_person_agency_id_number', columnNames: ['agencyId', 'idNumberIndex'], isUnique: true };

/** Identity numbers of people; rosters of colleagues; rows that bring somebody up to date, and what stood before. */
export class IdNumbersAndRosters1764000000033 implements MigrationInterface {
  name = 'IdNumbersAndRosters1764000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) await addColumns(runner, table, columns);
    await runner.createIndex('person', new TableIndex(INDEX));
    await dropChecks(runner, 'import_batch', KINDS.before);
    await addChecks(runner, 'import_batch', KINDS.after);
    await createTable(runner, {
      name: 'import_change',
      columns: {
        id: column.id,
        agencyId: column.ref,
        batchId: column.ref,
        personId: column.ref,
        subject: column.word,
        rowId: column.ref,
        beforeSealed: column.longText,
        afterSealed: column.longText,
        recordedAt: column.instant,
      },
      enums: { subject: ['PERSON', 'VOLUNTEER', 'CHILD'] },
      references: { agencyId: 'agency', batchId: 'import_batch', personId: 'person' },
      indices: [
        { name: 'ix_import_change_batch', columns: ['agencyId', 'batchId'] },
        { name: 'ix_import_change_person', columns: ['agencyId', 'personId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_change');
    await dropChecks(runner, 'import_batch', KINDS.after);
    await addChecks(runner, 'import_batch', KINDS.before);
    await runner.dropIndex('person', INDEX.name);
    for (const [table, columns] of Object.entries(COLUMNS)) await dropColumns(runner, table, Object.keys(columns));
  }
}
