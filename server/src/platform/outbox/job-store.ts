import { In, LessThan, LessThanOrEqual } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { SystemActor } from '../access/index.js';
import type { Clock } from '../clock/index.js';
import type { Database, UnitOfWork } from '../database/index.js';
import { Job } from './job.entity.js';

/** A job that one worker holds, by name and attempt: a later claim of the same job has another attempt. */
export interface Claim {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly kind: string;
  readonly payloadSealed: string | null;
  readonly attempt: number;
  readonly worker: string;
}

/** Somebody else holds the job by now: what this worker did for it must not commit. */
export class LeaseLost extends Error {
  readonly code = 'LEASE_LOST';
}

const NO_AGENCY = 'none';
const LONGEST_CODE = 80;

/** The states of jobs, each changed by compare-and-set: nobody moves a job that another holds. */
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Leases the job that has waited longest, or undefined where none is due. */
  async claim(worker: string, kinds: readonly string[], leaseMs: number): Promise<Claim | undefined> {
    const due = { state: 'READY' as const, kind: In([...kinds]), runAt: LessThanOrEqual(this.clock.nowIso()) };
    // Looks first: an idle worker takes no write lock.
    if (!(await this.database.repository(Job).existsBy(due))) return undefined;
    return this.work.run(platformActor('claim'), async () => {
      const job = await this.#firstUnlocked(kinds);
      if (!job) return undefined;
      const attempt = job.attempts + 1;
      const taken = await this.database
        .repository(Job)
        .update(
          { id: job.id, state: 'READY', attempts: job.attempts },
          { state: 'CLAIMED', attempts: attempt, claimedBy: worker, leaseUntil: this.#in(leaseMs) },
        );
      if (taken.affected !== 1) return undefined;
      const agencyId = (job.agencyId ?? NO_AGENCY) as AgencyId;
      return { id: job.id, agencyId, kind: job.kind, payloadSealed: job.payloadSealed, attempt, worker };
    });
  }

  /** Holds a claim for longer; throws `LeaseLost` where it was lost meanwhile. */
  async extend(claim: Claim, leaseMs: number): Promise<void> {
    await this.work.run(platformActor('heartbeat'), () => this.#move(claim, { leaseUntil: this.#in(leaseMs) }));
  }

  /** Inside the unit of work of the job's own effects: done and purged, or `LeaseLost` and nothing happened. */
  async complete(claim: Claim): Promise<void> {
    const finishedAt = this.clock.nowIso();
    await this.#move(claim, { state: 'DONE', payloadSealed: null, leaseUntil: null, lastError: null, finishedAt });
  }

  /** Back in line after `waitMs`, or dead where `waitMs` is undefined. A claim that was lost is left alone. */
  async fail(claim: Claim, code: string, waitMs: number | undefined): Promise<void> {
    const after =
      waitMs === undefined
        ? { state: 'DEAD' as const, finishedAt: this.clock.nowIso() }
        : { state: 'READY' as const, runAt: this.#in(waitMs) };
    const change = { ...after, lastError: code.slice(0, LONGEST_CODE), claimedBy: null, leaseUntil: null };
    await this.#moveIfHeld(claim, 'fail', change);
  }

  /** Gives a claim back untried: the process stops, and another may go on at once. */
  async release(claim: Claim): Promise<void> {
    const change = { state: 'READY' as const, attempts: claim.attempt - 1, claimedBy: null, leaseUntil: null };
    await this.#moveIfHeld(claim, 'release', change);
  }

  /** Frees the jobs of workers that are gone. A job that was tried `mostAttempts` times is dead. Returns how many. */
  async reclaim(mostAttempts: number): Promise<number> {
    const expired = { state: 'CLAIMED' as const, leaseUntil: LessThan(this.clock.nowIso()) };
    const found = await this.database.repository(Job).find({ where: expired, take: 100 });
    let freed = 0;
    for (const job of found) freed += await this.#free(job, job.attempts >= mostAttempts);
    return freed;
  }

  async #firstUnlocked(kinds: readonly string[]): Promise<Job | null> {
    const query = this.database
      .repository(Job)
      .createQueryBuilder('j')
      .where('j.state = :state AND j.runAt <= :now', { state: 'READY', now: this.clock.nowIso() })
      .andWhere('j.kind IN (:...kinds)', { kinds })
      .orderBy('j.runAt')
      .addOrderBy('j.id')
      .limit(1);
    if (this.database.engine.kind === 'mysql') query.setLock('pessimistic_write').setOnLocked('skip_locked');
    return query.getOne();
  }

  async #move(claim: Claim, change: Partial<Job>): Promise<void> {
    if ((await this.#compareAndSet(claim, change)) !== 1) throw new LeaseLost();
  }

  async #moveIfHeld(claim: Claim, name: string, change: Partial<Job>): Promise<void> {
    await this.work.run(platformActor(name), () => this.#compareAndSet(claim, change));
  }

  #free(job: Job, dead: boolean): Promise<number> {
    const now = this.clock.nowIso();
    const after = dead ? { state: 'DEAD' as const, finishedAt: now } : { state: 'READY' as const, runAt: now };
    // The lease is part of the comparison: a heartbeat that came meanwhile keeps the job.
    const before = { id: job.id, state: 'CLAIMED' as const, attempts: job.attempts, leaseUntil: job.leaseUntil ?? '' };
    return this.work.run(platformActor('reclaim'), async () => {
      const change = { ...after, lastError: 'WORKER_GONE', claimedBy: null, leaseUntil: null };
      return (await this.database.repository(Job).update(before, change)).affected ?? 0;
    });
  }

  async #compareAndSet(claim: Claim, change: Partial<Job>): Promise<number> {
    const before = { id: claim.id, state: 'CLAIMED' as const, claimedBy: claim.worker, attempts: claim.attempt };
    return (await this.database.repository(Job).update(before, change)).affected ?? 0;
  }

  #in(milliseconds: number): string {
    return new Date(this.clock.now().getTime() + milliseconds).toISOString();
  }
}

const platformActor = (name: string): SystemActor => ({
  kind: 'system',
  agencyId: NO_AGENCY as AgencyId,
  name: `jobs:${name}`,
});
