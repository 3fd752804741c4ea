// From the first request to the last: what happens when the process is asked to stop.
import type { Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { Log, ReadinessCheck } from './platform/observability/index.js';

/** How long open requests and running jobs may take after the signal; supervisors kill after thirty seconds or so. */
const PATIENCE_MS = 15_000;

/**
 * Resolves once SIGTERM or SIGINT came and everything is closed: no new connections, open requests answered, workers
 * stopped, the database closed. Rejects, closed likewise, where `starting` fails. A second signal ends the process at once, as the system does by itself.
 */
export async function runUntilStopped(
  app: INestApplicationContext,
  starting: Promise<void>,
  server?: Server,
): Promise<void> {
  const log = app.get(Log);
  const signalled = firstSignal();
  try {
    await Promise.race([starting, signalled]);
  } catch (error) {
    await app.close();
    throw error;
  }
  const signal = await signalled;
  log.info({ event: 'stopping', signal });
  app.get(ReadinessCheck).stopping();
  const timer = setTimeout(() => {
    log.warn({ event: 'stopping.impatient' });
    server?.closeAllConnections();
  }, PATIENCE_MS);
  // What the start is at, it ends first: it would wait for ever for a database that has been closed under it.
  const failure = await starting.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  await app.close();
  clearTimeout(timer);
  log.info({ event: 'stopped' });
  if (failure) throw failure.error;
}

function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
