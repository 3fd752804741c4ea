// @ts-check
// In a thread of its own: runs test files until the first that fails, and says which; endless loops die with the thread.
// Each test is told of before it begins, so that whoever listens knows how long it may take.
import { readlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';

/** @type {{ name: string, body: () => unknown }[]} */
const tests = [];
/** @type {string[]} */
const within = [];
const add = (/** @type {string} */ name, /** @type {() => unknown} */ body) =>
  tests.push({ name: [...within, name].join(' › '), body });
/** What the files ask of a test runner, and no more: a file that asks for anything else fails unchanged. */
Object.assign(globalThis, {
  expect,
  describe: (/** @type {string} */ name, /** @type {() => void} */ body) => {
    within.push(name);
    body();
    within.pop();
  },
  it: Object.assign(add, {
    each:
      (/** @type {readonly unknown[]} */ table) =>
      (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) =>
        table.forEach((row, at) => add(`${name} ${at}`, () => (Array.isArray(row) ? body(...row) : body(row)))),
  }),
});

if (process.platform === 'linux') parentPort?.postMessage({ thread: readlinkSync('/proc/thread-self') });
parentPort?.postMessage({ verdict: await firstFailure(workerData.files) });

/** @param {readonly string[]} files @returns {Promise<{ test: string, why: string } | null>} */
async function firstFailure(files) {
  for (const file of files) {
    tests.length = 0;
    try {
      await import(pathToFileURL(file).href);
    } catch (failure) {
      return { test: file, why: String(failure) };
    }
    for (const { name, body } of tests) {
      parentPort?.postMessage({ begins: name });
      try {
        await body();
      } catch (failure) {
        return { test: name, why: String(failure) };
      }
    }
  }
  return null;
}
