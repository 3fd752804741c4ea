// What a programme may ask of a child, for those who may read the child: codes and days, nothing opened that is sealed.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { EnrolmentFacts } from '@tongxing/shared/rules';
import { PeopleRepository } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import { Database, rowWhere } from '../platform/database/index.js';
import { Child } from './child.entity.js';

@Injectable()
export class ChildEnrolmentFacts {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
  ) {}

  /** By child id; ids of rows that are not within, and of erased children, are simply absent. */
  async of(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, EnrolmentFacts>> {
    if (ids.length === 0) return new Map();
    const where = { ...rowWhere(within), id: In([...new Set(ids)]), erasedAt: IsNull() };
    const rows = await this.database.repository(Child).findBy(where);
    const people = await this.people.byIds(
      within.agencyId,
      rows.map((row) => row.personId),
    );
    return new Map(rows.map((row) => [row.id, toFacts(row, people.get(row.personId)?.birthDate)]));
  }

  /** Locks one child's row until the unit of work ends: two places at once for one child wait for each other. */
  async lock(agencyId: AgencyId, id: string): Promise<void> {
    const query = this.database
      .repository(Child)
      .createQueryBuilder('c')
      .where('c.agencyId = :agencyId AND c.id = :id', { agencyId, id });
    await this.database.forUpdate(query).getOne();
  }
}

const toFacts = (row: Child, birthDate: LocalDate | undefined): EnrolmentFacts => ({
  birthDate,
  schoolStage: row.schoolStage ?? undefined,
  registration: row.registration ?? undefined,
  categories: row.categories ?? [],
});
