import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { createApp } from './create-app.js';
import { SeedCohorts } from './demo/seed-cohorts.js';
import { SeedDemo } from './demo/seed-demo.js';
import { StartWords } from './demo/start-words.js';
import { SystemClock } from './platform/clock/index.js';
import { readConfig, StartRefused, type Config } from './platform/config/index.js';
import { runUntilStopped } from './run-until-stopped.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config, new SystemClock());
  await runUntilStopped(app, start(app, config), app.getHttpServer());
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function start(app: INestApplication, config: Config): Promise<void> {
  await app.get(SeedDemo).seed(say);
  await app.listen(config.port, config.host);
  for (const line of await app.get(StartWords).lines()) say(line);
  // After the first answers: the demo's own pages need nothing of it.
  await app.get(SeedCohorts).seed();
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
