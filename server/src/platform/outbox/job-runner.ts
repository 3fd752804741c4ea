import type { Cipher } from '../crypto/index.js';
import type { UnitOfWork } from '../database/index.js';
import { waitAfter } from './backoff.js';
import { JobRefused, type JobContext, type JobHandlers, type UnitStep } from './job-handlers.js';
import { LeaseLost, type Claim, type JobStore } from './job-store.js';
import { payloadPlace } from './outbox.js';

export type JobOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'retry'; readonly code: string; readonly waitMs: number }
  | { readonly outcome: 'dead'; readonly code: string }
  /** Another worker holds it, or it was given back: nothing of this attempt has committed. */
  | { readonly outcome: 'lost' };

/** Runs one claimed job to one of its outcomes. Never throws for what the handler does. */
export class JobRunner {
  constructor(
    private readonly store: JobStore,
    private readonly handlers: JobHandlers,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly random: () => number,
  ) {}

  async run(claim: Claim, signal: AbortSignal): Promise<JobOutcome> {
    try {
      await this.#perform(claim, signal);
      return { outcome: 'done' };
    } catch (error) {
      if (error instanceof LeaseLost) return { outcome: 'lost' };
      return this.#failed(claim, error);
    }
  }

  async #perform(claim: Claim, signal: AbortSignal): Promise<void> {
    const { id: jobId, attempt, agencyId, kind } = claim;
    const context: JobContext = { jobId, attempt, agencyId, signal };
    const job = this.handlers.prepare(kind, await this.#payload(claim));
    if (job.where === 'unit') {
      await this.#commit(claim, () => job.run(context));
      return;
    }
    const step = await job.run(context);
    await this.#commit(claim, step);
  }

  /** Effects and the mark of being done, together. */
  async #commit(claim: Claim, step: UnitStep | undefined): Promise<void> {
    const actor = { kind: 'system' as const, agencyId: claim.agencyId, name: `job:${claim.kind}` };
    await this.work.run(actor, async () => {
      await step?.();
      await this.store.complete(claim);
    });
  }

  async #failed(claim: Claim, error: unknown): Promise<JobOutcome> {
    const code = codeOf(error);
    const waitMs = error instanceof JobRefused ? undefined : waitAfter(claim.attempt, this.random());
    await this.store.fail(claim, code, waitMs);
    return waitMs === undefined ? { outcome: 'dead', code } : { outcome: 'retry', code, waitMs };
  }

  async #payload(claim: Claim): Promise<unknown> {
    if (claim.payloadSealed === null) throw new JobRefused('PAYLOAD_PURGED');
    await this.cipher.loadKeys([claim.payloadSealed]);
    // What was to be said to somebody who was erased since is not said any more.
    if (this.cipher.isErased(claim.payloadSealed)) throw new JobRefused('SUBJECT_ERASED');
    const text = this.cipher.open(claim.payloadSealed, payloadPlace(claim.id));
    try {
      return JSON.parse(text);
    } catch {
      throw new JobRefused('PAYLOAD_INVALID');
    }
  }
}

const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** A word that names the failure. Never the message: it may repeat a name, a number, a row. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string' && CODE.test(error.code)) return error.code;
  return error.constructor.name;
}
