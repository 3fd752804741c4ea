// The process in which runs are performed and boards are kept open, so that the one that answers requests does nothing of
// it: memory, its helpers, compiler and priority are its own (ADR-0026).
import type { ChildProcess } from 'node:child_process';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, lendTurns, type TurnWord } from '../../platform/database/index.js';
import { Log, Metrics, RequestsUnderWay } from '../../platform/observability/index.js';
import type { Question } from './answer-desk.js';
import { forkEngine, mayStand } from './engine-child.js';
import { OF_NONE, type Envelope, type FromEngine, type ToEngine } from './engine-messages.js';
import { firstThere } from './first-there.js';
import { GivesWay } from './gives-way.js';

/** Its connections, keys and open boards are worth keeping while people look at a run, not for a night. */
const IDLE_MS = 600_000;
const CLOSING_MS = 5_000;

/** A question or an order under way. */
export interface Exchange {
  readonly work: 'prepare' | 'run' | Question['kind'];
  readonly heard: (message: FromEngine) => void;
  readonly lost: (error: Error) => void;
}
export interface Line {
  readonly say: (message: ToEngine) => void;
  /** Nothing more is expected. */
  readonly over: () => void;
}

@Injectable()
export class EngineProcess {
  /** Only the built server has it; from source everything is done in this process. */
  entry = firstThere(['./engine-main.js'], import.meta.url);
  readonly #exchanges = new Map<number, Exchange & { readonly child: ChildProcess; readonly began: number }>();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #begun = OF_NONE;
  #way: GivesWay | undefined;
  #isItsTurn = false;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly requests: RequestsUnderWay,
  ) {
    requests.onChange(() => this.#heed());
  }

  get isThere(): boolean {
    return this.entry !== undefined;
  }

  /** Whether it has been started, and has not ended. */
  get isOpen(): boolean {
    return this.#child !== undefined;
  }

  /**
   * Somebody looks at the page from which runs are started: to start a process, load and warm it takes longer than most
   * runs, and is best over before one is waited for. Without the built server nothing happens.
   */
  expect(): void {
    if (!this.isThere) return;
    if (this.#child) return this.#rest();
    const { say, over } = this.begin({ work: 'prepare', heard: () => over(), lost: () => undefined });
    say({ type: 'prepare' });
  }

  begin(exchange: Exchange): Line {
    clearTimeout(this.#idle);
    const child = (this.#child ??= this.#open());
    const of = ++this.#begun;
    this.#exchanges.set(of, { ...exchange, child, began: performance.now() });
    this.#heed();
    return {
      say: (message) => this.#say(child, of, message),
      over: () => {
        this.#exchanges.delete(of);
        this.#heed();
        this.#rest();
      },
    };
  }

  /** Lets it close its connections; it is ended where it does not. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    this.#way?.end();
    this.#way = undefined;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#say(child, OF_NONE, { type: 'close' });
    const late = setTimeout(() => child.kill('SIGKILL'), CLOSING_MS);
    await gone;
    clearTimeout(late);
  }

  /** It ends by itself where nobody wants anything for a while. */
  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#exchanges.size === 0) this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  /**
   * It stands still while somebody is answered: not while it is asked itself, nor in its turn to write, for which others
   * may wait.
   */
  #heed(): void {
    const works = [...this.#exchanges.values()].map(({ work }) => work);
    const isAsked = works.some((work) => work !== 'run' && work !== 'prepare');
    this.#way?.heed(this.requests.isAnyAnswered && works.length > 0 && !isAsked && !this.#isItsTurn);
  }

  /** A turn to write is short, and is gone through at once. */
  async #turn(): Promise<() => void> {
    const over = await this.database.engine.turn();
    this.#isItsTurn = true;
    this.#heed();
    return () => {
      this.#isItsTurn = false;
      this.#heed();
      over();
    };
  }

  #open(): ChildProcess {
    if (this.entry === undefined) throw new Error('BUG: no matching process without the built server');
    const child = forkEngine(this.entry);
    this.log.info({ event: 'match.process_started' });
    // It keeps nobody waiting who wants to stop.
    child.unref();
    child.channel?.unref();
    if (mayStand) this.#way = wayOf(child);
    let heardTurn: ((word: TurnWord) => void) | undefined;
    const line = {
      say: (word: TurnWord) => this.#say(child, OF_NONE, { type: 'turn', word }),
      hear: (listener: (word: TurnWord) => void) => void (heardTurn = listener),
    };
    const takeBack = lendTurns(line, () => this.#turn());
    child.on('message', ({ of, message }: Envelope<FromEngine>) => {
      if (message.type === 'turn') heardTurn?.(message.word);
      else this.#heard(of, message);
    });
    const lost = (error: Error) => {
      takeBack();
      this.#lost(child, error);
    };
    child.on('error', lost);
    child.on('exit', () => lost(new Error('the matching process stopped')));
    this.#say(child, OF_NONE, { type: 'config', config: this.config });
    return child;
  }

  #heard(of: number, message: FromEngine): void {
    if ('cpuMs' in message) {
      this.metrics.engineSpent(message.cpuMs / 1000);
      this.#ended(of, message.type === 'failed' ? 'failed' : 'done');
    }
    this.#exchanges.get(of)?.heard(message);
  }

  /** What its users waited, until this. */
  #ended(of: number, outcome: 'done' | 'failed' | 'lost'): void {
    const exchange = this.#exchanges.get(of);
    if (exchange) this.metrics.engineWorked(exchange.work, outcome, (performance.now() - exchange.began) / 1000);
  }

  #say(child: ChildProcess, of: number, message: ToEngine): void {
    // Where it is gone its exit says so.
    child.send({ of, message }, () => undefined);
  }

  #lost(child: ChildProcess, error: Error): void {
    if (this.#child === child) {
      this.#child = undefined;
      this.#way?.end();
      this.#way = undefined;
    }
    for (const [of, exchange] of [...this.#exchanges]) {
      if (exchange.child !== child) continue;
      this.#ended(of, 'lost');
      this.#exchanges.delete(of);
      exchange.lost(error);
    }
  }
}

const wayOf = (child: ChildProcess): GivesWay =>
  new GivesWay({
    stand: () => void child.kill('SIGSTOP'),
    go: () => void child.kill('SIGCONT'),
    now: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  });
