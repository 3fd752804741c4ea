import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { createTable } from './create-table.js';

const PURPOSES = [
  'CONSENT_PAPER',
  'TRAINING_CERTIFICATE',
  'VOLUNTEER_AGREEMENT',
  'STAFF_CREDENTIAL',
  'LEDGER_PAPER',
  'AGREEMENT_PAPER',
];

/** Credit for what was learned elsewhere, with its papers. */
export class TrainingCredit1764000000094 implements MigrationInterface {
  name = 'TrainingCredit1764000000094';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'training_credit',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        courseId: column.ref,
        learnedOn: column.date,
        placeSealed: column.longText,
        state: column.word,
        refusedFor: optional(column.word),
        wordsSealed: optional(column.longText),
        trainingId: optional(column.ref),
        askedAt: column.instant,
        decidedBy: optional(column.ref),
        decidedAt: optional(column.instant),
        requestId: column.text(64),
      },
      enums: {
        state: ['ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN'],
        refusedFor: ['UNREADABLE', 'OTHER_CONTENT', 'TOO_SHORT', 'NOT_CONFIRMED'],
      },
      references: { agencyId: 'agency', personId: 'person', courseId: 'course' },
      indices: [
        { name: 'ux_training_credit_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_training_credit_state', columns: ['agencyId', 'state', 'askedAt'] },
        { name: 'ix_training_credit_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await changeWords(runner, 'stored_file', 'purpose', [...PURPOSES, 'TRAINING_CREDIT']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM stored_file WHERE purpose = 'TRAINING_CREDIT'");
    await changeWords(runner, 'stored_file', 'purpose', PURPOSES);
    await runner.dropTable('training_credit');
  }
}
