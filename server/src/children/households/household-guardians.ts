// The guardian of a child who lives in a household is kept there, once for all its children.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { HOUSEHOLD_RELATIONS, wordsOf } from '@tongxing/shared/rules';
import { PeopleRepository } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { HouseholdMember } from './household.entities.js';

export interface Guardian {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  /** As families say it; the word of a code where it comes from a household. */
  readonly relation?: string | undefined;
}

@Injectable()
export class HouseholdGuardians {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
  ) {}

  /** The guardian now, by household: of several the one who looks after the children day by day. Two reads. */
  async of(agencyId: AgencyId, householdIds: readonly string[]): Promise<ReadonlyMap<string, Guardian>> {
    if (householdIds.length === 0) return new Map();
    const where = { agencyId, householdId: In([...new Set(householdIds)]), until: IsNull() };
    const rows = await this.database.repository(HouseholdMember).findBy(where);
    const guardians = rows
      .filter((row) => row.isGuardian)
      .sort((a, b) => Number(a.isCaregiver) - Number(b.isCaregiver) || (a.id < b.id ? 1 : -1));
    const people = await this.people.byIds(
      agencyId,
      guardians.map((row) => row.personId),
    );
    return new Map(
      guardians.flatMap(({ householdId, personId, relation }) => {
        const person = people.get(personId);
        if (!person || person.erased) return [];
        const word = wordsOf(HOUSEHOLD_RELATIONS, relation)?.zh;
        return [[householdId, { name: person.name, phone: person.phone, relation: word }] as const];
      }),
    );
  }
}
