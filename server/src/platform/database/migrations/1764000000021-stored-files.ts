import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** What is known of an uploaded file; its sealed bytes lie in the file store (ADR 0018). */
export class StoredFiles1764000000021 implements MigrationInterface {
  name = 'StoredFiles1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'stored_file',
      columns: {
        id: column.id,
        agencyId: column.ref,
        ownerId: column.ref,
        subjectType: column.word,
        subjectId: column.ref,
        recordId: optional(column.ref),
        purpose: column.word,
        kind: column.word,
        byteCount: column.int,
        blob: column.text(32),
        digest: column.text(64),
        nameSealed: column.longText,
        keySealed: column.longText,
        uploadedBy: column.ref,
        createdAt: column.instant,
        attachedAt: optional(column.instant),
        removedAt: optional(column.instant),
        removedBy: optional(column.ref),
      },
      enums: {
        subjectType: ['Companionship', 'Volunteer'],
        purpose: ['CONSENT_PAPER', 'TRAINING_CERTIFICATE', 'VOLUNTEER_AGREEMENT'],
        kind: ['IMAGE', 'PDF'],
      },
      references: { agencyId: 'agency', ownerId: 'person' },
      indices: [
        { name: 'ux_stored_file_blob', columns: ['blob'], unique: true },
        { name: 'ix_stored_file_subject', columns: ['agencyId', 'subjectId', 'purpose'] },
        { name: 'ix_stored_file_record', columns: ['agencyId', 'recordId'] },
        { name: 'ix_stored_file_owner', columns: ['ownerId'] },
        { name: 'ix_stored_file_waiting', columns: ['attachedAt', 'removedAt', 'createdAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('stored_file');
  }
}
