import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../platform/access/index.js';
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
import { AuditScope } from './audit-scope.js';

/** Rows that a page verifies while somebody waits; the command verifies all. */
const ROWS = 5_000;
const MONTH_MS = 31 * 86_400_000;

export interface AuditStanding {
  readonly rows: number;
  readonly firstAt?: string | undefined;
  readonly anchoredAt?: string | undefined;
  readonly anchoredTo?: number | undefined;
}

/** Whether an agency's audit is whole, for its own auditor; counted as far as the reader has it. */
@Injectable()
export class AuditWholeness {
  constructor(
    private readonly database: Database,
    private readonly anchor: AuditAnchor,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly scope: AuditScope,
  ) {}

  async standing(actor: PersonActor): Promise<AuditStanding> {
    const { agencyId } = actor;
    const chain = new DatabaseChain(this.database);
    const [head, first, last] = await Promise.all([
      chain.head(agencyId),
      chain.after(agencyId, 0, 1),
      this.anchor.target.last(agencyId),
    ]);
    const ends = { rows: head?.sequence ?? 0, anchoredTo: last?.sequence };
    const places = await (await this.scope.of(actor)).placesOf(Object.values(ends).filter((end) => end !== undefined));
    const rows = places.get(ends.rows) ?? 0;
    const anchoredTo = ends.anchoredTo === undefined ? undefined : places.get(ends.anchoredTo);
    return { rows, firstAt: first[0]?.at, anchoredAt: last?.at, anchoredTo };
  }

  /** The newest rows, link by link and against the anchor of the last two months. */
  async verify(actor: PersonActor): Promise<ChainVerdict> {
    const { agencyId } = actor;
    await this.anchor.flush();
    const verdict = await verifyChain(agencyId, {
      chain: new DatabaseChain(this.database),
      anchor: this.anchor.target,
      seal: anchorSeal(this.cipher),
      now: this.clock.nowIso(),
      newest: { rows: ROWS, sinceMonth: new Date(this.clock.now().getTime() - MONTH_MS).toISOString().slice(0, 7) },
    });
    return this.scope.verdictFor(actor, verdict);
  }
}
