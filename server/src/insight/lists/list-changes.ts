// Many rows changed in one step, and taken back in one (for `UNDO_HOURS`, by whoever did it): all of it, or nothing.
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { UNDO_HOURS, type KeptReason } from '@tongxing/shared/rules';
import { Access, mayDo, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail, packIds } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, inParts, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { ListChangeRecord, ListChangeRow, type ChangeKind } from './list-change.entity.js';
import type { KindOfChange } from './kinds/kind-of-change.js';
import { ListKinds } from './kinds/list-kinds.js';
import { ListSources } from './list-sources.js';

export interface ListWish {
  readonly kind: ChangeKind;
  /** These rows; none where `filters` says which. */
  readonly ids: readonly string[];
  /** The filters of the address: all rows that they find. */
  readonly filters: string | undefined;
  readonly to: string | null;
  readonly requestId: string;
}
export interface ListChangeView {
  readonly id: string;
  readonly changed: number;
  readonly kept: number;
  /** How many stayed as they were, by why; known when it is done, not to whoever asks again. */
  readonly reasons: readonly { readonly why: KeptReason; readonly count: number }[];
  readonly undone: boolean;
}
export type ListChangeError = InvalidInputError | NotFoundError;

const LONGEST_REQUEST_ID = 60;
/** As many ids as one row of the audit tells of. */
const AUDITED = 200;
const HOUR_MS = 3_600_000;

@Injectable()
export class ListChanges {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly newIds: Ids,
    private readonly access: Access,
    private readonly kinds: ListKinds,
    private readonly sources: ListSources,
  ) {}

  /** Changes all of the rows that can be; says how many had to stay as they were. */
  async apply(actor: PersonActor, wish: ListWish): Promise<Result<ListChangeView, ListChangeError>> {
    // A retry is known before its rows are looked for: they may be out of sight by now.
    const done = await this.#known(actor, wish.requestId);
    if (done) return ok(await this.#view(done));
    const kind = this.kinds.of(wish.kind);
    const found = await this.#rowsOf(actor, wish, kind);
    if (!found.ok) return found;
    if (!(await kind.allows(actor, wish.to))) return err({ code: 'NOT_FOUND' });
    return this.work.run(actor, async () => {
      const again = await this.#known(actor, wish.requestId);
      return again ? ok(await this.#view(again)) : ok(await this.#change(actor, wish, kind, found.value));
    });
  }

  /** Puts back what stood there before, but never over what somebody else has changed since. */
  undo(actor: PersonActor, id: string): Promise<Result<ListChangeView, NotFoundError>> {
    return this.work.run(actor, async () => {
      const { agencyId, personId } = actor;
      const since = new Date(Date.parse(this.clock.nowIso()) - UNDO_HOURS * HOUR_MS).toISOString();
      const query = this.#records()
        .createQueryBuilder('c')
        .where({ agencyId, personId, id, createdAt: MoreThan(since) });
      const record = await this.database.forUpdate(query).getOne();
      const kind = record && this.kinds.of(record.kind);
      if (!record || !kind || !mayDo(actor, kind.permission)) return err({ code: 'NOT_FOUND' as const });
      if (record.undoneAt !== null) return ok(await this.#view(record));
      return ok(await this.#putBack(actor, record, kind));
    });
  }

  async #change(
    actor: PersonActor,
    wish: ListWish,
    kind: KindOfChange,
    ids: readonly string[],
  ): Promise<ListChangeView> {
    const { agencyId, personId } = actor;
    const { rows, kept } = await kind.apply(actor, ids, wish.to);
    const record: ListChangeRecord = {
      id: this.newIds.next<never>(),
      agencyId,
      personId,
      kind: wish.kind,
      toId: wish.to,
      requestId: wish.requestId,
      createdAt: this.clock.nowIso(),
      undoneAt: null,
    };
    await this.#records().insert(record);
    const written = rows.map((row) => ({ ...row, changeId: record.id }));
    for (const some of inParts(written)) await this.database.repository(ListChangeRow).insert(some);
    this.#audit(kind, kind.action, record, rows);
    const reasons = countReasons([...kept.values()]);
    return { id: record.id, changed: ofTheList(rows), kept: kept.size, reasons, undone: false };
  }

  async #putBack(actor: PersonActor, record: ListChangeRecord, kind: KindOfChange): Promise<ListChangeView> {
    const rows = await this.database.repository(ListChangeRow).findBy({ changeId: record.id });
    const back = await kind.undo(actor, rows, record.toId);
    await this.#records().update({ id: record.id }, { undoneAt: this.clock.nowIso() });
    this.#audit(kind, 'listChange.undone', record, back);
    const changed = ofTheList(back);
    return { id: record.id, changed, kept: ofTheList(rows) - changed, reasons: [], undone: true };
  }

  /** The ids that are meant, each of which this person may arrange. */
  async #rowsOf(
    actor: PersonActor,
    { ids, filters, requestId }: ListWish,
    kind: KindOfChange,
  ): Promise<Result<readonly string[], ListChangeError>> {
    if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) return invalid('requestId', 'REQUIRED');
    const wanted =
      filters === undefined
        ? [...new Set(ids)]
        : await this.sources.of(kind.list).ids(actor, new URLSearchParams(filters), kind.most + 1);
    if (wanted.length === 0) return invalid('filters', 'REQUIRED');
    if (wanted.length > kind.most) return invalid('filters', 'TOO_MANY');
    const allowed = await this.access.require(actor, kind.permission, wanted);
    return allowed.ok ? ok(wanted) : allowed;
  }

  #audit(
    kind: KindOfChange,
    action: string,
    { id, toId }: ListChangeRecord,
    rows: readonly Pick<ListChangeRow, 'rowId'>[],
  ): void {
    const ids = rows.map(({ rowId }) => rowId);
    for (const some of inParts(ids, AUDITED)) {
      const facts = { change: id, to: toId, count: some.length, ids: packIds(some) };
      this.trail.record({ action, subjectType: kind.subjectType, facts });
    }
  }

  #known({ personId }: PersonActor, requestId: string): Promise<ListChangeRecord | null> {
    return this.#records().findOneBy({ personId, requestId });
  }

  async #view({ id, undoneAt }: ListChangeRecord): Promise<ListChangeView> {
    const rows = await this.database.repository(ListChangeRow).findBy({ changeId: id });
    return { id, changed: ofTheList(rows), kept: 0, reasons: [], undone: undoneAt !== null };
  }

  #records() {
    return this.database.repository(ListChangeRecord);
  }
}

/** Rows of the list itself; who goes along with one is not counted by themselves. */
function ofTheList(rows: readonly Pick<ListChangeRow, 'rowId' | 'ofId'>[]): number {
  return new Set(rows.map(({ rowId, ofId }) => ofId ?? rowId)).size;
}

function countReasons(reasons: readonly KeptReason[]) {
  return [...new Set(reasons)].map((why) => ({ why, count: reasons.filter((one) => one === why).length }));
}

const invalid = (field: string, code: string) => err({ code: 'INVALID_INPUT' as const, fields: [{ field, code }] });
