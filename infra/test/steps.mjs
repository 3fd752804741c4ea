// @ts-check
// The steps of `npm test`: what each runs, what it needs first, and how its checks are counted.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeSuites } from '../jest/suites.mjs';
import { build, nxBinary, nxEnvironment } from '../lib/build.mjs';
import { run } from '../lib/process.mjs';
import { toldAgain, toTellAgain } from './again.mjs';
import { closingLines, countJest } from './report.mjs';

/** @typedef {import('./report.mjs').Counts & { output: string, closing: string }} Outcome */
/** @typedef {{ root: string, cached: boolean, paths: string[], databaseUrl: string | null, chromium: string | null }} Setting */
/** @typedef {import('./lanes.mjs').Task<Outcome>} StepTask */

export const PROJECTS = ['shared', 'server', 'client', 'e2e', 'infra'];
/** One browser each; while one waits for a server, a lease or a signal, the other works. */
const STORY_WORKERS = 2;
/** Many small suites: how long a story takes cannot be told from its file, so whoever is done takes the next. */
const STORY_SUITES = 8;
const ALONE = { suites: 1, workers: 1 };
/** Two thirds of the time that a whole run has. */
const LIMIT_MS = 60 * 60_000;

/**
 * @param {Setting} setting
 * @returns {(StepTask & { step: string })[]} in the order in which they had best be begun
 */
export function allTasks(setting) {
  const { cached } = setting;
  const cache = (/** @type {string} */ name) => `.cache/${name}`;
  return [
    { step: '', name: 'codegen', needs: [], work: () => codegen(setting) },
    { step: 'build', name: 'build', needs: ['codegen'], work: () => buildAll(setting) },
    // The longest of all, and much of it is waiting for one another: begun as soon as it can be.
    {
      step: 'stories',
      name: 'stories',
      needs: ['build'],
      work: () => stories(setting),
    },
    // Long as well, and one process each: whoever is left at the end would run alone.
    {
      step: 'int:mariadb',
      name: 'int:mariadb',
      needs: ['build'],
      work: () => jest(setting, 'int', 'int-mariadb', { TEST_ENGINE: 'mariadb', ...databaseOf(setting) }),
    },
    {
      step: 'int:sqlite',
      name: 'int:sqlite',
      needs: ['build'],
      work: () => jest(setting, 'int', 'int-sqlite', { TEST_ENGINE: 'sqlite' }),
    },
    { step: 'image', name: 'image', needs: ['build'], work: () => checks(setting, 'infra/images/image-check.mjs') },
    { step: 'unit', name: 'unit', needs: ['codegen'], work: () => jest(setting, 'unit', 'unit', {}) },
    { step: 'tools', name: 'tools', needs: ['codegen'], work: () => jest(setting, 'tools', 'tools', {}) },
    // By project, since each has a type program of its own and the lanes can share them out.
    ...PROJECTS.map((project) => ({
      step: 'lint',
      name: `lint ${project}`,
      needs: ['codegen'],
      work: () =>
        tool(setting, 'eslint/bin/eslint.js', [
          project,
          '--max-warnings=0',
          '--no-error-on-unmatched-pattern',
          ...(cached ? ['--cache', '--cache-strategy=content', `--cache-location=${cache(`eslint-${project}`)}`] : []),
        ]),
    })),
    ...PROJECTS.map((project) => ({
      step: 'types',
      name: `types ${project}`,
      needs: ['codegen'],
      work: () =>
        tool(setting, 'typescript-native/bin/tsc', [
          '-p',
          project,
          ...(cached ? ['--incremental', '--tsBuildInfoFile', cache(`tsc/${project}.json`)] : []),
        ]),
    })),
    {
      step: 'format',
      name: 'format',
      needs: [],
      work: () =>
        tool(setting, 'prettier/bin/prettier.cjs', [
          '--check',
          '.',
          '--log-level=warn',
          ...(cached ? ['--cache', '--cache-strategy=content', `--cache-location=${cache('prettier')}`] : []),
        ]),
    },
    { step: 'borders', name: 'borders', needs: ['codegen'], work: () => script(setting, 'infra/borders/run.mjs') },
    { step: 'schema', name: 'schema', needs: ['build'], work: () => script(setting, 'infra/test/schema-drift.mjs') },
    {
      step: 'production',
      name: 'production',
      needs: ['build'],
      work: () => checks(setting, 'infra/compose/production-check.mjs'),
    },
  ];
}

