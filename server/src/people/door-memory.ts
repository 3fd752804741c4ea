import { Injectable } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { platformActor } from '../platform/auth/index.js';
import { Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { PeopleRepository } from './people.repository.js';

/** Remembers what failed at the door, each in a unit of its own: nothing that rolls back takes it along. */
@Injectable()
export class DoorMemory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly people: PeopleRepository,
    private readonly ids: Ids,
  ) {}

  /** In the chain of the account's agency; what concerns no account, in the platform's own. The same work for both. */
  async failed(action: string, loginId: LoginId | undefined, facts: Readonly<Record<string, string>>): Promise<void> {
    const [standing] = await this.people.standingsOf(loginId ?? this.ids.next<LoginId>());
    const actor = { ...platformActor('sign-in'), ...(standing ? { agencyId: standing.agencyId } : {}) };
    await rememberRefusal(this.work, this.trail, actor, { action, subjectType: 'Login', subjectId: loginId, facts });
  }

  /** Met a limit: once a window, in the platform's own chain, since the account may not exist. */
  async throttled(act: string): Promise<void> {
    const entry = { action: 'attempts.throttled', subjectType: 'Login', facts: { act } };
    await rememberRefusal(this.work, this.trail, platformActor('throttle'), entry);
  }
}
