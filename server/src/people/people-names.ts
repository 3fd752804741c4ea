import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { PeopleRepository } from './people.repository.js';

/** Names of an agency's people, for pages of those who may see names. */
@Injectable()
export class PeopleNames {
  constructor(private readonly people: PeopleRepository) {}

  /** By person id; ids of another agency are simply absent. */
  of(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.people.namesOf(agencyId, personIds);
  }
}
