import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { ActivityRecord, CheckIn, ServiceHours } from './attendance.entities.js';

/** As many lines as a volunteer's own list of hours shows. */
const HOURS_SHOWN = 200;

@Injectable()
export class AttendanceRepository {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  records(agencyId: AgencyId, activityIds: readonly string[]): Promise<ActivityRecord[]> {
    if (activityIds.length === 0) return Promise.resolve([]);
    return this.database.repository(ActivityRecord).findBy({ agencyId, activityId: In([...activityIds]) });
  }

  /** Inside a unit of work: everything of a day waits here, so that nobody is let in twice and no place is filled twice. */
  lockRecord(agencyId: AgencyId, activityId: string): Promise<ActivityRecord | null> {
    const query = this.database
      .repository(ActivityRecord)
      .createQueryBuilder('r')
      .where('r.agencyId = :agencyId AND r.activityId = :activityId', { agencyId, activityId });
    return this.database.forUpdate(query).getOne();
  }

  async addRecord(agencyId: AgencyId, activityId: string, codeKey: string): Promise<void> {
    const nothing = { taskReached: null, processReached: null, evaluationSealed: null, reflectionSealed: null };
    const row: ActivityRecord = {
      ...{ id: this.ids.next<never>() as string, agencyId, activityId, codeKey, ...nothing },
      ...{ recordedBy: null, recordedAt: null, evaluatedBy: null },
    };
    await this.database.repository(ActivityRecord).insert(row);
  }

  async changeRecord(activityId: string, change: Partial<ActivityRecord>): Promise<void> {
    await this.database.repository(ActivityRecord).update({ activityId }, change);
  }

  checkIns(agencyId: AgencyId, activityId: string): Promise<CheckIn[]> {
    return this.database.repository(CheckIn).find({ where: { agencyId, activityId }, order: { id: 'ASC' } });
  }

  /** Inside a unit of work that holds the record. */
  lockCheckIns(agencyId: AgencyId, activityId: string): Promise<CheckIn[]> {
    const query = this.database
      .repository(CheckIn)
      .createQueryBuilder('c')
      .where('c.agencyId = :agencyId AND c.activityId = :activityId', { agencyId, activityId })
      .orderBy('c.id', 'ASC');
    return this.database.forUpdate(query).getMany();
  }

  ownCheckIns(agencyId: AgencyId, personId: string, activityIds: readonly string[]): Promise<CheckIn[]> {
    if (activityIds.length === 0) return Promise.resolve([]);
    return this.database.repository(CheckIn).findBy({ agencyId, personId, activityId: In([...activityIds]) });
  }

  /** Adds an arrival, or puts it in the place of the one before. */
  async putCheckIn(row: Omit<CheckIn, 'id' | 'recordedAt'>, before: CheckIn | undefined): Promise<void> {
    const rows = this.database.repository(CheckIn);
    const recordedAt = this.clock.nowIso();
    if (before) await rows.update({ id: before.id }, { ...row, recordedAt });
    else await rows.insert({ ...row, id: this.ids.next<never>() as string, recordedAt });
  }

  async putHours(row: Omit<ServiceHours, 'id' | 'recordedAt' | 'state'>): Promise<void> {
    const rows = this.database.repository(ServiceHours);
    const { agencyId, activityId, personId, minutes } = row;
    const known = await rows.findOneBy({ agencyId, activityId: activityId ?? '', personId });
    const recordedAt = this.clock.nowIso();
    if (known) await rows.update({ id: known.id }, { minutes, recordedAt });
    else await rows.insert({ ...row, id: this.ids.next<never>() as string, state: 'RECORDED', recordedAt });
  }

  async confirmHours(agencyId: AgencyId, activityId: string): Promise<void> {
    await this.database.repository(ServiceHours).update({ agencyId, activityId }, { state: 'CONFIRMED' });
  }

  /** Of these people; the newest day first. */
  hoursOf(agencyId: AgencyId, personId: string): Promise<ServiceHours[]> {
    const order = { onDate: 'DESC', id: 'DESC' } as const;
    return this.database.repository(ServiceHours).find({ where: { agencyId, personId }, order, take: HOURS_SHOWN });
  }

  hoursOfActivity(agencyId: AgencyId, activityId: string): Promise<ServiceHours[]> {
    return this.database.repository(ServiceHours).findBy({ agencyId, activityId });
  }
}
