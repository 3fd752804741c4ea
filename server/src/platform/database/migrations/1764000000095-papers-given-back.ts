import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, dropColumns } from './create-table.js';

/** The paper of a record check was looked at and given back: when, and by whom. */
export class PapersGivenBack1764000000095 implements MigrationInterface {
  name = 'PapersGivenBack1764000000095';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'record_check', {
      paperGivenBackAt: optional(column.instant),
      paperGivenBackBy: optional(column.ref),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'record_check', ['paperGivenBackAt', 'paperGivenBackBy']);
  }
}
