// Remembers who read what about whom, before they get to see it (security.md, rule 2).
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Actor } from '../../access/actor.js';
import { runOutsideUnit, type UnitOfWork } from '../../database/index.js';
import type { AuditEntry, AuditTrail } from '../audit-trail.js';

interface Waiting {
  readonly actor: Actor;
  readonly entries: readonly AuditEntry[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Commits the rows of reads, several at once: while one unit commits, the reads that come meanwhile wait for the next.
 * A busy desk so costs the one writer a unit a commit, not a unit a read. Each read still waits for its own row.
 */
export class SensitiveReads {
  readonly #waiting = new Map<AgencyId, Waiting[]>();
  readonly #busy = new Set<AgencyId>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** Resolves once the rows are committed. Rejects where they are not: then nothing of the read may leave. */
  record(actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      const { agencyId } = actor;
      const waiting = this.#waiting.get(agencyId);
      const one = { actor, entries, done, failed };
      if (waiting) waiting.push(one);
      else this.#waiting.set(agencyId, [one]);
      if (!this.#busy.has(agencyId)) void runOutsideUnit(() => this.#commitAll(agencyId));
    });
  }

  async #commitAll(agencyId: AgencyId): Promise<void> {
    this.#busy.add(agencyId);
    for (let batch = this.#take(agencyId); batch; batch = this.#take(agencyId)) await this.#commit(agencyId, batch);
    this.#busy.delete(agencyId);
  }

  #take(agencyId: AgencyId): readonly Waiting[] | undefined {
    const batch = this.#waiting.get(agencyId);
    this.#waiting.delete(agencyId);
    return batch;
  }

  async #commit(agencyId: AgencyId, batch: readonly Waiting[]): Promise<void> {
    try {
      await this.work.run({ kind: 'system', agencyId, name: 'reads' }, () => {
        for (const { actor, entries } of batch) for (const entry of entries) this.trail.record({ ...entry, by: actor });
        return Promise.resolve();
      });
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}
