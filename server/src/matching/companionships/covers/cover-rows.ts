// What is asked of covers by id alone, nothing opened: who stands in, for whom, and whose last day is over.
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { Rows } from '../../../platform/access/index.js';
import { Database, rowWhereOfChild } from '../../../platform/database/index.js';
import { Companionship } from '../companionship.entity.js';
import { whereOf } from '../pair-filter.js';

@Injectable()
export class CoverRows {
  constructor(private readonly database: Database) {}

  /** Ids of those who stand in although their last day is over. */
  async coversOver(agencyId: AgencyId, today: LocalDate): Promise<string[]> {
    const where = { agencyId, standsInForId: Not(IsNull()), coverUntil: LessThan<string>(today) };
    const rows = await this.database.repository(Companionship).find({ select: { id: true }, where });
    return rows.map(({ id }) => id);
  }

  /** Since when the first of those pairs rests in which nobody stands in for an absent companion. */
  async uncoveredSince(within: Rows): Promise<LocalDate | undefined> {
    const row = await this.database.repository(Companionship).findOne({
      select: { id: true, absentOn: true },
      where: { ...rowWhereOfChild(within), ...whereOf({ uncovered: true }) },
      order: { absentOn: 'ASC', id: 'ASC' },
    });
    return (row?.absentOn ?? undefined) as LocalDate | undefined;
  }

  /**
   * Who stands in for the companion of a pair now, locked; undefined where nobody does. Read with a lock, since a plain
   * read answers as of the unit's first one. Inside a unit of work.
   */
  async lockStandIn(agencyId: AgencyId, id: string): Promise<string | undefined> {
    const query = this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .select('c.id')
      .where({ agencyId, standsInForId: id });
    return (await this.database.forUpdate(query).getOne())?.id;
  }

  /** For which pair this one stands in, which never changes; undefined of any other. */
  async coveredBy(within: Rows, id: string): Promise<string | undefined> {
    const row = await this.database
      .repository(Companionship)
      .findOne({ select: { id: true, coversId: true }, where: { ...rowWhereOfChild(within), id } });
    return row?.coversId ?? undefined;
  }
}
