// What a stop ends beyond the account. `people` knows no companionship and no link, so their modules say so at the start.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';

/** One person of one agency; a login that stands behind several agencies' people is stopped for each of them. */
export interface Stopped {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
}
export const STOP_EFFECTS = ['companionships', 'links'] as const;
export type StopEffectName = (typeof STOP_EFFECTS)[number];

export interface StopEffect {
  readonly name: StopEffectName;
  /** How many it would touch now: what is listed before somebody confirms. */
  count(stopped: Stopped): Promise<number>;
  /** Inside a unit of work of the person's own agency; returns how many it touched. */
  apply(stopped: Stopped): Promise<number>;
}

export type EffectCounts = Readonly<Record<StopEffectName, number>>;

@Injectable()
export class StopEffects {
  readonly #effects = new Map<StopEffectName, StopEffect>();

  add(effect: StopEffect): void {
    if (this.#effects.has(effect.name)) throw new Error(`BUG: two modules end ${effect.name} at a stop`);
    this.#effects.set(effect.name, effect);
  }

  count(stopped: Stopped): Promise<EffectCounts> {
    return this.#each((effect) => effect.count(stopped));
  }

  apply(stopped: Stopped): Promise<EffectCounts> {
    return this.#each((effect) => effect.apply(stopped));
  }

  async #each(work: (effect: StopEffect) => Promise<number>): Promise<EffectCounts> {
    const counts = { companionships: 0, links: 0 };
    // One after the other: a unit of work has one connection.
    for (const effect of this.#effects.values()) counts[effect.name] = await work(effect);
    return counts;
  }
}
