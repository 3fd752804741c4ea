// @ts-check
// Puts the compiled server and its libraries into a few files: `server/dist/bundle` (ADR-0012).
//
// Loading two thousand small modules took most of a start. Nothing else changes: the same compiled modules run, under
// their own names, and each still believes to stand at its place in `server/dist`.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { isLibrary, OUTSIDE, packageOf, placeProblem } from './libraries.mjs';

/** @param {string} path as this system writes it */
const urlPath = (path) => path.split(sep).join('/');

/**
 * @typedef {{ root: string, from: string, to: string, entries: Record<string, string> }} BundleTask
 *   from: the compiled modules · to: where the bundle goes · entries: name in the bundle → compiled module
 */

/**
 * Writes the bundle; throws where a library can not be part of it, or an import of ours leads nowhere.
 * @param {BundleTask} task
 */
export async function bundle({ root, from, to, entries }) {
  const bundled = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    plugins: [modulesOfOurs({ from, to, entries }), optionalLibraries(), placesOfLibraries()],
    external: (id) => OUTSIDE.has(packageOf(id) ?? ''),
    // A library's own doubtful spots are its makers' affair; what would stop us is thrown by the plugins.
    logLevel: 'silent',
  });
  await bundled.write({
    dir: to,
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [
        { name: 'libraries', test: /[\\/]node_modules[\\/]/ },
        { name: 'server', test: (id) => !Object.values(entries).includes(id) },
      ],
    },
    // Injection, GraphQL types, tables and logs go by the names of classes.
    keepNames: true,
    // Only white space and comments go: names stay, so that a stack can be read, and nothing is rewritten.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    comments: false,
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await bundled.close();
  forgetMapOf(join(to, 'libraries.js'));
}

/**
 * Reads our compiled modules with swc's source maps, and keeps for each the address that it has in `from`: workers,
 * the client's pages and the samples are found from there. An entry keeps the address under which it was started.
 * @param {Pick<BundleTask, 'from' | 'to' | 'entries'>} task
 * @returns {import('rolldown').Plugin}
 */
function modulesOfOurs({ from, to, entries }) {
  const started = new Set(Object.values(entries));
  return {
    name: 'modules-of-ours',
    load(id) {
      const isOurs = !id.includes(`${sep}node_modules${sep}`) && existsSync(`${id}.map`);
      if (!isOurs) return null;
      const code = readFileSync(id, 'utf8');
      const map = readFileSync(`${id}.map`, 'utf8');
      if (started.has(id) || !id.startsWith(from + sep)) return { code, map };
      const place = JSON.stringify(urlPath(relative(to, id)));
      const folder = JSON.stringify(urlPath(relative(to, dirname(id))));
      // Within its line, so that the source map still fits closely enough to name file and line.
      const kept = code
        .replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
        .replaceAll('import.meta.dirname', `(import.meta.dirname + '/' + ${folder})`);
      return { code: kept, map };
    },
  };
}

/**
 * What a library asks for only where it is installed (Nest's other transports, say) stays a question of run time;
 * an import of ours that leads nowhere is a mistake.
 * @returns {import('rolldown').Plugin}
 */
function optionalLibraries() {
  return {
    name: 'optional-libraries',
    async resolveId(id, importer, options) {
      if (importer === undefined || packageOf(id) === null) return null;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (found) return found;
      if (isLibrary(importer)) return { id, external: true };
      throw new Error(`${importer} imports ${id}, which is not installed.`);
    },
  };
}

/**
 * Stops where a library asks where it lies, or requires what only running tells: in a bundle the answer would differ.
 * @returns {import('rolldown').Plugin}
 */
function placesOfLibraries() {
  return {
    name: 'places-of-libraries',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]/ },
      handler(code, id) {
        const problem = placeProblem(code, id);
        if (problem) throw new Error(problem);
        return null;
      },
    },
  };
}

/**
 * Node reads a source map as soon as it loads the file; that of the libraries is larger than they are, and names of
 * functions tell enough there.
 * @param {string} file
 */
function forgetMapOf(file) {
  if (!existsSync(`${file}.map`)) return;
  rmSync(`${file}.map`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}
