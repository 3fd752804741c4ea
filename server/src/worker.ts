// A process that only works jobs, beside servers that run with WORKERS=0.
import 'reflect-metadata';
import { once } from 'node:events';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { SystemClock } from './platform/clock/index.js';
import { readConfig, StartRefused } from './platform/config/index.js';
import { Log, NestLog } from './platform/observability/index.js';
import { runUntilStopped } from './run-until-stopped.js';
import { workerHealth } from './worker-health.js';

async function main(): Promise<void> {
  const given = readConfig(process.env);
  // Without a number of its own it still has one: a worker process that works nothing would only seem to run.
  const config = { ...given, workers: Math.max(1, given.workers) };
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new SystemClock()), {
    abortOnError: false,
    logger: new NestLog(new Log(config.logLevel)),
  });
  const health = config.workerPort === undefined ? undefined : workerHealth(app);
  const listening = health ? once(health.listen(config.workerPort, config.host), 'listening') : Promise.resolve();
  const started = listening.then(() => app.get(Log).info({ event: 'workers.started', count: config.workers }));
  await runUntilStopped(app, started);
  // Until now it has said that it is leaving.
  health?.close();
  health?.closeAllConnections();
}

main().catch((error: unknown) => {
  const text =
    error instanceof StartRefused
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  // A part that was opened before the failure would keep the process alive.
  process.exit(1);
});
