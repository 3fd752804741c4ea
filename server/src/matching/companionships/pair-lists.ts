// The list of pairs without opening any of them: who stands beside each, and in which office its child is.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { arrangedColumn, Database, inParts, type ArrangedColumn } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';

export interface PairPlace {
  readonly childId: string;
  /** Of the child; null: the whole agency. */
  readonly officeId: string | null;
  /** Whether the pair is on its way, not over. */
  readonly stands: boolean;
}

@Injectable()
export class PairLists {
  /** The worker who stands beside each. Another worker is a change that whoever has the pair open is told of. */
  readonly workers: ArrangedColumn;

  constructor(private readonly database: Database) {
    const column = arrangedColumn(database, Companionship, 'workerId');
    this.workers = { ...column, put: (agencyId, ids, workerId) => this.#handOver(agencyId, ids, workerId) };
  }

  async placesOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, PairPlace>> {
    const found = new Map<string, PairPlace>();
    for (const some of inParts(ids)) {
      const rows = await this.database
        .repository(Companionship)
        .createQueryBuilder('c')
        .innerJoin('child', 'k', 'k.id = c.childId AND k.agencyId = c.agencyId')
        .select(['c.id AS id', 'c.state AS state', 'c.childId AS childId', 'k.officeId AS officeId'])
        .where('c.agencyId = :agencyId', { agencyId })
        .andWhere({ id: In(some) })
        .getRawMany<{ id: string; state: Companionship['state']; childId: string; officeId: string | null }>();
      for (const { id, state, childId, officeId } of rows)
        found.set(id, { childId, officeId, stands: HOLDS_PLACE.includes(state) });
    }
    return found;
  }

  async #handOver(agencyId: string, ids: readonly string[], workerId: string | null): Promise<void> {
    if (workerId === null) throw new Error('BUG: a pair is never without a worker');
    const change = { workerId, version: () => 'version + 1' };
    for (const some of inParts(ids)) {
      await this.database.repository(Companionship).update({ agencyId, id: In(some) }, change);
    }
  }
}
