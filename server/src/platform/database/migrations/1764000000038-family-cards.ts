import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

/** The code on a family's card, and the moment at which a family said stop. */
export class FamilyCards1764000000038 implements MigrationInterface {
  name = 'FamilyCards1764000000038';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'family_card',
      columns: {
        id: column.id,
        agencyId: column.ref,
        companionshipId: column.ref,
        codeIndex: column.text(64),
        codeSealed: column.longText,
        createdBy: column.ref,
        createdAt: column.instant,
        revokedAt: optional(column.instant),
        lastUsedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', companionshipId: 'companionship' },
      indices: [
        { name: 'ux_family_card_code', columns: ['codeIndex'], unique: true },
        { name: 'ix_family_card_companionship', columns: ['companionshipId', 'createdAt'] },
      ],
    });
    await addColumns(runner, 'companionship', { familyStoppedAt: optional(column.instant) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'companionship', ['familyStoppedAt']);
    await runner.dropTable('family_card');
  }
}
