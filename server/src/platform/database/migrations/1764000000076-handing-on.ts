import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

const PAIR = 'companionship';
const FROM = 'ux_companionship_handed_on_from';

/** A pair goes on with another companion as a row of its own, with what the next one may read chosen item by item (ADR 0028). */
export class HandingOn1764000000076 implements MigrationInterface {
  name = 'HandingOn1764000000076';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, PAIR, { handedOnFromId: optional(column.ref) });
    await runner.createIndex(PAIR, new TableIndex({ name: FROM, columnNames: ['handedOnFromId'], isUnique: true }));
    await createTable(runner, {
      name: 'handed_on_item',
      columns: {
        id: column.id,
        agencyId: column.ref,
        companionshipId: column.ref,
        kind: column.word,
        contactId: optional(column.ref),
        chosenBy: column.ref,
        chosenAt: column.instant,
      },
      enums: { kind: ['GOALS', 'MEETING', 'STEPS', 'NOTE'] },
      references: { agencyId: 'agency', companionshipId: PAIR },
      indices: [{ name: 'ix_handed_on_item_pair', columns: ['companionshipId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('handed_on_item');
    await runner.dropIndex(PAIR, FROM);
    await dropColumns(runner, PAIR, ['handedOnFromId']);
  }
}
