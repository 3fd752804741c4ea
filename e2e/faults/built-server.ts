// The built server as a process of its own, for what only a real process can show.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE_MS = 120_000;

export interface BuiltServer {
  readonly address: string;
  /** All that it has written, to both outputs. */
  output(): string;
  /** Waits until what it has written holds the pattern. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
  /** Its exit code; null where a signal ended it. */
  ended(): Promise<number | null>;
}

export interface Home {
  readonly dataDir: string;
  remove(): void;
}

export function temporaryHome(): Home {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_process_'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Starts `server/dist/bundle/main.js` on a free port, and waits until it is ready. */
export async function startBuiltServer(home: Home, environment: Record<string, string> = {}): Promise<BuiltServer> {
  const port = await freePort();
  const { child, words, said, ended } = spawnServer(home, port, environment);
  const address = `http://127.0.0.1:${port}`;
  await ready(address, child, words);
  return { address, output: words, said, signal: (signal) => void child.kill(signal), ended };
}

/** Starts it, and sends the signal when it has said this and some milliseconds have passed; all that it said. */
export async function endedWhileStarting(
  home: Home,
  environment: Record<string, string>,
  { after, ms, signal }: { readonly after: RegExp; readonly ms: number; readonly signal: NodeJS.Signals },
): Promise<string> {
  const { child, words, said, ended } = spawnServer(home, await freePort(), environment);
  await said(after);
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill(signal);
  await ended();
  return words();
}

function spawnServer(home: Home, port: number, environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, 'server/dist/bundle/main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      DEMO: 'false',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: home.dataDir,
      ...environment,
    },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const end = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    words: () => text,
    said: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        await once(child.stdout, 'data', { signal: AbortSignal.timeout(PATIENCE_MS) });
      }
    },
    ended: () => end,
  };
}

async function ready(address: string, child: ChildProcess, words: () => string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended:\n${words()}`);
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`It is not ready:\n${words()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
