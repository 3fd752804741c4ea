import { Injectable } from '@nestjs/common';
import { Between, In, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Volunteer } from '../people/index.js';
import { Database, inParts } from '../platform/database/index.js';
import { ActivityWishRow, SeatAssignment } from './staffing.entities.js';

@Injectable()
export class SeatsRepository {
  constructor(private readonly database: Database) {}

  /** Of days from one to another, both counted, in the order in which they came. */
  between(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<SeatAssignment[]> {
    return this.database
      .repository(SeatAssignment)
      .find({ where: { agencyId, onDate: Between(from, to) }, order: { id: 'ASC' } });
  }

  /** Of one person, on or after a day, the earliest first. */
  async ofPerson(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<SeatAssignment[]> {
    const query = this.database
      .repository(SeatAssignment)
      .createQueryBuilder('s')
      .where('s.agencyId = :agencyId AND s.personId = :personId AND s.onDate >= :from', { agencyId, personId, from })
      .orderBy('s.onDate')
      .addOrderBy('s.startMinute');
    return query.getMany();
  }

  /** People who were told of a seat at an activity and have not said no. */
  async publishedAt(agencyId: AgencyId, activityId: string): Promise<string[]> {
    const where = { agencyId, activityId, state: 'PUBLISHED' as const };
    const rows = await this.database.repository(SeatAssignment).find({ select: { personId: true }, where });
    return rows.map(({ personId }) => personId);
  }

  async lock(agencyId: AgencyId, id: string): Promise<SeatAssignment | undefined> {
    return (await this.#locked({ agencyId, id }))[0];
  }

  /** Every seat of some activities; nothing is locked. */
  ofActivities(agencyId: AgencyId, activityIds: readonly string[]): Promise<SeatAssignment[]> {
    return this.#plain({ agencyId, activityId: In([...activityIds]) });
  }

  /** Seats of people on some days; nothing is locked. */
  ofPeople(agencyId: AgencyId, personIds: readonly string[], days: readonly string[]): Promise<SeatAssignment[]> {
    return this.#plain({ agencyId, personId: In([...new Set(personIds)]), onDate: In([...new Set(days)]) });
  }

  /** Every seat of some activities, as it is committed now, locked. */
  lockedOfActivities(agencyId: AgencyId, activityIds: readonly string[]): Promise<SeatAssignment[]> {
    if (activityIds.length === 0) return Promise.resolve([]);
    return this.#locked({ agencyId, activityId: In([...activityIds]) });
  }

  /**
   * Locks people until the unit of work ends, and answers their seats of some days as they are committed now: of two
   * who give the same hours of somebody away, the second sees what the first did (H22).
   */
  async lockedOfPeople(
    agencyId: AgencyId,
    personIds: readonly string[],
    days: readonly string[],
  ): Promise<SeatAssignment[]> {
    if (personIds.length === 0) return [];
    const people = [...new Set(personIds)].sort();
    const rows = this.database
      .repository(Volunteer)
      .createQueryBuilder('v')
      .select('v.id')
      .where({ agencyId, personId: In(people) })
      .orderBy('v.personId');
    await this.database.forUpdate(rows).getMany();
    return this.#locked({ agencyId, personId: In(people), onDate: In([...new Set(days)]) });
  }

  async add(rows: readonly SeatAssignment[]): Promise<void> {
    for (const part of inParts(rows)) await this.database.repository(SeatAssignment).insert([...part]);
  }

  async change(id: string, change: Partial<SeatAssignment>): Promise<void> {
    await this.database.repository(SeatAssignment).update({ id }, change as never);
  }

  /** Proposals that nobody was told of: they stand in the stored run. */
  async removeProposals(ids: readonly string[]): Promise<void> {
    for (const part of inParts(ids)) {
      await this.database.repository(SeatAssignment).delete({ id: In([...part]), state: 'PROPOSED' });
    }
  }

  /** Published minutes by person, of days from one to another, both counted. */
  async publishedMinutes(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ personId: string; minutes: number | string }>(
      `SELECT s.personId AS personId, SUM(s.endMinute - s.startMinute) AS minutes
       FROM seat_assignment s JOIN activity a ON a.id = s.activityId
       WHERE s.agencyId = ? AND s.onDate >= ? AND s.onDate <= ? AND s.state = 'PUBLISHED' AND a.state <> 'CANCELLED'
       GROUP BY s.personId`,
      [agencyId, from, to],
    );
    return new Map(rows.map(({ personId, minutes }) => [personId, Number(minutes)]));
  }

  async wishes(agencyId: AgencyId): Promise<ReadonlyMap<string, ActivityWishRow>> {
    const rows = await this.database.repository(ActivityWishRow).findBy({ agencyId });
    return new Map(rows.map((row) => [row.personId, row]));
  }

  wishOf(agencyId: AgencyId, personId: PersonId): Promise<ActivityWishRow | null> {
    return this.database.repository(ActivityWishRow).findOneBy({ agencyId, personId });
  }

  async saveWish(row: ActivityWishRow, isNew: boolean): Promise<void> {
    const wishes = this.database.repository(ActivityWishRow);
    if (isNew) await wishes.insert(row);
    else await wishes.update({ id: row.id }, row);
  }

  #plain(where: FindOptionsWhere<SeatAssignment>): Promise<SeatAssignment[]> {
    return this.database.repository(SeatAssignment).find({ where, order: { id: 'ASC' } });
  }

  #locked(where: object): Promise<SeatAssignment[]> {
    const query = this.database.repository(SeatAssignment).createQueryBuilder('s').where(where).orderBy('s.id');
    return this.database.forUpdate(query).getMany();
  }
}
