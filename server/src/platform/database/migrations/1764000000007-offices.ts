import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addOptionalLink, createTable, dropLink, type LinkShape } from './create-table.js';

const LINKS: readonly LinkShape[] = ['role_assignment', 'child', 'volunteer'].map((table) => ({
  table,
  column: 'officeId',
  target: 'office',
  index: { name: `ix_${table}_office`, columns: ['agencyId', 'officeId'] },
}));

/** Offices of an agency; a role, a child and a volunteer may belong to one, or to the whole agency. */
export class Offices1764000000007 implements MigrationInterface {
  name = 'Offices1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'office',
      columns: {
        id: column.id,
        agencyId: column.ref,
        name: column.text(80),
        areaCode: optional(column.text(20)),
        startsOn: column.date,
        endsOn: optional(column.date),
        createdAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ix_office_list', columns: ['agencyId', 'id'] }],
    });
    for (const link of LINKS) await addOptionalLink(runner, link);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const link of [...LINKS].reverse()) await dropLink(runner, link);
    await runner.dropTable('office');
  }
}
