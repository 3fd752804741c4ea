import { TableColumn, type QueryRunner, type MigrationInterface } from 'typeorm';
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
  'TRAINING_CREDIT',
];
const SUBJECTS = ['Companionship', 'Volunteer', 'Person', 'Child', 'Agreement'];

/** Donation agreements and receipts of teams; such a paper tells of no person, so its file has none. */
export class TeamPapers1764000000115 implements MigrationInterface {
  name = 'TeamPapers1764000000115';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'team_paper',
      columns: {
        id: column.id,
        agencyId: column.ref,
        packId: column.ref,
        teamId: column.ref,
        kind: column.word,
        number: column.text(60),
        datedOn: column.date,
        amountFen: optional(column.fen),
        addedBy: column.ref,
        addedAt: column.instant,
        withdrawnBy: optional(column.ref),
        withdrawnAt: optional(column.instant),
        whySealed: optional(column.longText),
        requestId: column.text(64),
      },
      enums: { kind: ['DONATION_AGREEMENT', 'DONATION_RECEIPT'] },
      references: { agencyId: 'agency', packId: 'team_pack', teamId: 'volunteer_team' },
      indices: [
        { name: 'ux_team_paper_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_team_paper_pack', columns: ['agencyId', 'packId'] },
        { name: 'ix_team_paper_team', columns: ['agencyId', 'teamId', 'datedOn'] },
      ],
    });
    await changeWords(runner, 'stored_file', 'purpose', [...PURPOSES, 'TEAM_PAPER']);
    await changeWords(runner, 'stored_file', 'subjectType', [...SUBJECTS, 'TeamPack']);
    await setOwner(runner, optional(column.ref), 'NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM stored_file WHERE purpose = 'TEAM_PAPER'");
    await setOwner(runner, column.ref, 'NOT NULL');
    await changeWords(runner, 'stored_file', 'subjectType', SUBJECTS);
    await changeWords(runner, 'stored_file', 'purpose', PURPOSES);
    await runner.dropTable('team_paper');
  }
}

/** SQLite writes the table anew, with every row; the others change the column where it stands. */
async function setOwner(runner: QueryRunner, shape: ReturnType<typeof optional>, word: string): Promise<void> {
  if (runner.dataSource.options.type === 'better-sqlite3') {
    await runner.changeColumn('stored_file', 'ownerId', new TableColumn({ name: 'ownerId', ...shape }));
    return;
  }
  await runner.query(`ALTER TABLE stored_file MODIFY COLUMN ownerId varchar(36) ${word}`);
}
