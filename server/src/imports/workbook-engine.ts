import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { err } from '@tongxing/shared/kernel';
import type { WorkbookReader } from './domain/index.js';

const WORKER = new URL('./workbook-worker.js', import.meta.url);
/** Only the built server has the worker's file; from source the same function runs in this thread. */
const IS_BUILT = import.meta.url.endsWith('.js') && existsSync(fileURLToPath(WORKER));
const LONGEST_MS = 30_000;
const MOST_MEGABYTES = 512;

/** Opens workbooks beside the requests: a large one takes seconds, and one made to do harm takes its thread down alone. */
@Injectable()
export class WorkbookEngine {
  readonly read: WorkbookReader = async (bytes) => {
    if (IS_BUILT) return inWorker(bytes);
    const { readWorkbook } = await import('./domain/read-workbook.js');
    return readWorkbook(bytes);
  };
}

type Answer = Awaited<ReturnType<WorkbookReader>>;

function inWorker(bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  const answer = new Promise<Answer>((resolve) => {
    const damaged = () => resolve(err({ code: 'WORKBOOK_DAMAGED' }));
    const limit = setTimeout(damaged, LONGEST_MS);
    worker.once('message', (value: Answer) => resolve(value));
    // Out of its memory, or a fault of the reader: the file is what brought it there.
    worker.once('error', damaged);
    worker.once('exit', () => clearTimeout(limit));
  });
  worker.postMessage(bytes);
  return answer.finally(() => worker.terminate());
}
