import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Rosters on their way in: the batch, and its rows sealed until they are imported or dropped. */
export class Imports1764000000004 implements MigrationInterface {
  name = 'Imports1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'import_batch',
      columns: {
        id: column.id,
        agencyId: column.ref,
        kind: column.word,
        fileName: column.text(200),
        fileHash: column.text(64),
        encoding: column.text(20),
        state: column.word,
        columns: column.json,
        rowCount: column.int,
        validCount: column.int,
        badCount: column.int,
        duplicateCount: column.int,
        importedCount: column.int,
        stagedBy: column.ref,
        stagedAt: column.instant,
        importedBy: optional(column.ref),
        importedAt: optional(column.instant),
        confirmedBy: optional(column.ref),
        confirmedAt: optional(column.instant),
        version: column.int,
      },
      enums: {
        kind: ['VOLUNTEERS', 'CHILDREN'],
        state: ['STAGED', 'IMPORTED', 'CONFIRMED', 'DISCARDED'],
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ix_import_batch_agency', columns: ['agencyId', 'stagedAt'] }],
    });
    await createTable(runner, {
      name: 'import_row',
      columns: {
        id: column.id,
        batchId: column.ref,
        line: column.int,
        status: column.word,
        bodySealed: column.longText,
      },
      enums: { status: ['VALID', 'BAD', 'DUPLICATE'] },
      references: { batchId: 'import_batch' },
      indices: [
        { name: 'ux_import_row_line', columns: ['batchId', 'line'], unique: true },
        { name: 'ix_import_row_status', columns: ['batchId', 'status', 'line'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_row');
    await runner.dropTable('import_batch');
  }
}
