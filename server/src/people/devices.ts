import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Sessions, type DeviceView } from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';

/** Where somebody is signed in, and how they end it: always the actor's own login. */
@Injectable()
export class Devices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly trail: AuditTrail,
  ) {}

  list(actor: PersonActor): Promise<DeviceView[]> {
    return this.sessions.devicesOf(actor.loginId);
  }

  /** Ends one; somebody else's and one that has ended are both missing. */
  endOne(actor: PersonActor, sessionId: string): Promise<Result<true, NotFoundError>> {
    return this.work.run(actor, async () => {
      const ended = await this.sessions.endOne(actor.loginId, sessionId);
      if (!ended) return err({ code: 'NOT_FOUND' as const });
      this.trail.record({ action: 'session.ended', subjectType: 'Session', subjectId: sessionId });
      return ok(true as const);
    });
  }

  /** Ends all but this one. */
  async endOthers(actor: PersonActor): Promise<void> {
    await this.work.run(actor, async () => {
      const count = await this.sessions.endOthers(actor.loginId, actor.sessionId);
      this.#remember(actor, count);
    });
  }

  /** Ends all, this one too. */
  async endAll(actor: PersonActor): Promise<void> {
    await this.work.run(actor, async () => {
      const count = await this.sessions.endAll(actor.loginId);
      this.#remember(actor, count);
    });
  }

  #remember(actor: PersonActor, count: number): void {
    this.trail.record({
      action: 'session.allEnded',
      subjectType: 'Person',
      subjectId: actor.personId,
      facts: { count },
    });
  }
}
