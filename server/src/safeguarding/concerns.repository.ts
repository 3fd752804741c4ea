// Concerns are added, seen and read. There is no way to take one out again: not here, and nowhere else (H9).
import { Injectable } from '@nestjs/common';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import type { AgencyId, ChildId, ConcernId, PersonId } from '@tongxing/shared/kernel';
import { OPEN_CONCERN_STATES, type ConcernState } from '@tongxing/shared/states';
import { ChildrenRepository } from '../children/index.js';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, rowWhereOfChild } from '../platform/database/index.js';
import { Concern } from './concern.entity.js';
import type { RaisedByKind } from './concern-words.js';
import { ConcernTiesRepository } from './ties/concern-ties.repository.js';

export interface NewConcern {
  readonly agencyId: AgencyId;
  /** Undefined where whoever says it cannot say which child. */
  readonly childId: ChildId | undefined;
  readonly companionshipId: string | undefined;
  readonly workerId: PersonId | undefined;
  readonly raisedBy: PersonId | undefined;
  readonly raisedByKind: RaisedByKind;
  readonly text: string;
  readonly dueAt: string;
  readonly requestId: string;
}
export interface ConcernView extends NewConcern {
  readonly id: ConcernId;
  /** The child that whoever raised it named; `childId` may also be one to whom it was linked later. */
  readonly raisedChildId: ChildId | undefined;
  readonly raisedAt: string;
  readonly state: ConcernState;
  readonly seenBy: PersonId | undefined;
  readonly seenAt: string | undefined;
  readonly reportedAt: string | undefined;
  readonly closedAt: string | undefined;
}
/** Rows of the agency, who asks, and where somebody is not told of all of them, whose: beside whom they stand, what they raised. */
export interface ConcernReach {
  readonly rows: Rows;
  /** Never finds what is about them. */
  readonly self: PersonId;
  readonly onlyOf: PersonId | undefined;
  /** Whoever leads: what is about all of them is everybody else's of the team. */
  readonly leads: readonly PersonId[];
}

const BESIDE = `(c.workerId = :me OR c.raisedBy = :me OR c.seenBy = :me OR c.childId IN
  (SELECT heldChildId FROM companionship pair WHERE pair.agencyId = c.agencyId AND pair.workerId = :me
    AND pair.heldChildId IS NOT NULL) OR c.id IN
  (SELECT link.concernId FROM concern_link link JOIN companionship pair ON pair.heldChildId = link.childId
    WHERE link.agencyId = c.agencyId AND link.endedAt IS NULL AND pair.workerId = :me) OR c.id IN (SELECT concernId FROM concern_step step
    WHERE step.agencyId = c.agencyId AND (step.byId = :me OR step.assigneeId = :me)))`;
const ABOUT = 'FROM concern_about about WHERE about.concernId = c.id AND about.personId';
const NOT_ABOUT_SELF = `NOT EXISTS (SELECT 1 ${ABOUT} = :self)`;
const ABOUT_ALL_LEADS = `(SELECT COUNT(*) ${ABOUT} IN (:...leads)) = :leadCount`;
/** What was linked to a child stands where that child does. */
const LINKED_WITHIN = `(c.childId IS NOT NULL OR NOT EXISTS (SELECT 1 FROM concern_link link WHERE link.concernId = c.id
  AND link.endedAt IS NULL AND link.childId NOT IN (SELECT id FROM child WHERE agencyId = :linkAgency
    AND (officeId IS NULL OR officeId IN (:...linkOffices)))))`;

