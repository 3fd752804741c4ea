// @ts-check
// Writes the suites of a run: files that import many test files, so that the modules beneath them are loaded once.
// Loading Nest, TypeORM and GraphQL anew for each file cost more than the tests themselves: 2 to 3 s of work a file.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The test files of each project of jest.config.mjs. @type {Readonly<Record<string, { folders: readonly string[], ending: string }>>} */
export const TEST_FILES = {
  unit: { folders: ['shared/src', 'server/src', 'client/src'], ending: '.spec.ts' },
  tools: { folders: ['infra'], ending: '.spec.ts' },
  int: { folders: ['server/src'], ending: '.int-spec.ts' },
  story: { folders: ['e2e'], ending: '.story.ts' },
};

/**
 * @param {string} root
 * @param {string} project
 * @param {readonly string[]} [parts] of paths; left out or empty, all files
 * @returns {string[]} paths from the root, sorted
 */
export function testFiles(root, project, parts = []) {
  const where = TEST_FILES[project];
  if (!where) throw new Error(`BUG: no project is called ${project}`);
  return where.folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(where.ending) && !file.includes('node_modules/'))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();
}

/**
 * Shares the files out so that each suite has about as much to do as the others; long files are long tests.
 * @param {readonly { file: string, weight: number }[]} files
 * @param {number} count
 * @returns {string[][]} no suite is empty
 */
export function shareOut(files, count) {
  const suites = Array.from({ length: count }, () => ({ weight: 0, files: /** @type {string[]} */ ([]) }));
  for (const { file, weight } of [...files].sort((a, b) => b.weight - a.weight)) {
    const lightest = suites.reduce((least, suite) => (suite.weight < least.weight ? suite : least));
    lightest.files.push(file);
    lightest.weight += weight;
  }
  return suites.map((suite) => suite.files.sort()).filter((list) => list.length > 0);
}

/**
 * @param {string} root
 * @param {{ project: string, name: string, count: number, paths: readonly string[] }} wanted name: of the step, since two may run at once
 * @returns {string} the folder of the suites, for TEST_SUITES
 */
export function writeSuites(root, { project, name, count, paths }) {
  const folder = join(root, '.cache', 'test', 'suites', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = testFiles(root, project, paths).map((file) => ({ file, weight: statSync(join(root, file)).size }));
  shareOut(files, count).forEach((list, index) => {
    const lines = list.map(
      (file) => `import ${JSON.stringify(relative(folder, join(root, file)).replaceAll('\\', '/'))};`,
    );
    writeFileSync(join(folder, `${index + 1}.suite.mjs`), `${lines.join('\n')}\n`);
  });
  return folder;
}
