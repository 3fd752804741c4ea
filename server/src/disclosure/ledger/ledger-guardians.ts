// Who the guardians of a child are now, by name, as the ledger and the personal links need them.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { HOUSEHOLD_RELATIONS, wordsOf, type HouseholdRelation } from '@tongxing/shared/rules';
import { HouseholdMember, type ChildView } from '../../children/index.js';
import { PeopleRepository } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { In } from 'typeorm';
import { FILE_GUARDIAN, LedgerFacts, type ChildFacts } from './ledger-facts.js';

export interface GuardianView {
  /** A person of the household; FILE_GUARDIAN for whom only the file names. */
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly phone?: string | undefined;
  readonly barred: boolean;
}

@Injectable()
export class LedgerGuardians {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly facts: LedgerFacts,
  ) {}

  /** The guardian of the household who is called so on a day, where there is one of that name and no other. */
  async named(agencyId: AgencyId, childId: string, name: string, on: LocalDate): Promise<PersonId | undefined> {
    const ids = [...((await this.facts.children(agencyId, [childId], on)).get(childId)?.guardians ?? [])];
    const known = ids.filter((id) => id !== FILE_GUARDIAN) as PersonId[];
    const people = [...(await this.people.byIds(agencyId, known)).values()];
    const called = people.filter((person) => !person.erased && person.name === name.trim());
    return called.length === 1 ? called[0]?.id : undefined;
  }

  /** Those who count today, whoever looks after the child day by day first; under suspicion or not. */
  async of(agencyId: AgencyId, child: ChildView, facts: ChildFacts): Promise<GuardianView[]> {
    if (facts.guardians.has(FILE_GUARDIAN)) return ofFile(child, facts);
    const ids = [...facts.guardians];
    if (ids.length === 0) return [];
    const rows = await this.database.repository(HouseholdMember).find({
      where: { agencyId, personId: In(ids), isGuardian: true },
      order: { isCaregiver: 'DESC', id: 'ASC' },
    });
    const people = await this.people.byIds(agencyId, ids as PersonId[]);
    return [...new Set(rows.map(({ personId }) => personId))].flatMap((id) => {
      const person = people.get(id as PersonId);
      const row = rows.find(({ personId }) => personId === id);
      if (!person || person.erased || !row) return [];
      const relation = relationWord(row.relation);
      return [{ id, name: person.name, relation, phone: person.phone, barred: facts.barred.has(id) }];
    });
  }
}

function ofFile({ guardian }: ChildView, facts: ChildFacts): GuardianView[] {
  const { name, phone, relation = '' } = guardian;
  if (name === undefined) return [];
  return [{ id: FILE_GUARDIAN, name, relation, phone, barred: facts.barred.has(FILE_GUARDIAN) }];
}

const relationWord = (code: HouseholdRelation): string => wordsOf(HOUSEHOLD_RELATIONS, code)?.zh ?? '';
