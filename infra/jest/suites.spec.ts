// Suites hold every test file once, and each file's hooks stay its own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { shareOut, testFiles } from './suites.mjs';

const require = createRequire(import.meta.url);
const { inDescribe } = require('./in-describe.cjs') as { inDescribe(source: string, path: string): string };
const ROOT = join(import.meta.dirname, '..', '..');

describe('test files', () => {
  it('refuses a project that is none', () => {
    expect(() => testFiles(ROOT, 'integration')).toThrow('no project is called integration');
  });

  it('finds a file in one project only, and none that is not a test', () => {
    const all = ['unit', 'tools', 'int', 'story'].flatMap((project) => testFiles(ROOT, project));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('infra/jest/suites.spec.ts');
    expect(all.filter((file) => !/\.(spec|int-spec|story)\.ts$/.test(file))).toEqual([]);
  });

  it('leaves out what nobody asked for', () => {
    expect(testFiles(ROOT, 'tools', ['jest/suites'])).toEqual(['infra/jest/suites.spec.ts']);
    expect(testFiles(ROOT, 'tools', ['no such path'])).toEqual([]);
  });
});

describe('sharing out', () => {
  const files = [9, 1, 1, 5, 4, 2].map((weight, index) => ({ file: `f${index}`, weight }));

  it('loses no file and repeats none', () => {
    for (const count of [1, 2, 3, 10]) {
      expect(shareOut(files, count).flat().sort()).toEqual(files.map(({ file }) => file));
    }
  });

  it('gives each suite about as much', () => {
    expect(shareOut(files, 2)).toEqual([
      ['f0', 'f5'],
      ['f1', 'f2', 'f3', 'f4'],
    ]);
  });

  it('makes no empty suite, which jest would call a failure', () => {
    expect(shareOut(files, 10)).toHaveLength(files.length);
  });
});

describe('a file in a suite', () => {
  it('describes itself below its imports, without moving a line', () => {
    const source = "// Head.\nimport { a } from './a.js';\nimport {\n  b,\n} from './b.js';\n\nit('is', () => a(b));\n";
    const lines = inDescribe(source, 'x/y.spec.ts').split('\n');
    expect(lines[4]).toBe('} from \'./b.js\';;describe("x/y.spec.ts", () => {');
    expect(lines[6]).toBe("it('is', () => a(b));");
    expect(lines[7]).toBe('');
    expect(lines[8]).toBe('});');
  });

  it('needs no import', () => {
    expect(inDescribe("it('is', () => {});\n", 'x.spec.ts')).toBe(
      ';describe("x.spec.ts", () => {it(\'is\', () => {});\n\n});\n',
    );
  });

  it('may not import in the middle, where an import would hide in the describe', () => {
    expect(() => inDescribe("it('is', () => {});\nimport './late.js';\n", 'x.spec.ts')).toThrow('x.spec.ts: imports');
  });

  it('may export nothing, since nobody could import it', () => {
    expect(() => inDescribe('export const a = 1;\n', 'x.spec.ts')).toThrow('x.spec.ts: a test file exports nothing');
  });

  it('is what every test file of the project can be', () => {
    for (const project of ['unit', 'tools', 'int', 'story']) {
      for (const file of testFiles(ROOT, project)) inDescribe(readFileSync(join(ROOT, file), 'utf8'), file);
    }
  });
});
