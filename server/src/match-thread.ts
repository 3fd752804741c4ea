// Entry of the thread in which matching runs are performed: the same parts as a worker process, without jobs of its own.
import 'reflect-metadata';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { performRuns, RunPerformer, type ThreadData } from './matching/index.js';
import { SystemClock } from './platform/clock/index.js';
import { borrowTurns } from './platform/database/index.js';
import { Log, NestLog } from './platform/observability/index.js';

if (!parentPort) throw new Error('BUG: this is a thread of the server, not a program');
// Requests go first where processors are scarce; by no more than this, since a turn to write is not to be held for long.
// On Linux alone it is of one thread: elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(5);

const { config, turns } = workerData as ThreadData;
const own = { ...config, workers: 0, demo: false };
const app = await NestFactory.createApplicationContext(AppModule.with(own, new SystemClock(), borrowTurns(turns)), {
  abortOnError: false,
  logger: new NestLog(new Log(config.logLevel)),
});
await performRuns(parentPort, app.get(RunPerformer));
await app.close();
parentPort.close();
turns.close();
