import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { PairOfIds } from '@tongxing/shared/matching';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { Database } from '../../platform/database/index.js';
import { MatchProposal } from '../runs/match-run.entity.js';
import { Companionship } from './companionship.entity.js';

/** What later runs must respect: decided pairs stay locked, declined pairs are never proposed again. */
@Injectable()
export class PairHistory {
  constructor(private readonly database: Database) {}

  async of(agencyId: AgencyId): Promise<{ locks: PairOfIds[]; vetoes: PairOfIds[]; earlierPairs: PairOfIds[] }> {
    const select = { id: true, volunteerId: true, childId: true, state: true } as const;
    const companionships = await this.database
      .repository(Companionship)
      .find({ select: { ...select, coversId: true }, where: { agencyId } });
    const declined = await this.database
      .repository(MatchProposal)
      .find({ select, where: { agencyId, state: 'DECLINED' } });
    // The engine knows one companion of a child: whoever stands in only has a place less, see `coversOf`.
    const locks = companionships.filter((pair) => HOLDS_PLACE.includes(pair.state) && pair.coversId === null);
    const refused = companionships.filter((pair) => pair.state === 'VOLUNTEER_DECLINED');
    const earlier = companionships.filter((pair) => pair.state === 'ENDED');
    return {
      locks: locks.map(toPair),
      vetoes: [...declined, ...refused].map(toPair),
      earlierPairs: earlier.map(toPair),
    };
  }

  /** For how many absent companions each volunteer stands in now; who stands in for nobody is not in it. */
  async coversOf(agencyId: AgencyId): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database
      .repository(Companionship)
      .find({ select: { id: true, volunteerId: true }, where: { agencyId, standsInForId: Not(IsNull()) } });
    const covers = new Map<string, number>();
    for (const { volunteerId } of rows) covers.set(volunteerId, (covers.get(volunteerId) ?? 0) + 1);
    return covers;
  }

  /** The no of a worker or of the volunteer to just these two; empty where nobody said it. */
  async vetoesOf(agencyId: AgencyId, { volunteerId, childId }: PairOfIds): Promise<PairOfIds[]> {
    const two = { agencyId, volunteerId, childId };
    const declined = await this.database.repository(MatchProposal).existsBy({ ...two, state: 'DECLINED' });
    const refused = await this.database.repository(Companionship).existsBy({ ...two, state: 'VOLUNTEER_DECLINED' });
    return declined || refused ? [{ volunteerId, childId }] : [];
  }

  /** Pairs that a worker holds fast, in the order in which they were. */
  async held(agencyId: AgencyId): Promise<PairOfIds[]> {
    const rows = await this.database.repository(MatchProposal).find({
      select: { id: true, volunteerId: true, childId: true },
      where: { agencyId, state: 'PROPOSED', heldAt: Not(IsNull()) },
      order: { heldAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toPair);
  }

  /**
   * How many children these volunteers hold places for, for whoever is about to give one away. Read with locks, since a
   * plain read answers as of this unit's first one: what a rival has committed in between would not be there.
   */
  async heldBy(agencyId: AgencyId, volunteerIds: readonly string[]): Promise<number> {
    if (volunteerIds.length === 0) return 0;
    const query = this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .select('c.id')
      .where('c.agencyId = :agencyId AND c.volunteerId IN (:...volunteerIds) AND c.state IN (:...states)', {
        ...{ agencyId, volunteerIds, states: HOLDS_PLACE },
      });
    return (await this.database.forUpdate(query).getMany()).length;
  }

  /** Who stands beside a child's pair, if there is one, for whoever decides by it. Inside a unit of work. */
  async workerOf(agencyId: AgencyId, childId: string): Promise<string | undefined> {
    const query = this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .select(['c.id', 'c.workerId'])
      .where({ agencyId, heldChildId: childId });
    return (await this.database.forUpdate(query).getOne())?.workerId;
  }
}

const toPair = ({ volunteerId, childId }: { volunteerId: string; childId: string }): PairOfIds => ({
  volunteerId,
  childId,
});
