import type { Log } from '../observability/index.js';
import type { DeadLetters } from './dead-letters.js';
import { codeOf } from './job-runner.js';

const HOUR_MS = 3_600_000;

interface Chore {
  readonly name: string;
  readonly purge: () => Promise<number>;
}

/** Every hour, forgets what need not be kept. Several processes may do so at once; each row goes once. */
export class JobUpkeep {
  #timer: NodeJS.Timeout | undefined;

  readonly #chores: Chore[] = [];

  constructor(
    letters: DeadLetters,
    private readonly log: Log,
  ) {
    this.also('jobs', () => letters.purge());
  }

  /** Adds what another part of the platform has to forget every hour; called while the application starts. */
  also(name: string, purge: () => Promise<number>): void {
    this.#chores.push({ name, purge });
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.run(), HOUR_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** All chores, one after another; one that fails leaves the others alone. */
  async run(): Promise<void> {
    for (const { name, purge } of this.#chores) {
      try {
        this.log.info({ event: `${name}.purged`, count: await purge() });
      } catch (error) {
        this.log.warn({ event: `${name}.purge_failed`, code: codeOf(error) });
      }
    }
  }
}
