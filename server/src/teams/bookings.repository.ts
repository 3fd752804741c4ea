// Offers and bookings, plainly for pages and locked for whoever decides. Offers are locked before bookings, always.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { TAKES_PLACES, type TeamBookingState } from '@tongxing/shared/states';
import { Ids } from '../platform/clock/index.js';
import { Database, placeholders } from '../platform/database/index.js';
import { TeamBooking, TeamBookingStep, TeamOffer } from './team.entities.js';

const LIST_MOST = 500;
const VISITS = ['WITH_CHILDREN'] as const;

/** A group of children in one month: visits by teams are counted by it. */
export interface GroupMonth {
  readonly agencyId: AgencyId;
  readonly childrenGroup: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A booking by which a team meets a group's children on a day. */
export type GroupVisit = Pick<TeamBooking, 'activityId' | 'state' | 'expiresAt'> & {
  readonly childrenGroup: string;
  readonly onDate: string;
};

@Injectable()
export class BookingsRepository {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  offer(agencyId: AgencyId, activityId: string): Promise<TeamOffer | null> {
    return this.database.repository(TeamOffer).findOneBy({ agencyId, activityId });
  }

  offers(agencyId: AgencyId, activityIds: readonly string[]): Promise<TeamOffer[]> {
    return this.database.repository(TeamOffer).findBy({ agencyId, activityId: In([...activityIds]) });
  }

  /** Locks the offer of an activity and those named beside it, in the order of their ids; answers its own. */
  async lockOffers(agencyId: AgencyId, activityId: string, beside: readonly string[]): Promise<TeamOffer | undefined> {
    const query = this.database
      .repository(TeamOffer)
      .createQueryBuilder('o')
      .where('o.agencyId = :agencyId', { agencyId })
      .orderBy('o.id', 'ASC');
    // By the primary key where there are several, so that everybody takes them in the same order.
    if (beside.length === 0) query.andWhere('o.activityId = :activityId', { activityId });
    else query.andWhere('o.id IN (:...ids)', { ids: [...beside].sort() });
    const rows = await this.database.forUpdate(query).getMany();
    return rows.find((row) => row.activityId === activityId);
  }

  /** Ids of the offers of a group's month. */
  async offersOfGroup(group: GroupMonth): Promise<string[]> {
    const rows = await this.#inGroup(
      this.database.repository(TeamOffer).createQueryBuilder('o').select('o.id', 'id'),
      'o',
      group,
    ).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** Bookings by which teams meet a group's children within the month; locked where `locking`. */
  visitsOf(group: GroupMonth, locking: boolean): Promise<TeamBooking[]> {
    const query = this.#inGroup(
      this.database
        .repository(TeamBooking)
        .createQueryBuilder('b')
        .where('b.tasks IN (:...tasks) AND b.state IN (:...states)', { tasks: VISITS, states: [...TAKES_PLACES] }),
      'b',
      group,
    );
    return (locking ? this.database.forUpdate(query) : query).getMany();
  }

  /** The same of several groups and months with one statement; some of other months may be among them. */
  async visitsOfGroups(groups: readonly GroupMonth[]): Promise<GroupVisit[]> {
    const [first] = groups;
    if (!first) return [];
    const names = [...new Set(groups.map(({ childrenGroup }) => childrenGroup))];
    const months = groups.flatMap(({ from, to }) => [from, to]).sort();
    const states = [...TAKES_PLACES];
    return this.database.read<GroupVisit>(
      `SELECT b.activityId AS activityId, b.state AS state, b.expiresAt AS expiresAt,
              a.childrenGroup AS childrenGroup, a.onDate AS onDate
       FROM team_booking b JOIN activity a ON a.id = b.activityId
       WHERE b.agencyId = ? AND b.tasks IN (${placeholders(VISITS)}) AND b.state IN (${placeholders(states)})
         AND a.childrenGroup IN (${placeholders(names)}) AND a.onDate >= ? AND a.onDate <= ?`,
      [first.agencyId, ...VISITS, ...states, ...names, months[0] ?? '', months.at(-1) ?? ''],
    );
  }

