import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, ChildId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { SponsorshipEnd, SponsorshipState } from '@tongxing/shared/states';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, rowWhereOfChild } from '../platform/database/index.js';
import { Sponsorship } from './sponsorship.entity.js';

export interface SponsorshipView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly donorPersonId: PersonId;
  readonly state: SponsorshipState;
  readonly startsOn: LocalDate | undefined;
  readonly endsOn: LocalDate | undefined;
  readonly endReason: SponsorshipEnd | undefined;
  readonly version: number;
}
export interface NewSponsorship {
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly donorPersonId: PersonId;
  readonly matchedBy: PersonId;
  readonly requestId: string;
}
type Change = Partial<Pick<Sponsorship, 'state' | 'startsOn' | 'endsOn' | 'endReason' | 'openPair'>>;

@Injectable()
export class SponsorshipsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async add(sponsorship: NewSponsorship): Promise<SponsorshipView> {
    const row: Sponsorship = {
      id: this.ids.next(),
      ...sponsorship,
      state: 'WORKER_MATCHED',
      startsOn: null,
      endsOn: null,
      endReason: null,
      openPair: `${sponsorship.childId}:${sponsorship.donorPersonId}`,
      matchedAt: this.clock.nowIso(),
      version: 1,
    };
    await this.#rows().insert(row);
    return toView(row);
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<SponsorshipView | undefined> {
    const row = await this.#rows().findOneBy({ agencyId, requestId });
    return row ? toView(row) : undefined;
  }

  /** Whether these two are matched already, and it has not ended. */
  async isOpen(childId: string, donorPersonId: string): Promise<boolean> {
    return (await this.#rows().countBy({ openPair: `${childId}:${donorPersonId}` })) > 0;
  }

  async ofChild(within: Rows, childId: string): Promise<SponsorshipView[]> {
    const query = this.#rows().createQueryBuilder('s').where(rowWhereOfChild(within));
    const rows = await query.andWhere('s.childId = :childId', { childId }).orderBy('s.id').getMany();
    return rows.map(toView);
  }

  /** Locked until the unit of work ends; undefined for any id that is not among these rows. */
  async lock(within: Rows, id: string): Promise<SponsorshipView | undefined> {
    const query = this.#rows().createQueryBuilder('s').where(rowWhereOfChild(within)).andWhere('s.id = :id', { id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? toView(row) : undefined;
  }

  /** Inside a unit of work, on a row that is locked. */
  async change({ id, version }: SponsorshipView, change: Change): Promise<SponsorshipView> {
    await this.#rows().update({ id, version }, { ...change, version: version + 1 });
    return toView(await this.#rows().findOneByOrFail({ id }));
  }

  /** Those of one donor that have begun, the oldest first. */
  async begunOf(agencyId: AgencyId, donorPersonId: PersonId): Promise<SponsorshipView[]> {
    const where = { agencyId, donorPersonId, startsOn: Not(IsNull()) };
    return (await this.#rows().find({ where, order: { startsOn: 'ASC', id: 'ASC' } })).map(toView);
  }

  /** One that has begun; undefined for every other id. */
  async find(agencyId: string, id: string): Promise<SponsorshipView | undefined> {
    const row = await this.#rows().findOneBy({ agencyId, id, startsOn: Not(IsNull()) });
    return row ? toView(row) : undefined;
  }

  /** Those that have begun beside one child and have not ended. */
  async besideChild(agencyId: AgencyId, childId: string): Promise<SponsorshipView[]> {
    const where = { agencyId, childId, state: In(['ACTIVE', 'PAUSED']), startsOn: Not(IsNull()) };
    return (await this.#rows().find({ where, order: { id: 'ASC' } })).map(toView);
  }

  /** Those of these children beside whom somebody stands now. */
  async sponsored(agencyId: AgencyId, childIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (childIds.length === 0) return new Set();
    const where = { agencyId, childId: In([...childIds]), state: In(['ACTIVE', 'PAUSED']) };
    const rows = await this.#rows().find({ select: { id: true, childId: true }, where });
    return new Set(rows.map(({ childId }) => childId));
  }

  /** People who hold the role of a donor on a day, by id. */
  async donors(agencyId: AgencyId, on: LocalDate): Promise<PersonId[]> {
    const sql = `SELECT DISTINCT personId FROM role_assignment
      WHERE agencyId = ? AND role = 'DONOR' AND startsOn <= ? AND (endsOn IS NULL OR endsOn >= ?)`;
    const rows = await this.database.read<{ personId: PersonId }>(sql, [agencyId, on, on]);
    return rows.map(({ personId }) => personId);
  }

  #rows() {
    return this.database.repository(Sponsorship);
  }
}

const toView = ({
  id,
  agencyId,
  childId,
  donorPersonId,
  state,
  startsOn,
  endsOn,
  endReason,
  version,
}: Sponsorship) => ({
  ...{ id, state, version },
  agencyId: agencyId as AgencyId,
  childId: childId as ChildId,
  donorPersonId: donorPersonId as PersonId,
  startsOn: (startsOn ?? undefined) as LocalDate | undefined,
  endsOn: (endsOn ?? undefined) as LocalDate | undefined,
  endReason: endReason ?? undefined,
});
