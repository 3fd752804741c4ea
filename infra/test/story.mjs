// @ts-check
// `npm run story P24`: one browser story, found by its practice or by a part of its file's name.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodeProblem } from '../lib/install.mjs';

const root = join(import.meta.dirname, '..', '..');
const say = (/** @type {string} */ text) => console.log(text);

process.exitCode = await main(process.argv[2]);

/** @param {string | undefined} wanted */
async function main(wanted) {
  const stories = readdirSync(join(root, 'e2e'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.story.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const found = stories.filter((file) => wanted !== undefined && file.toLowerCase().includes(wanted.toLowerCase()));
  if (found.length === 0) {
    say(wanted ? `No story is called "${wanted}".` : 'Which story? npm run story P24');
    say(stories.map((file) => `  ${file.replace(/\.story\.ts$/, '')}`).join('\n'));
    return 2;
  }
  const old = nodeProblem();
  if (old) {
    say(old);
    return 1;
  }
  if (!ensureInstalled(root, say)) return 1;
  const { build, buildNeeded } = await import('../lib/build.mjs');
  const { onInterrupt, startChild, stopAllChildren } = await import('../lib/process.mjs');
  const { prepareMachine } = await import('./machine.mjs');
  onInterrupt(stopAllChildren);

  if (buildNeeded(root)) {
    say('Building …');
    const { code, output } = await build(root);
    if (code !== 0) {
      say(output);
      return 1;
    }
  }
  const machine = await prepareMachine(root, { mariadb: true, chromium: true }, say);
  try {
    if (!machine.chromium) {
      say(machine.lacks.chromium ?? 'No browser.');
      return 1;
    }
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      TEST_ENGINE: 'sqlite',
      CHROMIUM_PATH: machine.chromium,
      ...(machine.mariadb ? { TEST_DATABASE_URL: machine.mariadb.url } : {}),
    };
    const child = startChild(
      process.execPath,
      [
        ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'story', '--verbose'],
        ...['--runInBand', '--runTestsByPath', ...found.map((file) => `e2e/${file}`)],
      ],
      { cwd: root, env, stdio: 'inherit' },
    );
    return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    await machine.mariadb?.stop();
    await stopAllChildren();
  }
}
