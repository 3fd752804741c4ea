import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '@tongxing/shared/permissions';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Accounts, agencies, people with dated roles, settings, and the audit chain. */
export class Foundation1764000000001 implements MigrationInterface {
  name = 'Foundation1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'login',
      columns: {
        id: column.id,
        identifierIndex: column.text(64),
        identifierSealed: column.longText,
        passwordHash: column.text(160),
        locale: column.text(8),
        createdAt: column.instant,
      },
      indices: [{ name: 'ux_login_identifier', columns: ['identifierIndex'], unique: true }],
    });
    await createTable(runner, {
      name: 'session',
      columns: {
        id: column.id,
        tokenHash: column.text(64),
        kind: column.text(10),
        loginId: column.ref,
        createdAt: column.instant,
        expiresAt: column.instant,
        endedAt: optional(column.instant),
      },
      indices: [
        { name: 'ux_session_token', columns: ['tokenHash'], unique: true },
        { name: 'ix_session_login', columns: ['loginId'] },
      ],
    });
    await createTable(runner, {
      name: 'agency',
      columns: {
        id: column.id,
        name: column.text(120),
        timeZone: column.text(60),
        locale: column.text(8),
        contactPhone: optional(column.text(40)),
        createdAt: column.instant,
      },
    });
    await createTable(runner, { name: 'installation', columns: { id: column.id, createdAt: column.instant } });
    await createTable(runner, {
      name: 'agency_setting',
      columns: {
        id: column.id,
        agencyId: column.ref,
        key: column.text(60),
        value: column.text(60),
        version: column.int,
        changedAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_agency_setting_key', columns: ['agencyId', 'key'], unique: true }],
    });
    await createTable(runner, {
      name: 'person',
      columns: {
        id: column.id,
        agencyId: column.ref,
        loginId: optional(column.ref),
        nameSealed: column.longText,
        phoneSealed: optional(column.longText),
        phoneIndex: optional(column.text(64)),
        gender: optional(column.text(10)),
        birthDate: optional(column.date),
        createdAt: column.instant,
      },
      references: { agencyId: 'agency', loginId: 'login' },
      indices: [
        { name: 'ux_person_agency_phone', columns: ['agencyId', 'phoneIndex'], unique: true },
        { name: 'ix_person_login', columns: ['loginId'] },
        // Without it SQLite walks all people of an agency to find a page's fifty.
        { name: 'ix_person_ids', columns: ['agencyId', 'id'] },
      ],
    });
    await createTable(runner, {
      name: 'role_assignment',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        role: column.word,
        startsOn: column.date,
        endsOn: optional(column.date),
      },
      enums: { role: ROLES },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ix_role_assignment_person', columns: ['personId'] },
        { name: 'ix_role_assignment_role', columns: ['agencyId', 'role'] },
      ],
    });
    await createTable(runner, {
      name: 'audit_event',
      columns: {
        id: column.id,
        agencyId: column.ref,
        sequence: column.int,
        at: column.instant,
        actorKind: column.text(20),
        actorId: column.text(60),
        action: column.text(80),
        subjectType: column.text(60),
        subjectId: optional(column.ref),
        facts: column.longText,
        previousHash: column.text(64),
        hash: column.text(64),
      },
      indices: [
        { name: 'ux_audit_event_sequence', columns: ['agencyId', 'sequence'], unique: true },
        { name: 'ix_audit_event_subject', columns: ['agencyId', 'subjectType', 'subjectId'] },
        { name: 'ix_audit_event_action', columns: ['agencyId', 'action', 'sequence'] },
      ],
    });
    await createTable(runner, {
      name: 'audit_head',
      columns: { agencyId: column.id, sequence: column.int, hash: column.text(64) },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'audit_head',
      'audit_event',
      'role_assignment',
      'person',
      'agency_setting',
      'installation',
      'agency',
      'session',
      'login',
    ]) {
      await runner.dropTable(table);
    }
  }
}
