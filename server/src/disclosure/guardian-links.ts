import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import { permissionsOf } from '@tongxing/shared/permissions';
import type { GuardianActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { GuardianLink } from './consent.entity.js';
import { GuardianBar } from './ledger/ledger.entities.js';

const SECRET_BYTES = 24;
const LIFE_MS = 14 * 86_400_000;

export interface NewGuardianLink {
  readonly id: string;
  /** `/g/` and the secret; shown once, sent to the guardian, never stored. */
  readonly path: string;
  readonly expiresAt: string;
}

/** A code is used up by being typed; a link opens again until it ends. */
export const LINK_STATES = ['LIVE', 'USED', 'REVOKED', 'EXPIRED'] as const;
export type LinkState = (typeof LINK_STATES)[number];
/** What was handed over: an address to follow, or a short code to type. */
export const LINK_KINDS = ['LINK', 'CODE'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** A link as the case team knows it; its secret is known to nobody any more. */
export interface GuardianLinkView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly kind: LinkKind;
  readonly state: LinkState;
  /** Something can still be seen by it: it can be typed or followed, or a visit by it goes on. */
  readonly revocable: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt?: string | undefined;
  readonly openedAt?: string | undefined;
}

/** Of one child: older ones opened nothing for months, and stand in the audit. */
const MOST_SHOWN = 20;

const newSecret = () => randomBytes(SECRET_BYTES).toString('base64url');
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
  async create(
    agencyId: AgencyId,
    childId: ChildId,
    createdBy: string,
    guardianPersonId: string | null = null,
  ): Promise<NewGuardianLink> {
    const secret = newSecret();
    const owner = { agencyId, childId, createdBy, codeIndex: null, guardianPersonId };
    const made = await this.#insert(secret, LIFE_MS, owner);
    return { ...made, path: `/g/${secret}` };
  }

  /** The same for a code. The address that would open it as well is told to nobody. Inside a unit of work. */
  createForCode(
    owner: Pick<GuardianLink, 'childId' | 'codeIndex' | 'createdBy'> & { readonly agencyId: AgencyId },
    lifeMs: number,
  ): Promise<Pick<NewGuardianLink, 'id' | 'expiresAt'>> {
    return this.#insert(newSecret(), lifeMs, { ...owner, guardianPersonId: null });
  }

  async #insert(
    secret: string,
    lifeMs: number,
    owner: Pick<GuardianLink, 'agencyId' | 'childId' | 'codeIndex' | 'createdBy' | 'guardianPersonId'>,
  ): Promise<Pick<NewGuardianLink, 'id' | 'expiresAt'>> {
    const now = this.clock.now();
    const links = this.database.repository(GuardianLink);
    const { agencyId, childId } = owner;
    await links.update({ agencyId, childId, revokedAt: IsNull() }, { revokedAt: now.toISOString() });
    const made = { id: this.ids.next<never>(), expiresAt: new Date(now.getTime() + lifeMs).toISOString() };
    await links.insert({
      ...owner,
      ...made,
      tokenHash: fingerprint(secret),
      createdAt: now.toISOString(),
      revokedAt: null,
      openedAt: null,
      exchangedAt: null,
    });
    return made;
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
    const over = link && (!this.#isAlive(link) || (await this.#isBarred(link)));
    return over ? (link.agencyId as AgencyId) : undefined;
  }

  /** The link behind a secret, where it is alive. */
  async bySecret(secret: string): Promise<GuardianLink | undefined> {
    const link = await this.database.repository(GuardianLink).findOneBy({ tokenHash: fingerprint(secret) });
    return link && this.#isAlive(link) && !(await this.#isBarred(link)) ? link : undefined;
  }

  /** Who came by this link; undefined once it has ended, so that a session dies with it. */
  async actor(linkId: string, sessionId: string): Promise<GuardianActor | undefined> {
    const link = await this.database.repository(GuardianLink).findOneBy({ id: linkId });
    return link && this.#isAlive(link) && !(await this.#isBarred(link)) ? toActor(link, sessionId) : undefined;
  }

  /** For which guardian of the household it was made; null for the one whom the agency calls first. */
  async guardianOf(linkId: string): Promise<string | null> {
    return (await this.database.repository(GuardianLink).findOneByOrFail({ id: linkId })).guardianPersonId;
  }

  /** Ends every living link of a guardian, and those made for nobody in particular. Inside a unit of work. */
  async revokeFor(agencyId: AgencyId, childId: ChildId, guardianPersonId: string | null): Promise<void> {
    const living = { agencyId, childId, revokedAt: IsNull() };
    const links = this.database.repository(GuardianLink);
    const end = { revokedAt: this.clock.nowIso() };
    await links.update({ ...living, guardianPersonId: IsNull() }, end);
    if (guardianPersonId !== null) await links.update({ ...living, guardianPersonId }, end);
  }

  async expiresAt(linkId: string): Promise<string> {
    return (await this.database.repository(GuardianLink).findOneByOrFail({ id: linkId })).expiresAt;
  }

  #view({ revokedAt, openedAt, ...row }: GuardianLink): GuardianLinkView {
    const { id, createdBy, createdAt, expiresAt } = row;
    const living = expiresAt > this.clock.nowIso() ? 'LIVE' : 'EXPIRED';
    const over = row.exchangedAt === null ? living : 'USED';
    return {
      kind: row.codeIndex === null ? 'LINK' : 'CODE',
      revocable: revokedAt === null && living === 'LIVE',
      ...{ id, createdBy, createdAt, expiresAt },
      agencyId: row.agencyId as AgencyId,
      childId: row.childId as ChildId,
      state: revokedAt === null ? over : 'REVOKED',
      revokedAt: revokedAt ?? undefined,
      openedAt: openedAt ?? undefined,
    };
  }

  /** No link leads a guardian under suspicion in (T13); one made for nobody in particular might be theirs. */
  async #isBarred({ agencyId, childId, guardianPersonId }: GuardianLink): Promise<boolean> {
    const bars = await this.database.repository(GuardianBar).findBy({ agencyId, childId, liftedAt: IsNull() });
    return bars.some((bar) => guardianPersonId === null || bar.guardianPersonId === guardianPersonId);
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
