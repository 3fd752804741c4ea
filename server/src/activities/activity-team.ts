import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, PeopleNames, PeopleRepository, WorkStopsRepository } from '../people/index.js';

const TEAM: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];

/** Who can be in charge of an activity: whoever works with children today and is not stopped. */
@Injectable()
export class ActivityTeam {
  constructor(
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly names: PeopleNames,
    private readonly stops: WorkStopsRepository,
  ) {}

  /** Today, or on another day as it is known by now. */
  async ids(agencyId: AgencyId, on?: LocalDate): Promise<ReadonlySet<PersonId>> {
    const day = on ?? (await this.agencies.today(agencyId));
    const found = new Set<PersonId>();
    for (const role of TEAM) for (const id of await this.people.holdersOf(agencyId, role, day)) found.add(id);
    for (const id of (await this.stops.sinceByPerson(agencyId)).keys()) found.delete(id as PersonId);
    return found;
  }

  /** With names, in the order of their ids. */
  async all(agencyId: AgencyId): Promise<{ readonly id: string; readonly name: string }[]> {
    const ids = [...(await this.ids(agencyId))].sort();
    const names = await this.names.of(agencyId, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }
}
