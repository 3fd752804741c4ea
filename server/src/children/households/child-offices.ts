// The office of a child who goes to live in another household: the one that stands beside that household.
import { Injectable } from '@nestjs/common';
import type { OfficeId } from '@tongxing/shared/kernel';
import { Placements } from '../../people/index.js';
import { Access, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { ChildCompanions } from '../child-companions.js';
import { Child } from '../child.entity.js';
import type { ChildView } from '../children.repository.js';
import type { Problem } from './domain/household-problems.js';

@Injectable()
export class ChildOffices {
  constructor(
    private readonly database: Database,
    private readonly companions: ChildCompanions,
    private readonly placements: Placements,
    private readonly access: Access,
    private readonly trail: AuditTrail,
  ) {}

  /** What keeps a child from going along: it is not the actor's to move, or its pair would be out of sight there. */
  async problems(actor: PersonActor, child: ChildView, officeId: string | null): Promise<Problem[]> {
    if (!isElsewhere(child, officeId)) return [];
    const mine = await this.access.allowed(actor, 'child.arrange', [child.id]);
    if (!mine.has(child.id)) return [{ field: 'householdId', code: 'OTHER_OFFICE' }];
    const worker = (await this.companions.workersOf(actor.agencyId, [child.id])).get(child.id);
    if (worker === undefined) return [];
    const seeing = await this.placements.seeing(actor.agencyId, [worker], officeId as OfficeId | null);
    return seeing.has(worker) ? [] : [{ field: 'householdId', code: 'PAIR_OUT_OF_SIGHT' }];
  }

  /** Inside a unit of work, after `problems` found nothing. */
  async follow({ agencyId }: PersonActor, child: ChildView, officeId: string | null): Promise<void> {
    if (!isElsewhere(child, officeId)) return;
    await this.database.repository(Child).update({ agencyId, id: child.id }, { officeId });
    const facts = { leftOffice: child.officeId ?? null, office: officeId };
    this.trail.record({ action: 'child.moved', subjectType: 'Child', subjectId: child.id, facts });
  }
}

const isElsewhere = (child: ChildView, officeId: string | null): boolean => (child.officeId ?? null) !== officeId;
