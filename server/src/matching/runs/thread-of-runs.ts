// The other end of the thread: performs the runs that it is told of, one after another or at once, until it is closed.
import type { MessagePort } from 'node:worker_threads';
import { NotWanted, type RunPlace } from './run-performer.js';
import type { FromThread, ToThread } from './thread-messages.js';

type Order = Extract<ToThread, { type: 'perform' }>;

/** Resolves once it is told to close and what it was at has ended. */
export async function performRuns(port: MessagePort, place: RunPlace): Promise<void> {
  const running = new Map<string, { stop: AbortController; done: Promise<void> }>();
  const say = (message: FromThread): void => port.postMessage(message);
  const perform = async ({ actor, run, within }: Order, { signal }: AbortController) => {
    const at = (progress: number) => say({ type: 'at', runId: run.id, progress });
    try {
      await place.perform(actor, run, within, { signal, at });
      say({ type: 'ended', runId: run.id, end: 'OVER' });
    } catch (error) {
      if (error instanceof NotWanted) say({ type: 'ended', runId: run.id, end: 'NOT_WANTED' });
      else say({ type: 'ended', runId: run.id, end: 'FAILED', error: plain(error) });
    } finally {
      running.delete(run.id);
    }
  };
  await new Promise<void>((resolve) =>
    port.on('message', (message: ToThread) => {
      if (message.type === 'close') resolve();
      else if (message.type === 'stop') running.get(message.runId)?.stop.abort();
      else {
        const stop = new AbortController();
        running.set(message.run.id, { stop, done: perform(message, stop) });
      }
    }),
  );
  for (const { stop } of running.values()) stop.abort();
  await Promise.all([...running.values()].map(({ done }) => done));
}

/** What passes between threads: an error without what a driver hung on it. */
function plain(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('the run failed');
  const told = new Error(error.message);
  if (error.stack !== undefined) told.stack = error.stack;
  return told;
}
