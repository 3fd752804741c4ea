// A worker opens what a family agreed to for one named reader, until a day; and closes it again at any moment.
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import {
  addMonths,
  err,
  ok,
  type AgencyId,
  type ChildId,
  type LocalDate,
  type PersonId,
  type Result,
} from '@tongxing/shared/kernel';
import type { Audience } from '@tongxing/shared/disclosure';
import { ChildrenRepository, Pseudonyms } from '../children/index.js';
import { Disclosures } from '../disclosure/index.js';
import { Agencies, PeopleRepository } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { ChildShare } from './child-share.entity.js';
import { PURPOSE_OF, READER_ROLE, SHARED_WITH, type SharedWith } from './domain/shared-child.js';

const LONGEST_MONTHS = 12;
const LONGEST_NAME = 80;
const LONGEST_REQUEST_ID = 64;

export interface ShareReader {
  readonly personId: PersonId;
  readonly audience: SharedWith;
}
export interface NewShare {
  readonly childId: string;
  readonly readerPersonId: string;
  readonly audience: SharedWith;
  readonly organisation: string;
  readonly untilOn: LocalDate;
  readonly requestId: string;
}
/** The family lets this audience see nothing but the initial: there is nothing to open (H21). */
export type OpenError = NotFoundError | InvalidInputError | { readonly code: 'CONSENT_MISSING' };

const MISSING = err({ code: 'NOT_FOUND' as const });

