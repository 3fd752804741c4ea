// A supervisor of an agency that is there already, with so many volunteers who hold no child yet.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository, SupervisionHistory, VolunteersRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { addPerson, inAgency } from './staff.js';
import type { TestApp } from './test-app.js';

export interface SupervisorWithMany {
  readonly supervisorId: PersonId;
  readonly volunteerIds: readonly string[];
  /** Who has supervised one of them, the first one first. */
  readonly supervisorsOf: (volunteerId: string) => Promise<readonly PersonId[]>;
}

/** Joins the agency of the first volunteer that is found: there is one in the demo. */
export async function supervisorWithMany(
  { app }: TestApp,
  name: string,
  names: readonly string[],
): Promise<SupervisorWithMany> {
  const [row] = await app.get(Database).read<{ agencyId: AgencyId }>('SELECT agencyId FROM volunteer LIMIT 1', []);
  if (!row) throw new Error('there is no volunteer yet');
  const { agencyId } = row;
  const supervisorId = await addPerson(app, agencyId, { name, roles: ['SUPERVISOR'] });
  const volunteerIds = await inAgency(app, agencyId, async () => {
    const nothing = { languages: [], skills: [], freeTimes: [], places: 1 };
    const rows = [];
    for (const each of names) {
      const personId = await app.get(PeopleRepository).add({ agencyId, name: each });
      rows.push({ agencyId, personId, supervisorId, ...nothing });
    }
    return app.get(VolunteersRepository).addAll(rows);
  });
  const supervisorsOf = async (volunteerId: string) =>
    (await app.get(SupervisionHistory).of(agencyId, volunteerId)).map((span) => span.supervisorId);
  return { supervisorId, volunteerIds, supervisorsOf };
}
