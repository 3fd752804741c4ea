// The thread in which runs are performed: it reads, solves, checks and stores with a database connection of its own, so
// that the thread that answers requests does nothing of it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, lendTurns } from '../../platform/database/index.js';
import { Log } from '../../platform/observability/index.js';
import type { MatchRun } from './match-run.entity.js';
import { NotWanted, type RunPlace, type Watch } from './run-performer.js';
import type { FromThread, ThreadData, ToThread } from './thread-messages.js';

/** The bundled one starts sooner; only a built server has either. From source a run is performed in this thread. */
const PLACES = ['../../bundle/match-thread.js', '../../match-thread.js'];
const ENTRY = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file));
/** Its connections and keys are worth keeping while a worker runs again with other weights, not for a night. */
const IDLE_MS = 300_000;
const CLOSING_MS = 5_000;
/** Rosters pass through it once: the larger, the less the helpers of the memory take of the requests' processors. */
const YOUNG_MB = 96;

interface Waiting {
  readonly worker: Worker;
  readonly watch: Watch;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

@Injectable()
export class RunThread implements RunPlace {
  readonly #waiting = new Map<string, Waiting>();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  get isThere(): boolean {
    return ENTRY !== undefined;
  }

  perform(actor: PersonActor, run: MatchRun, within: Rows, watch: Watch): Promise<void> {
    if (watch.signal.aborted) return Promise.reject(new NotWanted());
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#open());
    const say = (message: ToThread) => worker.postMessage(message);
    const stop = () => say({ type: 'stop', runId: run.id });
    watch.signal.addEventListener('abort', stop, { once: true });
    const ended = new Promise<void>((resolve, reject) => this.#waiting.set(run.id, { worker, watch, resolve, reject }));
    say({ type: 'perform', actor, run, within });
    return ended.finally(() => {
      watch.signal.removeEventListener('abort', stop);
      this.#waiting.delete(run.id);
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    });
  }

  /** Lets it close its connections; it is ended where it does not. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage({ type: 'close' } satisfies ToThread);
    const late = setTimeout(() => void worker.terminate(), CLOSING_MS);
    await gone;
    clearTimeout(late);
  }

  #open(): Worker {
    if (ENTRY === undefined) throw new Error('BUG: no thread without the built server');
    const { port1, port2 } = new MessageChannel();
    lendTurns(port1, () => this.database.engine.turn());
    const workerData: ThreadData = { config: this.config, turns: port2 };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    const worker = new Worker(ENTRY, { workerData, transferList: [port2], resourceLimits });
    this.log.info({ event: 'match.thread_started' });
    // It keeps nobody waiting who wants to stop.
    worker.unref();
    worker.on('message', (message: FromThread) => this.#heard(message));
    worker.on('error', (error) => this.#lost(worker, error instanceof Error ? error : new Error('the thread failed')));
    worker.on('exit', () => this.#lost(worker, new Error('the thread of the runs stopped')));
    return worker;
  }

  #heard(message: FromThread): void {
    const waiting = this.#waiting.get(message.runId);
    if (message.type === 'at') waiting?.watch.at(message.progress);
    else if (message.end === 'FAILED') waiting?.reject(message.error);
    else if (message.end === 'NOT_WANTED') waiting?.reject(new NotWanted());
    else waiting?.resolve();
  }

  #lost(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = undefined;
    for (const waiting of this.#waiting.values()) if (waiting.worker === worker) waiting.reject(error);
  }
}
