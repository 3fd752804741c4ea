import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The list of companionships begins with the newest: read from its end, however many there are. */
export class NewestCompanionships1764000000053 implements MigrationInterface {
  name = 'NewestCompanionships1764000000053';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['agencyId', 'acceptedAt', 'id'];
    await runner.createIndex('companionship', new TableIndex({ name: 'ix_companionship_newest', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('companionship', 'ix_companionship_newest');
  }
}
