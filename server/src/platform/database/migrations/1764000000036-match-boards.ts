import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, createTable, dropChecks, dropColumns } from './create-table.js';

const STATES = { state: ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] };

/** Runs that are under way, proposals that a worker holds fast, and an agency's own tables of weights. */
export class MatchBoards1764000000036 implements MigrationInterface {
  name = 'MatchBoards1764000000036';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'match_weights',
      columns: {
        id: column.id,
        agencyId: column.ref,
        version: column.int,
        criteria: column.json,
        reason: column.longText,
        createdBy: column.ref,
        createdAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_match_weights_version', columns: ['agencyId', 'version'], unique: true }],
    });
    await addColumns(runner, 'match_run', {
      state: optional(column.word),
      progress: optional(column.int),
      scope: optional(column.json),
      readiness: optional(column.json),
      aliveAt: optional(column.instant),
      endedAt: optional(column.instant),
    });
    await addChecks(runner, 'match_run', STATES);
    await addColumns(runner, 'match_proposal', {
      heldBy: optional(column.ref),
      heldAt: optional(column.instant),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'match_proposal', ['heldBy', 'heldAt']);
    await dropChecks(runner, 'match_run', STATES);
    await dropColumns(runner, 'match_run', ['state', 'progress', 'scope', 'readiness', 'aliveAt', 'endedAt']);
    await runner.dropTable('match_weights');
  }
}
