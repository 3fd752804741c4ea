import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** What people ask about what is kept of them, the answers, and copies that lie ready for some days. */
export class Rights1764000000049 implements MigrationInterface {
  name = 'Rights1764000000049';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'rights_request',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        askedBy: column.word,
        askedThrough: optional(column.ref),
        rightKind: column.word,
        wordsSealed: optional(column.longText),
        askedAt: column.instant,
        state: column.word,
        version: column.int,
        decidedBy: optional(column.ref),
        decidedAt: optional(column.instant),
        ground: optional(column.word),
        answerSealed: optional(column.longText),
        readyUntil: optional(column.instant),
        requestId: column.text(64),
      },
      enums: {
        askedBy: ['SELF', 'GUARDIAN', 'STAFF'],
        rightKind: ['COPY', 'CORRECT', 'TRANSFER', 'ERASE'],
        state: ['RECEIVED', 'GIVEN', 'REFUSED', 'WITHDRAWN'],
        ground: [
          'LAW_KEEPS_RECORDS',
          'NOT_SHOWN_TO_BE_THE_PERSON',
          'NOTHING_HELD',
          'ABOUT_OTHERS',
          'ASKED_AGAIN_TOO_SOON',
        ],
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        { name: 'ux_rights_request_asked', columns: ['agencyId', 'personId', 'requestId'], unique: true },
        { name: 'ix_rights_request_waiting', columns: ['agencyId', 'state', 'askedAt'] },
        { name: 'ix_rights_request_ready', columns: ['readyUntil'] },
      ],
    });
    await createTable(runner, {
      name: 'rights_file',
      columns: { id: column.id, rightsRequestId: column.ref, part: column.int, body: column.longText },
      references: { rightsRequestId: 'rights_request' },
      indices: [{ name: 'ux_rights_file_part', columns: ['rightsRequestId', 'part'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('rights_file');
    await runner.dropTable('rights_request');
  }
}
