import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** The yearly compliance evidence, as it was made: its bytes are what the fingerprint covers (未成年人网络保护条例 37). */
export class ComplianceEvidence1764000000059 implements MigrationInterface {
  name = 'ComplianceEvidence1764000000059';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'compliance_evidence',
      columns: {
        id: column.id,
        agencyId: column.ref,
        year: column.int,
        number: column.text(20),
        content: column.longText,
        fingerprint: column.text(64),
        madeBy: column.ref,
        madeAt: column.instant,
        requestId: column.text(64),
      },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_compliance_evidence_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ux_compliance_evidence_number', columns: ['agencyId', 'number'], unique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('compliance_evidence');
  }
}
