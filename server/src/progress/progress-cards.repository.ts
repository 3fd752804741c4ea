import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, ChildId, PersonId } from '@tongxing/shared/kernel';
import type { ProgressCardState } from '@tongxing/shared/states';
import { ChildrenRepository } from '../children/index.js';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, rowWhereOfChild } from '../platform/database/index.js';
import { ProgressCard } from './progress-card.entity.js';

export interface CardWords {
  readonly title: string;
  readonly text: string;
}
/** A card as the case team reads it. */
export interface ProgressCardView extends CardWords {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly state: ProgressCardState;
  readonly note: string | undefined;
  readonly writtenBy: PersonId;
  readonly changedBy: PersonId;
  readonly changedAt: string;
  readonly submittedAt: string | undefined;
  readonly reviewedBy: PersonId | undefined;
  readonly releasedBy: PersonId | undefined;
  readonly releasedAt: string | undefined;
  readonly withdrawnAt: string | undefined;
  readonly frozenBy: PersonId | undefined;
  readonly freezeReason: string | undefined;
  readonly clearedBy: PersonId | undefined;
  readonly version: number;
}
/** All that leaves of a card. */
export interface ReleasedCardView extends CardWords {
  readonly id: string;
  readonly childId: ChildId;
  readonly releasedAt: string;
}
export interface CardFilter {
  readonly childId?: string | undefined;
  readonly state?: ProgressCardState | undefined;
  /** Only those that wait for a second reader. */
  readonly waiting?: boolean | undefined;
}
/** What a step writes; sealed texts come as plain ones. */
export interface CardChange extends Partial<
  Pick<
    ProgressCard,
    | 'state'
    | 'changedBy'
    | 'changedAt'
    | 'submittedAt'
    | 'reviewedBy'
    | 'reviewedAt'
    | 'releasedBy'
    | 'releasedAt'
    | 'withdrawnBy'
    | 'withdrawnAt'
    | 'frozenBy'
    | 'frozenAt'
    | 'clearedBy'
  >
> {
  readonly words?: CardWords;
  readonly note?: string | null;
  readonly freezeReason?: string | null;
}

