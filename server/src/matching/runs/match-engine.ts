import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { perform, type EngineAnswers, type EngineTask } from './engine-task.js';

const WORKER = new URL('./engine-worker.js', import.meta.url);
/** Only the built server has the worker's file; from source the same function runs in this thread. */
const IS_BUILT = import.meta.url.endsWith('.js') && existsSync(fileURLToPath(WORKER));
const LONGEST_MS = 120_000;

/** Runs the matching engine beside the requests. */
@Injectable()
export class MatchEngine {
  async ask<Task extends EngineTask>(task: Task): Promise<EngineAnswers[Task['kind']]> {
    return IS_BUILT ? inWorker(task) : perform(task);
  }
}

function inWorker<Task extends EngineTask>(task: Task): Promise<EngineAnswers[Task['kind']]> {
  const worker = new Worker(WORKER);
  const answer = new Promise<EngineAnswers[Task['kind']]>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the matching engine took too long')), LONGEST_MS);
    worker.once('message', (value: EngineAnswers[Task['kind']]) => resolve(value));
    worker.once('error', reject);
    worker.once('exit', () => clearTimeout(limit));
  });
  worker.postMessage(task);
  return answer.finally(() => worker.terminate());
}
