// @ts-check
// One hash over the content of files and folders, to tell whether anything changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {readonly string[]} paths files or folders under root; a missing one counts as empty
 * @param {(path: string) => boolean} [leaveOut] for paths relative to root
 * @returns {string} SHA-256, hex
 */
export function hashOf(root, paths, leaveOut = () => false) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((start) => [...walk(root, start, leaveOut)])) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {(path: string) => boolean} leaveOut
 * @returns {Generator<string>}
 */
function* walk(root, path, leaveOut) {
  if (leaveOut(path) || !existsSync(join(root, path))) return;
  if (!statSync(join(root, path)).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* walk(root, `${path}/${name}`, leaveOut);
}
