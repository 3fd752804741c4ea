// Who stands beside volunteers: their supervisor, and the workers of their standing pairs.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { Database, inParts, placeholders } from '../platform/database/index.js';

interface Beside {
  readonly personId: string;
  readonly supervisorId: PersonId | null;
  readonly workerId: PersonId | null;
}
const AT_ONCE = 500;

@Injectable()
export class Companions {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
  ) {}

  /** By person id of the volunteer. Whoever has nobody is looked after by all supervisors of the agency. */
  async besideVolunteers(
    agencyId: AgencyId,
    personIds: readonly string[],
    today: LocalDate,
  ): Promise<ReadonlyMap<string, readonly PersonId[]>> {
    const found = new Map<string, Set<PersonId>>(personIds.map((id) => [id, new Set<PersonId>()]));
    for (const some of inParts(personIds, AT_ONCE)) {
      for (const { personId, supervisorId, workerId } of await this.#rows(agencyId, some)) {
        for (const one of [supervisorId, workerId]) if (one) found.get(personId)?.add(one);
      }
    }
    const supervisors = await this.people.holdersOf(agencyId, 'SUPERVISOR', today);
    return new Map([...found].map(([id, beside]) => [id, beside.size > 0 ? [...beside] : supervisors]));
  }

  /** Read without the module of the pairs, which asks this one to remind of its own facts. */
  #rows(agencyId: AgencyId, personIds: readonly string[]): Promise<Beside[]> {
    return this.database.read<Beside>(
      `SELECT v.personId AS personId, v.supervisorId AS supervisorId, c.workerId AS workerId FROM volunteer v
       LEFT JOIN companionship c ON c.volunteerId = v.id AND (c.heldChildId IS NOT NULL OR c.standsInForId IS NOT NULL)
       WHERE v.agencyId = ? AND v.erasedAt IS NULL AND v.personId IN (${placeholders(personIds)})`,
      [agencyId, ...personIds],
    );
  }
}
