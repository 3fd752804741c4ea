import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { Programme, ProgrammePlace } from './programme.entities.js';

@Injectable()
export class ProgrammesRepository {
  constructor(private readonly database: Database) {}

  list(agencyId: AgencyId): Promise<Programme[]> {
    return this.database.repository(Programme).find({ where: { agencyId }, order: { startsOn: 'DESC', id: 'DESC' } });
  }

  find(agencyId: AgencyId, id: string): Promise<Programme | null> {
    return this.database.repository(Programme).findOneBy({ agencyId, id });
  }

  async byIds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, Programme>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repository(Programme).findBy({ agencyId, id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks a programme until the unit of work ends: nobody else gives its last place away meanwhile. */
  lock(agencyId: AgencyId, id: string): Promise<Programme | null> {
    const query = this.database
      .repository(Programme)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async add(row: Programme): Promise<void> {
    await this.database.repository(Programme).insert(row as never);
  }

  async change(id: string, change: Partial<Programme>): Promise<void> {
    await this.database.repository(Programme).update({ id }, change as never);
  }

  /** Places held now, by programme. */
  async held(agencyId: AgencyId, programmeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (programmeIds.length === 0) return new Map();
    const rows: { programmeId: string; held: string | number }[] = await this.database
      .repository(ProgrammePlace)
      .createQueryBuilder('p')
      .select('p.programmeId', 'programmeId')
      .addSelect('COUNT(*)', 'held')
      .where({ agencyId, programmeId: In([...programmeIds]), heldKey: Not(IsNull()) })
      .groupBy('p.programmeId')
      .getRawMany();
    return new Map(rows.map((row) => [row.programmeId, Number(row.held)]));
  }

  placesOfChildren(agencyId: AgencyId, childIds: readonly string[]): Promise<ProgrammePlace[]> {
    if (childIds.length === 0) return Promise.resolve([]);
    const where = { agencyId, childId: In([...new Set(childIds)]) };
    return this.database.repository(ProgrammePlace).find({ where, order: { startsOn: 'DESC', id: 'DESC' } });
  }

  /** Places held in a programme now, the earliest first. */
  placesOf(agencyId: AgencyId, programmeId: string): Promise<ProgrammePlace[]> {
    const where = { agencyId, programmeId, heldKey: Not(IsNull()) };
    return this.database.repository(ProgrammePlace).find({ where, order: { startsOn: 'ASC', id: 'ASC' } });
  }

  placeByRequest(agencyId: AgencyId, requestId: string): Promise<ProgrammePlace | null> {
    return this.database.repository(ProgrammePlace).findOneBy({ agencyId, requestId });
  }

  findPlace(agencyId: AgencyId, id: string): Promise<ProgrammePlace | null> {
    return this.database.repository(ProgrammePlace).findOneBy({ agencyId, id });
  }

  lockPlace(agencyId: AgencyId, id: string): Promise<ProgrammePlace | null> {
    const query = this.database
      .repository(ProgrammePlace)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async addPlace(row: ProgrammePlace): Promise<void> {
    await this.database.repository(ProgrammePlace).insert(row as never);
  }

  async endPlace(id: string, end: Pick<ProgrammePlace, 'endsOn' | 'endReason'>): Promise<void> {
    await this.database.repository(ProgrammePlace).update({ id }, { ...end, heldKey: null });
  }
}
