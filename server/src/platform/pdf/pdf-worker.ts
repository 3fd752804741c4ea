// Entry of the thread that draws documents.
import { parentPort } from 'node:worker_threads';
import { drawPdf } from './draw-pdf.js';
import type { DrawAnswer, DrawRequest } from './pdf-thread.js';

parentPort?.on('message', ({ id, sheet }: DrawRequest) => {
  const answer = (told: DrawAnswer) => parentPort?.postMessage(told);
  drawPdf(sheet).then(
    (bytes) => answer({ id, bytes: new Uint8Array(bytes) }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? error.name : 'Error' }),
  );
});
