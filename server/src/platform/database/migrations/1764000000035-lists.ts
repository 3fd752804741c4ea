import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Saved views of lists, and changes of many rows at once with what stood before, so that they can be taken back. */
export class Lists1764000000035 implements MigrationInterface {
  name = 'Lists1764000000035';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'saved_view',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        list: column.text(20),
        name: column.text(60),
        query: column.longText,
        shared: column.flag,
        createdAt: column.instant,
        version: column.int,
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ix_saved_view_list', columns: ['agencyId', 'list', 'personId'] }],
    });
    await createTable(runner, {
      name: 'list_change',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        kind: column.word,
        toId: optional(column.ref),
        requestId: column.text(60),
        createdAt: column.instant,
        undoneAt: optional(column.instant),
      },
      enums: { kind: ['MOVE_CHILDREN', 'MOVE_VOLUNTEERS', 'ASSIGN_SUPERVISOR'] },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ux_list_change_request', columns: ['personId', 'requestId'], unique: true }],
    });
    await createTable(runner, {
      name: 'list_change_row',
      columns: { changeId: column.id, rowId: column.id, beforeId: optional(column.ref) },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['list_change_row', 'list_change', 'saved_view']) await runner.dropTable(table);
  }
}
