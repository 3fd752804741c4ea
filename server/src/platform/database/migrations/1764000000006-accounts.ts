import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const SESSION_COLUMNS = {
  personId: optional(column.ref),
  browser: optional(column.text(20)),
  system: optional(column.text(20)),
  networkSealed: optional(column.longText),
  lastUsedAt: optional(column.instant),
};

/** Devices that people recognise, counted tries, invitations, codes and links for those who lost a password. */
export class Accounts1764000000006 implements MigrationInterface {
  name = 'Accounts1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, shape] of Object.entries(SESSION_COLUMNS)) {
      await runner.addColumn('session', new TableColumn({ name, ...shape }));
    }
    await createTable(runner, {
      name: 'throttle',
      columns: { id: column.id, points: column.int, expiresAt: column.instant },
      indices: [{ name: 'ix_throttle_expiry', columns: ['expiresAt'] }],
    });
    await createTable(runner, {
      name: 'invitation',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        openPersonId: optional(column.ref),
        identifierIndex: column.text(64),
        identifierSealed: column.longText,
        locale: column.text(8),
        roles: column.json,
        tokenHash: column.text(64),
        createdBy: column.ref,
        createdAt: column.instant,
        expiresAt: column.instant,
        acceptedAt: optional(column.instant),
        revokedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_invitation_token', columns: ['tokenHash'], unique: true },
        { name: 'ux_invitation_open', columns: ['openPersonId'], unique: true },
        { name: 'ix_invitation_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'credential_reset',
      columns: {
        id: column.id,
        purpose: column.word,
        channel: column.word,
        loginId: optional(column.ref),
        identifierIndex: column.text(64),
        identifierSealed: column.longText,
        secretHash: column.text(64),
        browserHash: column.text(64),
        triesLeft: column.int,
        createdAt: column.instant,
        expiresAt: column.instant,
        endedAt: optional(column.instant),
      },
      enums: { purpose: ['PASSWORD', 'IDENTIFIER'], channel: ['SMS', 'MAIL'] },
      indices: [
        { name: 'ix_credential_reset_secret', columns: ['secretHash'] },
        { name: 'ix_credential_reset_browser', columns: ['browserHash', 'purpose'] },
        { name: 'ix_credential_reset_identifier', columns: ['identifierIndex'] },
        { name: 'ix_credential_reset_expiry', columns: ['expiresAt'] },
      ],
    });
    await createTable(runner, {
      name: 'terms_acceptance',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        loginId: column.ref,
        document: column.word,
        version: column.text(20),
        locale: column.text(8),
        acceptedAt: column.instant,
      },
      enums: { document: ['PRIVACY', 'TERMS'] },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ux_terms_acceptance', columns: ['personId', 'document', 'version'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['terms_acceptance', 'credential_reset', 'invitation', 'throttle']) {
      await runner.dropTable(table);
    }
    for (const name of Object.keys(SESSION_COLUMNS).reverse()) await runner.dropColumn('session', name);
  }
}
