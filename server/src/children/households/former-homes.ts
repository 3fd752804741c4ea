// Where children lived before: rows of households that have ended, within what the reader may see.
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Rows } from '../../platform/access/index.js';
import { Database, rowWhere } from '../../platform/database/index.js';
import { Household, HouseholdMember } from './household.entities.js';

export interface FormerHome {
  readonly householdId: string;
  readonly number: number;
  readonly since?: LocalDate | undefined;
  readonly until: LocalDate;
}

@Injectable()
export class FormerHomes {
  constructor(private readonly database: Database) {}

  /** Of each person the households they left as a child, the latest first; in two statements however many they are. */
  async of(within: Rows, personIds: readonly string[]): Promise<ReadonlyMap<string, FormerHome[]>> {
    const left = await this.database.repository(HouseholdMember).find({
      where: { agencyId: within.agencyId, personId: In([...personIds]), relation: 'CHILD', until: Not(IsNull()) },
      order: { until: 'DESC', id: 'DESC' },
    });
    const ids = [...new Set(left.map(({ householdId }) => householdId))];
    const households =
      ids.length === 0 ? [] : await this.database.repository(Household).findBy({ ...rowWhere(within), id: In(ids) });
    const numbers = new Map(households.map(({ id, number }) => [id, number]));
    const homes = new Map<string, FormerHome[]>();
    for (const { personId, householdId, since, until } of left) {
      const number = numbers.get(householdId);
      if (number === undefined || until === null) continue;
      const home = {
        householdId,
        number,
        since: (since ?? undefined) as LocalDate | undefined,
        until: until as LocalDate,
      };
      homes.set(personId, [...(homes.get(personId) ?? []), home]);
    }
    return homes;
  }
}
