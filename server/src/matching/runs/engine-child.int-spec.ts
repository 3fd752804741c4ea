// A matching process that stands still goes on, and ends, when its server is killed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { mayStand } from './engine-child.js';

const PATIENCE_MS = 10_000;
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'engine-child-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('may be made to stand on a Linux with util-linux only, which the tests have', () => {
  expect(mayStand).toBe(process.platform === 'linux');
});

it('is not left standing by a server that is killed', async () => {
  const entry = join(folder, 'engine.mjs');
  writeFileSync(entry, `process.on('disconnect', () => process.exit(0)); process.send?.('there');`);
  const source = readFileSync(join(import.meta.dirname, 'engine-child.ts'), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const starter = join(folder, 'engine-child.mjs');
  writeFileSync(starter, ts.transpileModule(source, { compilerOptions }).outputText);
  const server = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { forkEngine } = await import('${pathToFileURL(starter).href}');
       const child = forkEngine('${pathToFileURL(entry).href}');
       child.on('message', () => { child.kill('SIGSTOP'); console.log(child.pid); });`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    server.once('exit', () => reject(new Error('the server ended by itself')));
  });
  const pid = Number(said);
  expect(isThere(pid)).toBe(true);
  server.kill('SIGKILL');
  const until = Date.now() + PATIENCE_MS;
  while (isThere(pid) && Date.now() < until) await rest(20);
  expect(isThere(pid)).toBe(false);
}, 30_000);
