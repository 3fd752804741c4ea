// `npm start` speaks plainly where it cannot start: an old Node, a taken port.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './lib/hash.mjs';
import { installNeeded, nodeProblem } from './lib/install.mjs';
import { freePort, portProblem } from './lib/ports.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps a port of the loopback taken while `work` runs. */
async function withTakenPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await work(typeof address === 'object' && address ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

async function start(env: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], { env: { ...process.env, ...env } });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, words };
}

describe('npm start', () => {
  it('names the taken port and the way out, and leaves with 1', async () => {
    const { code, words } = await withTakenPort((port) => start({ PORT: String(port), HOST: '127.0.0.1' }));
    expect(words).toMatch(/^Port \d+ is taken, perhaps by another Tongxing\. Choose another: PORT=\d+ npm start\n$/);
    expect(code).toBe(1);
  });
});

describe('the Node check', () => {
  it.each(['18.20.1', '20.18.9'])('refuses %s and says what is needed', (version) => {
    expect(nodeProblem(version)).toContain('needs Node 20.19 or newer');
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('takes %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
});

describe('the port check', () => {
  it('tells a taken port', async () => {
    expect(await withTakenPort((port) => portProblem(port, '127.0.0.1'))).toBe('EADDRINUSE');
  });

  it('tells a free one', async () => {
    expect(await portProblem(await freePort(), '127.0.0.1')).toBeNull();
  });
});

describe('the install check', () => {
  const lock = (packages: object): string => JSON.stringify({ packages });
  const library = { version: '1.0.0', integrity: 'sha512-a' };

  function clone(wanted: object, installed?: object): string {
    writeFileSync(join(folder, 'package-lock.json'), lock(wanted));
    mkdirSync(join(folder, 'node_modules'));
    if (installed) writeFileSync(join(folder, 'node_modules', '.package-lock.json'), lock(installed));
    return folder;
  }

  it('asks for an install on a fresh clone', () => {
    expect(installNeeded(clone({ 'node_modules/a': library }))).toBe('the packages are not installed yet');
  });

  it('asks for one when a package is of another version than the lockfile says', () => {
    const newer = { ...library, version: '1.0.1' };
    expect(installNeeded(clone({ 'node_modules/a': newer }, { 'node_modules/a': library }))).toContain(
      'not the version',
    );
  });

  it('asks for one when a package is missing', () => {
    expect(installNeeded(clone({ 'node_modules/a': library }, {}))).toBe('a is missing');
  });

  it('is content without the binaries of other systems', () => {
    const wanted = { 'node_modules/a': library, 'node_modules/a-darwin': { ...library, optional: true } };
    expect(installNeeded(clone(wanted, { 'node_modules/a': library }))).toBeNull();
  });
});

describe('the hash of the inputs', () => {
  const hash = (): string => hashOf(folder, ['src', 'one.json'], (path) => path.endsWith('.spec.ts'));

  beforeEach(() => {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'a.ts'), 'a');
  });

  it.each([
    ['a changed file', () => writeFileSync(join(folder, 'src', 'a.ts'), 'b')],
    ['a new file', () => writeFileSync(join(folder, 'src', 'b.ts'), '')],
    ['a file that moved its content', () => writeFileSync(join(folder, 'one.json'), 'a')],
  ])('sees %s', (_what, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('is the same twice, and blind for what it is told to leave out', () => {
    const before = hash();
    writeFileSync(join(folder, 'src', 'a.spec.ts'), 'test');
    expect(hash()).toBe(before);
  });
});
