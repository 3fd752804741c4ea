import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDIENCES, PURPOSES } from '@tongxing/shared/disclosure';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { addOptionalLink, createTable, dropLink } from './create-table.js';

const PAPERS = ['CONSENT_PAPER', 'TRAINING_CERTIFICATE', 'VOLUNTEER_AGREEMENT', 'STAFF_CREDENTIAL'];
const SUBJECTS = ['Companionship', 'Volunteer', 'Person'];
const LINK_OF_GUARDIAN = {
  table: 'guardian_link',
  column: 'guardianPersonId',
  target: 'person',
  index: { name: 'ix_guardian_link_guardian', columns: ['guardianPersonId'] },
};

/** Asking a family by its personal link, for whom a link was made, and papers that prove a statement of the ledger. */
export class ConsentAsking1764000000044 implements MigrationInterface {
  name = 'ConsentAsking1764000000044';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'consent_request',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        purpose: column.word,
        audience: column.word,
        occasion: optional(column.text(80)),
        untilOn: column.date,
        askedBy: column.ref,
        askedAt: column.instant,
        closedAt: optional(column.instant),
      },
      enums: { purpose: PURPOSES, audience: AUDIENCES },
      references: { agencyId: 'agency', childId: 'child' },
      indices: [{ name: 'ix_consent_request_child', columns: ['agencyId', 'childId'] }],
    });
    await addOptionalLink(runner, LINK_OF_GUARDIAN);
    await changeWords(runner, 'stored_file', 'purpose', [...PAPERS, 'LEDGER_PAPER']);
    await changeWords(runner, 'stored_file', 'subjectType', [...SUBJECTS, 'Child']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'stored_file', 'subjectType', SUBJECTS);
    await changeWords(runner, 'stored_file', 'purpose', PAPERS);
    await dropLink(runner, LINK_OF_GUARDIAN);
    await runner.dropTable('consent_request');
  }
}
