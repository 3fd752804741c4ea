import type { Log } from '../observability/index.js';
import type { DeadLetters } from './dead-letters.js';
import { codeOf } from './job-runner.js';

const HOUR_MS = 3_600_000;

/** Every hour, forgets what need not be kept. Several processes may do so at once; each row goes once. */
export class JobUpkeep {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly letters: DeadLetters,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer ??= setInterval(() => this.#purge(), HOUR_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #purge(): void {
    this.letters.purge().then(
      (count) => this.log.info({ event: 'jobs.purged', count }),
      (error: unknown) => this.log.warn({ event: 'jobs.purge_failed', code: codeOf(error) }),
    );
  }
}