@Injectable()
export class ProgressCardsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly children: ChildrenRepository,
  ) {}

  /** Inside a unit of work. */
  async add(card: {
    readonly agencyId: AgencyId;
    readonly childId: ChildId;
    readonly words: CardWords;
    readonly writtenBy: PersonId;
    readonly requestId: string;
  }): Promise<string> {
    const { agencyId, childId, words, writtenBy, requestId } = card;
    const id = this.ids.next();
    const subject = await this.children.personOf(agencyId, childId);
    await this.cipher.ensureKeys(agencyId, [subject]);
    await this.#rows().insert({
      ...{ id, agencyId, childId, requestId, writtenBy, state: 'DRAFT', version: 1 },
      ...{ changedBy: writtenBy, changedAt: this.clock.nowIso() },
      titleSealed: this.cipher.sealFor(subject, words.title, place('title', id)),
      textSealed: this.cipher.sealFor(subject, words.text, place('text', id)),
    });
    return id;
  }

  /** Inside a unit of work, on a row that is locked. */
  async change({ id, agencyId, childId, version }: ProgressCardView, change: CardChange): Promise<void> {
    const { words, note, freezeReason, ...plain } = change;
    const subject = await this.children.personOf(agencyId, childId);
    const seal = (column: string, text: string | null) =>
      text === null ? null : this.cipher.sealFor(subject, text, place(column, id));
    const sealed = {
      ...(words && {
        titleSealed: this.cipher.sealFor(subject, words.title, place('title', id)),
        textSealed: this.cipher.sealFor(subject, words.text, place('text', id)),
      }),
      ...(note !== undefined && { noteSealed: seal('note', note) }),
      ...(freezeReason !== undefined && { freezeReasonSealed: seal('freezeReason', freezeReason) }),
    };
    await this.#rows().update({ id, version }, { ...plain, ...sealed, version: version + 1 });
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<ProgressCardView | undefined> {
    const row = await this.#rows().findOneBy({ agencyId, requestId });
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  async find(within: Rows, id: string): Promise<ProgressCardView | undefined> {
    const row = await this.#rows().findOneBy({ ...rowWhereOfChild(within), id });
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  /** Locked until the unit of work ends; undefined for any id that is not among these rows. */
  async lock(within: Rows, id: string): Promise<ProgressCardView | undefined> {
    const query = this.#rows().createQueryBuilder('p').where(rowWhereOfChild(within)).andWhere('p.id = :id', { id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  /** Those about one child that are neither withdrawn nor under a flag. */
  countOpen(agencyId: AgencyId, childId: ChildId): Promise<number> {
    return this.#rows().countBy({ agencyId, childId, state: Not('WITHDRAWN'), frozenAt: IsNull() });
  }

  /** The same, locked until the unit of work ends. */
  async lockOpen(agencyId: AgencyId, childId: ChildId): Promise<ProgressCardView[]> {
    const query = this.#rows()
      .createQueryBuilder('p')
      .where({ agencyId, childId, state: Not('WITHDRAWN'), frozenAt: IsNull() })
      .orderBy('p.id');
    return this.#openAll(await this.database.forUpdate(query).getMany());
  }

  /** The newest change first. */
  async page(
    within: Rows,
    { childId, state, waiting }: CardFilter,
    bounds: { offset: number; limit: number },
  ): Promise<{ cards: ProgressCardView[]; total: number }> {
    const query = this.#rows().createQueryBuilder('p').where(rowWhereOfChild(within));
    if (childId !== undefined) query.andWhere('p.childId = :childId', { childId });
    if (state) query.andWhere('p.state = :state', { state });
    if (waiting) query.andWhere({ submittedAt: Not(IsNull()), state: In(['DRAFT', 'REVIEWED']) });
    const total = await query.getCount();
    const rows = await query
      .orderBy('p.changedAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .offset(bounds.offset)
      .limit(bounds.limit)
      .getMany();
    return { cards: await this.#openAll(rows), total };
  }

  /** What was released of these children and stands, the newest first; nothing under a flag. */
  async released(agencyId: AgencyId, childIds: readonly string[]): Promise<ReleasedCardView[]> {
    if (childIds.length === 0) return [];
    const rows = await this.#rows().find({
      where: { agencyId, childId: In([...childIds]), state: 'RELEASED', frozenAt: IsNull() },
      order: { releasedAt: 'DESC', id: 'DESC' },
    });
    const open = rows.filter(({ textSealed }) => !this.cipher.isErased(textSealed));
    return (await this.#openAll(open)).map(({ id, childId, title, text, releasedAt = '' }) => ({
      ...{ id, childId, title, text, releasedAt },
    }));
  }

  async #openAll(rows: readonly ProgressCard[]): Promise<ProgressCardView[]> {
    await this.cipher.loadKeys(rows.map(({ textSealed }) => textSealed));
    return rows.map((row) => this.#open(row));
  }

  #open(row: ProgressCard): ProgressCardView {
    const open = (column: string, sealed: string) =>
      this.cipher.isErased(sealed) ? '' : this.cipher.open(sealed, place(column, row.id));
    const person = (id: string | null) => (id ?? undefined) as PersonId | undefined;
    return {
      ...{ id: row.id, state: row.state, version: row.version, changedAt: row.changedAt },
      agencyId: row.agencyId as AgencyId,
      childId: row.childId as ChildId,
      title: open('title', row.titleSealed),
      text: open('text', row.textSealed),
      note: row.noteSealed === null ? undefined : open('note', row.noteSealed),
      writtenBy: row.writtenBy as PersonId,
      changedBy: row.changedBy as PersonId,
      submittedAt: row.submittedAt ?? undefined,
      reviewedBy: person(row.reviewedBy),
      releasedBy: person(row.releasedBy),
      releasedAt: row.releasedAt ?? undefined,
      withdrawnAt: row.withdrawnAt ?? undefined,
      frozenBy: person(row.frozenBy),
      freezeReason: row.freezeReasonSealed === null ? undefined : open('freezeReason', row.freezeReasonSealed),
      clearedBy: person(row.clearedBy),
    };
  }

  #rows() {
    return this.database.repository(ProgressCard);
  }
}

const place = (column: string, id: string) => `progress_card.${column}.${id}`;
