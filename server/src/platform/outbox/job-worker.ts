// The workers of this process: each takes one job after another, and sleeps until something is due.
import type { Log, Metrics } from '../observability/index.js';
import { RETRY_POLICY } from './backoff.js';
import type { JobHandlers } from './job-handlers.js';
import { codeOf, type JobOutcome, type JobRunner } from './job-runner.js';
import type { Claim, JobStore } from './job-store.js';
import type { WakeUp } from './wake-up.js';

export interface WorkerTimes {
  /** A worker that says nothing for so long is gone, and its job goes to another. */
  readonly leaseMs: number;
  /** How soon the work of other processes is noticed; what this process adds wakes its workers at once. */
  readonly pollMs: number;
  /** How long a stop waits for running jobs before it gives them back. */
  readonly patienceMs: number;
}

export const WORKER_TIMES: WorkerTimes = { leaseMs: 30_000, pollMs: 1_000, patienceMs: 8_000 };

export interface JobWorkerParts {
  readonly store: JobStore;
  readonly runner: JobRunner;
  readonly handlers: JobHandlers;
  readonly wakeUp: WakeUp;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Tells the workers of all processes apart. */
  readonly name: string;
}

export class JobWorker {
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, Claim>();
  #loops: Promise<void>[] = [];
  readonly #sleepers = new Set<() => void>();
  /** Counts calls to wake, so that one that comes while a worker still looks is not missed. */
  #calls = 0;
  #stopListening: () => void = () => undefined;

  constructor(
    private readonly parts: JobWorkerParts,
    private readonly times: WorkerTimes = WORKER_TIMES,
  ) {}

  /** Starts so many workers; 0 starts none. */
  start(count: number): void {
    if (this.#loops.length > 0 || count === 0) return;
    this.#stopListening = this.parts.wakeUp.listen(() => this.#wake());
    this.#loops = Array.from({ length: count }, (_, index) => this.#loop(`${this.parts.name}.${index}`));
  }

  /** Works all that is due now, and returns how many jobs that were; for commands and tests. */
  async drain(): Promise<number> {
    await this.parts.store.reclaim(RETRY_POLICY.mostAttempts);
    let worked = 0;
    while (await this.#workOne(`${this.parts.name}.drain`)) worked += 1;
    return worked;
  }

  /** Takes no more jobs, lets running ones finish for a while, then gives them back. */
  async stop(): Promise<void> {
    this.#stopListening();
    this.#stopping.abort();
    this.#wake();
    const loops = Promise.all(this.#loops);
    const inTime = await withPatience(loops, this.times.patienceMs);
    if (!inTime) await Promise.all([...this.#running.values()].map((claim) => this.parts.store.release(claim)));
  }

  async #loop(worker: string): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const calls = this.#calls;
      try {
        await this.parts.store.reclaim(RETRY_POLICY.mostAttempts);
        while (!this.#stopping.signal.aborted && (await this.#workOne(worker)));
      } catch (error) {
        // The database is away or busy: the next round tries again.
        this.parts.log.warn({ event: 'jobs.unreachable', code: codeOf(error) });
      }
      if (calls === this.#calls) await this.#sleep();
    }
  }

  async #workOne(worker: string): Promise<boolean> {
    const claim = await this.parts.store.claim(worker, this.parts.handlers.kinds, this.times.leaseMs);
    if (!claim) return false;
    this.#running.set(worker, claim);
    const begun = performance.now();
    const stopBeating = this.#beat(claim);
    try {
      this.#report(claim, await this.parts.runner.run(claim, this.#stopping.signal), performance.now() - begun);
    } finally {
      stopBeating();
      this.#running.delete(worker);
    }
    return true;
  }

  /** Holds the lease while the job runs. A beat that fails is not fatal: the last step compares the claim anyway. */
  #beat(claim: Claim): () => void {
    const timer = setInterval(() => {
      this.parts.store.extend(claim, this.times.leaseMs).catch((error: unknown) => {
        this.parts.log.warn({ event: 'job.beat_failed', job: claim.id, code: codeOf(error) });
      });
    }, this.times.leaseMs / 3);
    return () => clearInterval(timer);
  }

  #report(claim: Claim, outcome: JobOutcome, ms: number): void {
    const { log, metrics } = this.parts;
    const facts = {
      event: 'job',
      job: claim.id,
      kind: claim.kind,
      attempt: claim.attempt,
      ms: Math.round(ms),
      ...outcome,
    };
    metrics.jobRan(claim.kind, outcome.outcome, ms / 1000);
    if (outcome.outcome === 'dead') log.error(facts);
    else if (outcome.outcome === 'done') log.debug(facts);
    else log.warn(facts);
  }

  #sleep(): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, this.times.pollMs);
      this.#sleepers.add(wake);
    });
  }

  #wake(): void {
    this.#calls += 1;
    for (const wake of [...this.#sleepers]) wake();
  }
}

async function withPatience(work: Promise<unknown>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)));
  const inTime = await Promise.race([work.then(() => true as const), late]);
  clearTimeout(timer);
  return inTime;
}
