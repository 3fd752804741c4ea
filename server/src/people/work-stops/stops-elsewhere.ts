// A stop in one agency is a stop in all of that human's agencies (H8): their children are safe too, and nothing else is told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Actor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobHandlers, Outbox, type JobContext } from '../../platform/outbox/index.js';
import { StopEffects } from './stop-effects.js';
import { WorkStopsRepository } from './work-stops.repository.js';

const whose = z.object({ loginId: z.string(), personId: z.string() });
const ELSEWHERE = { kind: 'work.stop-elsewhere', payload: whose };

@Injectable()
export class StopsElsewhere implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly repository: WorkStopsRepository,
    private readonly effects: StopEffects,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(ELSEWHERE, async (job, context) => {
      await this.#work(job, context);
      return undefined;
    });
  }

  /** Other agencies of the same human, one unit of work each. Their audit says that it was not of their doing. */
  async now(loginId: LoginId, personId: PersonId): Promise<void> {
    for (const other of await this.repository.othersOf(loginId, personId)) {
      const platform: Actor = { kind: 'system', agencyId: other.agencyId, name: 'work-stop' };
      await this.work.run(platform, async () => {
        const ended = await this.effects.apply(other);
        const entry = { action: 'work.paused', subjectType: 'Person', subjectId: other.personId, facts: { ...ended } };
        this.trail.record(entry);
      });
    }
  }

  /** The same right after the open unit of work, which is one agency's and may not write another's rows. */
  async soon(loginId: LoginId, personId: PersonId): Promise<void> {
    if ((await this.repository.othersOf(loginId, personId)).length > 0) {
      await this.outbox.add(ELSEWHERE.kind, { loginId, personId });
    }
  }

  /** Tried again after a crash, it ends what is left. A mistake that was undone meanwhile ends nothing any more. */
  async #work({ loginId, personId }: z.infer<typeof whose>, { agencyId }: JobContext): Promise<void> {
    const stop = await this.repository.standing({ agencyId, personId: personId as PersonId });
    if (stop) await this.now(loginId as LoginId, stop.personId);
  }
}
