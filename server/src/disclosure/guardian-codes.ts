import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import { newPaperCode, normaliseRecoveryCode } from '../platform/auth/factors/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { GuardianLink } from './consent.entity.js';
import { GuardianLinks } from './guardian-links.js';

const LENGTH = 8;
const GROUP = 4;
const HOUR_MS = 3_600_000;

export interface NewGuardianCode {
  readonly id: string;
  /** `K7MZ-Q4X0`; shown once, never stored. */
  readonly code: string;
  readonly expiresAt: string;
}

/** Codes of eight letters that a worker reads out to a guardian: in place of a link, good once and for hours. */
@Injectable()
export class GuardianCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly links: GuardianLinks,
  ) {}

  /** Makes a code and revokes the child's earlier links and codes; inside a unit of work. */
  async create(agencyId: AgencyId, childId: ChildId, createdBy: string, hours: number): Promise<NewGuardianCode> {
    const code = newPaperCode(LENGTH, GROUP).toUpperCase();
    const owner = { agencyId, childId, createdBy, codeIndex: this.#index(code) };
    return { ...(await this.links.createForCode(owner, hours * HOUR_MS)), code };
  }

  /** What a code was made for, living or not; it is the same however it was typed. */
  async find(typed: string): Promise<GuardianLink | undefined> {
    const codeIndex = this.#index(typed);
    return (await this.database.repository(GuardianLink).findOneBy({ codeIndex })) ?? undefined;
  }

  /** Uses a living code up: the visit by it lasts until then. False where somebody was faster. Inside a unit of work. */
  async exchange(linkId: string, visitEndsAt: string): Promise<boolean> {
    const now = this.clock.nowIso();
    const living = { id: linkId, exchangedAt: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(now) };
    const used = { exchangedAt: now, openedAt: now, expiresAt: visitEndsAt };
    return (await this.database.repository(GuardianLink).update(living, used)).affected === 1;
  }

  #index(typed: string): string {
    return this.cipher.blindIndex('guardian.code', normaliseRecoveryCode(typed));
  }
}
