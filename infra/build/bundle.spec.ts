// The bundle runs what was compiled, under the same names; what can not be part of it stops the build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageOf, placeProblem } from './libraries.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongxing-bundle-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, code: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

/** A module as swc leaves it, whose line n comes from line n of its source. */
function compiled(path: string, code: string): void {
  write(`dist/${path}.js`, code);
  const mappings = code
    .replaceAll(/[^\n]+/g, 'AAAA')
    .replaceAll('\n', ';')
    .replaceAll(';AAAA', ';AACA');
  const map = { version: 3, sources: [`../src/${path}.ts`], names: [], mappings };
  write(`dist/${path}.js.map`, JSON.stringify(map));
}

function library(name: string, files: Record<string, string>): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', main: 'index.js' }));
  for (const [file, code] of Object.entries(files)) write(`node_modules/${name}/${file}`, code);
}

/** Bundles in a process of its own, since rolldown's binary part does not know the test's realm; its errors, if any. */
function bundle(...names: string[]): string {
  const entries = Object.fromEntries(names.map((name) => [name, join(root, 'dist', `${name}.js`)]));
  const task = { root, from: join(root, 'dist'), to: join(root, 'dist', 'bundle'), entries };
  const address = pathToFileURL(join(import.meta.dirname, 'bundle.mjs')).href;
  const script = `const { bundle } = await import('${address}'); await bundle(${JSON.stringify(task)});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stderr;
}

function run(name: string): { code: number | null; stdout: string; stderr: string } {
  const args = ['--enable-source-maps', join(root, 'dist', 'bundle', `${name}.js`)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('the build stops', () => {
  it('where an import of ours leads nowhere', () => {
    compiled('main', "import 'not-installed';\n");
    expect(bundle('main')).toMatch(/main\.js imports not-installed, which is not installed/);
  });

  it('where a library asks where it lies, and says what to do', () => {
    library('placed', { 'index.js': "export const data = new URL('./data.bin', import.meta.url);\n" });
    compiled('main', "import { data } from 'placed';\nconsole.log(data);\n");
    expect(bundle('main')).toMatch(/placed\/index\.js says “import\.meta”.*OUTSIDE/s);
  });
});

describe('what a library says', () => {
  it.each([
    ['its folder', "module.exports = require('fs').readFileSync(__dirname + '/x');"],
    ['a module that only running names', 'module.exports = (name) => require(name);'],
    ['the same in a text with holes', 'export default (name) => import(`./parts/${name}.js`);'],
    ['its address', 'export const here = import.meta.url;'],
  ])('is seen: %s', (_what, code) => {
    expect(placeProblem(code, '/x/node_modules/some/index.js')).toContain('some/index.js says');
  });

  it.each([
    ['in a comment', '// __dirname\nmodule.exports = 1;'],
    ['in a text', "module.exports = 'import.meta.url and require(name)';"],
    ['with a name that stands there', "module.exports = require('node:fs'); import('./x.js'); require(`y`);"],
    ['about a property', 'module.exports = { require(name) { return name; } };'],
  ])('is let through: %s', (_what, code) => {
    expect(placeProblem(code, '/x/node_modules/some/index.js')).toBeNull();
  });

  it('names its package', () => {
    expect(['@a/b/c.js', 'x', 'x/y', './x', '/x', 'node:fs'].map(packageOf)).toEqual([
      '@a/b',
      'x',
      'x',
      null,
      null,
      null,
    ]);
  });
});

describe('the bundle', () => {
  it('keeps the names of classes that are called alike, and the place of each module', () => {
    compiled('deep/down/one', 'export class Login {}\nexport const place = import.meta.url;\n');
    compiled('two', 'export class Login {}\nexport const folder = import.meta.dirname;\n');
    compiled(
      'main',
      "import { Login as One, place } from './deep/down/one.js';\nimport { Login as Two, folder } from './two.js';\nimport { resolve } from 'node:path';\nconsole.log(JSON.stringify([One.name, Two.name, place, resolve(folder), import.meta.url]));\n",
    );
    expect(bundle('main')).toBe('');
    const at = (path: string) => `file://${join(root, 'dist', path)}`;
    expect(JSON.parse(run('main').stdout)).toEqual([
      'Login',
      'Login',
      at('deep/down/one.js'),
      join(root, 'dist'),
      at('bundle/main.js'),
    ]);
  });

  it('has libraries in one file without a source map, and a stack names the source of ours', () => {
    library('lib', {
      'index.js': "export { answer } from './answer.js';\n",
      'answer.js': 'export function answer() {\n  return process.argv.length + 40;\n}\n',
    });
    compiled(
      'broken',
      "import { answer } from 'lib';\nexport function fail() {\n  throw new Error(`no ${answer()}`);\n}\n",
    );
    compiled('main', "import { fail } from './broken.js';\nfail();\n");
    compiled('worker', "import { answer } from 'lib';\nconsole.log(answer());\n");
    expect(bundle('main', 'worker')).toBe('');
    const files = readdirSync(join(root, 'dist', 'bundle'));
    expect(files).toContain('libraries.js');
    expect(files).not.toContain('libraries.js.map');
    expect(run('worker').stdout).toBe('42\n');
    const { code, stderr } = run('main');
    expect(code).toBe(1);
    expect(stderr).toMatch(/Error: no 42\n\s+at fail \(.*src\/broken\.ts:3/);
  });

  it('asks for an optional library only when it runs', () => {
    library('lib', { 'index.js': "export const optional = () => import('not-there').catch(() => 'without');\n" });
    compiled('main', "import { optional } from 'lib';\nconsole.log(await optional());\n");
    expect(bundle('main')).toBe('');
    expect(run('main').stdout).toBe('without\n');
  });
});
