import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addOptionalLink, dropLink } from './create-table.js';

const GIVER = {
  table: 'consent',
  column: 'guardianPersonId',
  target: 'person',
  index: { name: 'ix_consent_guardian', columns: ['guardianPersonId'] },
};

/** Which guardian of the household said yes to a companion, so that a yes counts no longer than its giver does. */
export class ConsentGivers1764000000055 implements MigrationInterface {
  name = 'ConsentGivers1764000000055';

  async up(runner: QueryRunner): Promise<void> {
    await addOptionalLink(runner, GIVER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropLink(runner, GIVER);
  }
}
