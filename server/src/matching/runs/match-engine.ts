import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AnswerDesk, type Answer, type Answers, type Question } from './answer-desk.js';
import type { FromWorker, ToWorker } from './engine-worker.js';

const WORKER = new URL('./engine-worker.js', import.meta.url);
/** Only the built server has the worker's file; from source the same functions run in this thread. */
const IS_BUILT = import.meta.url.endsWith('.js') && existsSync(fileURLToPath(WORKER));
const LONGEST_MS = 120_000;

interface Waiting {
  readonly run: string;
  readonly question: Question;
  readonly load: () => Promise<string>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the matching engine beside the requests: a thread keeps the boards that people look at. */
@Injectable()
export class MatchEngine implements OnModuleDestroy {
  readonly #here = new AnswerDesk();
  readonly #waiting = new Map<number, Waiting>();
  #desk: Worker | undefined;
  #asked = 0;

  /** `load` gives the run's stored input; it is read only where the thread does not have the run in mind. */
  async ask<Kind extends Question['kind']>(
    run: string,
    question: Extract<Question, { kind: Kind }>,
    load: () => Promise<string>,
  ): Promise<Answers[Kind]> {
    if (IS_BUILT) return this.#askThread(run, question, load) as Promise<Answers[Kind]>;
    if (!this.#here.knows(run)) this.#here.learn(run, await load());
    return this.#here.answer(run, question) as Answers[Kind];
  }

  async onModuleDestroy(): Promise<void> {
    await this.#desk?.terminate();
  }

  #askThread(run: string, question: Question, load: () => Promise<string>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      const limit = setTimeout(() => this.#fail(id, new Error('the matching engine took too long')), LONGEST_MS);
      limit.unref();
      const settle =
        <Value>(how: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(limit);
          this.#waiting.delete(id);
          how(value);
        };
      this.#waiting.set(id, { run, question, load, resolve: settle(resolve), reject: settle(reject) });
      this.#say({ type: 'ask', id, run, question });
    });
  }

  #say(message: ToWorker): void {
    this.#desk ??= this.#open();
    this.#desk.postMessage(message);
  }

  #open(): Worker {
    const worker = new Worker(WORKER);
    // It keeps nobody waiting who wants to stop.
    worker.unref();
    worker.on('message', (message: FromWorker) => this.#heard(message));
    worker.on('error', (error) => this.#lost(worker, error instanceof Error ? error : new Error('the engine failed')));
    worker.on('exit', () => this.#lost(worker, new Error('the matching engine stopped')));
    return worker;
  }

  #heard(message: FromWorker): void {
    if (message.type === 'answer') this.#waiting.get(message.id)?.resolve(message.answer);
    if (message.type === 'unknown') void this.#teach(message.id);
  }

  async #teach(id: number): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    try {
      const packed = await waiting.load();
      this.#say({ type: 'learn', run: waiting.run, packed });
      this.#say({ type: 'ask', id, run: waiting.run, question: waiting.question });
    } catch (error) {
      this.#fail(id, error instanceof Error ? error : new Error('the stored run cannot be read'));
    }
  }

  #fail(id: number, error: Error): void {
    this.#waiting.get(id)?.reject(error);
  }

  #lost(worker: Worker, error: Error): void {
    if (this.#desk !== worker) return;
    this.#desk = undefined;
    for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
  }
}
