import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { PeopleRepository } from './people.repository.js';

/** Names of an agency's people, for pages of those who may see names. */
@Injectable()
export class PeopleNames {
  constructor(private readonly people: PeopleRepository) {}

  /** By person id; ids of another agency are simply absent. */
  async of(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await this.people.byIds(agencyId, personIds);
    return new Map([...people].map(([id, person]) => [id, person.name]));
  }
}
