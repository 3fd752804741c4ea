import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who stands beside which child with a gift: a promise, matched by a worker; no money. */
export class Sponsorships1764000000045 implements MigrationInterface {
  name = 'Sponsorships1764000000045';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'sponsorship',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        donorPersonId: column.ref,
        state: column.word,
        startsOn: optional(column.date),
        endsOn: optional(column.date),
        endReason: optional(column.word),
        openPair: optional(column.text(80)),
        matchedBy: column.ref,
        matchedAt: column.instant,
        requestId: column.text(64),
        version: column.int,
      },
      enums: {
        state: ['OFFERED', 'WORKER_MATCHED', 'CONSENTED', 'ACTIVE', 'PAUSED', 'ENDED'],
        endReason: ['COMPLETED', 'WITHDRAWN', 'YIELDED', 'MOVED', 'LAPSED'],
      },
      references: { agencyId: 'agency', childId: 'child', donorPersonId: 'person' },
      indices: [
        { name: 'ux_sponsorship_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ux_sponsorship_open_pair', columns: ['openPair'], unique: true },
        { name: 'ix_sponsorship_donor', columns: ['agencyId', 'donorPersonId'] },
        { name: 'ix_sponsorship_child', columns: ['childId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sponsorship');
  }
}
