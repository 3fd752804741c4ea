import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { fingerprint, newToken, type Locale } from '../../platform/auth/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { Invitation, type InvitedRole } from './invitation.entity.js';

export interface NewInvitation {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly identifier: string;
  readonly identifierIndex: string;
  readonly locale: Locale;
  readonly roles: readonly InvitedRole[];
  readonly createdBy: PersonId;
}
export interface MadeInvitation {
  readonly id: string;
  /** Shown once, sent to the invited person, never stored. */
  readonly token: string;
}

/** What somebody will do once they accept. */
export interface UnacceptedInvitation {
  /** False where it was taken back. */
  readonly open: boolean;
  readonly roles: readonly InvitedRole[];
}

const LIFE_MS = 7 * 86_400_000;
const place = (id: string) => `invitation.identifier.${id}`;

@Injectable()
export class InvitationsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Ends the one that stands and writes a new one; inside a unit of work that holds the person's row. */
  async replace({ identifier, ...invitation }: NewInvitation): Promise<MadeInvitation> {
    await this.#endOpen({ openPersonId: invitation.personId });
    const id: string = this.ids.next<never>();
    const token = newToken();
    const now = this.clock.now();
    await this.cipher.ensureKeys(invitation.agencyId, [invitation.personId]);
    await this.database.repository(Invitation).insert({
      ...invitation,
      roles: [...invitation.roles],
      id,
      openPersonId: invitation.personId,
      identifierSealed: this.cipher.sealFor(invitation.personId, identifier, place(id)),
      tokenHash: fingerprint(token),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LIFE_MS).toISOString(),
      acceptedAt: null,
      revokedAt: null,
    });
    return { id, token };
  }

  /** The living invitation behind a link's secret; undefined for a used, revoked, replaced, expired or invented one. */
  async byToken(token: string): Promise<Invitation | undefined> {
    const now = this.clock.nowIso();
    const where = { tokenHash: fingerprint(token), openPersonId: Not(IsNull()), expiresAt: MoreThan(now) };
    return (await this.database.repository(Invitation).findOneBy(where)) ?? undefined;
  }

  async byId(id: string): Promise<Invitation | undefined> {
    return (await this.database.repository(Invitation).findOneBy({ id })) ?? undefined;
  }

  async open(agencyId: AgencyId, id: string): Promise<Invitation | undefined> {
    const where = { agencyId, id, openPersonId: Not(IsNull()) };
    return (await this.database.repository(Invitation).findOneBy(where)) ?? undefined;
  }

  /** By person: the invitation that neither was accepted nor ended, expired ones included. */
  async openOf(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, Invitation>> {
    if (personIds.length === 0) return new Map();
    const where = { agencyId, openPersonId: In([...new Set(personIds)]) };
    const rows = await this.database.repository(Invitation).findBy(where);
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** By person: the roles named in the last invitation that nobody took up, and whether it stands yet. */
  async unaccepted(agencyId: AgencyId): Promise<ReadonlyMap<PersonId, UnacceptedInvitation>> {
    const select = { id: true, personId: true, openPersonId: true, roles: true } as const;
    const where = { agencyId, acceptedAt: IsNull() };
    // Ids grow with time: the last one of a person stays in the map.
    const rows = await this.database.repository(Invitation).find({ select, where, order: { id: 'ASC' } });
    return new Map(
      rows.map(({ personId, openPersonId, roles }) => [personId as PersonId, { open: openPersonId !== null, roles }]),
    );
  }

  async identifierOf(invitation: Invitation): Promise<string> {
    await this.cipher.loadKeys([invitation.identifierSealed]);
    return this.cipher.open(invitation.identifierSealed, place(invitation.id));
  }

  /** Uses a living one up; false where somebody was quicker. Inside a unit of work. */
  async accept(id: string): Promise<boolean> {
    const now = this.clock.nowIso();
    const living = { id, openPersonId: Not(IsNull()), expiresAt: MoreThan(now) };
    const change = { acceptedAt: now, openPersonId: null };
    return (await this.database.repository(Invitation).update(living, change)).affected === 1;
  }

  /** False where it had ended. Inside a unit of work. */
  async revoke(id: string): Promise<boolean> {
    return (await this.#endOpen({ id, openPersonId: Not(IsNull()) })) === 1;
  }

  async #endOpen(where: FindOptionsWhere<Invitation>): Promise<number> {
    const change = { revokedAt: this.clock.nowIso(), openPersonId: null };
    return (await this.database.repository(Invitation).update(where, change)).affected ?? 0;
  }
}
