// The dated rows behind `volunteer.supervisorId`: whoever changes that column does it here, and the one before is kept.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, inParts } from '../../platform/database/index.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { RolesApart } from './roles-apart.js';
import { SupervisedBy } from './supervised-by.entity.js';

export interface SupervisedSpan {
  readonly supervisorId: PersonId;
  readonly startedAt: string;
  readonly endedAt: string | undefined;
}
type Current = Pick<Volunteer, 'id' | 'supervisorId' | 'createdAt'>;

/** Of somebody who never changed hands there is no row: the first supervisor began on the day on which they came. */
@Injectable()
export class SupervisionHistory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly apart: RolesApart,
  ) {}

  /** From now on these volunteers are supervised by somebody else, or by nobody. Inside a unit of work. */
  async put(agencyId: AgencyId, volunteerIds: readonly string[], to: string | null): Promise<void> {
    for (const some of inParts(volunteerIds)) {
      const query = this.database
        .repository(Volunteer)
        .createQueryBuilder('v')
        .select(['v.id', 'v.supervisorId', 'v.createdAt'])
        .where({ agencyId, id: In([...some]) })
        .orderBy('v.id');
      const changed = (await this.database.forUpdate(query).getMany()).filter((row) => row.supervisorId !== to);
      const ids = changed.map(({ id }) => id);
      if (ids.length === 0) continue;
      await this.#write(agencyId, changed, to);
      await this.database.repository(Volunteer).update({ agencyId, id: In(ids) }, { supervisorId: to });
      if (to !== null) await this.apart.supervisedBy(agencyId, ids, to);
    }
  }

  /** Everybody of one supervisor goes to another. Inside a unit of work; answers how many. */
  async handOver(agencyId: AgencyId, from: PersonId, to: PersonId): Promise<number> {
    const query = this.database
      .repository(Volunteer)
      .createQueryBuilder('v')
      .select('v.id')
      .where('v.agencyId = :agencyId AND v.supervisorId = :from', { agencyId, from })
      .orderBy('v.id');
    const ids = (await this.database.forUpdate(query).getMany()).map(({ id }) => id);
    await this.put(agencyId, ids, to);
    return ids.length;
  }

  /** Since when each of these has the supervisor whom they have now; absent where that is since they came. */
  async since(agencyId: AgencyId, volunteerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const some of inParts(volunteerIds)) {
      const where = { agencyId, volunteerId: In([...some]), endedAt: IsNull() };
      for (const row of await this.database.repository(SupervisedBy).findBy(where)) {
        found.set(row.volunteerId, row.startedAt);
      }
    }
    return found;
  }

  /** Every supervisor whom one volunteer has had, the first one first. */
  async of(agencyId: AgencyId, volunteerId: string): Promise<SupervisedSpan[]> {
    const order = { startedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(SupervisedBy).find({ where: { agencyId, volunteerId }, order });
    const spans = rows.map(({ supervisorId, startedAt, endedAt }) => ({
      supervisorId: supervisorId as PersonId,
      startedAt,
      endedAt: endedAt ?? undefined,
    }));
    if (spans.length > 0) return spans;
    const volunteer = await this.database.repository(Volunteer).findOneBy({ agencyId, id: volunteerId });
    if (!volunteer?.supervisorId) return [];
    return [{ supervisorId: volunteer.supervisorId as PersonId, startedAt: volunteer.createdAt, endedAt: undefined }];
  }

  /** Who supervised somebody erased tells of them; whom they supervised tells of others. Inside a unit of work. */
  async forget(agencyId: AgencyId, personId: PersonId): Promise<void> {
    const own = await this.database.repository(Volunteer).find({ select: { id: true }, where: { agencyId, personId } });
    await this.database.repository(SupervisedBy).delete({ agencyId, volunteerId: In(own.map(({ id }) => id)) });
  }

  async #write(agencyId: AgencyId, changed: readonly Current[], to: string | null): Promise<void> {
    const rows = this.database.repository(SupervisedBy);
    const now = this.clock.nowIso();
    const ids = changed.map(({ id }) => id);
    const known = new Set((await rows.findBy({ agencyId, volunteerId: In(ids) })).map((row) => row.volunteerId));
    await rows.update({ agencyId, volunteerId: In(ids), endedAt: IsNull() }, { endedAt: now });
    const row = (volunteerId: string, supervisorId: string, startedAt: string, endedAt: string | null) => ({
      ...{ id: this.ids.next<never>() as string, agencyId, volunteerId, supervisorId, startedAt, endedAt },
    });
    const fresh = changed.flatMap(({ id, supervisorId, createdAt }) => [
      ...(supervisorId !== null && !known.has(id) ? [row(id, supervisorId, createdAt, now)] : []),
      ...(to === null ? [] : [row(id, to, now, null)]),
    ]);
    if (fresh.length > 0) await rows.insert(fresh);
  }
}
