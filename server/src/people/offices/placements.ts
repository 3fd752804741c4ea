// Where people and children of an agency can be placed, by whom they can be supervised, and who would still see them there.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { reachOf, type Role } from '@tongxing/shared/permissions';
import { Database } from '../../platform/database/index.js';
import { Agencies } from '../agencies/agencies.js';
import { Office } from '../agencies/office.entity.js';
import { PeopleRepository } from '../people.repository.js';
import { holds } from '../staff/post-handovers.js';
import { StaffRepository } from '../staff/staff.repository.js';

export interface Supervisor {
  readonly personId: PersonId;
  readonly name: string;
}

const WORKERS: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR'];

@Injectable()
export class Placements {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly staff: StaffRepository,
  ) {}

  /** Offices that are open, in the order in which they were opened. */
  openOffices(agencyId: AgencyId): Promise<Office[]> {
    const where = { agencyId, endsOn: IsNull() };
    return this.database.repository(Office).find({ where, order: { id: 'ASC' } });
  }

  /** Everybody who supervises today and is at work. */
  supervisors(agencyId: AgencyId): Promise<Supervisor[]> {
    return this.#atWork(agencyId, ['SUPERVISOR']);
  }

  /** Everybody who stands beside pairs today and is at work. */
  workers(agencyId: AgencyId): Promise<Supervisor[]> {
    return this.#atWork(agencyId, WORKERS);
  }

  async #atWork(agencyId: AgencyId, roles: readonly Role[]): Promise<Supervisor[]> {
    const stopped = await this.staff.stopped(agencyId);
    const today = await this.agencies.today(agencyId);
    const held = [];
    for (const role of roles) held.push(...(await this.people.holdersOf(agencyId, role, today)));
    const ids = [...new Set(held)].filter((id) => !stopped.has(id));
    const names = await this.people.namesOf(agencyId, ids);
    return ids.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
  }

  /** Those of these workers who read the companionships of an office's children (null: of the whole agency's). */
  async seeing(
    agencyId: AgencyId,
    workerIds: readonly PersonId[],
    officeId: OfficeId | null,
  ): Promise<ReadonlySet<PersonId>> {
    if (officeId === null) return new Set(workerIds);
    const today = await this.agencies.today(agencyId);
    const seen = new Set<PersonId>();
    for (const workerId of new Set(workerIds)) {
      const posts = await this.staff.postsOf(agencyId, workerId);
      const reaches = posts.some((post) => {
        if (!holds(post, today)) return false;
        const reach = reachOf(post.role, 'companionship.read');
        if (reach?.SAME_AGENCY) return true;
        return reach?.SAME_OFFICE !== undefined && (post.officeId === undefined || post.officeId === officeId);
      });
      if (reaches) seen.add(workerId);
    }
    return seen;
  }

  /** Names of offices by id, closed ones too. */
  async officeNames(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const offices = await this.database.repository(Office).findBy({ agencyId, id: In([...new Set(ids)]) });
    return new Map(offices.map(({ id, name }) => [id, name]));
  }
}
