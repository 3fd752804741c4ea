// Carries the ends of the chains out of the database: after the commit, in batches, never in a writer's way.
import type { Clock } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import { AuditHead } from '../audit-event.entity.js';
import type { AnchorEntry, AnchorLine, ChainEnd } from './anchor-line.js';
import type { AnchorTarget } from './anchor-target.js';

/** What a crash may lose of the anchor, at most; the rows themselves are in the database. */
export const ANCHOR_INTERVAL_MS = 1_000;

export type AnchorProblem = (problem: { readonly event: string; readonly error?: unknown }) => void;

export class AuditAnchor {
  readonly #waiting = new Map<string, ChainEnd>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    readonly target: AnchorTarget,
    private readonly report: AnchorProblem,
  ) {}

  /** A commit made the chain this long. Returns at once; the newest end of an interval covers all before it. */
  seen(agencyId: string, end: ChainEnd): void {
    if ((this.#waiting.get(agencyId)?.sequence ?? 0) >= end.sequence) return;
    this.#waiting.set(agencyId, end);
    this.#schedule();
  }

  /** Writes what waits, and resolves once it is on the disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** At a start: anchors what stands in the database, and says what it found if that is not what was anchored. */
  async begin(): Promise<void> {
    for (const { agencyId, sequence, hash } of await this.database.repository(AuditHead).find()) {
      const line = await this.target.append(agencyId, (last) => found({ sequence, hash }, last, this.clock.nowIso()));
      if (line?.kind === 'mismatch') this.report({ event: 'audit.mismatch' });
    }
  }

  /** After a backup was put back: what had been anchored beyond its end is no longer expected. */
  async restored(): Promise<void> {
    await this.flush();
    for (const { agencyId, sequence, hash } of await this.database.repository(AuditHead).find()) {
      await this.target.append(agencyId, () => ({ kind: 'restored', sequence, hash, at: this.clock.nowIso() }));
    }
  }

  #schedule(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => void this.flush(), ANCHOR_INTERVAL_MS);
    // A process that has nothing else to do may end; it flushes on its way out.
    this.#timer.unref();
  }

  async #write(): Promise<void> {
    const ends = [...this.#waiting];
    this.#waiting.clear();
    for (const [agencyId, end] of ends) {
      try {
        await this.target.append(agencyId, (last) => grown(end, last, this.clock.nowIso()));
      } catch (error) {
        // A full disk must not stop the agency's work: it is reported, tried again, and shown as "last anchored".
        this.report({ event: 'audit.anchorFailed', error });
        this.seen(agencyId, end);
      }
    }
  }
}

/** The line for a chain that a commit made longer; none where another process has anchored more already. */
function grown(end: ChainEnd, last: AnchorLine | undefined, at: string): AnchorEntry | undefined {
  if (!last || end.sequence > last.sequence) return { kind: 'head', ...end, at };
  return undefined;
}

/** The line for a chain as a start finds it; none where it is what was anchored last. */
function found(end: ChainEnd, last: AnchorLine | undefined, at: string): AnchorEntry | undefined {
  if (!last) return { kind: 'gap', ...end, at, from: 1 };
  if (end.sequence > last.sequence) return { kind: 'gap', ...end, at, from: last.sequence + 1 };
  return end.sequence === last.sequence && end.hash === last.hash ? undefined : { kind: 'mismatch', ...end, at };
}
