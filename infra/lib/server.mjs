// @ts-check
// Starts the built server on a free port, waits until it answers, and stops or kills it.
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { signalGroup, startChild, stopChild } from './process.mjs';

/** @typedef {{ url: string, port: number, pid: number, output: () => string, stop: () => Promise<number | null>, kill: () => Promise<void> }} RunningServer */

/**
 * @param {{ root: string, dataDir: string, databaseUrl: string, env?: NodeJS.ProcessEnv, port?: number, script?: string, patienceMs?: number, onOutput?: (chunk: Buffer) => void }} options
 *   onOutput: is given everything the server writes, of which `output()` keeps the end
 *   script: what to run, `server/dist/bundle/main.js` where left out
 * @returns {Promise<RunningServer>} once /readyz answers with 200
 */
export async function startServer({ root, dataDir, databaseUrl, env, port, script, patienceMs = 60_000, onOutput }) {
  const chosen = port ?? (await freePort());
  const child = startChild(process.execPath, [join(root, script ?? 'server/dist/bundle/main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(chosen),
      PUBLIC_URL: `http://127.0.0.1:${chosen}`,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      ...env,
    },
  });
  let words = '';
  const take = (/** @type {Buffer} */ chunk) => {
    words = (words + chunk).slice(-100_000);
    onOutput?.(chunk);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const url = `http://127.0.0.1:${chosen}`;
  try {
    await firstAnswer(`${url}/readyz`, () => child.exitCode ?? child.signalCode, patienceMs);
  } catch (error) {
    await stopChild(child);
    throw new Error(`The server did not start:\n${words}`, { cause: error });
  }
  return {
    url,
    port: chosen,
    pid: child.pid ?? 0,
    output: () => words,
    stop: () => stopChild(child, 30_000),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        signalGroup(child, 'SIGKILL');
      }),
  };
}

/**
 * Asks again and again until the answer is a success.
 * @param {string} url
 * @param {() => unknown} ended something other than null when waiting is in vain
 * @param {number} patienceMs
 * @param {RequestInit} [request]
 * @returns {Promise<Response>}
 */
export async function firstAnswer(url, ended, patienceMs, request = {}) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    if (ended() !== null) throw new Error('it ended');
    try {
      const response = await fetch(url, request);
      if (response.ok) return response;
      await response.arrayBuffer();
    } catch {
      // Nobody listens yet.
    }
    if (performance.now() > deadline) throw new Error('it does not answer');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
