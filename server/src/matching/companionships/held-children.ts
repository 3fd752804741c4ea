import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { ChildCompanions } from '../../children/index.js';
import { Database } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';

/** Tells `children` which of them have a companion, or are about to. */
@Injectable()
export class HeldChildren extends ChildCompanions {
  override readonly heldInSql = 'EXISTS (SELECT 1 FROM companionship held WHERE held.heldChildId = child.id)';

  constructor(private readonly database: Database) {
    super();
  }

  override async heldChildIds(agencyId: AgencyId): Promise<ReadonlySet<string>> {
    const rows = await this.database.repository(Companionship).find({
      select: { id: true, heldChildId: true },
      where: { agencyId, heldChildId: Not(IsNull()) },
    });
    return new Set(rows.map((row) => row.heldChildId ?? ''));
  }

  override async workersOf(agencyId: AgencyId, childIds: readonly string[]): Promise<ReadonlyMap<string, PersonId>> {
    if (childIds.length === 0) return new Map();
    const rows = await this.database.repository(Companionship).find({
      select: { id: true, heldChildId: true, workerId: true },
      where: { agencyId, heldChildId: In([...childIds]) },
    });
    return new Map(rows.map((row) => [row.heldChildId ?? '', row.workerId as PersonId]));
  }

  override async childIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>> {
    return new Set((await this.#standing(agencyId, workerId)).map(({ childId }) => childId));
  }

  override async volunteerIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>> {
    return new Set((await this.#standing(agencyId, workerId)).map(({ volunteerId }) => volunteerId));
  }

  #standing(agencyId: AgencyId, workerId: PersonId): Promise<Companionship[]> {
    return this.database.repository(Companionship).find({
      select: { id: true, childId: true, volunteerId: true },
      where: [
        { agencyId, workerId, heldChildId: Not(IsNull()) },
        { agencyId, workerId, standsInForId: Not(IsNull()) },
      ],
    });
  }
}
