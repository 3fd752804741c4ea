// A process that only works jobs, beside servers that run with WORKERS=0.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { SystemClock } from './platform/clock/index.js';
import { ConfigError, readConfig } from './platform/config/index.js';
import { Log, NestLog } from './platform/observability/index.js';
import { JobWorker } from './platform/outbox/index.js';
import { runUntilStopped } from './run-until-stopped.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new SystemClock()), {
    abortOnError: false,
    logger: new NestLog(new Log(config.logLevel)),
  });
  // Without a number of its own it still has one: a worker process that works nothing would only seem to run.
  const count = Math.max(1, config.workers);
  app.get(JobWorker).start(count);
  app.get(Log).info({ event: 'workers.started', count });
  await runUntilStopped(app, Promise.resolve());
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
