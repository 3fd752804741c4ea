import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  COUNTED_UP_TO,
  err,
  ok,
  type AgencyId,
  type ChildId,
  type CompanionshipId,
  type LocalDate,
  type PersonId,
  type Result,
  type VolunteerId,
} from '@tongxing/shared/kernel';
import { COMPANIONSHIP_MACHINE, mayMove, type CompanionshipState } from '@tongxing/shared/states';
import { ChildrenRepository } from '../../children/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { rowsKey, type Rows } from '../../platform/access/index.js';
import {
  CountedOnce,
  Database,
  placeholders,
  readRows,
  rowConditionOfChild,
  rowWhereOfChild,
} from '../../platform/database/index.js';
import type { TransitionError } from '../../platform/graphql/index.js';
import type { ClearedToBegin } from './cleared-to-begin.js';
import { Companionship } from './companionship.entity.js';
import type { CompanionshipView, PairListener, Plan, StepChange, StepError } from './companionship-view.js';
import { coverOf, placesOf } from './covers/cover-columns.js';
import { conditionOf, whereOf, type PairFilter } from './pair-filter.js';

export type * from './companionship-view.js';

@Injectable()
export class CompanionshipsRepository {
  readonly #listeners: PairListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly children: ChildrenRepository,
    private readonly once: CountedOnce,
  ) {}

  /** Called while the application starts. */
  onMoved(listener: PairListener): void {
    this.#listeners.push(listener);
  }

  /** A page, the newest first, and how many there are, counted no further than `COUNTED_UP_TO` and one. */
  async page(
    within: Rows,
    filter: PairFilter,
    bounds: { offset: number; limit: number },
  ): Promise<{ companionships: CompanionshipView[]; total: number }> {
    const { sql, parameters } = conditionOf(within, filter);
    const tail = `WHERE ${sql} ORDER BY acceptedAt DESC, id DESC LIMIT ? OFFSET ?`;
    const rows = await readRows(this.database, Companionship, tail, [...parameters, bounds.limit, bounds.offset]);
    const { state, contactDueBefore, toTell, uncovered } = filter;
    const count = () => this.#countUpTo(within, filter, COUNTED_UP_TO + 1);
    const key = `pairs ${state ?? ''} ${contactDueBefore ?? ''} ${rowsKey(within)}`;
    // What hangs on other rows is not counted once, and is seldom more than one page.
    const total = toTell || uncovered ? await count() : await this.once.of(within.agencyId, key, count);
    return { companionships: await this.#openAll(rows), total };
  }

  /** Ids of pairs, the newest first, nothing opened; at most so many. */
  async ids(within: Rows, filter: PairFilter, limit: number): Promise<string[]> {
    const rows = await this.database.repository(Companionship).find({
      select: { id: true, acceptedAt: true },
      where: { ...rowWhereOfChild(within), ...whereOf(filter) },
      order: { acceptedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** These pairs in this order; ids of rows that are not within are simply absent. */
  async byIds(within: Rows, ids: readonly string[]): Promise<CompanionshipView[]> {
    if (ids.length === 0) return [];
    const { sql, parameters } = rowConditionOfChild(within);
    const tail = `WHERE +${sql} AND id IN (${placeholders(ids)})`;
    const rows = await readRows(this.database, Companionship, tail, [...parameters, ...ids]);
    const found = await this.#openAll(rows);
    const byId = new Map<string, CompanionshipView>(found.map((pair) => [pair.id, pair]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** One pair among these rows; undefined for any other id. */
  async find(within: Rows, id: string): Promise<CompanionshipView | undefined> {
    const row = await this.database.repository(Companionship).findOneBy({ ...rowWhereOfChild(within), id });
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  ofVolunteers(within: Rows, ids: readonly string[]): Promise<CompanionshipView[]> {
    return this.#where(within, 'volunteerId', ids);
  }

  /** The pairs of these proposals, not those in which the child went on with somebody else. */
  async ofProposals(within: Rows, ids: readonly string[]): Promise<CompanionshipView[]> {
    const pairs = await this.#where(within, 'proposalId', ids);
    const handedOn = new Set(pairs.flatMap((pair) => (pair.handedOnFromId ? [pair.id] : [])));
    return pairs.filter(
      (pair) => !pair.cover && !handedOn.has(pair.id) && !(pair.restartOfId && handedOn.has(pair.restartOfId)),
    );
  }

  /** The pair as which these two began anew after this one; undefined where they did not. */
  async restartOf({ agencyId, id }: CompanionshipView): Promise<CompanionshipView | undefined> {
    const row = await this.database.repository(Companionship).findOneBy({ agencyId, restartOfId: id });
    return row ? this.#openOne(row) : undefined;
  }

  /** The pairs that others went on from, by the id of the earlier one. */
  async handedOnTo(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, CompanionshipView>> {
    const pairs = await this.#where(within, 'handedOnFromId', ids);
    return new Map(pairs.flatMap((pair) => (pair.handedOnFromId ? [[pair.handedOnFromId, pair] as const] : [])));
  }

  /** The pair that the child goes on in after this one: the same two anew, or with another companion. */
  async successorOf({ agencyId, id }: CompanionshipView): Promise<CompanionshipView | undefined> {
    const row = await this.database.repository(Companionship).findOneBy([
      { agencyId, restartOfId: id },
      { agencyId, handedOnFromId: id },
    ]);
    return row ? this.#openOne(row) : undefined;
  }

  /** Who stands in now, by the pair whose companion is away. */
  async standingIn(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, CompanionshipView>> {
    const pairs = await this.#where(within, 'standsInForId', ids);
    return new Map(pairs.flatMap((pair) => (pair.cover ? [[pair.cover.of, pair] as const] : [])));
  }

  /** Pairs that hold these children's places. */
  holding(within: Rows, childIds: readonly string[]): Promise<CompanionshipView[]> {
    return this.#where(within, 'heldChildId', childIds);
  }

  /**
   * The pairs in which a companion may read of a child, by child: from the family's yes until it is over. Two of one
   * child where somebody stands in.
   */
  async readingOf(
    agencyId: AgencyId,
    childIds?: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CompanionshipId[]>> {
    if (childIds?.length === 0) return new Map();
    const state = In<CompanionshipState>(['FAMILY_CONSENTED', 'ACTIVE', 'PAUSED']);
    const of = childIds ? { childId: In([...childIds]) } : {};
    const rows = await this.database
      .repository(Companionship)
      .find({ select: { id: true, childId: true }, where: { agencyId, state, ...of }, order: { id: 'ASC' } });
    const reading = new Map<string, CompanionshipId[]>();
    for (const { id, childId } of rows) {
      reading.set(childId, [...(reading.get(childId) ?? []), id as CompanionshipId]);
    }
    return reading;
  }

  async countByState(within: Rows): Promise<ReadonlyMap<CompanionshipState, number>> {
    const rows: { state: CompanionshipState; count: string | number }[] = await this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .select('c.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .where(rowWhereOfChild(within))
      .groupBy('c.state')
      .getRawMany();
    return new Map(rows.map((row) => [row.state, Number(row.count)]));
  }

  /** How many pairs a filter finds. */
  count(within: Rows, filter: PairFilter): Promise<number> {
    return this.database.repository(Companionship).countBy({ ...rowWhereOfChild(within), ...whereOf(filter) });
  }

  /** Sets the day of the next contact of a locked pair, which changes nothing else of it. */
  async planContact({ id }: CompanionshipView, nextContactOn: LocalDate): Promise<void> {
    await this.database.repository(Companionship).update({ id }, { nextContactOn });
  }

  /** Locks one companionship for a step; inside a unit of work. Any `version` passes where none is given. */
  async lock(within: Rows, id: string, version?: number): Promise<Result<CompanionshipView, StepError>> {
    const query = this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .where({ ...rowWhereOfChild(within), id });
    const row = await this.database.forUpdate(query).getOne();
    if (!row) return err({ code: 'NOT_FOUND' });
    if (version !== undefined && row.version !== version) {
      return err({ code: 'STALE_VERSION', currentVersion: row.version });
    }
    return ok(await this.#openOne(row));
  }

  /** Moves a locked companionship along SM13; writes nothing where the machine does not lead there. */
  async step(
    from: CompanionshipView,
    to: Exclude<CompanionshipState, 'ACTIVE'>,
    change: StepChange,
  ): Promise<Result<CompanionshipView, TransitionError>> {
    return this.#move(from, to, change);
  }

  /** The one way to Active, for whoever has the gate's word that nothing stands in the way (H26). */
  begin(
    { pair }: ClearedToBegin,
    change: Required<Pick<StepChange, 'startsOn' | 'nextContactOn'>>,
  ): Promise<Result<CompanionshipView, TransitionError>> {
    return this.#move(pair, 'ACTIVE', change);
  }

  /** Columns of a locked pair that change without a step. */
  async note(pair: CompanionshipView, change: StepChange): Promise<CompanionshipView> {
    const noted = await this.#move(pair, pair.state, change);
    if (!noted.ok) throw new Error('BUG: a pair could not stay where it is');
    return noted.value;
  }

  async #move(
    from: CompanionshipView,
    to: CompanionshipState,
    change: StepChange,
  ): Promise<Result<CompanionshipView, TransitionError>> {
    if (from.state !== to && !mayMove(COMPANIONSHIP_MACHINE, from.state, to)) {
      return err({ code: 'TRANSITION_REFUSED', from: from.state, to });
    }
    const { reason, plan, ...columns } = change;
    const seal = await this.#sealFor(from, reason ?? plan);
    await this.database.repository(Companionship).update(
      { id: from.id, version: from.version },
      {
        ...(to === 'PAUSED' ? {} : { absentOn: null }),
        ...columns,
        ...placesOf(from, to),
        state: to,
        version: from.version + 1,
        ...(reason === undefined ? {} : { reasonSealed: seal(reason, 'reason') }),
        ...(plan === undefined ? {} : { planSealed: seal(JSON.stringify(plan), 'plan') }),
      },
    );
    const row = await this.database.repository(Companionship).findOneByOrFail({ id: from.id });
    const moved = await this.#openOne(row);
    for (const listener of this.#listeners) await listener(from, moved);
    return ok(moved);
  }

  async #countUpTo(within: Rows, filter: PairFilter, most: number): Promise<number> {
    const { sql, parameters } = conditionOf(within, filter);
    const statement = `SELECT COUNT(*) AS found FROM (SELECT 1 AS one FROM companionship WHERE ${sql} LIMIT ?) AS counted`;
    const [row] = await this.database.read<{ found: number | string }>(statement, [...parameters, most]);
    return Number(row?.found ?? 0);
  }

  async #where(
    within: Rows,
    column: 'volunteerId' | 'proposalId' | 'heldChildId' | 'handedOnFromId' | 'standsInForId',
    ids: readonly string[],
  ) {
    if (ids.length === 0) return [];
    const { sql, parameters } = rowConditionOfChild(within);
    const tail = `WHERE ${sql} AND ${column} IN (${placeholders(ids)}) ORDER BY acceptedAt DESC, id DESC`;
    return this.#openAll(await readRows(this.database, Companionship, tail, [...parameters, ...ids]));
  }

  /** What is written of a pair tells of the child, so it is the child's. Nothing is looked up where nothing is sealed. */
  async #sealFor(pair: CompanionshipView, text: unknown): Promise<(plain: string, column: string) => string> {
    if (text === undefined) return () => '';
    const subject = await this.children.personOf(pair.agencyId, pair.childId);
    await this.cipher.ensureKeys(pair.agencyId, [subject]);
    return (plain, column) => this.cipher.sealFor(subject, plain, place(column, pair.id));
  }

  async #openAll(rows: readonly Companionship[]): Promise<CompanionshipView[]> {
    await this.cipher.loadKeys(rows.flatMap((row) => [row.planSealed, row.reasonSealed]));
    return rows.map((row) => this.#open(row));
  }

  async #openOne(row: Companionship): Promise<CompanionshipView> {
    await this.cipher.loadKeys([row.planSealed, row.reasonSealed]);
    return this.#open(row);
  }

  #open(row: Companionship): CompanionshipView {
    const open = (sealed: string | null, column: string) =>
      sealed === null || this.cipher.isErased(sealed) ? undefined : this.cipher.open(sealed, place(column, row.id));
    const plan = open(row.planSealed, 'plan');
    const day = (text: string | null) => (text ?? undefined) as LocalDate | undefined;
    return {
      id: row.id as CompanionshipId,
      agencyId: row.agencyId as AgencyId,
      proposalId: row.proposalId,
      volunteerId: row.volunteerId as VolunteerId,
      childId: row.childId as ChildId,
      workerId: row.workerId as PersonId,
      state: row.state,
      version: row.version,
      conductAcceptedOn: day(row.conductAcceptedOn),
      startsOn: day(row.startsOn),
      endedOn: day(row.endedOn),
      endCause: row.endCause ?? undefined,
      restartOfId: (row.restartOfId ?? undefined) as CompanionshipId | undefined,
      handedOnFromId: (row.handedOnFromId ?? undefined) as CompanionshipId | undefined,
      cover: coverOf(row),
      absentOn: day(row.absentOn),
      nextContactOn: day(row.nextContactOn),
      familyStoppedAt: row.familyStoppedAt ?? undefined,
      reason: open(row.reasonSealed, 'reason'),
      plan: plan
        ? {
            ...(JSON.parse(plan) as Plan),
            approvedBy: row.planApprovedBy as PersonId,
            approvedOn: row.planApprovedOn as LocalDate,
          }
        : undefined,
      commonTimes: row.commonTimes,
    };
  }
}

const place = (column: string, id: string) => `companionship.${column}.${id}`;
