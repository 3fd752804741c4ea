import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const TABLE = 'eligibility_exemption';

/** Exemptions from training or agreement, each with its approver and its last day. */
export class Exemptions1764000000047 implements MigrationInterface {
  name = 'Exemptions1764000000047';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: TABLE,
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        requirement: column.word,
        reason: column.word,
        startsOn: column.date,
        until: column.date,
        approvedBy: column.ref,
        approvedAt: column.instant,
        endedAt: optional(column.instant),
        endedBy: optional(column.ref),
      },
      enums: {
        requirement: ['TRAINING', 'VOLUNTEER_AGREEMENT'],
        reason: ['TRAINED_ELSEWHERE', 'NEXT_COURSE_BOOKED', 'PAPER_ON_ITS_WAY', 'SIGNED_WITH_PARTNER'],
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ix_eligibility_exemption_person', columns: ['agencyId', 'personId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
