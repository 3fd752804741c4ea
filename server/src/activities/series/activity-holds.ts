// Who counts on an activity, so that it is not called off together with others by one press of a button. This module knows
// no booking, so theirs say so at the start.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';

/** A team whose time to be told before an activity has run out. */
export interface ActivityHold {
  readonly activityId: string;
  /** Of a team. */
  readonly name: string;
}
export type ActivityHoldSource = (
  agencyId: AgencyId,
  activityIds: readonly string[],
  today: LocalDate,
) => Promise<ActivityHold[]>;

@Injectable()
export class ActivityHolds {
  readonly #sources: ActivityHoldSource[] = [];

  add(source: ActivityHoldSource): void {
    this.#sources.push(source);
  }

  /** One after the other: a unit of work has one connection. */
  async of(agencyId: AgencyId, activityIds: readonly string[], today: LocalDate): Promise<ActivityHold[]> {
    const found: ActivityHold[] = [];
    if (activityIds.length === 0) return found;
    for (const source of this.#sources) found.push(...(await source(agencyId, activityIds, today)));
    return found;
  }
}
