// Who goes beside whom, as rows: asked by the eligibility function, written by a worker's hand and when somebody is erased.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Ids } from '../../../platform/clock/index.js';
import { Database, inParts } from '../../../platform/database/index.js';
import { BesideAdult } from './beside-adult.entity.js';

@Injectable()
export class BesideRows {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** The adult of each of these people on a day, by person; nobody's where none stands. */
  async adultsOf(
    agencyId: AgencyId,
    personIds: readonly string[],
    on: LocalDate,
  ): Promise<ReadonlyMap<string, BesideAdult>> {
    const found = new Map<string, BesideAdult>();
    for (const some of inParts(personIds)) {
      const where = { agencyId, openPersonId: In([...some]) };
      for (const row of await this.database.repository(BesideAdult).findBy(where)) {
        if (row.startsOn <= on) found.set(row.personId, row);
      }
    }
    return found;
  }

  /** Everybody who goes beside somebody now, by whom. */
  async standing(agencyId: AgencyId, adultId?: PersonId): Promise<BesideAdult[]> {
    const where = { agencyId, ...(adultId === undefined ? {} : { adultId }) };
    const rows = await this.database.repository(BesideAdult).find({ where, order: { personId: 'ASC' } });
    return rows.filter(({ openPersonId }) => openPersonId !== null);
  }

  /** Inside a unit of work that has locked the person. */
  async lockOpen(agencyId: AgencyId, personId: PersonId): Promise<BesideAdult | undefined> {
    const query = this.database
      .repository(BesideAdult)
      .createQueryBuilder('b')
      .where({ agencyId, openPersonId: personId });
    return (await this.database.forUpdate(query).getOne()) ?? undefined;
  }

  async add(row: Pick<BesideAdult, 'agencyId' | 'personId' | 'adultId' | 'startsOn' | 'recordedBy'>): Promise<void> {
    const fresh = { id: this.ids.next<never>(), openPersonId: row.personId, endedOn: null, endedBy: null };
    await this.database.repository(BesideAdult).insert({ ...row, ...fresh });
  }

  async end(id: string, endedOn: LocalDate, endedBy: string): Promise<void> {
    await this.database.repository(BesideAdult).update({ id }, { openPersonId: null, endedOn, endedBy });
  }

  /** Of somebody erased, on either side. */
  async forget(agencyId: AgencyId, personId: PersonId): Promise<void> {
    await this.database.repository(BesideAdult).delete({ agencyId, personId });
    await this.database.repository(BesideAdult).delete({ agencyId, adultId: personId });
  }
}
