import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import {
  CompanyYear,
  CompanyYearEntry,
  CompanyYearMessage,
  CompanyYearPlace,
  CompanyYearRenewal,
  CompanyYearRun,
  CompanyYearWish,
} from './company-year.entities.js';
import type { YearMessage } from './domain/year-messages.js';

@Injectable()
export class CompanyYearRepository {
  constructor(private readonly database: Database) {}

  year(agencyId: AgencyId, year: number): Promise<CompanyYear | null> {
    return this.database.repository(CompanyYear).findOneBy({ agencyId, year });
  }

  yearById(agencyId: AgencyId, id: string): Promise<CompanyYear | null> {
    return this.database.repository(CompanyYear).findOneBy({ agencyId, id });
  }

  /** The row that is locked before days of the year are given away. */
  lockYear(agencyId: AgencyId, id: string): Promise<CompanyYear | null> {
    const query = this.database
      .repository(CompanyYear)
      .createQueryBuilder('y')
      .where('y.agencyId = :agencyId AND y.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  /** Of all agencies: open, and closed by nobody; some are over by their date. */
  wishing(): Promise<CompanyYear[]> {
    const where = { openedAt: Not(IsNull()), closedAt: IsNull() };
    return this.database.repository(CompanyYear).find({ where, order: { id: 'ASC' } });
  }

  /** Teams that were told something of a year. */
  async toldOf(yearId: string, what: YearMessage, matter: string): Promise<string[]> {
    const rows = await this.database.repository(CompanyYearMessage).findBy({ yearId, what, matter });
    return rows.map(({ teamId }) => teamId);
  }

  async addMessages(rows: readonly CompanyYearMessage[]): Promise<void> {
    await this.database.repository(CompanyYearMessage).insert([...rows]);
  }

  /** Years before one, the latest first. */
  before(agencyId: AgencyId, year: number): Promise<CompanyYear[]> {
    const where = { agencyId, year: LessThan(year) };
    return this.database.repository(CompanyYear).find({ where, order: { year: 'DESC' } });
  }

  async addYear(row: CompanyYear): Promise<void> {
    await this.database.repository(CompanyYear).insert(row);
  }

  async changeYear(id: string, change: Partial<CompanyYear>): Promise<void> {
    await this.database.repository(CompanyYear).update({ id }, change);
  }

  /** In the order in which they were written. */
  entries(agencyId: AgencyId, yearIds: readonly string[]): Promise<CompanyYearEntry[]> {
    const where = { agencyId, yearId: In([...yearIds]) };
    return this.database.repository(CompanyYearEntry).find({ where, order: { id: 'ASC' } });
  }

  async saveEntry(row: CompanyYearEntry, isNew: boolean): Promise<void> {
    const rows = this.database.repository(CompanyYearEntry);
    await (isNew ? rows.insert(row as never) : rows.update({ id: row.id }, row as never));
  }

  async removeEntry(id: string): Promise<void> {
    await this.database.repository(CompanyYearEntry).delete({ id });
  }

  wishes(agencyId: AgencyId, yearIds: readonly string[]): Promise<CompanyYearWish[]> {
    const where = { agencyId, yearId: In([...yearIds]) };
    return this.database.repository(CompanyYearWish).find({ where, order: { id: 'ASC' } });
  }

  async saveWish(row: CompanyYearWish, isNew: boolean): Promise<void> {
    const rows = this.database.repository(CompanyYearWish);
    await (isNew ? rows.insert(row as never) : rows.update({ id: row.id }, row as never));
  }

  places(agencyId: AgencyId, yearIds: readonly string[]): Promise<CompanyYearPlace[]> {
    const where = { agencyId, yearId: In([...yearIds]) };
    return this.database.repository(CompanyYearPlace).find({ where, order: { day: 'ASC', id: 'ASC' } });
  }

  place(agencyId: AgencyId, id: string): Promise<CompanyYearPlace | null> {
    return this.database.repository(CompanyYearPlace).findOneBy({ agencyId, id });
  }

  /** As it is committed now, locked until the unit of work ends. */
  lockPlace(agencyId: AgencyId, id: string): Promise<CompanyYearPlace | null> {
    const query = this.database
      .repository(CompanyYearPlace)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async addPlaces(rows: readonly CompanyYearPlace[]): Promise<void> {
    if (rows.length > 0) await this.database.repository(CompanyYearPlace).insert([...rows]);
  }

  async changePlace(id: string, change: Partial<CompanyYearPlace>): Promise<void> {
    await this.database.repository(CompanyYearPlace).update({ id }, change);
  }

  /** Proposals that no company was told of: they stand in the stored run. */
  async removeProposals(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await this.database.repository(CompanyYearPlace).delete({ id: In([...ids]), state: 'PROPOSED' });
    }
  }

  newestRun(agencyId: AgencyId, yearId: string): Promise<CompanyYearRun | null> {
    return this.database
      .repository(CompanyYearRun)
      .findOne({ where: { agencyId, yearId }, order: { startedAt: 'DESC', id: 'DESC' } });
  }

  runByRequest(agencyId: AgencyId, requestId: string): Promise<CompanyYearRun | null> {
    return this.database.repository(CompanyYearRun).findOneBy({ agencyId, requestId });
  }

  async addRun(row: CompanyYearRun): Promise<void> {
    await this.database.repository(CompanyYearRun).insert(row);
  }

  /** The latest last. */
  renewals(agencyId: AgencyId, yearIds: readonly string[]): Promise<CompanyYearRenewal[]> {
    const where = { agencyId, yearId: In([...yearIds]) };
    return this.database.repository(CompanyYearRenewal).find({ where, order: { saidAt: 'ASC', id: 'ASC' } });
  }

  async addRenewal(row: CompanyYearRenewal): Promise<void> {
    await this.database.repository(CompanyYearRenewal).insert(row);
  }
}
