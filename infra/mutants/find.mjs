// @ts-check
// Every small lie that can be told in a source file: Stryker's mutators find them, one at a time is then believed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** Words of errors prove nothing about a solver; what is thrown is tested by code. */
const LEFT_OUT = ['StringLiteral', 'Regex'];

/**
 * @typedef {{ id: string, file: string, line: number, kind: string, from: string, to: string, source: string }} Mutant
 *   file: from the root · from, to: the replaced text and its replacement · source: the whole file with it
 */

/**
 * @param {string} root
 * @param {readonly string[]} files from the root
 * @returns {Promise<Mutant[]>} in the order of the files and of their lines
 */
export async function findMutants(root, files) {
  const quiet = { isDebugEnabled: () => false };
  const say = () => undefined;
  const logger = new Proxy(quiet, { get: (target, name) => (name === 'isDebugEnabled' ? target.isDebugEnabled : say) });
  const instrumenter = new Instrumenter(/** @type {never} */ (logger));
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const { mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: LEFT_OUT,
    ignorers: [],
  });
  const content = new Map(sources.map((source) => [source.name, source.content]));
  // What is left out comes along all the same, marked; ids are those of all.
  const meant = mutants.filter(({ mutatorName }) => !LEFT_OUT.includes(mutatorName));
  return meant.map((mutant) => {
    const text = content.get(mutant.fileName) ?? '';
    const [begin, end] = [offset(text, mutant.location.start), offset(text, mutant.location.end)];
    return {
      id: mutant.id,
      file: mutant.fileName,
      line: mutant.location.start.line + 1,
      kind: mutant.mutatorName,
      from: text.slice(begin, end),
      to: mutant.replacement,
      source: `${text.slice(0, begin)}${mutant.replacement}${text.slice(end)}`,
    };
  });
}

/** @param {string} text @param {{ line: number, column: number }} place counted from 0 */
function offset(text, { line, column }) {
  let at = 0;
  for (let passed = 0; passed < line; passed++) at = text.indexOf('\n', at) + 1;
  return at + column;
}
