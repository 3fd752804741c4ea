import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Directories of companies, and whom they mean by their own people. */
export class CompanySignIns1764000000093 implements MigrationInterface {
  name = 'CompanySignIns1764000000093';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'company_sign_in',
      columns: {
        id: column.id,
        agencyId: column.ref,
        name: column.text(80),
        code: column.text(30),
        issuer: column.text(200),
        clientId: column.text(200),
        clientSecretSealed: column.longText,
        state: column.word,
        recordedBy: column.ref,
        version: column.int,
        createdAt: column.instant,
      },
      enums: { state: ['ACTIVE', 'ENDED'] },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_company_sign_in_code', columns: ['code'], unique: true },
        { name: 'ux_company_sign_in_name', columns: ['agencyId', 'name'], unique: true },
      ],
    });
    await createTable(runner, {
      name: 'company_identity',
      columns: {
        id: column.id,
        agencyId: column.ref,
        signInId: column.ref,
        personId: column.ref,
        subjectIndex: column.text(64),
        tiedAt: column.instant,
        usedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', signInId: 'company_sign_in', personId: 'person' },
      indices: [
        { name: 'ux_company_identity_subject', columns: ['signInId', 'subjectIndex'], unique: true },
        { name: 'ux_company_identity_person', columns: ['signInId', 'personId'], unique: true },
        { name: 'ix_company_identity_person', columns: ['agencyId', 'personId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('company_identity');
    await runner.dropTable('company_sign_in');
  }
}