@Injectable()
export class ChildShares {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly pseudonyms: Pseudonyms,
    private readonly disclosures: Disclosures,
  ) {}

  /** To whom a child is or was opened, the newest first; undefined for a child that is not the actor's to see. */
  async ofChild(actor: PersonActor, childId: string): Promise<ChildShare[] | undefined> {
    if (!(await this.#child(actor, 'share.read', childId))) return undefined;
    const where = { agencyId: actor.agencyId, childId };
    return this.database.repository(ChildShare).find({ where, order: { openedAt: 'DESC', id: 'DESC' } });
  }

  /** Whom a child can be opened to today: holders of a reader's role. */
  async readers({ agencyId }: PersonActor): Promise<ShareReader[]> {
    const today = await this.agencies.today(agencyId);
    const found: ShareReader[] = [];
    for (const audience of SHARED_WITH) {
      const holders = await this.people.holdersOf(agencyId, READER_ROLE[audience], today);
      found.push(...[...new Set(holders)].map((personId) => ({ personId, audience })));
    }
    return found;
  }

  async open(actor: PersonActor, share: NewShare): Promise<Result<ChildShare, OpenError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const problems = problemsOf(share, today);
    return this.work.run(actor, async () => {
      // Of two who open the same child at once the second sees what the first did.
      await this.children.lock(rowsFor(actor, 'share.open'), [share.childId]);
      const child = await this.#child(actor, 'share.open', share.childId);
      const reader = (await this.readers(actor)).find(
        ({ personId, audience }) => personId === share.readerPersonId && audience === share.audience,
      );
      if (!child || !reader) return MISSING;
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const before = await this.#rows().findOneBy({ agencyId, requestId: share.requestId });
      if (before) return before.childId === child ? ok(before) : MISSING;
      const viewer = { agencyId, audience: share.audience, purpose: PURPOSE_OF[share.audience] };
      const shown = (await this.disclosures.groupsFor([child], viewer)).get(child);
      if (!shown || shown.size < 2) return err({ code: 'CONSENT_MISSING' as const });
      const openPair = `${child}:${reader.personId}:${share.audience}`;
      // What has run out makes room for what is opened anew.
      const over = { openPair, untilOn: LessThan<string>(today) };
      await this.#rows().update(over, { openPair: null, closedAt: this.clock.nowIso() });
      if (await this.#rows().existsBy({ openPair })) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'personId', code: 'ALREADY_OPEN' }] });
      }
      await this.pseudonyms.of(agencyId, child, share.audience);
      const row = await this.#insert(actor, { ...share, openPair, openedOn: today });
      const facts = { share: row.id, audience: share.audience, until: share.untilOn };
      this.trail.record({ action: 'share.opened', subjectType: 'Child', subjectId: child, facts });
      return ok(row);
    });
  }

  /** From the next request on its reader sees nothing of the child. Closing twice changes nothing. */
  async close(actor: PersonActor, id: string): Promise<Result<ChildShare, NotFoundError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const share = await this.#rows().findOneBy({ agencyId, id });
      if (!share || !(await this.#child(actor, 'share.open', share.childId))) return MISSING;
      if (share.closedAt !== null) return ok(share);
      const closed = { openPair: null, closedBy: actor.personId, closedAt: this.clock.nowIso() };
      await this.#rows().update({ id, closedAt: IsNull() }, closed);
      const subject = { subjectType: 'Child', subjectId: share.childId };
      this.trail.record({ action: 'share.closed', ...subject, facts: { share: id } });
      return ok({ ...share, ...closed });
    });
  }

  /** Open for one reader of one audience on a day, the oldest first. */
  async openFor(agencyId: AgencyId, readerPersonId: PersonId, audience: SharedWith, today: LocalDate) {
    const standing = { closedAt: IsNull(), untilOn: MoreThanOrEqual<string>(today) };
    const where = { agencyId, readerPersonId, audience, ...standing };
    return this.#rows().find({ where, order: { openedAt: 'ASC', id: 'ASC' } });
  }

  /** Who opened a child to somebody of this audience and has not closed it since: they hear when a family takes it back. */
  async openersOf(agencyId: AgencyId, childId: string, audience: Audience): Promise<PersonId[]> {
    const today = await this.agencies.today(agencyId);
    const shares = await this.#rows().find({
      select: { id: true, openedBy: true, audience: true },
      where: { agencyId, childId, closedAt: IsNull(), untilOn: MoreThanOrEqual<string>(today) },
    });
    return [...new Set(shares.filter((one) => one.audience === audience).map(({ openedBy }) => openedBy as PersonId))];
  }

  /** What was opened of somebody erased, or for them, is closed. Inside a unit of work. */
  async closeAllOf(agencyId: AgencyId, personId: PersonId): Promise<void> {
    const sql = 'SELECT id FROM child WHERE agencyId = ? AND personId = ?';
    const children: { id: string }[] = await this.database.manager.query(sql, [agencyId, personId]);
    const closed = { openPair: null, closedAt: this.clock.nowIso() };
    for (const theirs of [{ readerPersonId: personId as string }, { childId: In(children.map(({ id }) => id)) }]) {
      await this.#rows().update({ agencyId, closedAt: IsNull(), ...theirs }, closed);
    }
  }

  async #insert(actor: PersonActor, share: NewShare & { openPair: string; openedOn: string }): Promise<ChildShare> {
    const row: ChildShare = {
      ...share,
      id: this.ids.next<never>(),
      agencyId: actor.agencyId,
      organisation: share.organisation.trim(),
      openedBy: actor.personId,
      openedAt: this.clock.nowIso(),
      closedBy: null,
      closedAt: null,
    };
    await this.#rows().insert(row);
    return row;
  }

  async #child(actor: PersonActor, permission: 'share.read' | 'share.open', id: string): Promise<ChildId | undefined> {
    return (await this.children.byIds(rowsFor(actor, permission), [id])).get(id)?.id;
  }

  #rows() {
    return this.database.repository(ChildShare);
  }
}

function problemsOf({ untilOn, organisation, requestId }: NewShare, today: LocalDate): InvalidInputError['fields'] {
  const name = organisation.trim();
  return [
    ...(name === '' ? [{ field: 'organisation', code: 'REQUIRED' }] : []),
    ...(name.length > LONGEST_NAME ? [{ field: 'organisation', code: 'TOO_LONG' }] : []),
    ...(untilOn < today ? [{ field: 'until', code: 'IN_THE_PAST' }] : []),
    ...(untilOn > addMonths(today, LONGEST_MONTHS) ? [{ field: 'until', code: 'TOO_FAR' }] : []),
    ...(requestId === '' || requestId.length > LONGEST_REQUEST_ID
      ? [{ field: 'requestId', code: 'REQUEST_ID_LENGTH' }]
      : []),
  ];
}
