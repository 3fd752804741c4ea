// @ts-check
// Builds shared, server and client when one of their inputs changed since the last build; else answers at once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { run } from './process.mjs';

const INPUTS = [
  'shared',
  'server',
  'client',
  'infra/build',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const OUTPUTS = ['shared/dist/kernel/index.js', 'server/dist/bundle/main.js', 'client/dist/index.html'];
const STAMP = '.cache/build.stamp';

/** @param {string} path */
const madeOrTest = (path) => /(^|\/)(dist|node_modules|gql)$|\.(spec|int-spec)\.tsx?$/.test(path);

/** @param {string} root */
const fingerprint = (root) => hashOf(root, INPUTS, madeOrTest);

/** @param {string} root */
export function buildNeeded(root) {
  if (OUTPUTS.some((file) => !existsSync(join(root, file)))) return true;
  const stamp = join(root, STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(root);
}

/**
 * Builds through nx, which leaves alone the parts that did not change.
 * @param {string} root
 */
export async function build(root) {
  const before = fingerprint(root);
  const result = await run(process.execPath, [nxBinary(root), 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    env: nxEnvironment(),
  });
  if (result.code === 0) stampBuild(root, before);
  return result;
}

/**
 * @param {string} root
 * @param {string} stamp
 */
function stampBuild(root, stamp) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, STAMP), stamp);
}

/** @param {string} root */
export const nxBinary = (root) => join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');

/** No daemon left behind, no cloud, no colours in what is kept. NODE_ENV decides how React is built, so it is set. */
export const nxEnvironment = () => ({
  ...process.env,
  NODE_ENV: 'production',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  FORCE_COLOR: '0',
});