@Injectable()
export class ConcernsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly children: ChildrenRepository,
    private readonly ties: ConcernTiesRepository,
  ) {}

  /** Inside a unit of work. */
  async add(concern: NewConcern): Promise<ConcernView> {
    const { text, agencyId, childId, companionshipId, workerId, raisedBy, ...rest } = concern;
    const id = this.ids.next<ConcernId>();
    const raisedAt = this.clock.nowIso();
    const subject = await this.subjectOf({ agencyId, raisedChildId: childId });
    await this.database.repository(Concern).insert({
      ...{ id, agencyId, raisedAt, ...rest },
      childId: childId ?? null,
      companionshipId: companionshipId ?? null,
      workerId: workerId ?? null,
      raisedBy: raisedBy ?? null,
      textSealed: this.cipher.sealFor(subject, text, place(id)),
      ...{ state: 'RECEIVED', seenBy: null, seenAt: null, reportedAt: null, closedAt: null },
    });
    const nothingYet = { seenBy: undefined, seenAt: undefined, reportedAt: undefined, closedAt: undefined };
    return { ...concern, id, raisedAt, raisedChildId: childId, state: 'RECEIVED', ...nothingYet };
  }

  /** Whose data key seals what is written about it, ready for use: the child's, or the agency's where no child is named. */
  async subjectOf({ agencyId, raisedChildId }: Pick<ConcernView, 'agencyId' | 'raisedChildId'>): Promise<string> {
    const subject = raisedChildId ? await this.children.personOf(agencyId, raisedChildId) : agencyId;
    await this.cipher.ensureKeys(agencyId, [subject]);
    return subject;
  }

  /** The first who saw it stays; inside a unit of work. False where somebody had seen it. */
  async markSeen({ id }: ConcernView, seenBy: PersonId): Promise<boolean> {
    const seen = { state: 'SEEN' as const, seenBy, seenAt: this.clock.nowIso() };
    const changed = await this.database.repository(Concern).update({ id, state: 'RECEIVED' }, seen);
    return changed.affected === 1;
  }

  /** Locked, inside a unit of work. */
  async lock(reach: ConcernReach, id: string): Promise<ConcernView | undefined> {
    const row = await this.database.forUpdate(this.#within(reach).andWhere('c.id = :id', { id })).getOne();
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  /** How far it has come; inside the unit of work that locked it. */
  async move(
    { id, state }: Pick<ConcernView, 'id' | 'state'>,
    change: Partial<Pick<Concern, 'state' | 'seenBy' | 'seenAt' | 'reportedAt' | 'closedAt'>>,
  ): Promise<void> {
    const { affected } = await this.database.repository(Concern).update({ id, state }, change);
    if (affected !== 1) throw new Error('BUG: a locked concern was changed by somebody else');
  }

  /** What nobody has seen first, then what is open, the newest first; what is closed comes last. */
  async page(
    reach: ConcernReach,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ concerns: ConcernView[]; total: number }> {
    const query = this.#within(reach);
    const total = await query.getCount();
    const rows = await query
      .orderBy("CASE c.state WHEN 'RECEIVED' THEN 0 WHEN 'CLOSED' THEN 2 ELSE 1 END", 'ASC')
      .addOrderBy('c.raisedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .offset(offset)
      .limit(limit)
      .getMany();
    return { concerns: await this.#openAll(rows), total };
  }

  countOpen(reach: ConcernReach): Promise<number> {
    return this.#within(reach).andWhere('c.state IN (:...open)', { open: OPEN_CONCERN_STATES }).getCount();
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

  #within({ rows, self, onlyOf, leads }: ConcernReach): SelectQueryBuilder<Concern> {
    const where = rowWhereOfChild(rows);
    // What names no child belongs to no office, so to those in charge of every one.
    const someChild = rows.offices === 'ALL' || rows.offices.length === 0;
    const query = this.database
      .repository(Concern)
      .createQueryBuilder('c')
      .where(someChild ? where : [where, { agencyId: rows.agencyId, childId: IsNull() }]);
    query.andWhere(NOT_ABOUT_SELF, { self });
    const { offices } = rows;
    if (!someChild) query.andWhere(LINKED_WITHIN, { linkAgency: rows.agencyId, linkOffices: [...offices] });
    if (!onlyOf) return query;
    const everybodys = leads.length > 0 ? ` OR ${ABOUT_ALL_LEADS}` : '';
    return query.andWhere(`(${BESIDE}${everybodys})`, { me: onlyOf, leads: [...leads], leadCount: leads.length });
  }

  async #openAll(rows: readonly Concern[]): Promise<ConcernView[]> {
    await this.cipher.loadKeys(rows.map(({ textSealed }) => textSealed));
    const unnamed = rows.filter(({ childId }) => childId === null);
    const linked = await this.ties.childrenOf(
      rows[0]?.agencyId as AgencyId,
      unnamed.map(({ id }) => id),
    );
    return rows.map((row) => {
      const { textSealed, childId, companionshipId, workerId, raisedBy, seenBy, seenAt, ...rest } = row;
      const { reportedAt, closedAt } = row;
      return {
        ...rest,
        id: row.id as ConcernId,
        agencyId: row.agencyId as AgencyId,
        raisedChildId: (childId ?? undefined) as ChildId | undefined,
        childId: (childId ?? linked.get(row.id)) as ChildId | undefined,
        companionshipId: companionshipId ?? undefined,
        workerId: (workerId ?? undefined) as PersonId | undefined,
        raisedBy: (raisedBy ?? undefined) as PersonId | undefined,
        seenBy: (seenBy ?? undefined) as PersonId | undefined,
        seenAt: seenAt ?? undefined,
        reportedAt: reportedAt ?? undefined,
        closedAt: closedAt ?? undefined,
        text: this.cipher.open(textSealed, place(row.id)),
      };
    });
  }
}

const place = (id: string) => `concern.text.${id}`;
