import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, dropChecks, dropColumns } from './create-table.js';

const PAIR = 'companionship';
const ONE = 'ux_companionship_stands_in';
const OF = 'ix_companionship_covers';
const WORDS = { coverEnd: ['LAST_DAY', 'BACK', 'FAMILY', 'STOP', 'OVER'] };

/** Somebody stands in for a companion who is away, as a row of its own with its days (ADR 0044). */
export class Covers1764000000112 implements MigrationInterface {
  name = 'Covers1764000000112';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, PAIR, {
      coversId: optional(column.ref),
      standsInForId: optional(column.ref),
      coverFrom: optional(column.date),
      coverUntil: optional(column.date),
      coverEnd: optional(column.word),
      absentOn: optional(column.date),
    });
    await addChecks(runner, PAIR, WORDS);
    await runner.createIndex(PAIR, new TableIndex({ name: ONE, columnNames: ['standsInForId'], isUnique: true }));
    await runner.createIndex(PAIR, new TableIndex({ name: OF, columnNames: ['coversId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(PAIR, OF);
    await runner.dropIndex(PAIR, ONE);
    await dropChecks(runner, PAIR, WORDS);
    await dropColumns(runner, PAIR, ['absentOn', 'coverEnd', 'coverUntil', 'coverFrom', 'standsInForId', 'coversId']);
  }
}
