import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDIENCES, CONSENT_ANSWERS, FIELD_GROUPS, GIVERS, PURPOSES } from '@tongxing/shared/disclosure';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const METHODS = ['SIGNATURE', 'THUMBPRINT', 'WITNESSED', 'LINK', 'PAPER'];

/** The consent ledger: what was said to which text, by whom and how; one grant for each group of fields. */
export class ConsentLedger1764000000043 implements MigrationInterface {
  name = 'ConsentLedger1764000000043';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'consent_text',
      columns: {
        id: column.id,
        agencyId: column.ref,
        hash: column.text(64),
        version: column.int,
        language: column.text(10),
        body: column.longText,
        createdAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_consent_text_hash', columns: ['agencyId', 'hash'], unique: true }],
    });
    await createTable(runner, {
      name: 'consent_statement',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        requestId: column.ref,
        textId: column.ref,
        purpose: column.word,
        audience: column.word,
        occasion: optional(column.text(80)),
        giver: column.word,
        guardianPersonId: optional(column.ref),
        giverNameSealed: optional(column.longText),
        relationSealed: optional(column.longText),
        method: column.word,
        signatureSealed: optional(column.longText),
        witnessNameSealed: optional(column.longText),
        noteSealed: optional(column.longText),
        readAloud: column.flag,
        fromOn: column.date,
        untilOn: column.date,
        recordedBy: optional(column.ref),
        recordedAt: column.instant,
        remindedAt: optional(column.instant),
      },
      enums: { purpose: PURPOSES, audience: AUDIENCES, giver: GIVERS, method: METHODS },
      references: { agencyId: 'agency', childId: 'child', textId: 'consent_text', guardianPersonId: 'person' },
      indices: [
        { name: 'ux_consent_statement_request', columns: ['agencyId', 'requestId', 'giver'], unique: true },
        { name: 'ix_consent_statement_child', columns: ['agencyId', 'childId'] },
        { name: 'ix_consent_statement_end', columns: ['agencyId', 'untilOn'] },
      ],
    });
    await createTable(runner, {
      name: 'consent_grant',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        statementId: column.ref,
        fieldGroup: column.word,
        purpose: column.word,
        audience: column.word,
        occasion: optional(column.text(80)),
        giver: column.word,
        guardianPersonId: optional(column.ref),
        answer: column.word,
        fromOn: column.date,
        untilOn: column.date,
        givenAt: column.instant,
        withdrawnAt: optional(column.instant),
        withdrawnBy: optional(column.word),
      },
      enums: {
        fieldGroup: FIELD_GROUPS,
        purpose: PURPOSES,
        audience: AUDIENCES,
        giver: GIVERS,
        answer: CONSENT_ANSWERS,
        withdrawnBy: ['GUARDIAN', 'WORKER'],
      },
      references: {
        agencyId: 'agency',
        childId: 'child',
        statementId: 'consent_statement',
        guardianPersonId: 'person',
      },
      indices: [
        { name: 'ix_consent_grant_child', columns: ['agencyId', 'childId', 'audience', 'purpose'] },
        { name: 'ix_consent_grant_statement', columns: ['statementId'] },
      ],
    });
    await createTable(runner, {
      name: 'guardian_bar',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        guardianPersonId: optional(column.ref),
        reasonSealed: column.longText,
        barredBy: column.ref,
        barredAt: column.instant,
        liftReasonSealed: optional(column.longText),
        liftedBy: optional(column.ref),
        liftedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', childId: 'child', guardianPersonId: 'person' },
      indices: [{ name: 'ix_guardian_bar_child', columns: ['agencyId', 'childId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['guardian_bar', 'consent_grant', 'consent_statement', 'consent_text']) {
      await runner.dropTable(table);
    }
  }
}
