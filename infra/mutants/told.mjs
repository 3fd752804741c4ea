// @ts-check
// Verdicts are kept as they come, so that a run that was stopped goes on where it was.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What earlier runs over the very same files found out. */
export class Told {
  /** @type {Map<string, import('./workshop.mjs').Verdict>} */
  verdicts = new Map();
  #file;
  #of;

  /** @param {string} file @param {readonly string[]} sources whose text the verdicts are about */
  constructor(file, sources) {
    this.#file = file;
    const hash = createHash('sha256');
    for (const source of sources) hash.update(readFileSync(source));
    this.#of = hash.digest('hex');
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    for (const { of, id, verdict } of lines.map((line) => JSON.parse(line))) {
      if (of === this.#of) this.verdicts.set(id, verdict);
    }
  }

  /** @param {string} id @param {import('./workshop.mjs').Verdict} verdict */
  keep(id, verdict) {
    appendFileSync(this.#file, `${JSON.stringify({ of: this.#of, id, verdict })}\n`);
  }
}
