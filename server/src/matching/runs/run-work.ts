// What happens between the press and the board: rosters read in slices, the engine in a thread, the result stored.
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { currentUnit, Database, UnitOfWork } from '../../platform/database/index.js';
import { Log } from '../../platform/observability/index.js';
import { MatchEngine } from './match-engine.js';
import { MatchRun } from './match-run.entity.js';
import { MatchSnapshots } from './match-snapshots.js';
import { RunStore, type Outcome } from './run-store.js';

/** How the hundred parts of the progress are shared out. */
const READ = 60;
const SOLVED = 85;
const BEAT_MS = 2_000;

/** The run is not wanted any more: somebody cancelled it, or the process stops. */
class NotWanted extends Error {}

interface Work {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}
@Injectable()
export class RunWork implements OnModuleDestroy {
  readonly #running = new Map<string, Work>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly snapshots: MatchSnapshots,
    private readonly engine: MatchEngine,
    private readonly store: RunStore,
    private readonly log: Log,
  ) {}

  /** Works at a run whose row stands, and marks the row however it ends. */
  begin(actor: PersonActor, run: MatchRun, within: Rows): void {
    const stop = new AbortController();
    // Within a unit that commits everything together (the demo's seed) its rows are seen there alone.
    const done = this.#perform(actor, run, within, stop).finally(() => this.#running.delete(run.id));
    this.#running.set(run.id, { stop, done });
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
    await Promise.race([work.done, wait(ms, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
  }

  /** Runs of a process that stops have failed: whoever started one is told so, and starts another. */
  async onModuleDestroy(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { stop } of running) stop.abort();
    await Promise.allSettled(running.map(({ done }) => done));
  }

  async #perform(actor: PersonActor, run: MatchRun, within: Rows, stop: AbortController): Promise<void> {
    // Nobody sees the progress of a unit that has not committed, and two steps of it never write at once.
    const isSeen = currentUnit()?.open !== true;
    const say = (progress: number) => (isSeen ? this.#say(actor, run.id, progress) : Promise.resolve(true));
    const beat = new Heartbeat(say, stop);
    try {
      const outcome = await this.#solve(run, within, beat, stop.signal);
      if (outcome) await this.store.keep(actor, run, within, outcome, stop.signal);
    } catch (error) {
      if (!(error instanceof NotWanted) && !stop.signal.aborted) {
        this.log.error({ event: 'match.failed', reference: run.id, error });
      }
      await this.#end(actor, run.id, { state: 'FAILED' });
      await this.store.forget(run);
    } finally {
      beat.end();
    }
  }

  /** Undefined where nobody can be matched; the row then says how many there were. */
  async #solve(run: MatchRun, within: Rows, beat: Heartbeat, signal: AbortSignal): Promise<Outcome | undefined> {
    const started = performance.now();
    const engine = this.engine.open(signal);
    try {
      const area = run.scope?.kind === 'AREA' ? run.scope.areaCode : undefined;
      const taken = await this.snapshots.take(within, area, run.serviceDate as LocalDate, {
        part: (part) => engine.add(part),
        read: (share) => {
          if (signal.aborted) throw new NotWanted();
          beat.at(Math.floor(share * READ));
        },
      });
      const { readiness } = taken;
      if (readiness.volunteersReady === 0 || readiness.childrenWaiting === 0) {
        await this.#end({ agencyId: run.agencyId }, run.id, { state: 'FAILED', readiness });
        return undefined;
      }
      beat.at(READ);
      const { solved, pairs } = await engine.solve(taken.frame);
      if (!solved.verified) throw new Error('BUG: the engine gave a solution that its checker refuses');
      beat.at(SOLVED);
      return { taken, solved, pairs, durationMs: Math.round(performance.now() - started) };
    } finally {
      await engine.end();
    }
  }

  /** Says how far it is, and hears whether it is still wanted: another process may have cancelled it. */
  async #say(actor: PersonActor, id: string, progress: number): Promise<boolean> {
    const change = { progress, aliveAt: this.clock.nowIso() };
    const system = { kind: 'system', agencyId: actor.agencyId, name: 'match' } as const;
    return this.work.run(system, async () => {
      const { affected } = await this.database.repository(MatchRun).update({ id, state: 'RUNNING' }, change);
      return affected !== 0;
    });
  }

  async #end(
    { agencyId }: { readonly agencyId: string },
    id: string,
    end: Pick<MatchRun, 'state'> & Partial<Pick<MatchRun, 'readiness'>>,
  ): Promise<void> {
    const system = { kind: 'system', agencyId: agencyId as PersonActor['agencyId'], name: 'match' } as const;
    const change = { ...end, endedAt: this.clock.nowIso() };
    await this.work.run(system, async () => {
      await this.database.repository(MatchRun).update({ id: In([id]), state: 'RUNNING' }, change);
    });
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
