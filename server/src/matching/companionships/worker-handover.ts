// A worker's role ends: the pairs beside which they stand go to a colleague in the same unit of work.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { Handovers } from '../../people/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';

@Injectable()
export class WorkerHandover implements OnModuleInit {
  constructor(
    private readonly handovers: Handovers,
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.handovers.add({
      count: (agencyId, from) => this.database.repository(Companionship).countBy(standing(agencyId, from)),
      childIds: async (agencyId, from) => {
        const where = standing(agencyId, from);
        const pairs = await this.database
          .repository(Companionship)
          .find({ select: { id: true, childId: true }, where });
        return pairs.map(({ childId }) => childId);
      },
      apply: (agencyId, from, to) => this.#apply(agencyId, from, to),
    });
  }

  async #apply(agencyId: AgencyId, from: PersonId, to: PersonId): Promise<void> {
    const pairs = this.database.repository(Companionship);
    const taken = await pairs.find({ select: { id: true }, where: standing(agencyId, from) });
    await pairs.update(standing(agencyId, from), { workerId: to, version: () => 'version + 1' });
    for (const { id } of taken) {
      const facts = { from, to };
      this.trail.record({ action: 'companionship.handedOver', subjectType: 'Companionship', subjectId: id, facts });
    }
  }
}

const standing = (agencyId: AgencyId, workerId: PersonId) => ({ agencyId, workerId, state: In([...HOLDS_PLACE]) });
