import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

const BEFORE = ['RECEIVED', 'SEEN'];
const STATES = [...BEFORE, 'SAFETY_ACTIONS', 'REPORTED', 'AUTHORITY_LED', 'SUPPORT', 'REVIEWED', 'CLOSED'];

/** A concern goes on after it was seen (SM12): each step is a row, and how far it has come stands on the concern. */
export class ConcernSteps1764000000042 implements MigrationInterface {
  name = 'ConcernSteps1764000000042';

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'concern', 'state', STATES);
    await addColumns(runner, 'concern', {
      reportedAt: optional(column.instant),
      closedAt: optional(column.instant),
    });
    await createTable(runner, {
      name: 'concern_step',
      columns: {
        id: column.id,
        agencyId: column.ref,
        concernId: column.ref,
        kind: column.word,
        byId: column.ref,
        at: column.instant,
        happenedAt: optional(column.instant),
        textSealed: optional(column.longText),
        category: optional(column.word),
        authority: optional(column.word),
        referenceSealed: optional(column.longText),
        assigneeId: optional(column.ref),
        dueAt: optional(column.instant),
        taskId: optional(column.ref),
        requestId: column.text(64),
      },
      enums: {
        kind: [
          ...['TRIAGED', 'SAFETY_ACTION', 'DROPOUT_TASK', 'CRISIS_WORK', 'TASK_DONE', 'REPORTED', 'REFERENCE'],
          ...['AUTHORITY_LED', 'ACCOUNT', 'ACCOUNT_ASKED', 'ACCOUNT_ALLOWED', 'ACCOUNT_REFUSED', 'SUPPORT'],
          ...['REVIEWED', 'CLOSE_ASKED', 'CLOSED'],
        ],
        category: ['HARM', 'NEGLECT', 'DROPOUT', 'CONDUCT', 'FAMILY_CRISIS', 'SELF_HARM', 'OTHER'],
        authority: ['POLICE', 'CIVIL_AFFAIRS', 'EDUCATION', 'PROCURATORATE', 'COMMUNITY', 'OTHER'],
      },
      references: { agencyId: 'agency', concernId: 'concern' },
      indices: [
        { name: 'ux_concern_step_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_concern_step_concern', columns: ['concernId', 'at'] },
        { name: 'ix_concern_step_assignee', columns: ['agencyId', 'assigneeId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('concern_step');
    await dropColumns(runner, 'concern', ['closedAt', 'reportedAt']);
    // What had gone further was seen by somebody.
    await runner.query("UPDATE concern SET state = 'SEEN' WHERE state NOT IN ('RECEIVED', 'SEEN')");
    await changeWords(runner, 'concern', 'state', BEFORE);
  }
}
