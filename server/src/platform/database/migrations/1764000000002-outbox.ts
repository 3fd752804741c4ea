import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Jobs, the notices that people read in the app, and the messages that a platform without a provider keeps. */
export class Outbox1764000000002 implements MigrationInterface {
  name = 'Outbox1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'job',
      columns: {
        id: column.id,
        agencyId: optional(column.ref),
        kind: column.text(80),
        payloadSealed: optional(column.longText),
        state: column.word,
        attempts: column.int,
        runAt: column.instant,
        leaseUntil: optional(column.instant),
        claimedBy: optional(column.text(60)),
        dedupeKey: optional(column.text(160)),
        lastError: optional(column.text(80)),
        createdAt: column.instant,
        finishedAt: optional(column.instant),
      },
      enums: { state: ['READY', 'CLAIMED', 'DONE', 'DEAD'] },
      indices: [
        { name: 'ux_job_dedupe', columns: ['dedupeKey'], unique: true },
        { name: 'ix_job_due', columns: ['state', 'runAt'] },
        { name: 'ix_job_lease', columns: ['state', 'leaseUntil'] },
      ],
    });
    await createTable(runner, {
      name: 'notice',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        template: column.text(60),
        paramsSealed: column.longText,
        path: optional(column.text(200)),
        deliveryKey: column.text(160),
        createdAt: column.instant,
        readAt: optional(column.instant),
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_notice_delivery', columns: ['deliveryKey'], unique: true },
        { name: 'ix_notice_person', columns: ['personId', 'createdAt'] },
      ],
    });
    await createTable(runner, {
      name: 'sent_message',
      columns: {
        id: column.id,
        agencyId: optional(column.ref),
        channel: column.word,
        bodySealed: column.longText,
        deliveryKey: column.text(160),
        sentAt: column.instant,
      },
      enums: { channel: ['MAIL', 'SMS'] },
      indices: [
        { name: 'ux_sent_message_delivery', columns: ['deliveryKey'], unique: true },
        { name: 'ix_sent_message_sent', columns: ['sentAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sent_message', 'notice', 'job']) await runner.dropTable(table);
  }
}
