import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const LATER_COLUMNS = [
  // When a second factor was last shown in this session, and from when it may do nothing else without one.
  ['session', 'factorAt'],
  ['session', 'factorDueAt'],
  // When the account was first asked for a second factor: its days of grace begin there.
  ['login', 'factorAskedAt'],
] as const;

/** Second factors: authenticator apps, passkeys, recovery codes, and what is asked of a browser meanwhile. */
export class Factors1764000000010 implements MigrationInterface {
  name = 'Factors1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of LATER_COLUMNS) {
      await runner.addColumn(table, new TableColumn({ name, ...optional(column.instant) }));
    }
    await createTable(runner, {
      name: 'totp_factor',
      columns: {
        id: column.id,
        loginId: column.ref,
        secretSealed: column.longText,
        usedStep: column.int,
        createdAt: column.instant,
        confirmedAt: optional(column.instant),
        lastUsedAt: optional(column.instant),
      },
      indices: [{ name: 'ix_totp_factor_login', columns: ['loginId'] }],
    });
    await createTable(runner, {
      name: 'passkey',
      columns: {
        id: column.id,
        loginId: column.ref,
        credentialIndex: column.text(64),
        credentialId: column.longText,
        publicKey: column.longText,
        signatureCount: column.text(10),
        transports: column.json,
        nameSealed: column.longText,
        createdAt: column.instant,
        lastUsedAt: optional(column.instant),
      },
      indices: [
        { name: 'ux_passkey_credential', columns: ['credentialIndex'], unique: true },
        { name: 'ix_passkey_login', columns: ['loginId'] },
      ],
    });
    await createTable(runner, {
      name: 'recovery_code',
      columns: {
        id: column.id,
        loginId: column.ref,
        codeHash: column.text(64),
        createdAt: column.instant,
        usedAt: optional(column.instant),
      },
      indices: [{ name: 'ux_recovery_code', columns: ['loginId', 'codeHash'], unique: true }],
    });
    await createTable(runner, {
      name: 'factor_challenge',
      columns: {
        id: column.id,
        purpose: column.word,
        loginId: optional(column.ref),
        personId: optional(column.ref),
        browserHash: column.text(64),
        nonceHash: optional(column.text(64)),
        triesLeft: column.int,
        createdAt: column.instant,
        expiresAt: column.instant,
        endedAt: optional(column.instant),
      },
      enums: { purpose: ['SIGN_IN', 'PASSKEY_SIGN_IN', 'ADD_PASSKEY', 'STEP_UP'] },
      indices: [
        { name: 'ix_factor_challenge_browser', columns: ['browserHash', 'purpose'] },
        { name: 'ix_factor_challenge_login', columns: ['loginId'] },
        { name: 'ix_factor_challenge_expiry', columns: ['expiresAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['factor_challenge', 'recovery_code', 'passkey', 'totp_factor']) await runner.dropTable(table);
    for (const [table, name] of [...LATER_COLUMNS].reverse()) await runner.dropColumn(table, name);
  }
}
