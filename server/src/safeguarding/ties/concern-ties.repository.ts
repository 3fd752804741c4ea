// Whom of the agency a concern is about, and which child: rows that are added, and of which none is taken out.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, ChildId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { ConcernAbout, ConcernLink } from './concern-ties.entities.js';

export interface LinkView {
  readonly childId: ChildId;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: string;
  readonly endedAt: string | undefined;
}
interface Which {
  readonly agencyId: AgencyId;
  readonly id: string;
}

@Injectable()
export class ConcernTiesRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Colleagues whom a concern is about. */
  async aboutOf({ agencyId, id: concernId }: Which): Promise<ReadonlySet<PersonId>> {
    const rows = await this.database.repository(ConcernAbout).findBy({ agencyId, concernId });
    return new Set(rows.map(({ personId }) => personId as PersonId));
  }

  /** Concerns that are about a colleague. */
  async idsAbout(agencyId: AgencyId, personId: PersonId): Promise<readonly string[]> {
    const rows = await this.database.repository(ConcernAbout).findBy({ agencyId, personId });
    return rows.map(({ concernId }) => concernId);
  }

  /** By the id of the concern; those about nobody of the agency are absent. */
  async aboutBy(agencyId: AgencyId, concernIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    if (concernIds.length === 0) return new Map();
    const where = { agencyId, concernId: In([...concernIds]) };
    const found = new Map<string, Set<string>>();
    for (const { concernId, personId } of await this.database.repository(ConcernAbout).findBy(where)) {
      found.set(concernId, (found.get(concernId) ?? new Set()).add(personId));
    }
    return found;
  }

  /** Inside a unit of work; somebody who is named already stays named as they were. Answers whether it is new. */
  async name({ agencyId, id: concernId }: Which, personId: PersonId, namedBy: PersonId | undefined): Promise<boolean> {
    const rows = this.database.repository(ConcernAbout);
    if (await rows.existsBy({ concernId, personId })) return false;
    const row = { id: this.ids.next<never>(), agencyId, concernId, personId, namedBy: namedBy ?? null };
    await rows.insert({ ...row, namedAt: this.clock.nowIso() });
    return true;
  }

  /** Of concerns that named no child, the one that stands now. */
  async childrenOf(agencyId: AgencyId, concernIds: readonly string[]): Promise<ReadonlyMap<string, ChildId>> {
    if (concernIds.length === 0) return new Map();
    const where = { agencyId, concernId: In([...concernIds]), endedAt: IsNull() };
    const rows = await this.database.repository(ConcernLink).findBy(where);
    return new Map(rows.map(({ concernId, childId }) => [concernId, childId as ChildId]));
  }

  /** Every link of a concern, the first one first. */
  async linksOf({ agencyId, id: concernId }: Which): Promise<LinkView[]> {
    const order = { linkedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(ConcernLink).find({ where: { agencyId, concernId }, order });
    await this.cipher.loadKeys(rows.map(({ reasonSealed }) => reasonSealed));
    return rows.map(({ id, childId, reasonSealed, linkedBy, linkedAt, endedAt }) => ({
      childId: childId as ChildId,
      reason: this.cipher.open(reasonSealed, place(id)),
      by: linkedBy as PersonId,
      at: linkedAt,
      endedAt: endedAt ?? undefined,
    }));
  }

  async isKnown(agencyId: AgencyId, requestId: string): Promise<boolean> {
    return this.database.repository(ConcernLink).existsBy({ agencyId, requestId });
  }

  /** Inside a unit of work that holds the concern's lock: from now on it is about this child. */
  async link(
    { agencyId, id: concernId }: Which,
    link: {
      readonly childId: ChildId;
      readonly reason: string;
      readonly by: PersonId;
      readonly requestId: string;
    },
  ): Promise<void> {
    const now = this.clock.nowIso();
    const rows = this.database.repository(ConcernLink);
    await rows.update({ agencyId, concernId, endedAt: IsNull() }, { endedAt: now });
    const id: string = this.ids.next<never>();
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    const reasonSealed = this.cipher.sealFor(agencyId, link.reason, place(id));
    const { childId, by: linkedBy, requestId } = link;
    await rows.insert({
      id,
      agencyId,
      concernId,
      childId,
      reasonSealed,
      linkedBy,
      linkedAt: now,
      endedAt: null,
      requestId,
    });
  }
}

const place = (id: string): string => `concern_link.reason.${id}`;
