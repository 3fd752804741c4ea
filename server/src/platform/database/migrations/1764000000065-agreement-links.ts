import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Links by which a minor's guardian signs beside them, without an account. */
export class AgreementLinks1764000000065 implements MigrationInterface {
  name = 'AgreementLinks1764000000065';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'agreement_link',
      columns: {
        id: column.id,
        agencyId: column.ref,
        agreementId: column.ref,
        codeIndex: column.text(64),
        createdBy: column.ref,
        createdAt: column.instant,
        expiresAt: column.instant,
        endedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', agreementId: 'agreement' },
      indices: [
        { name: 'ux_agreement_link_code', columns: ['codeIndex'], unique: true },
        { name: 'ix_agreement_link_agreement', columns: ['agreementId', 'endedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agreement_link');
  }
}