/** @param {Setting} setting @returns {Record<string, string>} */
const databaseOf = ({ databaseUrl }) => (databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {});

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function codegen({ root }) {
  const { code, output } = await run(
    process.execPath,
    [nxBinary(root), 'run', 'client:codegen', '--output-style=static'],
    {
      cwd: root,
      env: nxEnvironment(),
      timeoutMs: LIMIT_MS,
    },
  );
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, output, closing: '' };
}

/** Three checks: shared, server and client each build. @param {Setting} setting @returns {Promise<Outcome>} */
async function buildAll({ root }) {
  const { code, output } = await build(root);
  const counts = code === 0 ? { passed: 3, failed: 0 } : { passed: 0, failed: 1 };
  return { ...counts, skipped: 0, output, closing: '' };
}

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function stories(setting) {
  const env = { TEST_ENGINE: 'sqlite', ...databaseOf(setting) };
  const first = await jest(setting, 'story', 'stories', env, { suites: STORY_SUITES, workers: STORY_WORKERS });
  const failed = toTellAgain(reportOf(setting.root, 'stories'));
  if (!failed) return first;
  return toldAgain(first, failed, await jest({ ...setting, paths: [...failed.files] }, 'story', 'stories-again', env));
}

/**
 * One of the installed tools, as one check.
 * @param {Setting} setting
 * @param {string} file under node_modules
 * @param {string[]} args
 */
const tool = ({ root }, file, args) => oneCheck(root, [join('node_modules', file), ...args]);

/** @param {Setting} setting @param {string} file */
const script = ({ root }, file) => oneCheck(root, [file]);

/** @param {string} root @param {string[]} args @returns {Promise<Outcome>} */
async function oneCheck(root, args) {
  const env = { ...process.env, FORCE_COLOR: '0' };
  const { code, output } = await run(process.execPath, args, { cwd: root, env, timeoutMs: LIMIT_MS });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output, closing: '' };
}

/**
 * A script that says `ok …` or `not ok …`, one check a line; what it could not do stands in lines that begin with `Left out`.
 * @param {Setting} setting
 * @param {string} file
 * @returns {Promise<Outcome>}
 */
async function checks(setting, file) {
  const { root } = setting;
  const env = { ...process.env, ...databaseOf(setting), FORCE_COLOR: '0' };
  const { code, output } = await run(process.execPath, [file], { cwd: root, env, timeoutMs: LIMIT_MS });
  const count = (/** @type {RegExp} */ line) => output.split('\n').filter((text) => line.test(text)).length;
  const failed = count(/^not ok /);
  const closing = output
    .split('\n')
    .filter((line) => line.startsWith('Left out'))
    .join('\n');
  return { passed: count(/^ok /), failed: failed || (code === 0 ? 0 : 1), skipped: 0, output, closing };
}

/** @param {string} root @param {string} name of the run */
const reportOf = (root, name) => join(root, '.cache', 'test', `${name}.json`);

/**
 * All files of a project in a suite or a few, so that what they import is loaded once.
 * @param {Setting} setting
 * @param {string} project of jest.config.mjs
 * @param {string} name of the report and of the suites
 * @param {Record<string, string>} env
 * @param {{ suites: number, workers: number }} [sharing] into so many suites, so many at a time
 * @returns {Promise<Outcome>}
 */
async function jest({ root, paths, chromium }, project, name, env, { suites: count, workers } = ALONE) {
  const report = reportOf(root, name);
  mkdirSync(join(root, '.cache', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const suites = writeSuites(root, { project, name, count, paths });
  const clean = { ...process.env };
  delete clean.TEST_DATABASE_URL;
  delete clean.DATABASE_URL;
  const { code, output, timedOut } = await run(
    process.execPath,
    [
      ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', project],
      ...['--json', `--outputFile=${report}`, `--maxWorkers=${workers}`],
    ],
    {
      cwd: root,
      timeoutMs: LIMIT_MS,
      env: {
        ...{ ...clean, NODE_ENV: 'test', FORCE_COLOR: '0', TEST_SUITES: suites },
        ...env,
        ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
      },
    },
  );
  // --json prints the report to standard output as well; people read what jest says beside it.
  const words = output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailed') && !line.startsWith('Test results written to'))
    .join('\n');
  const late = timedOut ? `\nStopped after ${LIMIT_MS / 60_000} minutes.` : '';
  return { ...countJest(report, code), output: words + late, closing: closingLines(output) };
}
