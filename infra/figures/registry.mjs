// @ts-check
// Finds the figures of this folder: each is a file NAME.figure.mjs, as README.md beside it says.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ value: number, unit: string, target: string, holds: boolean, part?: string }} Measured
 * @typedef {{
 *   db: 'sqlite' | 'mariadb' | 'none', databaseUrl: string, databasePid: number | undefined,
 *   restartDatabase: () => Promise<number | undefined>, chromium: string | null,
 *   root: string, dataDir: string, rounds: number | undefined, people: number | undefined, log: (text: string) => void,
 * }} Surroundings
 * @typedef {{
 *   name: string, title: string, target: string, databases: readonly ('sqlite' | 'mariadb' | 'none')[],
 *   needs?: readonly ('build' | 'chromium')[],
 *   run: (surroundings: Surroundings) => Promise<Measured | Measured[] | null>,
 * }} Figure
 */

/**
 * Every figure, by name. Throws where a file does not keep to the contract, or two share a name.
 * @param {string} [folder]
 * @returns {Promise<Figure[]>}
 */
export async function allFigures(folder = import.meta.dirname) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.figure.mjs'));
  /** @type {Figure[]} */
  const figures = [];
  for (const file of files) {
    const figure = /** @type {Figure} */ (await import(pathToFileURL(join(folder, file)).href));
    const problem = contractProblem(figure);
    if (problem) throw new Error(`BUG: ${file}: ${problem}`);
    if (figures.some(({ name }) => name === figure.name)) throw new Error(`BUG: two figures are called ${figure.name}`);
    figures.push(figure);
  }
  return figures.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** @param {Partial<Figure>} figure */
function contractProblem({ name, title, target, databases, run }) {
  if (!name || !title || !target) return 'name, title and target are texts';
  if (!databases?.length || databases.some((db) => !['sqlite', 'mariadb', 'none'].includes(db))) {
    return "databases lists 'sqlite', 'mariadb' or 'none'";
  }
  return typeof run === 'function' ? null : 'run is a function';
}
