// The households of an agency by number, found by a child's name or by the number itself.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { PEOPLE_BY_NAME, type AgencyId } from '@tongxing/shared/kernel';
import type { FamilyForm } from '@tongxing/shared/rules';
import { NameSearch } from '../../people/index.js';
import { rowsKey, type Rows } from '../../platform/access/index.js';
import {
  arrangedColumn,
  CountedOnce,
  Database,
  inParts,
  rowWhere,
  type ArrangedColumn,
} from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import { HouseholdMember, Household } from './household.entities.js';
import { HouseholdReader, type HouseholdView } from './household-reader.js';

export interface HouseholdQuery {
  readonly search?: string | null | undefined;
  readonly familyForm?: FamilyForm | null | undefined;
  readonly offset: number;
  readonly limit: number;
}

@Injectable()
export class HouseholdList {
  /** The office that each belongs to; null: the whole agency. */
  readonly offices: ArrangedColumn;

  constructor(
    private readonly database: Database,
    private readonly names: NameSearch,
    private readonly reader: HouseholdReader,
    private readonly once: CountedOnce,
  ) {
    this.offices = arrangedColumn(database, Household, 'officeId');
  }

  /** Ids of the children who live in each of these now; households without children are absent. */
  async childrenOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    for (const some of inParts(ids)) {
      const where = { agencyId, householdId: In(some), erasedAt: IsNull() };
      const select = { id: true, householdId: true } as const;
      for (const { id, householdId } of await this.database.repository(Child).find({ select, where })) {
        if (householdId !== null) found.set(householdId, [...(found.get(householdId) ?? []), id]);
      }
    }
    return found;
  }

  async page(within: Rows, query: HouseholdQuery): Promise<{ households: HouseholdView[]; total: number }> {
    const { agencyId } = within;
    const { familyForm, search, offset, limit } = query;
    const where = await this.#where(within, query);
    const table = this.database.repository(Household);
    const rows = await table.find({ where, order: { number: 'ASC' }, skip: offset, take: limit });
    const key = `households ${familyForm ?? ''} ${rowsKey(within)}`;
    const count = () => table.countBy(where);
    // What was searched for is counted each time: it stands on the members' names too.
    const total = search?.trim() ? await count() : await this.once.of(agencyId, key, count);
    return { households: await this.reader.open(agencyId, rows), total };
  }

  /** Ids of all whom a query finds, nothing opened; at most so many. */
  async ids(within: Rows, query: Omit<HouseholdQuery, 'offset' | 'limit'>, limit: number): Promise<string[]> {
    const rows = await this.database.repository(Household).find({
      select: { id: true, number: true },
      where: await this.#where(within, query),
      order: { number: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  async #where(within: Rows, { familyForm, search }: Omit<HouseholdQuery, 'offset' | 'limit'>) {
    return {
      ...rowWhere(within),
      erasedAt: IsNull(),
      ...(familyForm ? { familyForm } : {}),
      ...(search?.trim() ? await this.#searched(within, search.trim()) : {}),
    };
  }

  async #searched(within: Rows, search: string): Promise<object> {
    if (/^\d{1,9}$/.test(search)) return { number: Number(search) };
    const found = await this.names.find('CHILD', within, search, PEOPLE_BY_NAME);
    const personIds = found.map(({ personId }) => personId);
    const where = { agencyId: within.agencyId, personId: In(personIds) };
    const members = personIds.length > 0 ? await this.database.repository(HouseholdMember).findBy(where) : [];
    return { id: In(members.map(({ householdId }) => householdId)) };
  }
}
