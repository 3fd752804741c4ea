import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import { permissionsOf } from '@tongxing/shared/permissions';
import type { GuardianActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { GuardianLink } from './consent.entity.js';

const SECRET_BYTES = 24;
const LIFE_MS = 14 * 86_400_000;

export interface NewGuardianLink {
  readonly id: string;
  /** `/g/` and the secret; shown once, sent to the guardian, never stored. */
  readonly path: string;
  readonly expiresAt: string;
}

export const LINK_STATES = ['LIVE', 'REVOKED', 'EXPIRED'] as const;
export type LinkState = (typeof LINK_STATES)[number];
/** A link as the case team knows it; its secret is known to nobody any more. */
export interface GuardianLinkView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly state: LinkState;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt?: string | undefined;
  readonly openedAt?: string | undefined;
}

/** Of one child: older ones opened nothing for months, and stand in the audit. */
const MOST_SHOWN = 20;

const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Personal links for guardians, who have no login. */
@Injectable()
export class GuardianLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Makes a link and revokes earlier ones of the child; inside a unit of work. */
  async create(agencyId: AgencyId, childId: ChildId, createdBy: string): Promise<NewGuardianLink> {
    const now = this.clock.now();
    const links = this.database.repository(GuardianLink);
    await links
      .createQueryBuilder()
      .update()
      .set({ revokedAt: now.toISOString() })
      .where('agencyId = :agencyId AND childId = :childId AND revokedAt IS NULL', { agencyId, childId })
      .execute();
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const link = {
      id: this.ids.next<never>(),
      path: `/g/${secret}`,
      expiresAt: new Date(now.getTime() + LIFE_MS).toISOString(),
    };
    await links.insert({
      id: link.id,
      agencyId,
      childId,
      tokenHash: fingerprint(secret),
      createdBy,
      createdAt: now.toISOString(),
      expiresAt: link.expiresAt,
      revokedAt: null,
      openedAt: null,
    });
    return link;
  }

  /** The links made for a child, the newest first. */
  async ofChild(agencyId: AgencyId, childId: ChildId): Promise<GuardianLinkView[]> {
    const rows = await this.database.repository(GuardianLink).find({
      where: { agencyId, childId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
    return rows.map((row) => this.#view(row));
  }

  async find(agencyId: AgencyId, linkId: string): Promise<GuardianLinkView | undefined> {
    const row = await this.database.repository(GuardianLink).findOneBy({ agencyId, id: linkId });
    return row ? this.#view(row) : undefined;
  }

  /** Ends a living link, and with it every visit by it; false where it had ended. Inside a unit of work. */
  async revoke(agencyId: AgencyId, linkId: string): Promise<boolean> {
    const now = this.clock.nowIso();
    const living = { agencyId, id: linkId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
    const result = await this.database.repository(GuardianLink).update(living, { revokedAt: now });
    return result.affected === 1;
  }

  /** It was opened now. Inside a unit of work. */
  async opened(linkId: string): Promise<void> {
    await this.database.repository(GuardianLink).update({ id: linkId }, { openedAt: this.clock.nowIso() });
  }

  /** Whose a link was that opens nothing any more, by its secret or by its id; undefined for a living and an unknown one. */
  async ended(by: { readonly secret: string } | { readonly id: string }): Promise<AgencyId | undefined> {
    const where = 'secret' in by ? { tokenHash: fingerprint(by.secret) } : by;
    const link = await this.database.repository(GuardianLink).findOneBy(where);
    return link && !this.#isAlive(link) ? (link.agencyId as AgencyId) : undefined;
  }

  /** The link behind a secret, where it is alive. */
  async bySecret(secret: string): Promise<GuardianLink | undefined> {
    const link = await this.database.repository(GuardianLink).findOneBy({ tokenHash: fingerprint(secret) });
    return link && this.#isAlive(link) ? link : undefined;
  }

  /** Who came by this link; undefined once it has ended, so that a session dies with it. */
  async actor(linkId: string, sessionId: string): Promise<GuardianActor | undefined> {
    const link = await this.database.repository(GuardianLink).findOneBy({ id: linkId });
    return link && this.#isAlive(link) ? toActor(link, sessionId) : undefined;
  }

  async expiresAt(linkId: string): Promise<string> {
    return (await this.database.repository(GuardianLink).findOneByOrFail({ id: linkId })).expiresAt;
  }

  #view({ revokedAt, openedAt, ...row }: GuardianLink): GuardianLinkView {
    const { id, createdBy, createdAt, expiresAt } = row;
    const over = expiresAt > this.clock.nowIso() ? 'LIVE' : 'EXPIRED';
    return {
      ...{ id, createdBy, createdAt, expiresAt },
      agencyId: row.agencyId as AgencyId,
      childId: row.childId as ChildId,
      state: revokedAt === null ? over : 'REVOKED',
      revokedAt: revokedAt ?? undefined,
      openedAt: openedAt ?? undefined,
    };
  }

  #isAlive(link: GuardianLink): boolean {
    return link.revokedAt === null && link.expiresAt > this.clock.nowIso();
  }
}

export function toActor(link: GuardianLink, sessionId: string): GuardianActor {
  return {
    kind: 'guardian',
    agencyId: link.agencyId as AgencyId,
    linkId: link.id,
    childId: link.childId as ChildId,
    sessionId,
    permissions: permissionsOf(['GUARDIAN']),
  };
}
