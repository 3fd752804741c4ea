// @ts-check
// A compiled copy of the shared package, in which one file at a time is replaced and its tests are run.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from '@swc/core';

const TELL = join(import.meta.dirname, 'tell.mjs');
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
   * @param {(test: string) => number} patience milliseconds that a test may take, and the loading before the first, ''
   * @param {(test: string, ms: number) => void} [took] told of each test that came to its end
   * @returns {Promise<Verdict>}
   */
  async run(patience, took = () => undefined) {
    const worker = new Worker(TELL, { workerData: { files: this.tests }, stdout: true, stderr: true });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    try {
      return await new Promise((done) => {
        let [running, since] = ['', performance.now()];
        const begin = (/** @type {string} */ test) => {
          clearTimeout(timer);
          timer = setTimeout(() => done('LATE'), patience(test));
          [running, since] = [test, performance.now()];
        };
        begin('');
        worker.on('message', (/** @type {{ begins: string } | { verdict: Verdict }} */ message) => {
          took(running, performance.now() - since);
          if ('begins' in message) begin(message.begins);
          else done(message.verdict);
        });
        worker.once('error', (failure) => done({ test: 'the thread', why: String(failure) }));
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}
