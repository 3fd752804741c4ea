import { IsNull, LessThan, Not } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../access/index.js';
import type { AuditTrail } from '../audit-trail/index.js';
import type { Clock } from '../clock/index.js';
import type { Database, UnitOfWork } from '../database/index.js';
import { requireUnit, runOutsideUnit } from '../database/index.js';
import { Job } from './job.entity.js';
import type { WakeUp } from './wake-up.js';

export interface DeadLetter {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly diedAt: string;
}
export type RetryError = { readonly code: 'NOT_FOUND' } | { readonly code: 'DEAD_LETTER_EMPTIED' };

const MOST_SHOWN = 200;
const DAY_MS = 86_400_000;
/** What a dead letter was to say is personal data; so long the operator has to mend and retry. */
export const PAYLOAD_KEPT_DAYS = 7;
/** A done job is kept for its dedupe key, and to answer "was it sent?". */
export const DONE_KEPT_DAYS = 30;
const PURGED_AT_ONCE = 500;

/** Jobs that failed for good: shown to the operator without their content, and revived on request. */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly wakeUp: WakeUp,
  ) {}

  /** The dead letters of one agency, the newest first. */
  async list(agencyId: AgencyId): Promise<DeadLetter[]> {
    const where = { agencyId, state: 'DEAD' as const };
    const jobs = await this.database
      .repository(Job)
      .find({ where, order: { finishedAt: 'DESC', id: 'DESC' }, take: MOST_SHOWN });
    return jobs.map(toDeadLetter);
  }

  /** Puts a dead letter of the actor's agency back in line with all its attempts before it. */
  retry(actor: PersonActor, id: string): Promise<Result<DeadLetter, RetryError>> {
    return this.work.run(actor, async () => {
      const jobs = this.database.repository(Job);
      const dead = { id, agencyId: actor.agencyId, state: 'DEAD' as const };
      const job = await this.database.forUpdate(jobs.createQueryBuilder('j').where(dead)).getOne();
      if (!job) return err({ code: 'NOT_FOUND' as const });
      if (job.payloadSealed === null) return err({ code: 'DEAD_LETTER_EMPTIED' as const });
      const revived = { state: 'READY' as const, attempts: 0, runAt: this.clock.nowIso(), finishedAt: null };
      if ((await jobs.update(dead, revived)).affected !== 1) return err({ code: 'NOT_FOUND' as const });
      const facts = { kind: job.kind, attempts: job.attempts, lastError: job.lastError };
      this.trail.record({ action: 'job.retried', subjectType: 'Job', subjectId: id, facts });
      requireUnit().afterCommit.push(() => runOutsideUnit(() => this.wakeUp.ring()));
      return ok(toDeadLetter(job));
    });
  }

  /** Empties letters that nobody revived in time, and forgets old done jobs. Returns how many rows it touched. */
  async purge(): Promise<number> {
    const actor = { kind: 'system' as const, agencyId: 'none' as AgencyId, name: 'jobs:purge' };
    const jobs = () => this.database.repository(Job);
    const stale = {
      state: 'DEAD' as const,
      payloadSealed: Not(IsNull()),
      finishedAt: LessThan(this.#daysAgo(PAYLOAD_KEPT_DAYS)),
    };
    const old = { state: 'DONE' as const, finishedAt: LessThan(this.#daysAgo(DONE_KEPT_DAYS)) };
    const [letters, done] = await Promise.all(
      [stale, old].map((where) => jobs().find({ select: { id: true }, where, take: PURGED_AT_ONCE })),
    );
    const ids = (rows: Job[] | undefined) => (rows ?? []).map((row) => row.id);
    const touched = ids(letters).length + ids(done).length;
    if (touched === 0) return 0;
    await this.work.run(actor, async () => {
      if (ids(letters).length > 0) await jobs().update(ids(letters), { payloadSealed: null });
      if (ids(done).length > 0) await jobs().delete(ids(done));
    });
    return touched;
  }

  #daysAgo(days: number): string {
    return new Date(this.clock.now().getTime() - days * DAY_MS).toISOString();
  }
}

const toDeadLetter = (job: Job): DeadLetter => ({
  id: job.id,
  kind: job.kind,
  attempts: job.attempts,
  lastError: job.lastError ?? 'UNKNOWN',
  diedAt: job.finishedAt ?? job.createdAt,
});
