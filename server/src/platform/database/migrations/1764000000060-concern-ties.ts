import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Which colleague a concern is about, and which child it turned out to be about: rows with their moment, never taken out. */
export class ConcernTies1764000000060 implements MigrationInterface {
  name = 'ConcernTies1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'concern_about',
      columns: {
        id: column.id,
        agencyId: column.ref,
        concernId: column.ref,
        personId: column.ref,
        namedBy: optional(column.ref),
        namedAt: column.instant,
      },
      references: { agencyId: 'agency', concernId: 'concern' },
      indices: [{ name: 'ux_concern_about', columns: ['concernId', 'personId'], unique: true }],
    });
    await createTable(runner, {
      name: 'concern_link',
      columns: {
        id: column.id,
        agencyId: column.ref,
        concernId: column.ref,
        childId: column.ref,
        reasonSealed: column.longText,
        linkedBy: column.ref,
        linkedAt: column.instant,
        endedAt: optional(column.instant),
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', concernId: 'concern', childId: 'child' },
      indices: [
        { name: 'ux_concern_link_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_concern_link_concern', columns: ['concernId', 'endedAt'] },
        { name: 'ix_concern_link_child', columns: ['childId', 'endedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['concern_link', 'concern_about']) await runner.dropTable(table);
  }
}
