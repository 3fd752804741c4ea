import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import {
  AuditAnchor,
  anchorSeal,
  DatabaseChain,
  verifyChain,
  type ChainVerdict,
} from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';

/** Rows that a page verifies while somebody waits; the command verifies all. */
const ROWS = 5_000;
const MONTH_MS = 31 * 86_400_000;

export interface AuditStanding {
  readonly rows: number;
  readonly firstAt?: string | undefined;
  readonly anchoredAt?: string | undefined;
  readonly anchoredTo?: number | undefined;
}

/** Whether an agency's audit is whole, for its own auditor. */
@Injectable()
export class AuditWholeness {
  constructor(
    private readonly database: Database,
    private readonly anchor: AuditAnchor,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  async standing(agencyId: AgencyId): Promise<AuditStanding> {
    const chain = new DatabaseChain(this.database);
    const [head, first, last] = await Promise.all([
      chain.head(agencyId),
      chain.after(agencyId, 0, 1),
      this.anchor.target.last(agencyId),
    ]);
    return { rows: head?.sequence ?? 0, firstAt: first[0]?.at, anchoredAt: last?.at, anchoredTo: last?.sequence };
  }

  /** The newest rows, link by link and against the anchor of the last two months. */
  async verify(agencyId: AgencyId): Promise<ChainVerdict> {
    await this.anchor.flush();
    return verifyChain(agencyId, {
      chain: new DatabaseChain(this.database),
      anchor: this.anchor.target,
      seal: anchorSeal(this.cipher),
      now: this.clock.nowIso(),
      newest: { rows: ROWS, sinceMonth: new Date(this.clock.now().getTime() - MONTH_MS).toISOString().slice(0, 7) },
    });
  }
}
