// Logs, metrics and health, as injectable parts.
import { Global, Module, type Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { GraphqlLog } from './graphql-log.js';
import { HealthController } from './health.controller.js';
import { Log } from './log.js';
import { Metrics } from './metrics.js';
import { ReadinessCheck } from './readiness.js';
import { RequestsUnderWay } from './requests-under-way.js';

const PARTS: Provider[] = [
  { provide: Log, useFactory: (config: Config) => new Log(config.logLevel), inject: [CONFIG] },
  { provide: Metrics, useFactory: () => new Metrics() },
  { provide: RequestsUnderWay, useFactory: () => new RequestsUnderWay() },
  { provide: ReadinessCheck, useFactory: (database: Database) => new ReadinessCheck(database), inject: [Database] },
];

@Global()
@Module({ controllers: [HealthController], providers: [...PARTS, GraphqlLog], exports: PARTS })
export class ObservabilityModule {}
