// What the agency has already, as a roster needs to know it: areas, supervisors, the people and children on its lists.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { Agencies, Areas, Office, PeopleRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import type { DuplicateKey, RosterContext } from './domain/index.js';

const KEYS_A_STATEMENT = 500;

@Injectable()
export class AgencyRegister {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
  ) {}

  async context(agencyId: AgencyId): Promise<RosterContext> {
    return {
      today: await this.agencies.today(agencyId),
      // Nobody new is put into an area that was closed.
      areas: await this.areas.open(agencyId),
      supervisors: [...(await this.supervisors(agencyId)).keys()],
      offices: [...(await this.offices(agencyId)).keys()],
    };
  }

  /** Those who may supervise today, by name. A name that two of them bear names neither. */
  async supervisors(agencyId: AgencyId): Promise<ReadonlyMap<string, PersonId>> {
    const ids = await this.people.holdersOf(agencyId, 'SUPERVISOR', await this.agencies.today(agencyId));
    const people = [...(await this.people.byIds(agencyId, ids)).values()];
    const bearers = (name: string) => people.filter((person) => person.name === name).length;
    return new Map(people.filter(({ name }) => bearers(name) === 1).map(({ name, id }) => [name, id]));
  }

  /** Offices that stand today, by name. */
  async offices(agencyId: AgencyId): Promise<ReadonlyMap<string, OfficeId>> {
    const today = await this.agencies.today(agencyId);
    const rows = await this.database.repository(Office).findBy({ agencyId });
    const open = rows.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
    return new Map(open.map(({ name, id }) => [name, id as OfficeId]));
  }

  indexOfIdNumber(number: string): string {
    return this.people.idNumberIndex(number);
  }

  indexOfEmail(email: string): string {
    return this.people.emailIndex(email);
  }

  indexOfIdentity(identity: string): string {
    return this.children.identityIndex(identity);
  }

  /** Those of these keys (`duplicateKeys`) that mean somebody whom the agency has, and whom. */
  async registered(agencyId: AgencyId, keys: readonly DuplicateKey[]): Promise<ReadonlyMap<string, PersonId>> {
    const lookUps = {
      phone: (some: readonly string[]) => this.people.idsByPhone(agencyId, some),
      id: (some: readonly string[]) => this.people.idsByIdNumber(agencyId, some),
      child: (some: readonly string[]) => this.children.personsByIdentity(agencyId, some),
    };
    const found = new Map<string, PersonId>();
    for (const [prefix, lookUp] of Object.entries(lookUps)) {
      const mark = `${prefix}:`;
      const own = keys.flatMap((key) => (key.startsWith(mark) ? [key.slice(mark.length)] : []));
      for (let from = 0; from < own.length; from += KEYS_A_STATEMENT) {
        const known = await lookUp(own.slice(from, from + KEYS_A_STATEMENT));
        for (const [value, personId] of known) found.set(mark + value, personId);
      }
    }
    return found;
  }
}
