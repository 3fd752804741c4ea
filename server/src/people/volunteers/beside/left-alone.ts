// Whoever went beside an adult and does so no more. `people` knows no pair, so the module of pairs says what follows.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';

/** Inside a unit of work. */
export type AloneEffect = (agencyId: AgencyId, personId: PersonId) => Promise<void>;

@Injectable()
export class LeftAlone {
  readonly #effects: AloneEffect[] = [];

  add(effect: AloneEffect): void {
    this.#effects.push(effect);
  }

  async apply(agencyId: AgencyId, personId: PersonId): Promise<void> {
    for (const effect of this.#effects) await effect(agencyId, personId);
  }
}
