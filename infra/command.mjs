// @ts-check
// Runs one of the server's commands as `npm start` runs the server: installed, built, with the settings of .env.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';

const root = join(import.meta.dirname, '..');
const name = process.argv[2] ?? '';
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
if (!ensureInstalled(root, console.error)) process.exit(1);
const { build, buildNeeded } = await import('./lib/build.mjs');
if (buildNeeded(root)) {
  const { code, output } = await build(root);
  if (code !== 0) {
    console.error(output.trimEnd());
    process.exit(1);
  }
}
const file = join(root, 'server', 'dist', 'bundle', 'commands', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no command ${name}.`);
  process.exit(2);
}
process.argv.splice(1, 2, file);
await import(pathToFileURL(file).href);
