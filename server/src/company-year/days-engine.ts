// Solves a year beside the requests: a hard one takes seconds.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { DaysProblem, DaysSolution } from '@tongxing/shared/matching';

const WORKER = new URL('./days-worker.js', import.meta.url);
/** Only the built server has the worker's file; from source the same function runs in this thread. */
const IS_BUILT = import.meta.url.endsWith('.js') && existsSync(fileURLToPath(WORKER));
const MOST_MEGABYTES = 512;

/** The plan, or that the days which are decided cannot be together. */
export type DaysAnswer = { readonly solution: DaysSolution; readonly checked: boolean } | { readonly conflict: string };

@Injectable()
export class DaysEngine {
  async solve(problem: DaysProblem): Promise<DaysAnswer> {
    if (IS_BUILT) return inWorker(problem);
    const { solvedYear } = await import('./solved-year.js');
    return solvedYear(problem);
  }
}

function inWorker(problem: DaysProblem): Promise<DaysAnswer> {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  const answer = new Promise<DaysAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that plans company days has ended')));
  });
  worker.postMessage(problem);
  return answer.finally(() => worker.terminate());
}
