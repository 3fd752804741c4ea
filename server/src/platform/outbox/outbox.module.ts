// The outbox, its jobs and its workers, as injectable parts.
import { randomBytes } from 'node:crypto';
import {
  Global,
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type Provider,
} from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { Clock, Ids } from '../clock/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Sessions, Throttles } from '../auth/index.js';
import { Cipher } from '../crypto/index.js';
import { Database, UnitOfWork } from '../database/index.js';
import { Log, Metrics } from '../observability/index.js';
import { DeadLetters } from './dead-letters.js';
import { DeadLettersResolver } from './dead-letters.resolver.js';
import { JobGauge } from './job-gauge.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { JobUpkeep } from './job-upkeep.js';
import { JobWorker } from './job-worker.js';
import { Outbox } from './outbox.js';
import { WakeUp } from './wake-up.js';

const PARTS: Provider[] = [
  { provide: WakeUp, useFactory: () => new WakeUp() },
  { provide: JobHandlers, useFactory: () => new JobHandlers() },
  {
    provide: Outbox,
    useFactory: (database: Database, cipher: Cipher, clock: Clock, ids: Ids, wakeUp: WakeUp) =>
      new Outbox(database, cipher, clock, ids, wakeUp),
    inject: [Database, Cipher, Clock, Ids, WakeUp],
  },
  {
    provide: JobStore,
    useFactory: (database: Database, work: UnitOfWork, clock: Clock) => new JobStore(database, work, clock),
    inject: [Database, UnitOfWork, Clock],
  },
  {
    provide: JobGauge,
    useFactory: (database: Database, clock: Clock) => new JobGauge(database, clock),
    inject: [Database, Clock],
  },
  {
    provide: JobRunner,
    useFactory: (store: JobStore, handlers: JobHandlers, work: UnitOfWork, cipher: Cipher) =>
      new JobRunner(store, handlers, work, cipher, Math.random),
    inject: [JobStore, JobHandlers, UnitOfWork, Cipher],
  },
  {
    provide: DeadLetters,
    useFactory: (database: Database, work: UnitOfWork, trail: AuditTrail, clock: Clock, wakeUp: WakeUp) =>
      new DeadLetters(database, work, trail, clock, wakeUp),
    inject: [Database, UnitOfWork, AuditTrail, Clock, WakeUp],
  },
  {
    provide: JobWorker,
    useFactory: (
      store: JobStore,
      runner: JobRunner,
      handlers: JobHandlers,
      wakeUp: WakeUp,
      log: Log,
      metrics: Metrics,
    ) => new JobWorker({ store, runner, handlers, wakeUp, log, metrics, name: workerName() }),
    inject: [JobStore, JobRunner, JobHandlers, WakeUp, Log, Metrics],
  },
  {
    provide: JobUpkeep,
    useFactory: (letters: DeadLetters, log: Log) => new JobUpkeep(letters, log),
    inject: [DeadLetters, Log],
  },
];

/** The process id for people, a random part because two machines may share one. */
const workerName = () => `${process.pid}-${randomBytes(4).toString('hex')}`;

@Global()
@Module({ providers: [...PARTS, DeadLettersResolver], exports: PARTS })
export class OutboxModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly worker: JobWorker,
    private readonly upkeep: JobUpkeep,
    throttles: Throttles,
    sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    upkeep.also('throttles', () => throttles.purge());
    upkeep.also('sessions', () => sessions.purge());
  }

  /** By now every module has named its handlers. */
  onApplicationBootstrap(): void {
    this.worker.start(this.config.workers);
    if (this.config.workers > 0) this.upkeep.start();
  }

  /** Before the database closes, which is the platform's last step. */
  async beforeApplicationShutdown(): Promise<void> {
    this.upkeep.stop();
    await this.worker.stop();
  }
}
