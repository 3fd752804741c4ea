// A concern about a child keeps every card about that child from everybody outside, in the same breath as the concern is written.
import { Injectable } from '@nestjs/common';
import type { AgencyId, ChildId, PersonId } from '@tongxing/shared/kernel';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { decide } from './domain/card-steps.js';
import { ProgressCardsRepository } from './progress-cards.repository.js';

/** Whose cards. */
export interface AboutChildId {
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
}

@Injectable()
export class CardFreezes {
  constructor(
    private readonly repository: ProgressCardsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** How many cards about a child would be kept back: neither withdrawn nor kept back already. */
  async open({ agencyId, childId }: AboutChildId): Promise<number> {
    return this.repository.countOpen(agencyId, childId);
  }

  /**
   * Inside the caller's unit of work: keeps back all of them, and answers how many. No reason is written beside them, since
   * whoever may read a card need not be allowed to read the concern. Two who did not write it lift it, card by card.
   */
  async forConcern({ agencyId, childId }: AboutChildId, by: PersonId): Promise<number> {
    let frozen = 0;
    for (const card of await this.repository.lockOpen(agencyId, childId)) {
      const decided = decide(card, 'FREEZE_FOR_CONCERN', { by, at: this.clock.nowIso(), note: '' });
      if (!decided.ok) continue;
      await this.repository.change(card, decided.value);
      this.trail.record({ action: 'progress.frozen', subjectType: 'ProgressCard', subjectId: card.id });
      frozen += 1;
    }
    return frozen;
  }
}
