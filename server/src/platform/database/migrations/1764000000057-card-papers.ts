import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

/** The numbers on papers that donors made of released cards: whoever holds one can ask whether it still holds. */
export class CardPapers1764000000057 implements MigrationInterface {
  name = 'CardPapers1764000000057';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'card_paper',
      columns: {
        id: column.id,
        agencyId: column.ref,
        cardId: column.ref,
        sponsorshipId: column.ref,
        number: column.text(20),
        madeAt: column.instant,
      },
      references: { agencyId: 'agency', cardId: 'progress_card', sponsorshipId: 'sponsorship' },
      indices: [
        { name: 'ux_card_paper_number', columns: ['number'], unique: true },
        { name: 'ux_card_paper_card', columns: ['cardId', 'sponsorshipId'], unique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('card_paper');
  }
}
