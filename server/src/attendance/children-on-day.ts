// What a day needs to know of its children, without reading any of them.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { ChildrenRows } from './children-rows.js';

@Injectable()
export class ChildrenOnDay {
  constructor(private readonly rows: ChildrenRows) {}

  /** Children who came and were not fetched yet (P07). */
  async notFetched(agencyId: AgencyId, activityId: string): Promise<number> {
    const rows = await this.rows.of(agencyId, activityId);
    return rows.filter(({ inMinute, fetchedBySealed }) => inMinute !== null && fetchedBySealed === null).length;
  }

  /** Children who came and were not asked yet how it was; "would rather not say" is an answer. */
  async notAsked(agencyId: AgencyId, activityId: string): Promise<number> {
    const rows = await this.rows.of(agencyId, activityId);
    return rows.filter(({ inMinute, face, wordsSealed }) => inMinute !== null && face === null && wordsSealed === null)
      .length;
  }
}
