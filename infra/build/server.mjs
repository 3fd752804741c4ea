// @ts-check
// Bundles the compiled server: what `npm start`, the image and the commands run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'server', 'dist');
const commands = readdirSync(join(dist, 'commands')).filter((file) => /^[a-z-]+\.js$/.test(file));
/** @type {Record<string, string>} */
const entries = {
  main: join(dist, 'main.js'),
  worker: join(dist, 'worker.js'),
  'match-performer': join(dist, 'match-performer.js'),
};
for (const file of commands) entries[`commands/${file.replace(/\.js$/, '')}`] = join(dist, 'commands', file);

await bundle({ root, from: dist, to: join(dist, 'bundle'), entries });
