// @ts-check
// Reads a Dockerfile as far as ours goes; what it does not know it refuses, so that no step is passed over in silence.

/**
 * @typedef {{ kind: 'RUN', text: string } | { kind: 'COPY', text: string, from: string | null, sources: string[], target: string }} Step
 * @typedef {{ name: string, folder: string, environment: Record<string, string>, steps: Step[], command: string[] }} Stage
 */

/** Said to the engine, not done: the account and the port have no counterpart in a folder. */
const SAID_ONLY = ['USER', 'EXPOSE'];

/** @param {string} text @returns {Stage[]} */
export function readStages(text) {
  /** @type {Stage[]} */
  const stages = [];
  const lines = text.replaceAll(/\\\n/g, ' ').split('\n');
  for (const line of lines.map((words) => words.trim()).filter((words) => words !== '' && !words.startsWith('#'))) {
    const [word = '', ...rest] = line.split(/\s+/);
    const stage = stages.at(-1);
    if (word === 'FROM') stages.push(newStage(rest, stages.length));
    else if (!stage) throw new Error(`${word} before any FROM`);
    else if (word === 'WORKDIR') stage.folder = rest.join(' ');
    else if (word === 'ENV') Object.assign(stage.environment, Object.fromEntries(rest.map(pair)));
    else if (word === 'RUN') stage.steps.push({ kind: 'RUN', text: rest.join(' ') });
    else if (word === 'COPY') stage.steps.push(copyStep(rest));
    else if (word === 'CMD') stage.command = JSON.parse(rest.join(' '));
    else if (!SAID_ONLY.includes(word)) throw new Error(`the check of the image does not know ${word}: teach it`);
  }
  return stages;
}

/** @param {string[]} words @param {number} index @returns {Stage} */
function newStage([_image, as, name], index) {
  const called = as?.toUpperCase() === 'AS' && name ? name : `stage-${index}`;
  return { name: called, folder: '/', environment: {}, steps: [], command: [] };
}

/** @param {string} text @returns {[string, string]} */
function pair(text) {
  const [name = '', ...value] = text.split('=');
  return [name, value.join('=')];
}

/** @param {string[]} words @returns {Step} */
function copyStep(words) {
  const flags = words.filter((word) => word.startsWith('--'));
  const from = flags[0]?.startsWith('--from=') ? flags[0].slice('--from='.length) : null;
  if (flags.length > (from === null ? 0 : 1)) throw new Error(`COPY ${flags.join(' ')} is not known: teach it`);
  const paths = words.filter((word) => !word.startsWith('--'));
  const text = `COPY ${words.join(' ')}`;
  return { kind: 'COPY', text, from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

/**
 * @param {string} text of .dockerignore: names, `**` before them, `!` where one comes along after all
 * @returns {(path: string) => boolean}
 */
export function isIgnored(text) {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      back: line.startsWith('!'),
      pattern: patternOf(line.replace(/^!/, '').replace(/^\/|\/$/g, '')),
    }));
  return (path) => {
    let out = false;
    for (const { back, pattern } of rules) if (pattern.test(path)) out = !back;
    return out;
  };
}

/** @param {string} rule */
function patternOf(rule) {
  const inner = rule
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*/g, (stars) => (stars === '**/' ? '(?:.*/)?' : stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${inner}(?:/.*)?$`);
}
