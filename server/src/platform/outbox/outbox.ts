import type { Clock, Ids } from '../clock/index.js';
import type { Cipher } from '../crypto/index.js';
import { requireUnit, runOutsideUnit, type Database } from '../database/index.js';
import { eventKind, type DomainEvents, type EventName } from './events.js';
import { Job } from './job.entity.js';
import type { WakeUp } from './wake-up.js';

export interface JobOptions {
  /** Not before this instant (ISO); at once where left out. */
  readonly runAt?: string | undefined;
  /** Whose data the payload is: sealed with their data key, it stays mute once they are erased. */
  readonly subject?: string | undefined;
  /** At most one job a key, for as long as its row is kept. */
  readonly dedupeKey?: string | undefined;
}

/** Where a job's payload is sealed. */
export const payloadPlace = (jobId: string) => `job.payload.${jobId}`;

/** What must happen after the commit is written down before it: both commit, or neither does. */
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Tells every subscriber, once, after the open unit of work has committed. */
  publish<Name extends EventName>(
    name: Name,
    facts: DomainEvents[Name],
    options: JobOptions = {},
  ): Promise<string | undefined> {
    return this.add(eventKind(name), facts, options);
  }

  /**
   * Adds a job to the open unit of work; a worker takes it after the commit.
   * Returns its id, or undefined where a job with the same `dedupeKey` stands already.
   */
  async add(kind: string, payload: object, options: JobOptions = {}): Promise<string | undefined> {
    const unit = requireUnit();
    const jobs = this.database.repository(Job);
    const { dedupeKey, subject } = options;
    if (dedupeKey !== undefined && (await jobs.existsBy({ dedupeKey }))) return undefined;
    const id: string = this.ids.next<never>();
    const createdAt = this.clock.nowIso();
    const payloadSealed = await this.#seal(unit.actor.agencyId, JSON.stringify(payload), payloadPlace(id), subject);
    await jobs.insert({
      id,
      agencyId: unit.actor.agencyId,
      kind,
      payloadSealed,
      state: 'READY',
      attempts: 0,
      runAt: options.runAt ?? createdAt,
      leaseUntil: null,
      claimedBy: null,
      dedupeKey: dedupeKey ?? null,
      lastError: null,
      createdAt,
      finishedAt: null,
    });
    unit.afterCommit.push(() => runOutsideUnit(() => this.wakeUp.ring()));
    return id;
  }

  async #seal(agencyId: string, text: string, place: string, subject: string | undefined): Promise<string> {
    if (subject === undefined) return this.cipher.seal(text, place);
    await this.cipher.ensureKeys(agencyId, [subject]);
    return this.cipher.sealFor(subject, text, place);
  }
}
