// Rows of children at activities; which of them somebody may read is decided where they are read.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { ActivityChild } from './attendance.entities.js';

@Injectable()
export class ChildrenRows {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were written down. */
  of(agencyId: AgencyId, activityId: string): Promise<ActivityChild[]> {
    return this.database.repository(ActivityChild).find({ where: { agencyId, activityId }, order: { id: 'ASC' } });
  }

  lock(agencyId: AgencyId, activityId: string, childId: string): Promise<ActivityChild | null> {
    const query = this.database
      .repository(ActivityChild)
      .createQueryBuilder('c')
      .where('c.agencyId = :agencyId AND c.activityId = :activityId AND c.childId = :childId', {
        ...{ agencyId, activityId, childId },
      });
    return this.database.forUpdate(query).getOne();
  }

  /** Ids of activities to which a child has signed up, by a locking read: what others write at once is seen. */
  async signedUp(agencyId: AgencyId, childId: string): Promise<string[]> {
    const query = this.database
      .repository(ActivityChild)
      .createQueryBuilder('c')
      .where("c.agencyId = :agencyId AND c.childId = :childId AND c.choice = 'SIGNED_UP'", { agencyId, childId });
    return (await this.database.forUpdate(query).getMany()).map(({ activityId }) => activityId);
  }

  /** Ids of activities to which children have signed up, by child; nothing is locked. */
  async signedUpOf(agencyId: AgencyId, childIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const found = new Map<string, string[]>(childIds.map((id) => [id, []]));
    if (childIds.length === 0) return found;
    const where = { agencyId, childId: In([...childIds]), choice: 'SIGNED_UP' as const };
    for (const row of await this.database.repository(ActivityChild).findBy(where)) {
      found.get(row.childId)?.push(row.activityId);
    }
    return found;
  }

  newId(): string {
    return this.ids.next<never>();
  }

  async add(row: Omit<ActivityChild, 'recordedAt' | 'version'>): Promise<void> {
    await this.database.repository(ActivityChild).insert({ ...row, version: 1, recordedAt: this.clock.nowIso() });
  }

  async change(row: ActivityChild, change: Partial<ActivityChild>): Promise<void> {
    const after = { ...change, version: row.version + 1, recordedAt: this.clock.nowIso() };
    await this.database.repository(ActivityChild).update({ id: row.id }, after);
  }

  async eraseChildren(agencyId: AgencyId, childIds: readonly string[]): Promise<void> {
    if (childIds.length === 0) return;
    await this.database.repository(ActivityChild).delete({ agencyId, childId: In([...childIds]) });
  }
}
