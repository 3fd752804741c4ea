// @ts-check
// What people may say to `npm test --`: which steps, which files, and whether caches may help.
export const STEPS = [
  'format',
  'lint',
  'types',
  'borders',
  'build',
  'unit',
  'tools',
  'int:sqlite',
  'int:mariadb',
  'production',
  'image',
  'stories',
  'schema',
];

export const HELP = `npm test                              everything
npm test -- --only unit,int:sqlite     some steps: ${STEPS.join(', ')}
npm test -- --only int people          tests of files whose path holds "people"
npm test -- --cached                   let caches answer for what did not change`;

/** @typedef {{ only: Set<string>, cached: boolean, paths: string[] }} Choice */

/**
 * @param {readonly string[]} words the command line after the script's name
 * @returns {Choice | { problem: string }}
 */
export function readArguments(words) {
  let only = new Set(STEPS);
  let cached = false;
  const paths = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word === '--help' || word === '-h') return { problem: HELP };
    if (word === '--cached') cached = true;
    else if (word === '--only' || word.startsWith('--only=')) {
      const list = word === '--only' ? (words[(i += 1)] ?? '') : word.slice('--only='.length);
      const chosen = list.split(',').flatMap(stepsNamed);
      const unknown = list.split(',').filter((name) => stepsNamed(name).length === 0);
      if (unknown.length > 0) return { problem: `No step is called "${unknown.join(', ')}".\n${HELP}` };
      only = new Set(chosen);
    } else if (word.startsWith('-')) return { problem: `"${word}" is not known.\n${HELP}` };
    else paths.push(word);
  }
  return { only, cached, paths };
}

/** `int` names both engines. @param {string} name */
const stepsNamed = (name) => STEPS.filter((step) => step === name || step.split(':')[0] === name);
