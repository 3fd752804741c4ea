// Taking back is one act: what a family says of companions on one page holds on the other, and whoever holds the child hears.
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { Audience, DisclosurePurpose } from '@tongxing/shared/disclosure';
import { ChildCompanions } from '../children/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { COMPANION } from './companion-words.js';
import { CompanionPairs } from './companion-pairs.js';
import { Consents } from './consents.js';
import { ConsentStatement } from './ledger/ledger.entities.js';

interface TakenBack {
  readonly agencyId: AgencyId;
  readonly childId: string;
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  /** Everything of it, or some groups only. */
  readonly all: boolean;
  readonly today: LocalDate;
  /** Who wrote it down, where it was a colleague. */
  readonly by?: PersonId | undefined;
}

/** All of it inside the unit of work of the withdrawal. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly consents: Consents,
    private readonly pairs: CompanionPairs,
    private readonly companions: ChildCompanions,
  ) {}

  /** The ledger has it: a companion's consent goes with it, and the workers of the child are told. */
  async inLedger({ agencyId, childId, purpose, audience, all, today, by }: TakenBack): Promise<void> {
    if (all && purpose === COMPANION.purpose && audience === COMPANION.audience) {
      const pairs = (await this.pairs.reading(agencyId, [childId])).get(childId) ?? [];
      const withdrawn = await this.consents.withdrawAll(agencyId, childId, today);
      for (const subjectId of withdrawn) {
        this.trail.record({ action: 'consent.withdrawn', subjectType: 'Consent', subjectId });
      }
      for (const pair of withdrawn.length > 0 ? pairs : []) await this.pairs.rest(agencyId, pair);
    }
    const holders = await this.#holders(agencyId, childId);
    await this.outbox.publish('DisclosureTakenBack', { childId, holders, audience, by });
  }

  /** Whoever stands beside the child, and whoever wrote a word of the family down. */
  async #holders(agencyId: AgencyId, childId: string): Promise<PersonId[]> {
    const worker = (await this.companions.workersOf(agencyId, [childId])).get(childId);
    const written = await this.database.repository(ConsentStatement).find({
      select: { id: true, recordedBy: true },
      where: { agencyId, childId, recordedBy: Not(IsNull()) },
    });
    return [...new Set([...(worker ? [worker] : []), ...written.map(({ recordedBy }) => recordedBy as PersonId)])];
  }
}
