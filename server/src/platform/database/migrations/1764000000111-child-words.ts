import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, dropChecks, dropColumns } from './create-table.js';

const WORDS = { saidBy: ['CHILD', 'GUARDIAN'] };

/** Whether the child said itself that it comes, or a guardian brought its word. */
export class ChildWords1764000000111 implements MigrationInterface {
  name = 'ChildWords1764000000111';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'activity_child', { saidBy: optional(column.word) });
    await addChecks(runner, 'activity_child', WORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, 'activity_child', WORDS);
    await dropColumns(runner, 'activity_child', ['saidBy']);
  }
}
