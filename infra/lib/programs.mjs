// @ts-check
// Finds programs that this machine may have, and on Debian, as root, installs those it lacks.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

/**
 * @param {readonly string[]} names
 * @param {readonly string[]} [folders] looked into after PATH
 * @returns {string | null}
 */
export function findProgram(names, folders = []) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...folders]) {
    for (const name of names) {
      const path = join(folder, name);
      if (folder !== '' && executable(path)) return path;
    }
  }
  return null;
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium or a browser made of it: CHROMIUM_PATH first, then what systems usually have. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : null;
  const named = findProgram(
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    ['/usr/bin', '/snap/bin'],
  );
  if (named) return named;
  const apps = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return apps.find((path) => existsSync(path)) ?? null;
}

/** Whether pages can show Chinese here; without such a font it is boxes, and screenshots prove nothing. */
export async function hasChineseFont() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const { code, output } = await run('fc-list', [':lang=zh-cn', 'family']);
  return code === 0 && output.trim() !== '';
}

/** Whether `apt-get install` can be used: Debian or a child of it, and we are root. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram(['apt-get']) !== null;
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<{ ok: true } | { ok: false, output: string }>}
 */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, timeoutMs: 10 * 60_000 });
  const update = await apt('update');
  const install = await apt('install', '--no-install-recommends', ...packages);
  return install.code === 0 ? { ok: true } : { ok: false, output: update.output + install.output };
}
