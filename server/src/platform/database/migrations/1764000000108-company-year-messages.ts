import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

/** What companies were told of a year, each thing once, and lines of a catalogue that were closed while it was open. */
export class CompanyYearMessages1764000000108 implements MigrationInterface {
  name = 'CompanyYearMessages1764000000108';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company_year_entry', {
      closedAt: optional(column.instant),
      closedWhy: optional(column.text(300)),
    });
    await createTable(runner, {
      name: 'company_year_message',
      columns: {
        id: column.id,
        agencyId: column.ref,
        yearId: column.ref,
        teamId: column.ref,
        what: column.word,
        matter: column.text(40),
        saidAt: column.instant,
      },
      enums: { what: ['OPENED', 'FORTNIGHT', 'TWO_DAYS', 'TOLD', 'NO_DAY', 'LINE_CLOSED'] },
      references: { agencyId: 'agency', yearId: 'company_year', teamId: 'volunteer_team' },
      indices: [
        { name: 'ux_company_year_message', columns: ['yearId', 'teamId', 'what', 'matter'], unique: true },
        { name: 'ix_company_year_message_agency', columns: ['agencyId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('company_year_message');
    await dropColumns(runner, 'company_year_entry', ['closedWhy', 'closedAt']);
  }
}
