import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addOptionalLink, dropLink, type LinkShape } from './create-table.js';

const LINK: LinkShape = {
  table: 'import_batch',
  column: 'officeId',
  target: 'office',
  index: { name: 'ix_import_batch_office', columns: ['agencyId', 'officeId'] },
};

/** A roster belongs to the office whose people it lists. */
export class OfficesOfRosters1764000000017 implements MigrationInterface {
  name = 'OfficesOfRosters1764000000017';

  up(runner: QueryRunner): Promise<void> {
    return addOptionalLink(runner, LINK);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropLink(runner, LINK);
  }
}
