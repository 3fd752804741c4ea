// @ts-check
// `npm test`: everything, on a fresh clone, with one closing line. Starts what it needs and stops what it started.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { testFiles } from '../jest/suites.mjs';
import { ensureInstalled, nodeProblem } from '../lib/install.mjs';
import { HELP, readArguments } from './args.mjs';
import { runInLanes } from './lanes.mjs';
import { lastLine, table, total } from './report.mjs';

const root = join(import.meta.dirname, '..', '..');
const inCi = process.env.CI === 'true';
/** Stories use it for one browser smoke of each face, and do without where there is none. */
const NEED_MARIADB = ['int:mariadb', 'production', 'image', 'stories'];
const say = (/** @type {string} */ text) => console.log(text);

process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const choice = readArguments(process.argv.slice(2));
  if ('problem' in choice) {
    say(choice.problem);
    return choice.problem === HELP ? 0 : 2;
  }
  const old = nodeProblem();
  if (old) {
    say(old);
    return 1;
  }
  const started = performance.now();
  if (!ensureInstalled(root, say)) {
    say(lastLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
  // Only now: these modules use installed packages.
  const { onInterrupt, stopAllChildren } = await import('../lib/process.mjs');
  const { prepareMachine } = await import('./machine.mjs');
  onInterrupt(stopAllChildren);

  const machine = await prepareMachine(
    root,
    {
      mariadb: NEED_MARIADB.some((step) => choice.only.has(step)),
      chromium: choice.only.has('stories'),
      caddy: choice.only.has('production'),
    },
    say,
  );
  try {
    return await runSteps(choice, machine, started);
  } finally {
    await machine.mariadb?.stop();
    await stopAllChildren();
  }
}

/**
 * @param {import('./args.mjs').Choice} choice
 * @param {import('./machine.mjs').Machine} machine
 * @param {number} started
 */
async function runSteps(choice, machine, started) {
  const { allTasks } = await import('./steps.mjs');
  // One more than there are cores: much of what runs waits for a browser, a database or a disk.
  const lanes = Math.max(2, Math.min(5, availableParallelism() + 1));
  /** @type {import('./report.mjs').Row[]} */
  const rows = [];
  const missing = lackingSteps(choice.only, machine);
  for (const [step, why] of missing) {
    const count = inCi ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: leftOut(step) };
    say(inCi ? `FAILED ${step}: ${why}` : `Left out ${step}: ${why}`);
    rows.push({ name: step, ms: 0, note: inCi ? 'impossible here' : 'left out, by file', ...count });
  }

  const setting = {
    root,
    cached: choice.cached,
    paths: choice.paths,
    databaseUrl: machine.mariadb?.url ?? null,
    chromium: machine.chromium,
  };
  const chosen = withPreparation(allTasks(setting), (step) => choice.only.has(step) && !missing.has(step));
  say(`Running ${chosen.map((task) => task.name).join(', ')} in ${lanes} lanes.\n`);
  await runInLanes(
    chosen.map((task) => ({ ...task, work: () => reported(task, rows) })),
    lanes,
  );

  const sum = total(rows);
  say(`\n${table(rows)}`);
  say(`\nTook ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  say(lastLine(sum));
  return sum.failed > 0 ? 1 : 0;
}

/**
 * Runs one task and says at once how it went: all its words where it failed, its closing lines where it passed.
 * @param {import('./steps.mjs').StepTask} task
 * @param {import('./report.mjs').Row[]} rows
 */
async function reported(task, rows) {
  const begun = performance.now();
  const outcome = await task.work();
  const ms = performance.now() - begun;
  const { passed, failed, skipped, output, closing } = outcome;
  say(`${failed > 0 ? 'FAILED' : 'ok    '} ${task.name} (${(ms / 1000).toFixed(1)} s)`);
  if (failed > 0) say(output.trimEnd());
  else if (closing) say(closing);
  if (passed + failed + skipped > 0) rows.push({ name: task.name, ms, passed, failed, skipped });
  return outcome;
}

/**
 * The chosen tasks and those that they need.
 * @template {{ name: string, step: string, needs: readonly string[] }} T
 * @param {readonly T[]} tasks
 * @param {(step: string) => boolean} isChosen
 */
function withPreparation(tasks, isChosen) {
  const names = new Set();
  const add = (/** @type {T} */ task) => {
    names.add(task.name);
    for (const need of tasks.filter((other) => task.needs.includes(other.name))) add(need);
  };
  tasks.filter((task) => isChosen(task.step)).forEach(add);
  return tasks.filter((task) => names.has(task.name));
}

/**
 * Steps that this machine cannot do, each with the reason.
 * @param {Set<string>} only
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Map<string, string>}
 */
function lackingSteps(only, { lacks }) {
  const missing = new Map();
  for (const step of ['int:mariadb', 'production', 'image']) {
    if (only.has(step) && lacks.mariadb) missing.set(step, lacks.mariadb);
  }
  if (only.has('stories') && lacks.chromium) missing.set('stories', lacks.chromium);
  return missing;
}

/** What is left out is counted by file: how many tests are inside is known only by running them. @param {string} step */
function leftOut(step) {
  return step === 'production' || step === 'image'
    ? 1
    : Math.max(1, testFiles(root, step === 'stories' ? 'story' : 'int').length);
}
