// What goes on when somebody's role ends, and must not be left alone. `people` knows no companionship; its module says so.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';

export interface Handover {
  /** How many would be left without anybody. */
  count(agencyId: AgencyId, from: PersonId): Promise<number>;
  /** The children in them. */
  childIds(agencyId: AgencyId, from: PersonId): Promise<string[]>;
  /** Gives all of them to somebody else; inside a unit of work. */
  apply(agencyId: AgencyId, from: PersonId, to: PersonId): Promise<void>;
}

/** Companionships that a worker stands beside. */
@Injectable()
export class Handovers {
  #companionships: Handover | undefined;

  add(companionships: Handover): void {
    if (this.#companionships) throw new Error('BUG: two modules hand companionships over');
    this.#companionships = companionships;
  }

  async count(agencyId: AgencyId, from: PersonId): Promise<number> {
    return (await this.#companionships?.count(agencyId, from)) ?? 0;
  }

  async childIds(agencyId: AgencyId, from: PersonId): Promise<string[]> {
    return (await this.#companionships?.childIds(agencyId, from)) ?? [];
  }

  async apply(agencyId: AgencyId, from: PersonId, to: PersonId): Promise<void> {
    await this.#companionships?.apply(agencyId, from, to);
  }
}
