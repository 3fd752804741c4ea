// What happens between the press and the board: a run is performed beside the requests, and its row says how far it is.
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import { currentUnit } from '../../platform/database/index.js';
import { Log, RequestsUnderWay } from '../../platform/observability/index.js';
import type { MatchRun } from './match-run.entity.js';
import { RunEnds } from './run-ends.js';
import { NotWanted, RunPerformer } from './run-performer.js';
import { RunStore } from './run-store.js';
import { RunProcess } from './run-process.js';

const BEAT_MS = 2_000;

interface Work {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}
@Injectable()
export class RunWork implements OnModuleDestroy {
  readonly #running = new Map<string, Work>();

  constructor(
    private readonly beside: RunProcess,
    private readonly here: RunPerformer,
    private readonly ends: RunEnds,
    private readonly store: RunStore,
    private readonly log: Log,
    private readonly requests: RequestsUnderWay,
  ) {}

  /** Works at a run whose row stands, and marks the row however it ends. */
  begin(actor: PersonActor, run: MatchRun, within: Rows): void {
    const stop = new AbortController();
    const done = this.#perform(actor, run, within, stop).finally(() => this.#running.delete(run.id));
    this.#running.set(run.id, { stop, done });
  }

  /** A run may come soon. */
  expect(): void {
    this.beside.expect();
  }

  isAt(runId: string): boolean {
    return this.#running.has(runId);
  }

  abort(runId: string): void {
    this.#running.get(runId)?.stop.abort();
  }

  /** Resolves once the run has ended here, or the time is over; at once for a run of another process. */
  async settled(runId: string, ms: number): Promise<void> {
    const work = this.#running.get(runId);
    if (!work || ms <= 0) return;
    const late = new AbortController();
    const over = wait(ms, undefined, { signal: late.signal }).catch(() => undefined);
    await this.requests.aside(Promise.race([work.done, over]));
    late.abort();
  }

  /** Runs of a process that stops have failed: whoever started one is told so, and starts another. */
  async onModuleDestroy(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { stop } of running) stop.abort();
    await Promise.allSettled(running.map(({ done }) => done));
    await this.beside.end();
  }

  async #perform(actor: PersonActor, run: MatchRun, within: Rows, stop: AbortController): Promise<void> {
    // Within a unit that commits everything together (the demo's seed) the rows are seen there alone: no other process
    // finds them, nobody sees the progress, and two steps of it never write at once.
    const isSeen = currentUnit()?.open !== true;
    const place = isSeen && this.beside.isThere ? this.beside : this.here;
    const say = (progress: number) => (isSeen ? this.ends.say(run, progress) : Promise.resolve(true));
    const beat = new Heartbeat(say, stop);
    try {
      await place.perform(actor, run, within, { signal: stop.signal, at: (progress) => beat.at(progress) });
    } catch (error) {
      if (!(error instanceof NotWanted) && !stop.signal.aborted) {
        this.log.error({ event: 'match.failed', reference: run.id, error });
      }
      await this.ends.end(run, { state: 'FAILED' });
      await this.store.forget(run);
    } finally {
      beat.end();
    }
  }
}

/** Stores the progress every other second at most, one write at a time. */
class Heartbeat {
  #progress = 0;
  #isSaying = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly say: (progress: number) => Promise<boolean>,
    private readonly stop: AbortController,
  ) {
    this.#timer = setInterval(() => void this.#beat(), BEAT_MS);
    this.#timer.unref();
  }

  at(progress: number): void {
    this.#progress = progress;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    if (this.#isSaying) return;
    this.#isSaying = true;
    // A write that fails now is tried again with the next; whoever hears nothing for a minute ends the run.
    const wanted = await this.say(this.#progress).catch(() => true);
    this.#isSaying = false;
    if (!wanted) this.stop.abort();
  }
}
