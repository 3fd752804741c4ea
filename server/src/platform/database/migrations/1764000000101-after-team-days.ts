import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Certificates of service, a team's closed years, and who would like to accompany somebody longer. */
export class AfterTeamDays1764000000101 implements MigrationInterface {
  name = 'AfterTeamDays1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'service_certificate',
      columns: {
        id: column.id,
        agencyId: column.ref,
        packId: column.ref,
        personId: column.ref,
        number: column.text(12),
        madeAt: column.instant,
      },
      references: { agencyId: 'agency', packId: 'team_pack', personId: 'person' },
      indices: [
        { name: 'ux_service_certificate_number', columns: ['number'], unique: true },
        { name: 'ux_service_certificate', columns: ['packId', 'personId'], unique: true },
        { name: 'ix_service_certificate_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'team_year_statement',
      columns: {
        id: column.id,
        agencyId: column.ref,
        teamId: column.ref,
        year: column.int,
        contentSealed: column.longText,
        hash: column.text(64),
        madeBy: column.ref,
        madeAt: column.instant,
      },
      references: { agencyId: 'agency', teamId: 'volunteer_team' },
      indices: [{ name: 'ux_team_year_statement', columns: ['teamId', 'year'], unique: true }],
    });
    await createTable(runner, {
      name: 'companion_interest',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        state: column.word,
        saidAt: column.instant,
        answeredBy: optional(column.ref),
        answeredAt: optional(column.instant),
      },
      enums: { state: ['SAID', 'ANSWERED', 'WITHDRAWN'] },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_companion_interest', columns: ['agencyId', 'personId'], unique: true },
        { name: 'ix_companion_interest_state', columns: ['agencyId', 'state', 'saidAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['companion_interest', 'team_year_statement', 'service_certificate']) {
      await runner.dropTable(table);
    }
  }
}
