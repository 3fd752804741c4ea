// What the ledger has to know of pairs. `disclosure` knows no companionship, so their module says it at the start.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';

export interface PairsOfChildren {
  /** The pairs in which a companion may read of each of these children, or of all children; by child. */
  reading(agencyId: AgencyId, childIds?: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The family took back what a pair rests on: it goes on no further. Inside a unit of work. */
  rest(agencyId: AgencyId, companionshipId: string): Promise<void>;
}

@Injectable()
export class CompanionPairs {
  #pairs: PairsOfChildren | undefined;

  of(pairs: PairsOfChildren): void {
    if (this.#pairs) throw new Error('BUG: two modules know the pairs of children');
    this.#pairs = pairs;
  }

  reading(agencyId: AgencyId, childIds?: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#known().reading(agencyId, childIds);
  }

  rest(agencyId: AgencyId, companionshipId: string): Promise<void> {
    return this.#known().rest(agencyId, companionshipId);
  }

  #known(): PairsOfChildren {
    if (!this.#pairs) throw new Error('BUG: nobody knows the pairs of children');
    return this.#pairs;
  }
}
