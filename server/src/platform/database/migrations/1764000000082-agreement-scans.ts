import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeWords } from './change-words.js';

const PAPERS = ['CONSENT_PAPER', 'TRAINING_CERTIFICATE', 'VOLUNTEER_AGREEMENT', 'STAFF_CREDENTIAL', 'LEDGER_PAPER'];
const SUBJECTS = ['Companionship', 'Volunteer', 'Person', 'Child'];

/** Photos and scans of the paper on which a guardian signed an agreement. */
export class AgreementScans1764000000082 implements MigrationInterface {
  name = 'AgreementScans1764000000082';

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'stored_file', 'purpose', [...PAPERS, 'AGREEMENT_PAPER']);
    await changeWords(runner, 'stored_file', 'subjectType', [...SUBJECTS, 'Agreement']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'stored_file', 'subjectType', SUBJECTS);
    await changeWords(runner, 'stored_file', 'purpose', PAPERS);
  }
}
