// @ts-check
// The JavaScript that a first visit to each face loads, gzipped, from the client's build manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const name = 'FIRSTJS';
export const title = 'First JavaScript of each face with its heaviest page, and the largest lazy chunk (gzip)';
export const target = 'public, donor, volunteer, guardian ≤ 170 kB; desk and company ≤ 300 kB; a lazy chunk ≤ 200 kB';
export const databases = ['none'];
export const needs = ['build'];

/** kB, 1 kB = 1000 bytes. */
const BUDGETS = { public: 170, donor: 170, volunteer: 170, guardian: 170, agency: 300, company: 300 };
const LAZY_CHUNK = 200;

/** @typedef {{ file: string, isEntry?: boolean, isDynamicEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, log }) {
  const dist = join(root, 'client', 'dist');
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')));
  return measureManifest(manifest, (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, log);
}

/**
 * @param {Manifest} manifest
 * @param {(file: string) => number} sizeOf gzipped bytes of one file
 * @param {(text: string) => void} log
 */
export function measureManifest(manifest, sizeOf, log) {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  // A page opened with kitPage brings the component library along, by an import of its own.
  const kit = Object.keys(manifest).find((key) => key.endsWith('/ui/kit/Kit.tsx'));
  if (!entry) throw new Error('BUG: the manifest has no entry');
  const results = Object.entries(BUDGETS).map(([face, budget]) => {
    const key = Object.keys(manifest).find((path) => new RegExp(`^src/faces/${face}/[^/]+Face\\.tsx$`).test(path));
    if (!key) throw new Error(`BUG: the build has no face ${face}`);
    const shell = [entry, key];
    const pages = (manifest[key]?.dynamicImports ?? []).filter((path) => /Page\.tsx$/.test(path));
    const heaviest = Math.max(...[shell, ...pages.map((page) => [...shell, page])].map(withKit).map(bytes));
    const value = kilobytes(heaviest);
    log(`${face}: ${kilobytes(bytes(shell))} kB, with its heaviest page ${value} kB`);
    return { part: face, value, unit: 'kB', target: `≤ ${budget}`, holds: value <= budget };
  });

  const lazy = Object.entries(manifest).filter(
    ([key, { isDynamicEntry, file }]) => isDynamicEntry && key && file.endsWith('.js'),
  );
  const largest = Math.max(0, ...lazy.map(([, { file }]) => kilobytes(sizeOf(file))));
  return [
    ...results,
    { part: 'largest lazy chunk', value: largest, unit: 'kB', target: `≤ ${LAZY_CHUNK}`, holds: largest <= LAZY_CHUNK },
  ];

  /** @param {string[]} starts */
  function withKit(starts) {
    const uses = [...closure(starts)].some((key) => /(?:^|\/|_)kit-[^/]*\.js$/.test(manifest[key]?.file ?? ''));
    return kit && uses ? [...starts, kit] : starts;
  }

  /** The chunks and all that they import at once. @param {string[]} starts */
  function closure(starts) {
    const seen = new Set();
    const queue = [...starts];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(...(manifest[key]?.imports ?? []));
    }
    return seen;
  }

  /** Bytes of some chunks and all that they import at once; what they share counts once. @param {string[]} starts */
  function bytes(starts) {
    const files = new Set(
      [...closure(starts)].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')),
    );
    return [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  }
}

/** @param {number} size */
const kilobytes = (size) => Math.round(size / 100) / 10;
