import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, PeopleRepository, WorkStopsRepository } from '../people/index.js';

export interface Colleague {
  readonly personId: PersonId;
  readonly name: string;
  readonly phone: string | undefined;
}

const CASE_TEAM: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];

/** Who is at work with children today: whoever can be given a task, or be on duty. */
@Injectable()
export class CaseTeam {
  constructor(
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly stops: WorkStopsRepository,
  ) {}

  /** Ids of holders of any of these roles today; whoever's work is stopped is not among them. */
  async ids(agencyId: AgencyId, roles: readonly Role[] = CASE_TEAM): Promise<ReadonlySet<PersonId>> {
    const today = await this.agencies.today(agencyId);
    const found = new Set<PersonId>();
    for (const role of roles) for (const id of await this.people.holdersOf(agencyId, role, today)) found.add(id);
    for (const id of (await this.stops.sinceByPerson(agencyId)).keys()) found.delete(id as PersonId);
    return found;
  }

  async includes(agencyId: AgencyId, personId: PersonId): Promise<boolean> {
    return (await this.ids(agencyId)).has(personId);
  }

  /** With names, in the order of their ids. */
  async all(agencyId: AgencyId): Promise<Colleague[]> {
    const people = await this.people.byIds(agencyId, [...(await this.ids(agencyId))].sort());
    return [...people.values()].map(({ id, name, phone }) => ({ personId: id, name, phone }));
  }
}
