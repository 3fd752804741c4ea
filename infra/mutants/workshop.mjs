// @ts-check
// A compiled copy of the shared package, in which one file at a time is replaced and its tests are run.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from '@swc/core';

const TELL = join(import.meta.dirname, 'tell.mjs');
/** How often a test is looked at that may never end. */
const LOOK_MS = 200;
/** What Linux counts the processor's time in. */
const TICK_MS = 10;
/** By the clock, a test may take so many times more: a thread that waits for nothing takes no processor. */
const MOST_TIMES = 20;
const COMPILER = /** @type {const} */ ({
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
});

/** @typedef {{ test: string, why: string } | 'LATE' | null} Verdict what caught it; LATE: it did not end; null: nothing did */

export class Workshop {
  #places;

  /** @param {string} root @param {string} place a folder under the root, which is emptied @param {readonly string[]} tests from the root */
  constructor(root, place, tests) {
    this.#places = { root, place };
    this.tests = tests.map((file) => this.#compiled(file));
    rmSync(place, { recursive: true, force: true });
    const folder = join(root, 'shared', 'src');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.ts')) this.put(join('shared', 'src', name));
    }
    cpSync(join(root, 'shared', 'package.json'), join(place, 'shared', 'package.json'));
  }

  /** @param {string} file from the root */
  #compiled(file) {
    return join(this.#places.place, file.replace(/\.ts$/, '.js'));
  }

  /** Puts a file's own or another source in its place. @param {string} file from the root @param {string} [source] */
  put(file, source = readFileSync(join(this.#places.root, file), 'utf8')) {
    const to = this.#compiled(file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, transformSync(source, { ...COMPILER, filename: file }).code);
  }

  /**
   * @param {(test: string) => number} patience milliseconds of the processor that a test may take, and the loading
   *   before the first, ''
   * @param {(test: string, ms: number) => void} [took] told of each test that came to its end
   * @returns {Promise<Verdict>}
   */
  async run(patience, took = () => undefined) {
    const worker = new Worker(TELL, { workerData: { files: this.tests }, stdout: true, stderr: true });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    try {
      return await new Promise((done) => {
        let clock = wallClock;
        let [running, since, begun] = ['', clock(), wallClock()];
        const begin = (/** @type {string} */ test) => ([running, since, begun] = [test, clock(), wallClock()]);
        timer = setInterval(() => {
          const most = patience(running);
          if (clock() - since > most || wallClock() - begun > MOST_TIMES * most) done('LATE');
        }, LOOK_MS);
        worker.on(
          'message',
          (/** @type {{ begins: string } | { thread: string } | { verdict: Verdict }} */ message) => {
            if ('thread' in message) {
              clock = processorClock(message.thread);
              since = clock();
              return;
            }
            took(running, clock() - since);
            if ('begins' in message) begin(message.begins);
            else done(message.verdict);
          },
        );
        worker.once('error', (failure) => done({ test: 'the thread', why: String(failure) }));
      });
    } finally {
      clearInterval(timer);
      await worker.terminate();
    }
  }
}

const wallClock = () => performance.now();

/**
 * Milliseconds that a thread has had of the processor, however busy the machine is with others. Stands still once the
 * thread has ended.
 * @param {string} thread its folder under /proc
 */
function processorClock(thread) {
  const file = join('/proc', thread, 'stat');
  let last = 0;
  return () => {
    try {
      // The name before may hold blanks; after it utime and stime are the 12th and 13th.
      const fields = readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      last = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    } catch {
      // It has ended.
    }
    return last;
  };
}
