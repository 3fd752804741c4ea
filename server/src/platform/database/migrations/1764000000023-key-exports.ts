import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** That the ring was put on paper in shares. */
export class KeyExports1764000000023 implements MigrationInterface {
  name = 'KeyExports1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'key_export',
      columns: {
        id: column.id,
        generation: column.text(16),
        shares: column.int,
        threshold: column.int,
        ringKeys: column.json,
        exportedAt: column.instant,
      },
      indices: [{ name: 'ix_key_export_newest', columns: ['exportedAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('key_export');
  }
}
