// What a stop ends of an account: ways in that are open now, and those that wait to be used.
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { LoginId } from '@tongxing/shared/kernel';
import { Logins, Sessions } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Agencies } from '../agencies/agencies.js';
import { CredentialReset } from '../credentials/credential-reset.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import type { Stopped } from './stop-effects.js';
import { WorkStopsRepository } from './work-stops.repository.js';

export interface PausedAccount {
  readonly agencyName: string;
  readonly contactPhone: string | null;
}

@Injectable()
export class StoppedAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly agencies: Agencies,
    private readonly stops: WorkStopsRepository,
  ) {}

  async count(who: Stopped, loginId: LoginId | undefined): Promise<{ devices: number; invitations: number }> {
    const devices = loginId ? (await this.sessions.devicesOf(loginId)).length : 0;
    const invitations = await this.database.repository(Invitation).countBy(openInvitations(who));
    return { devices, invitations };
  }

  /** Invitations to them and by them, codes and links for a lost password; inside a unit of work. Counts the invitations. */
  async close(who: Stopped, loginId: LoginId | undefined): Promise<number> {
    const now = this.clock.nowIso();
    const invitations = this.database.repository(Invitation);
    const open = await invitations.findBy(openInvitations(who));
    for (const { id } of open) await invitations.update({ id }, { revokedAt: now, openPersonId: null });
    if (loginId) await this.#endResets(loginId, now);
    return open.length;
  }

  /**
   * Whom to call, for whoever comes with the cookie of a session that a stop has ended; undefined for everybody else.
   * The password alone tells nothing: signing in answers as with a wrong one.
   */
  async paused(token: string | undefined): Promise<PausedAccount | undefined> {
    const loginId = token === undefined ? undefined : await this.sessions.loginOf(token);
    const agencyId = loginId && (await this.stops.stoppedBy(loginId));
    if (!agencyId) return undefined;
    const { name, contactPhone } = await this.agencies.get(agencyId);
    return { agencyName: name, contactPhone };
  }

  async #endResets(loginId: LoginId, endedAt: string): Promise<void> {
    const login = await this.logins.find(loginId);
    const resets = this.database.repository(CredentialReset);
    await resets.update({ loginId, endedAt: IsNull() }, { endedAt });
    if (login) await resets.update({ identifierIndex: login.identifierIndex, endedAt: IsNull() }, { endedAt });
  }
}

/** Those that somebody stopped has sent out are taken back too: who may come in is decided anew. */
const openInvitations = ({ agencyId, personId }: Stopped) =>
  [{ personId }, { createdBy: personId }].map((whose) => ({ agencyId, ...whose, openPersonId: Not(IsNull()) }));
