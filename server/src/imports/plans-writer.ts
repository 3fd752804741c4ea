// Writes plans of activities and teams of a list. Nothing of them is passed, opened or invited by it.
import { Injectable } from '@nestjs/common';
import { ActivityPlans } from '../activities/index.js';
import { Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { NewTeams } from '../teams/index.js';
import type { PlanNames } from './agency-register.js';
import type { Destination } from './destination.js';
import type { ActivityValues, TeamValues } from './domain/index.js';
import { ImportMade, type MadeSubject } from './import-batch.entity.js';
import type { LinedValues } from './roster-writer.js';

const ROWS_A_STATEMENT = 200;

@Injectable()
export class PlansWriter {
  constructor(
    private readonly plans: ActivityPlans,
    private readonly teams: NewTeams,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work: drafts, whose risks a second person still has to read (SM8). */
  async writeActivities(to: Destination, rows: readonly LinedValues[], names: PlanNames): Promise<void> {
    const { agencyId, by, batchId } = to;
    const plans = rows.map(({ line, values }) => {
      const { venue, inCharge, roles, ...plan } = values as ActivityValues;
      const fields = {
        ...plan,
        venueId: idOf(names.venues, venue),
        inChargeIds: inCharge.map((name) => idOf(names.team, name)),
        roles: roles.map((role) => ({ ...role, skill: '' as const })),
        ...{ riskChildren: '', riskStaff: '', budget: [] },
      };
      return { fields, requestId: `import:${batchId}:${line}` };
    });
    await this.#remember(to, 'ACTIVITY', rows, await this.plans.addAll(agencyId, by, plans));
  }

  /** Inside a unit of work. */
  async writeTeams(to: Destination, rows: readonly LinedValues[]): Promise<void> {
    const teams = rows.map(({ values }) => {
      const { coordinator: _coordinator, ...team } = values as TeamValues;
      return team;
    });
    await this.#remember(to, 'TEAM', rows, await this.teams.addAll(to.agencyId, to.by, teams));
  }

  async #remember(
    { agencyId, batchId }: Destination,
    subject: MadeSubject,
    rows: readonly LinedValues[],
    rowIds: readonly string[],
  ): Promise<void> {
    const made = rows.map(({ line }, index) => {
      const id: string = this.ids.next<never>();
      return { id, agencyId, batchId, subject, rowId: rowIds[index] ?? '', line };
    });
    for (let from = 0; from < made.length; from += ROWS_A_STATEMENT) {
      await this.database.repository(ImportMade).insert(made.slice(from, from + ROWS_A_STATEMENT));
    }
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error('BUG: a good row names what is not there');
  return id;
}
