// A stop of somebody's work, as far as guardians' links go: whoever made a link has seen it, and could open it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { StopEffects, type Stopped } from '../people/index.js';
import { Session } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { GuardianLink } from './consent.entity.js';

@Injectable()
export class StoppedLinks implements OnModuleInit {
  constructor(
    private readonly effects: StopEffects,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.effects.add({
      name: 'links',
      count: async (stopped) => (await this.#living(stopped)).length,
      apply: (stopped) => this.#revoke(stopped),
    });
  }

  async #revoke(stopped: Stopped): Promise<number> {
    const ids = await this.#living(stopped);
    if (ids.length === 0) return 0;
    const now = this.clock.nowIso();
    await this.database.repository(GuardianLink).update({ id: In(ids) }, { revokedAt: now });
    const visits = { kind: 'guardian' as const, loginId: In(ids), endedAt: IsNull() };
    await this.database.repository(Session).update(visits, { endedAt: now });
    return ids.length;
  }

  async #living({ agencyId, personId }: Stopped): Promise<string[]> {
    const where = { agencyId, createdBy: personId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.nowIso()) };
    const links = await this.database.repository(GuardianLink).find({ select: { id: true }, where });
    return links.map(({ id }) => id);
  }
}
