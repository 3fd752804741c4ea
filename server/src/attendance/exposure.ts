// On how many days of a month a child meets visiting teams: no more than the least that any of these days allows.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Activities, type Activity } from '../activities/index.js';
import { Database } from '../platform/database/index.js';
import { TeamOffer } from '../teams/index.js';
import { ChildrenRows } from './children-rows.js';

/** Days of a month on which a child meets visiting teams, besides one activity. */
export interface Visits {
  readonly taken: number;
  /** The most that any of these days allows, this one included; undefined where no team comes to it. */
  readonly most: number | undefined;
}

const MONTH = '2026-12'.length;

@Injectable()
export class Exposure {
  constructor(
    private readonly database: Database,
    private readonly activities: Activities,
    private readonly rows: ChildrenRows,
  ) {}

  /** Inside a unit of work that holds the child: whether one more visit would be too many. */
  async isReached(agencyId: AgencyId, { id, onDate }: Activity, childId: string): Promise<boolean> {
    const { taken, most } = await this.#count(agencyId, { id, onDate }, await this.rows.signedUp(agencyId, childId));
    return most !== undefined && taken >= most;
  }

  /** To be shown: nothing is locked. Each of the children has an answer. */
  async visits(
    agencyId: AgencyId,
    activity: Pick<Activity, 'id' | 'onDate'>,
    childIds: readonly string[],
  ): Promise<ReadonlyMap<string, Visits>> {
    const signedUp = await this.rows.signedUpOf(agencyId, childIds);
    const found = new Map<string, Visits>();
    for (const id of childIds) found.set(id, await this.#count(agencyId, activity, signedUp.get(id) ?? []));
    return found;
  }

  async #count(
    agencyId: AgencyId,
    { id, onDate }: Pick<Activity, 'id' | 'onDate'>,
    signedUp: readonly string[],
  ): Promise<Visits> {
    const others = signedUp.filter((other) => other !== id);
    const offers = await this.database.repository(TeamOffer).findBy({ agencyId, activityId: In([id, ...others]) });
    const own = offers.find(({ activityId }) => activityId === id);
    if (!own) return { taken: 0, most: undefined };
    const days = await this.activities.daysOf(
      agencyId,
      offers.map(({ activityId }) => activityId),
    );
    const month = onDate.slice(0, MONTH);
    const visits = offers.filter(({ activityId }) => activityId !== id && days.get(activityId)?.startsWith(month));
    const most = Math.min(own.visitsPerMonth, ...visits.map(({ visitsPerMonth }) => visitsPerMonth));
    return { taken: visits.length, most };
  }
}
