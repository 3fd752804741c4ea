// What is remembered and told of factors: an audit row and a notice to the owner, both in the open unit of work.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Outbox, type FactorChange } from '../../platform/outbox/index.js';
import type { FactorMethod } from './factor.entities.js';

const ACTIONS: Readonly<Record<FactorChange, { readonly action: string }>> = {
  ADDED: { action: 'factor.added' },
  REMOVED: { action: 'factor.removed' },
  RECOVERY_CODE_USED: { action: 'factor.recoveryUsed' },
  RECOVERY_CODES_RENEWED: { action: 'factor.codesRenewed' },
  RESET: { action: 'factor.reset' },
  GUESSED: { action: 'factor.guessed' },
};

@Injectable()
export class FactorMemory {
  constructor(
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async changed(personId: PersonId, change: FactorChange, facts: Readonly<Record<string, string>> = {}): Promise<void> {
    this.trail.record({ ...ACTIONS[change], subjectType: 'Person', subjectId: personId, facts });
    await this.outbox.publish('FactorsChanged', { personId, change }, { subject: personId });
  }
}

export const methodFacts = (method: FactorMethod) => ({ method });
