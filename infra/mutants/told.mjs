// @ts-check
// Verdicts are kept as they come, so that a run that was stopped goes on where it was.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What earlier runs over the very same code found out. A mutant that survived is told again once the tests are others;
 * one that was noticed stays noticed, since tests are added to. Delete the file where tests were taken away.
 */
export class Told {
  /** @type {Map<string, import('./workshop.mjs').Verdict>} */
  verdicts = new Map();
  #file;
  #of;
  #by;

  /**
   * @param {string} file
   * @param {readonly string[]} sources that are lied about
   * @param {readonly string[]} tests that listened
   */
  constructor(file, sources, tests) {
    this.#file = file;
    this.#of = hashOf(sources);
    this.#by = hashOf(tests);
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    for (const { of, by, id, verdict } of lines.map((line) => JSON.parse(line))) {
      if (of !== this.#of) continue;
      if (verdict !== null || by === this.#by) this.verdicts.set(id, verdict);
      else this.verdicts.delete(id);
    }
  }

  /** @param {string} id @param {import('./workshop.mjs').Verdict} verdict */
  keep(id, verdict) {
    appendFileSync(this.#file, `${JSON.stringify({ of: this.#of, by: this.#by, id, verdict })}\n`);
  }
}

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
