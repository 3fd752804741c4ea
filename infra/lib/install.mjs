// @ts-check
// Knows whether the installed packages are those of the lockfile, and installs them where they are not.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */

/**
 * One sentence where this Node is too old, else null.
 * @param {string} [version]
 */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Tongxing needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Get it at https://nodejs.org.`;
}

/**
 * Why `npm ci` has to run, or null where what is installed is what the lockfile names.
 * Compares with npm's own record of the installed tree, so that a hand-run `npm ci` counts too.
 * @param {string} root
 * @returns {string | null}
 */
export function installNeeded(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'the packages are not installed yet';
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(record);
  for (const [path, locked] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || locked.link) continue;
    const installed = present[path];
    if (!installed) {
      // Binaries of other systems are locked, and rightly absent here.
      if (locked.optional || locked.devOptional || locked.peer) continue;
      return `${path.slice('node_modules/'.length)} is missing`;
    }
    if (installed.version !== locked.version || installed.integrity !== locked.integrity) {
      return `${path.slice('node_modules/'.length)} is not the version of the lockfile`;
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Installs by the lockfile, output shown. Returns npm's exit code.
 * @param {string} root
 */
export function npmCi(root) {
  const npm = process.env.npm_execpath;
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(program, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // A production environment would leave the build tools out, and there would be nothing to start.
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: 'inherit',
    shell: program === 'npm' && process.platform === 'win32',
  });
  return status ?? 1;
}

/**
 * Installs where needed. Returns false (having said why) where that failed.
 * @param {string} root
 * @param {(text: string) => void} say
 */
export function ensureInstalled(root, say) {
  const reason = installNeeded(root);
  if (reason === null) return true;
  say(`Installing packages by the lockfile (${reason}) …`);
  if (npmCi(root) === 0) return true;
  say('npm ci failed; its own words stand above. Is the package registry reachable?');
  return false;
}
