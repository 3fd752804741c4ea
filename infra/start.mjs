// @ts-check
// `npm start`: on a fresh clone with only Node, installs, builds and runs Tongxing; later, runs it at once.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, nodeProblem } from './lib/install.mjs';
import { portProblem } from './lib/ports.mjs';

const root = join(import.meta.dirname, '..');
const say = (/** @type {string} */ text) => console.log(text);

const problem = await prepare();
if (problem) {
  console.error(problem);
  process.exit(1);
}
// In this very process: signals reach the server directly, and nothing stands between it and the terminal.
const main = join(root, 'server', 'dist', 'bundle', 'main.js');
process.setSourceMapsEnabled(true);
// From Node 22 on, compiled code is kept between starts.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache(join(root, '.cache', 'compiled'));
}
process.argv[1] = main;
await import(pathToFileURL(main).href);

/** @returns {Promise<string | null>} why it cannot start, for the person at the terminal */
async function prepare() {
  const old = nodeProblem();
  if (old) return old;
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');

  const busy = await portBusy(process.env.PORT || '3000');
  if (busy) return busy;
  if (!ensureInstalled(root, say)) return 'Not started: the packages could not be installed.';

  const { build, buildNeeded } = await import('./lib/build.mjs');
  if (!buildNeeded(root)) return null;
  say('Building (only after a change) …');
  const { code, output, ms } = await build(root);
  if (code !== 0) return `${output.trimEnd()}\nNot started: the build failed; its words stand above.`;
  say(`Built in ${(ms / 1000).toFixed(1)} s.`);
  return null;
}

/** @param {string} chosen */
async function portBusy(chosen) {
  const port = Number(chosen);
  // A wrong number is named by the server, together with every other wrong setting.
  if (!Number.isInteger(port) || port < 1 || port > 65535) return null;
  const code = await portProblem(port, process.env.HOST || '127.0.0.1');
  if (code === null) return null;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken, perhaps by another Tongxing. Choose another: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this account has. Choose one above 1023: PORT=3000 npm start`;
  return `Port ${port} cannot be used (${code}).`;
}
