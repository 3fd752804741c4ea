// What an activity that is called off ends beyond itself. This module knows no seat and no booking, so theirs say so at the start.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';

/** Inside the unit of work that calls it off. */
export type ActivityEnd = (agencyId: AgencyId, activityId: string) => Promise<void>;

@Injectable()
export class ActivityEnds {
  readonly #effects: ActivityEnd[] = [];

  add(effect: ActivityEnd): void {
    this.#effects.push(effect);
  }

  /** One after the other: a unit of work has one connection. */
  async calledOff(agencyId: AgencyId, activityId: string): Promise<void> {
    for (const effect of this.#effects) await effect(agencyId, activityId);
  }
}
