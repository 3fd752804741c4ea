// Whoever books for the teams of a list is invited once a second person has confirmed it; their rows are kept until then.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { NewTeams } from '../teams/index.js';
import type { RosterCell, TeamValues } from './domain/index.js';
import { ImportMade, type ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';

const ROWS_AT_ONCE = 100;

@Injectable()
export class InvitedCoordinators {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly teams: NewTeams,
    private readonly database: Database,
    private readonly work: UnitOfWork,
  ) {}

  /**
   * Inside of units that commit together. A row whose address is somebody else's stays, with its reason, until rows are
   * forgotten; its team is there.
   */
  async invite(actor: PersonActor, batch: ImportBatch): Promise<void> {
    if (batch.kind !== 'TEAMS') return;
    const teamIds = await this.#teams(actor.agencyId, batch.id);
    const known = new Map<string, string>();
    for (let line = 0; ;) {
      const rows = await this.batches.rowsAfter(batch, 'VALID', line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return;
      line = last.line;
      for (const row of rows) {
        const { coordinator } = row.values as TeamValues;
        const teamId = teamIds.get(row.line);
        const came = !coordinator || !teamId || (await this.teams.bringCoordinator(actor, teamId, coordinator, known));
        await this.work.run(actor, () =>
          came
            ? this.batches.dropRow(batch, row.id)
            : this.batches.rewrite(batch, row.id, { line: row.line, status: 'BAD', cells: marked(row.cells) }),
        );
      }
    }
  }

  async #teams(agencyId: AgencyId, batchId: string): Promise<ReadonlyMap<number, string>> {
    const made = await this.database.repository(ImportMade).findBy({ agencyId, batchId, subject: 'TEAM' });
    return new Map(made.map(({ line, rowId }) => [line, rowId]));
  }
}

const marked = (cells: readonly RosterCell[]): RosterCell[] =>
  cells.map((cell) =>
    cell.field === 'coordinatorEmail' ? { ...cell, problem: 'COORDINATOR_NOT_INVITED' as const } : cell,
  );
