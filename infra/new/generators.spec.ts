// What the generators lay out compiles, passes the lint and keeps to the borders, in a copy of the tree.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crossings } from '../borders/borders.mjs';
import { namesOf } from './names.mjs';

const root = join(import.meta.dirname, '..', '..');
let tree: string;

interface Outcome {
  readonly code: number | null;
  readonly words: string;
}

function node(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: tree });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.once('close', (code) => resolve({ code, words }));
  });
}

const generate = (kind: 'module' | 'feature', ...words: string[]): Promise<Outcome> =>
  node(join(root, 'infra', 'new', `${kind}.mjs`), ...words, '--root', tree);

/** Makes the project the folder and what it imports: what the compiler and the lint say of a file rests on these alone. */
function narrow(project: 'server' | 'client', folder: string): void {
  const file = join(tree, project, 'tsconfig.json');
  const config = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...config, include: [`src/${folder}`, 'src/**/*.d.ts'] }));
}

const compile = (project: 'server' | 'client'): Promise<Outcome> =>
  node(join(root, 'node_modules/typescript-native/bin/tsc'), '-p', project);

const lint = (...paths: string[]): Promise<Outcome> =>
  node(join(root, 'node_modules/eslint/bin/eslint.js'), '--config', join(root, 'eslint.config.mjs'), ...paths);

const CLEAN: Outcome = { code: 0, words: '' };

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'tongxing-new-'));
  const made = /(^|\/)(dist|gql)$/;
  for (const path of ['package.json', 'tsconfig.base.json', 'shared', 'server', 'client']) {
    cpSync(join(root, path), join(tree, path), { recursive: true, filter: (source) => !made.test(source) });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('npm run new:module', () => {
  it.each([[''], ['../outside'], ['1st'], ['名']])('refuses %j as a name', async (name) => {
    expect(namesOf(name)).toBeNull();
    expect((await generate('module', name)).code).toBe(2);
  });

  it('lays out a module that compiles, passes the lint and crosses no border', async () => {
    const { code, words } = await generate('module', 'kind-words', '--one', 'kind-word');
    expect(words).toContain('server/src/kind-words/kind-words.service.ts');
    expect(code).toBe(0);
    narrow('server', 'kind-words');
    expect(await compile('server')).toEqual(CLEAN);
    expect(await lint('server/src/kind-words')).toEqual(CLEAN);
    const { violations } = await crossings(tree);
    expect(violations.filter(({ from }) => from.startsWith('server/src/kind-words/'))).toEqual([]);
  }, 300_000);

  it('writes nothing where a file of it is there already', async () => {
    const file = join(tree, 'server/src/kind-words/index.ts');
    writeFileSync(file, 'mine');
    const { code, words } = await generate('module', 'kind-words', '--one', 'kind-word');
    expect(words).toContain('Nothing was written');
    expect(code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('npm run new:feature', () => {
  it('lays out a feature that compiles, passes the lint and crosses no border', async () => {
    const { code } = await generate('feature', 'kind-words');
    expect(code).toBe(0);
    mkdirSync(join(tree, 'client/src/gql'), { recursive: true });
    const codegen = await node(
      join(root, 'node_modules/@graphql-codegen/cli/cjs/bin.js'),
      '--config',
      'client/codegen.ts',
    );
    expect(codegen.code).toBe(0);
    expect(existsSync(join(tree, 'client/src/gql/graphql.ts'))).toBe(true);
    narrow('client', 'features/kind-words');
    expect(await compile('client')).toEqual(CLEAN);
    expect(await lint('client/src/features/kind-words')).toEqual(CLEAN);
    const { violations } = await crossings(tree);
    expect(violations.filter(({ from }) => from.startsWith('client/src/features/kind-words/'))).toEqual([]);
  }, 300_000);
});
