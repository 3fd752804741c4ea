import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who is asked about an applicant by a link, and what was talked about. */
export class ApplicationAsks1764000000063 implements MigrationInterface {
  name = 'ApplicationAsks1764000000063';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'application_ask',
      columns: {
        id: column.id,
        agencyId: column.ref,
        applicationId: column.ref,
        kind: column.word,
        contactSealed: column.longText,
        codeIndex: column.text(64),
        askedAt: column.instant,
        askedBy: optional(column.ref),
        expiresAt: column.instant,
        endedAt: optional(column.instant),
        answeredAt: optional(column.instant),
        answer: optional(column.text(20)),
        textVersion: optional(column.text(20)),
        textHash: optional(column.text(64)),
        saidSealed: optional(column.longText),
      },
      enums: { kind: ['GUARDIAN', 'REFEREE'] },
      references: { agencyId: 'agency', applicationId: 'application' },
      indices: [
        { name: 'ux_application_ask_code', columns: ['codeIndex'], unique: true },
        { name: 'ix_application_ask_application', columns: ['agencyId', 'applicationId'] },
      ],
    });
    await createTable(runner, {
      name: 'application_talk',
      columns: {
        id: column.id,
        agencyId: column.ref,
        applicationId: column.ref,
        talkedOn: column.date,
        talkedBy: column.ref,
        noteSealed: column.longText,
        writtenAt: column.instant,
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', applicationId: 'application' },
      indices: [{ name: 'ux_application_talk_request', columns: ['applicationId', 'requestId'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('application_talk');
    await runner.dropTable('application_ask');
  }
}
