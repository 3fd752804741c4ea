import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { ACTIVITY_TAKES_TIME } from '@tongxing/shared/states';
import { Ids } from '../platform/clock/index.js';
import { Database, placeholders } from '../platform/database/index.js';
import { Activity, ActivityDay, ActivityWorker, Venue } from './activity.entities.js';

/** As many as a calendar shows at once. */
const CALENDAR_MOST = 500;

export interface InChargeHours {
  readonly personId: string;
  readonly onDate: string;
  readonly startMinute: number;
  readonly endMinute: number;
}

@Injectable()
export class ActivitiesRepository {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Of days from one to another, both counted, the earliest first. */
  between(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<Activity[]> {
    return this.database.repository(Activity).find({
      where: { agencyId, onDate: Between(from, to) },
      order: { onDate: 'ASC', startMinute: 'ASC', id: 'ASC' },
      take: CALENDAR_MOST,
    });
  }

  find(agencyId: AgencyId, id: string): Promise<Activity | null> {
    return this.database.repository(Activity).findOneBy({ agencyId, id });
  }

  byIds(agencyId: AgencyId, ids: readonly string[]): Promise<Activity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.repository(Activity).findBy({ agencyId, id: In([...new Set(ids)]) });
  }

  byRequest(agencyId: AgencyId, requestId: string): Promise<Activity | null> {
    return this.database.repository(Activity).findOneBy({ agencyId, requestId });
  }

  /** Of a series, the earliest first. */
  ofSeries(agencyId: AgencyId, seriesId: string): Promise<Activity[]> {
    const order = { onDate: 'ASC', startMinute: 'ASC', id: 'ASC' } as const;
    return this.database.repository(Activity).find({ where: { agencyId, seriesId }, order });
  }

  lock(agencyId: AgencyId, id: string): Promise<Activity | null> {
    const query = this.database
      .repository(Activity)
      .createQueryBuilder('a')
      .where('a.agencyId = :agencyId AND a.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  /** Locks them in the order of their ids; ids of no activity of the agency are simply absent. */
  lockAll(agencyId: AgencyId, ids: readonly string[]): Promise<Activity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const query = this.database
      .repository(Activity)
      .createQueryBuilder('a')
      .where({ agencyId, id: In([...new Set(ids)]) })
      .orderBy('a.id');
    return this.database.forUpdate(query).getMany();
  }

  /** Locks a day until the unit of work ends; answers what takes its hours, as it is committed now. */
  async lockDay(agencyId: AgencyId, day: string): Promise<Activity[]> {
    const days = this.database.repository(ActivityDay);
    const id: string = this.ids.next<never>();
    await days.createQueryBuilder().insert().values({ id, agencyId, day }).orIgnore().execute();
    const row = days.createQueryBuilder('d').where('d.agencyId = :agencyId AND d.day = :day', { agencyId, day });
    await this.database.forUpdate(row).getOne();
    const taking = this.database
      .repository(Activity)
      .createQueryBuilder('a')
      .where('a.agencyId = :agencyId AND a.onDate = :day', { agencyId, day })
      .andWhere('a.state IN (:...states)', { states: [...ACTIVITY_TAKES_TIME] });
    return this.database.forUpdate(taking).getMany();
  }

  /** What takes hours of a day, to show it; nothing is locked. */
  ofDay(agencyId: AgencyId, onDate: string): Promise<Activity[]> {
    const where = { agencyId, onDate, state: In([...ACTIVITY_TAKES_TIME]) };
    return this.database.repository(Activity).find({ where, order: { startMinute: 'ASC', id: 'ASC' } });
  }

  async add(row: Activity): Promise<void> {
    await this.database.repository(Activity).insert(row as never);
  }

  async change(id: string, change: Partial<Activity>): Promise<void> {
    await this.database.repository(Activity).update({ id }, change as never);
  }

  /** Ids of those in charge, by activity. */
  async inCharge(agencyId: AgencyId, activityIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (activityIds.length === 0) return new Map();
    const where = { agencyId, activityId: In([...activityIds]) };
    const rows = await this.database.repository(ActivityWorker).find({ where, order: { id: 'ASC' } });
    return groupIds(rows);
  }

  /** Hours that colleagues in charge give to activities which take time, of days from one to another, both counted. */
  async inChargeBetween(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<InChargeHours[]> {
    const states = [...ACTIVITY_TAKES_TIME];
    const rows = await this.database.read<InChargeHours>(
      `SELECT w.personId AS personId, a.onDate AS onDate, a.startMinute AS startMinute, a.endMinute AS endMinute
       FROM activity a JOIN activity_worker w ON w.activityId = a.id
       WHERE a.agencyId = ? AND a.onDate >= ? AND a.onDate <= ? AND a.state IN (${placeholders(states)})`,
      [agencyId, from, to, ...states],
    );
    return rows.map((row) => ({
      ...row,
      startMinute: Number(row.startMinute),
      endMinute: Number(row.endMinute),
    }));
  }

  async putInCharge(agencyId: AgencyId, activityId: string, personIds: readonly string[]): Promise<void> {
    const workers = this.database.repository(ActivityWorker);
    await workers.delete({ agencyId, activityId });
    for (const personId of new Set(personIds)) {
      const id: string = this.ids.next<never>();
      await workers.insert({ id, agencyId, activityId, personId });
    }
  }

  venues(agencyId: AgencyId): Promise<Venue[]> {
    return this.database.repository(Venue).find({ where: { agencyId }, order: { name: 'ASC', id: 'ASC' } });
  }

  venue(agencyId: AgencyId, id: string): Promise<Venue | null> {
    return this.database.repository(Venue).findOneBy({ agencyId, id });
  }

  async addVenue(row: Venue): Promise<void> {
    await this.database.repository(Venue).insert(row as never);
  }

  async changeVenue(id: string, change: Partial<Venue>): Promise<void> {
    await this.database.repository(Venue).update({ id }, change as never);
  }
}

function groupIds(rows: readonly ActivityWorker[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { activityId, personId } of rows) {
    const ids = found.get(activityId);
    if (ids) ids.push(personId);
    else found.set(activityId, [personId]);
  }
  return found;
}
