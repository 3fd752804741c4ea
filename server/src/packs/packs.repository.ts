// Rows of packs; who may read which is decided where they are read.
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { TeamPack, TeamPackEdition, TeamPackLine, TeamPackThanks } from './pack.entities.js';

const LIST_MOST = 500;

@Injectable()
export class PacksRepository {
  constructor(private readonly database: Database) {}

  find(agencyId: AgencyId, id: string): Promise<TeamPack | null> {
    return this.database.repository(TeamPack).findOneBy({ agencyId, id });
  }

  byIds(agencyId: AgencyId, ids: readonly string[]): Promise<TeamPack[]> {
    return this.database.repository(TeamPack).findBy({ agencyId, id: In([...ids]) });
  }

  /** Those to be sent first, the earliest due first; then the newest that were sent. */
  async all(agencyId: AgencyId): Promise<TeamPack[]> {
    const rows = this.database.repository(TeamPack);
    const waiting = await rows.find({ where: { agencyId, sentAt: IsNull() }, order: { dueOn: 'ASC', id: 'ASC' } });
    const order = { sentAt: 'DESC', id: 'DESC' } as const;
    const sent = await rows.find({ where: { agencyId, sentAt: Not(IsNull()) }, order, take: LIST_MOST });
    return [...waiting, ...sent];
  }

  countWaiting(agencyId: AgencyId): Promise<number> {
    return this.database.repository(TeamPack).countBy({ agencyId, sentAt: IsNull() });
  }

  /** Sent to these teams, the newest day first. */
  sentTo(agencyId: AgencyId, teamIds: readonly string[]): Promise<TeamPack[]> {
    const where = { agencyId, teamId: In([...teamIds]), sentAt: Not(IsNull()) };
    return this.database.repository(TeamPack).find({ where, order: { onDate: 'DESC', id: 'DESC' }, take: LIST_MOST });
  }

  lock(agencyId: AgencyId, id: string): Promise<TeamPack | null> {
    const query = this.database
      .repository(TeamPack)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  /** All packs of an activity, in one order for whoever locks them. */
  lockOf(agencyId: AgencyId, activityId: string): Promise<TeamPack[]> {
    const query = this.database
      .repository(TeamPack)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.activityId = :activityId', { agencyId, activityId })
      .orderBy('p.id');
    return this.database.forUpdate(query).getMany();
  }

  hasOfBooking(agencyId: AgencyId, bookingId: string): Promise<boolean> {
    return this.database.repository(TeamPack).existsBy({ agencyId, bookingId });
  }

  async add(row: TeamPack): Promise<void> {
    await this.database.repository(TeamPack).insert(row);
  }

  async change(id: string, change: Partial<TeamPack>): Promise<void> {
    await this.database.repository(TeamPack).update({ id }, change);
  }

  async addEdition(row: TeamPackEdition, lines: readonly TeamPackLine[], thanks: readonly TeamPackThanks[]) {
    await this.database.repository(TeamPackEdition).insert(row);
    if (lines.length > 0) await this.database.repository(TeamPackLine).insert([...lines]);
    if (thanks.length > 0) await this.database.repository(TeamPackThanks).insert([...thanks]);
  }

  /** The newest first. */
  editions(agencyId: AgencyId, packId: string): Promise<TeamPackEdition[]> {
    const where = { agencyId, packId };
    return this.database.repository(TeamPackEdition).find({ where, order: { number: 'DESC' } });
  }

  /** The newest edition of each of these packs. */
  async newest(agencyId: AgencyId, packs: readonly TeamPack[]): Promise<TeamPackEdition[]> {
    const where = { agencyId, packId: In(packs.map(({ id }) => id)) };
    const rows = await this.database.repository(TeamPackEdition).findBy(where);
    return rows.filter((row) => packs.some(({ id, edition }) => id === row.packId && edition === row.number));
  }

  lines(agencyId: AgencyId, editionIds: readonly string[]): Promise<TeamPackLine[]> {
    const where = { agencyId, editionId: In([...editionIds]) };
    return this.database.repository(TeamPackLine).find({ where, order: { id: 'ASC' } });
  }

  async line(agencyId: AgencyId, id: string): Promise<TeamPackLine | null> {
    return this.database.repository(TeamPackLine).findOneBy({ agencyId, id });
  }

  edition(agencyId: AgencyId, id: string): Promise<TeamPackEdition | null> {
    return this.database.repository(TeamPackEdition).findOneBy({ agencyId, id });
  }

  editionsByIds(agencyId: AgencyId, ids: readonly string[]): Promise<TeamPackEdition[]> {
    return this.database.repository(TeamPackEdition).findBy({ agencyId, id: In([...ids]) });
  }

  linesOf(agencyId: AgencyId, personId: string): Promise<TeamPackLine[]> {
    return this.database.repository(TeamPackLine).findBy({ agencyId, personId });
  }

  thanks(agencyId: AgencyId, editionId: string): Promise<TeamPackThanks[]> {
    return this.database.repository(TeamPackThanks).find({ where: { agencyId, editionId }, order: { id: 'ASC' } });
  }
}