  async saveOffer(row: TeamOffer, isNew: boolean): Promise<void> {
    const rows = this.database.repository(TeamOffer);
    await (isNew ? rows.insert(row as never) : rows.update({ id: row.id }, row as never));
  }

  booking(agencyId: AgencyId, id: string): Promise<TeamBooking | null> {
    return this.database.repository(TeamBooking).findOneBy({ agencyId, id });
  }

  /** The latest first. */
  ofTeams(agencyId: AgencyId, teamIds: readonly string[]): Promise<TeamBooking[]> {
    const where = { agencyId, teamId: In([...teamIds]) };
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.repository(TeamBooking).find({ where, order, take: LIST_MOST });
  }

  inStates(agencyId: AgencyId, states: readonly TeamBookingState[]): Promise<TeamBooking[]> {
    const where = { agencyId, state: In([...states]) };
    return this.database
      .repository(TeamBooking)
      .find({ where, order: { createdAt: 'ASC', id: 'ASC' }, take: LIST_MOST });
  }

  countInState(agencyId: AgencyId, state: TeamBookingState): Promise<number> {
    return this.database.repository(TeamBooking).countBy({ agencyId, state });
  }

  /** Whether a team has bookings in one of these states. */
  hasAny(agencyId: AgencyId, teamId: string, states: readonly TeamBookingState[]): Promise<boolean> {
    return this.database.repository(TeamBooking).existsBy({ agencyId, teamId, state: In([...states]) });
  }

  ofActivities(agencyId: AgencyId, activityIds: readonly string[]): Promise<TeamBooking[]> {
    const where = { agencyId, activityId: In([...activityIds]) };
    return this.database.repository(TeamBooking).find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** In the order in which they came, as they are committed now; whoever asks holds the offer. */
  lockBookings(agencyId: AgencyId, activityId: string): Promise<TeamBooking[]> {
    const query = this.database
      .repository(TeamBooking)
      .createQueryBuilder('b')
      .where('b.agencyId = :agencyId AND b.activityId = :activityId', { agencyId, activityId })
      .orderBy('b.createdAt', 'ASC')
      .addOrderBy('b.id', 'ASC');
    return this.database.forUpdate(query).getMany();
  }

  async add(row: TeamBooking, at: string): Promise<void> {
    await this.database.repository(TeamBooking).insert(row as never);
    await this.step(row, at, row.requestedBy);
  }

  async change(before: TeamBooking, change: Partial<TeamBooking>, at: string, by: string | null): Promise<TeamBooking> {
    const version = before.version + 1;
    await this.database.repository(TeamBooking).update({ id: before.id }, { ...change, version } as never);
    const after = { ...before, ...change, version };
    await this.step(after, at, by);
    return after;
  }

  async step({ agencyId, id: bookingId, state, people }: TeamBooking, at: string, doneBy: string | null) {
    const id: string = this.ids.next<never>();
    const row = { id, agencyId, bookingId, at, doneBy, state, people };
    await this.database.repository(TeamBookingStep).insert(row);
  }

  steps(agencyId: AgencyId, bookingIds: readonly string[]): Promise<TeamBookingStep[]> {
    const where = { agencyId, bookingId: In([...bookingIds]) };
    return this.database.repository(TeamBookingStep).find({ where, order: { at: 'ASC', id: 'ASC' } });
  }

  #inGroup<
    Query extends {
      innerJoin(table: string, name: string, on: string): Query;
      andWhere: (...given: [string, object]) => Query;
    },
  >(query: Query, row: string, { agencyId, childrenGroup, from, to }: GroupMonth): Query {
    return query
      .innerJoin('activity', 'a', `a.id = ${row}.activityId`)
      .andWhere('a.agencyId = :agencyId AND a.childrenGroup = :childrenGroup', { agencyId, childrenGroup })
      .andWhere('a.onDate BETWEEN :from AND :to', { from, to });
  }
}
