// @ts-check
// Random changes, one after another, for each of the four problems: every state proven, and compared with a fresh solve.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const name = 'MATCHING-EDITS';
export const title = 'Random changes for companions, seats, company days and shares: proofs that fail, or contradict';
export const target = '0 wrong of 50,000 changes for each of the four';
export const databases = ['none'];
export const needs = ['build'];

const CHANGES = 50_000;
/** So that a run that goes on for minutes says how far it is. */
const AT_ONCE = 2_500;

/** @typedef {typeof import('../../shared/src/matching/testing/walks.js')} Walks */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, rounds = CHANGES, log }) {
  const file = join(root, 'shared/dist/matching/testing/walks.js');
  /** @type {Walks} */
  const { Seeded, WALKS } = await import(pathToFileURL(file).href);
  /** @type {import('./registry.mjs').Measured[]} */
  const results = [];
  for (const [kind, walk] of Object.entries(WALKS)) {
    const begun = process.cpuUsage();
    let [made, wrong, asGood] = [0, 0, 0];
    while (made < rounds) {
      // Each part begins from its own seed, so that what is wrong can be walked again by itself.
      const found = walk(new Seeded(20280101 + made), Math.min(AT_ONCE, rounds - made));
      made += found.edits;
      wrong += found.wrong.length;
      asGood += found.asGood;
      for (const one of found.wrong.slice(0, 3)) log(`${kind}, from ${made - found.edits}: ${one}`);
      log(`${kind}: ${made} changes, ${wrong} wrong`);
    }
    const { user, system } = process.cpuUsage(begun);
    results.push(
      { part: `${kind}: wrong of ${made} changes`, value: wrong, unit: '', target: '0', holds: wrong === 0 },
      told(`${kind}: worth as much as solved anew, or more`, Math.floor((10_000 * asGood) / made) / 100, '%'),
      told(`${kind}: a change, its proof and a fresh solve`, Math.round((user + system) / made) / 1000, 'ms'),
    );
  }
  return results;
}

/** @param {string} part @param {number} value @param {string} unit @returns {import('./registry.mjs').Measured} */
const told = (part, value, unit) => ({ part, value, unit, target: 'told', holds: true });
