import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Strangers who would like to volunteer: links to the form, what they wrote, who was asked about them, and talks. */
export class Applications1764000000062 implements MigrationInterface {
  name = 'Applications1764000000062';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'apply_link',
      columns: {
        id: column.id,
        agencyId: column.ref,
        officeId: optional(column.ref),
        kind: column.word,
        name: column.text(60),
        code: column.text(20),
        createdBy: column.ref,
        createdAt: column.instant,
        closedAt: optional(column.instant),
      },
      enums: { kind: ['INVITATION', 'TEAM'] },
      references: { agencyId: 'agency', officeId: 'office' },
      indices: [
        { name: 'ux_apply_link_code', columns: ['code'], unique: true },
        { name: 'ix_apply_link_agency', columns: ['agencyId', 'createdAt'] },
      ],
    });
    await createTable(runner, {
      name: 'application',
      columns: {
        id: column.id,
        agencyId: column.ref,
        officeId: optional(column.ref),
        via: column.word,
        applyLinkId: optional(column.ref),
        codeIndex: column.text(64),
        codeSealed: column.longText,
        phoneIndex: optional(column.text(64)),
        answersSealed: column.longText,
        locale: column.text(8),
        state: column.word,
        version: column.int,
        startedAt: column.instant,
        savedAt: column.instant,
        sentAt: optional(column.instant),
        pausedAt: optional(column.instant),
        decidedAt: optional(column.instant),
        decidedBy: optional(column.ref),
        declineReason: optional(column.text(40)),
        decisionSealed: optional(column.longText),
        personId: optional(column.ref),
        erasedAt: optional(column.instant),
      },
      enums: {
        via: ['FORM', 'INVITATION', 'TEAM'],
        state: ['STARTED', 'SENT', 'TALKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'],
      },
      references: { agencyId: 'agency', officeId: 'office', personId: 'person' },
      indices: [
        { name: 'ux_application_code', columns: ['codeIndex'], unique: true },
        { name: 'ix_application_waiting', columns: ['agencyId', 'state', 'sentAt'] },
        { name: 'ix_application_phone', columns: ['agencyId', 'phoneIndex'] },
        { name: 'ix_application_person', columns: ['agencyId', 'personId'] },
        { name: 'ix_application_saved', columns: ['state', 'savedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('application');
    await runner.dropTable('apply_link');
  }
}
