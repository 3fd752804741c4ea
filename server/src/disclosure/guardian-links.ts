import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
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
    });
    return link;
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
