// On how many days of a month a child meets visiting teams: no more than the least that any of these days allows.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Activities, type Activity } from '../activities/index.js';
import { Database } from '../platform/database/index.js';
import { TeamOffer } from '../teams/index.js';
import { ChildrenRows } from './children-rows.js';

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
    const others = (await this.rows.signedUp(agencyId, childId)).filter((other) => other !== id);
    const offers = await this.database.repository(TeamOffer).findBy({ agencyId, activityId: In([id, ...others]) });
    const own = offers.find(({ activityId }) => activityId === id);
    if (!own) return false;
    const days = await this.activities.daysOf(
      agencyId,
      offers.map(({ activityId }) => activityId),
    );
    const month = onDate.slice(0, MONTH);
    const visits = offers.filter(({ activityId }) => activityId !== id && days.get(activityId)?.startsWith(month));
    const most = Math.min(own.visitsPerMonth, ...visits.map(({ visitsPerMonth }) => visitsPerMonth));
    return visits.length >= most;
  }
}
