// What an activity leaves behind once it is closed: hours, the look back, how many children came, and what they said.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { ActivityRecord, ServiceHours } from './attendance.entities.js';
import { ChildrenRows } from './children-rows.js';

export interface AfterDay {
  readonly minutes: ReadonlyMap<string, number>;
  readonly evaluation: string;
  readonly taskReached: number | undefined;
  readonly processReached: number | undefined;
  /** Children who came. */
  readonly children: number;
}
/** What a child said of the day; whoever reads it decides who may. */
export interface ChildSaid {
  readonly id: string;
  readonly childId: string;
  readonly words: string;
}

@Injectable()
export class AfterDays {
  constructor(
    private readonly database: Database,
    private readonly rows: ChildrenRows,
    private readonly cipher: Cipher,
  ) {}

  /** Minutes by person are the hours log's, confirmed ones only. */
  async of(agencyId: AgencyId, activityId: string): Promise<AfterDay> {
    const where = { agencyId, activityId, state: 'CONFIRMED' as const };
    const hours = await this.database.repository(ServiceHours).findBy(where);
    const record = await this.database.repository(ActivityRecord).findOneBy({ agencyId, activityId });
    const children = await this.rows.of(agencyId, activityId);
    await this.cipher.loadKeys([record?.evaluationSealed]);
    const place = `activity_record.evaluation.${record?.id ?? ''}`;
    return {
      minutes: new Map(hours.map(({ personId, minutes }) => [personId, minutes])),
      evaluation: this.cipher.openOptional(record?.evaluationSealed, place) ?? '',
      taskReached: record?.taskReached ?? undefined,
      processReached: record?.processReached ?? undefined,
      children: children.filter(({ inMinute }) => inMinute !== null).length,
    };
  }

  /** Words of the children who said some, in the order in which they were written down. */
  async said(agencyId: AgencyId, activityId: string): Promise<ChildSaid[]> {
    const rows = await this.rows.of(agencyId, activityId);
    await this.cipher.loadKeys(rows.map(({ wordsSealed }) => wordsSealed));
    return rows.flatMap(({ id, childId, wordsSealed }) => {
      const words = this.cipher.openOptional(wordsSealed, `activity_child.words.${id}`);
      return words ? [{ id, childId, words }] : [];
    });
  }
}
