import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, dropChecks, dropColumns } from './create-table.js';

const TABLE = 'companionship';
const CAUSES = { endCause: ['DECIDED', 'STOP'] };
const ONCE = 'ux_companionship_proposal';
const BY_PROPOSAL = 'ix_companionship_proposal';
const RESTART = 'ux_companionship_restart_of';
/** Room for a first contact with pairs that began before contacts were kept. */
const DAYS_OF_GRACE = 14;
const DAY_MS = 86_400_000;

/** A stop ends pairs; the same two begin anew as a row of their own, which points at the one before (ADR 0022). */
export class EndedByStops1764000000041 implements MigrationInterface {
  name = 'EndedByStops1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, { endCause: optional(column.word), restartOfId: optional(column.ref) });
    await addChecks(runner, TABLE, CAUSES);
    // A proposal that was accepted once may stand behind the pair and behind the one that begins anew after a stop.
    await runner.createIndex(TABLE, new TableIndex({ name: BY_PROPOSAL, columnNames: ['proposalId'] }));
    await runner.dropIndex(TABLE, ONCE);
    await runner.createIndex(TABLE, new TableIndex({ name: RESTART, columnNames: ['restartOfId'], isUnique: true }));
    await runner.query("UPDATE companionship SET endCause = 'DECIDED' WHERE state = 'ENDED'");
    await this.#graceForOldPairs(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, RESTART);
    await runner.createIndex(TABLE, new TableIndex({ name: ONCE, columnNames: ['proposalId'], isUnique: true }));
    await runner.dropIndex(TABLE, BY_PROPOSAL);
    await dropChecks(runner, TABLE, CAUSES);
    await dropColumns(runner, TABLE, ['restartOfId', 'endCause']);
  }

  /** Only those have their first day as the day of the next contact, and nobody was late before contacts were kept. */
  async #graceForOldPairs(runner: QueryRunner): Promise<void> {
    const from = new Date(Date.now() + DAYS_OF_GRACE * DAY_MS).toISOString().slice(0, 10);
    await runner.query(
      `UPDATE companionship SET nextContactOn = CASE WHEN startsOn > '${from}' THEN startsOn ELSE '${from}' END
      WHERE state = 'ACTIVE' AND nextContactOn = startsOn`,
    );
  }
}
