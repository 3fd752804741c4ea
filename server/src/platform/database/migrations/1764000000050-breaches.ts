import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Breaches of personal data with their clocks (未成年人网络保护条例 35). */
export class Breaches1764000000050 implements MigrationInterface {
  name = 'Breaches1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'breach',
      columns: {
        id: column.id,
        agencyId: column.ref,
        number: column.text(20),
        drill: column.flag,
        kinds: column.json,
        happenedAt: optional(column.instant),
        noticedAt: column.instant,
        categories: column.json,
        affected: column.json,
        factsSealed: column.longText,
        openedBy: column.ref,
        openedAt: column.instant,
        containedAt: optional(column.instant),
        authorityToldAt: optional(column.instant),
        authorityReference: optional(column.text(80)),
        affectedToldAt: optional(column.instant),
        affectedToldHow: optional(column.word),
        closedAt: optional(column.instant),
        closedBy: optional(column.ref),
        version: column.int,
        requestId: column.text(64),
      },
      enums: { affectedToldHow: ['EACH', 'PUBLIC_NOTICE', 'NOBODY_AFFECTED'] },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_breach_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_breach_noticed', columns: ['agencyId', 'noticedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('breach');
  }
}
