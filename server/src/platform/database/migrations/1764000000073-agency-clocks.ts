import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, dropColumns } from './create-table.js';

/** What an agency promised when it was asked, and the hours of a breach as they stood when it was written down. */
export class AgencyClocks1764000000073 implements MigrationInterface {
  name = 'AgencyClocks1764000000073';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'rights_request', { answerDays: optional(column.int) });
    await addColumns(runner, 'breach', { clockHours: optional(column.json) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'breach', ['clockHours']);
    await dropColumns(runner, 'rights_request', ['answerDays']);
  }
}
