// One thread that draws documents, for as long as somebody wants some: a page takes a third of a second of the processor,
// which no request should wait for. Loading the fonts is dear, so the thread stays a while.
import { Worker } from 'node:worker_threads';
import type { PdfSheet } from './sheet.js';

export interface DrawRequest {
  readonly id: number;
  readonly sheet: PdfSheet;
}
export type DrawAnswer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly failed: string };

interface Waiting {
  readonly done: (bytes: Buffer) => void;
  readonly failed: (error: Error) => void;
}

const MOST_MEGABYTES = 512;
const IDLE_MS = 60_000;

export class PdfThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #next = 0;

  /** `entry`: the compiled module that answers. */
  constructor(private readonly entry: URL) {}

  draw(sheet: PdfSheet): Promise<Buffer> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      // While somebody waits, the process stays for them.
      worker.ref();
      worker.postMessage({ id, sheet } satisfies DrawRequest);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    worker.on('message', (answer: DrawAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('bytes' in answer) waiting?.done(Buffer.from(answer.bytes));
      else waiting?.failed(new Error(`a document could not be drawn: ${answer.failed}`));
      if (this.#waiting.size === 0) this.#rest(worker);
    });
    // Out of memory, or a fault of a library: whoever waits hears of it, and the next one gets a new thread.
    worker.once('error', (error: Error) => this.#over(worker, error));
    worker.once('exit', () => this.#over(worker, new Error('the thread that draws documents has ended')));
    return worker;
  }

  #over(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of all) failed(error);
  }

  #rest(worker: Worker): void {
    worker.unref();
    this.#idle = setTimeout(() => {
      if (this.#worker === worker) this.#worker = undefined;
      void worker.terminate();
    }, IDLE_MS);
    this.#idle.unref();
  }
}
