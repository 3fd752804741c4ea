// Concerns are added, seen and read. There is no way to take one out again: not here, and nowhere else (H9).
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { AgencyId, ChildId, ConcernId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, rowWhereOfChild } from '../platform/database/index.js';
import { Concern } from './concern.entity.js';
import type { ConcernState, RaisedByKind } from './concern-words.js';

export interface NewConcern {
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly companionshipId: string | undefined;
  readonly workerId: PersonId | undefined;
  readonly raisedBy: PersonId | undefined;
  readonly raisedByKind: RaisedByKind;
  readonly text: string;
  readonly dueAt: string;
  readonly requestId: string;
}
export interface ConcernView extends Omit<NewConcern, 'childId'> {
  readonly id: ConcernId;
  readonly childId: ChildId | undefined;
  readonly raisedAt: string;
  readonly state: ConcernState;
  readonly seenBy: PersonId | undefined;
  readonly seenAt: string | undefined;
}
/** Rows of the agency, and where somebody is not told of all of them, whose: beside whom they stand, what they raised. */
export interface ConcernReach {
  readonly rows: Rows;
  readonly onlyOf: PersonId | undefined;
}

const BESIDE = `(c.workerId = :me OR c.raisedBy = :me OR c.childId IN
  (SELECT heldChildId FROM companionship pair WHERE pair.agencyId = c.agencyId AND pair.workerId = :me
    AND pair.heldChildId IS NOT NULL))`;

@Injectable()
export class ConcernsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly children: ChildrenRepository,
  ) {}

  /** Inside a unit of work. */
  async add(concern: NewConcern): Promise<ConcernView> {
    const { text, agencyId, childId, companionshipId, workerId, raisedBy, ...rest } = concern;
    const id = this.ids.next<ConcernId>();
    const raisedAt = this.clock.nowIso();
    const subject = await this.children.personOf(agencyId, childId);
    await this.cipher.ensureKeys(agencyId, [subject]);
    await this.database.repository(Concern).insert({
      ...{ id, agencyId, childId, raisedAt, ...rest },
      companionshipId: companionshipId ?? null,
      workerId: workerId ?? null,
      raisedBy: raisedBy ?? null,
      textSealed: this.cipher.sealFor(subject, text, place(id)),
      ...{ state: 'RECEIVED', seenBy: null, seenAt: null },
    });
    return { ...concern, id, raisedAt, state: 'RECEIVED', seenBy: undefined, seenAt: undefined };
  }

  /** The first who saw it stays; inside a unit of work. False where somebody had seen it. */
  async markSeen({ id }: ConcernView, seenBy: PersonId): Promise<boolean> {
    const seen = { state: 'SEEN' as const, seenBy, seenAt: this.clock.nowIso() };
    const changed = await this.database.repository(Concern).update({ id, state: 'RECEIVED' }, seen);
    return changed.affected === 1;
  }

  /** What nobody has seen first, then by the clock to the authority. */
  async page(
    reach: ConcernReach,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ concerns: ConcernView[]; total: number }> {
    const query = this.#within(reach);
    const total = await query.getCount();
    const rows = await query
      .orderBy('c.state', 'ASC')
      .addOrderBy('c.raisedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .offset(offset)
      .limit(limit)
      .getMany();
    return { concerns: await this.#openAll(rows), total };
  }

  count(reach: ConcernReach): Promise<number> {
    return this.#within(reach).getCount();
  }

  async find(reach: ConcernReach, id: string): Promise<ConcernView | undefined> {
    const row = await this.#within(reach).andWhere('c.id = :id', { id }).getOne();
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<ConcernView | undefined> {
    const row = await this.database.repository(Concern).findOneBy({ agencyId, requestId });
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  /** What somebody raised themselves, the newest first; nothing of it is opened. */
  raisedBy(agencyId: AgencyId, raisedBy: PersonId): Promise<Concern[]> {
    return this.database.repository(Concern).find({ where: { agencyId, raisedBy }, order: { raisedAt: 'DESC' } });
  }

  #within({ rows, onlyOf }: ConcernReach): SelectQueryBuilder<Concern> {
    const query = this.database
      .repository(Concern)
      .createQueryBuilder('c')
      .where({ ...rowWhereOfChild(rows) });
    return onlyOf ? query.andWhere(BESIDE, { me: onlyOf }) : query;
  }

  async #openAll(rows: readonly Concern[]): Promise<ConcernView[]> {
    await this.cipher.loadKeys(rows.map(({ textSealed }) => textSealed));
    return rows.map((row) => {
      const { textSealed, childId, companionshipId, workerId, raisedBy, seenBy, seenAt, ...rest } = row;
      return {
        ...rest,
        id: row.id as ConcernId,
        agencyId: row.agencyId as AgencyId,
        childId: (childId ?? undefined) as ChildId | undefined,
        companionshipId: companionshipId ?? undefined,
        workerId: (workerId ?? undefined) as PersonId | undefined,
        raisedBy: (raisedBy ?? undefined) as PersonId | undefined,
        seenBy: (seenBy ?? undefined) as PersonId | undefined,
        seenAt: seenAt ?? undefined,
        text: this.cipher.open(textSealed, place(row.id)),
      };
    });
  }
}

const place = (id: string) => `concern.text.${id}`;
