// What is left of older keys is moved after each start, in the background: texts to data keys, data keys to the newest ring key.
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config/index.js';
import type { RingSource } from '../crypto/index.js';
import type { Log } from '../observability/index.js';
import type { KeyStore } from './key-store.js';
import type { Resealing } from './resealing.js';
import { rewrapAll } from './rotation.js';

class Stopped extends Error {}

export class KeyUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly store: KeyStore,
    private readonly ring: RingSource,
    private readonly resealing: Resealing,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Only where background work is done at all; nobody waits for it. */
  onApplicationBootstrap(): void {
    if (this.config.workers > 0) this.#running = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      const rewrapped = await rewrapAll(this.store, this.ring.current(), () => this.#goOn());
      const resealed = await this.resealing.run(() => !this.#stopped);
      if (rewrapped + resealed > 0) this.log.info({ event: 'keys.moved', count: rewrapped + resealed });
    } catch (error) {
      if (error instanceof Stopped) return;
      this.log.error({
        event: 'keys.upkeep_failed',
        code: error instanceof Error ? error.constructor.name : 'UNKNOWN',
      });
    }
  }

  async #goOn(): Promise<void> {
    if (this.#stopped) throw new Stopped();
    await setImmediate();
  }
}
