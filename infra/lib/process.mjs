// @ts-check
// Starts child processes, keeps their output, and leaves none behind: each has a process group of its own.
import { spawn } from 'node:child_process';

/** @typedef {{ code: number, output: string, ms: number, timedOut: boolean }} Finished */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();
const posix = process.platform !== 'win32';

/**
 * Starts a program whose end the caller awaits or brings about.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startChild(program, args, options = {}) {
  const child = spawn(program, args, { detached: posix, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end. Never throws: a program that cannot be started has code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onText?: (text: string) => void, timeoutMs?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function run(program, args, { cwd, env, onText, timeoutMs } = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = startChild(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          signalGroup(child, 'SIGKILL');
        }, timeoutMs)
      : undefined;
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      onText?.(text);
    };
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve({ code, output, ms: performance.now() - started, timedOut });
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => {
      output += `${program}: ${error.message}\n`;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (posix) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Asks a child to end, and ends it where it does not. Resolves with its exit code (null where a signal ended it).
 * @param {ChildProcess} child
 * @param {number} [patienceMs]
 * @returns {Promise<number | null>}
 */
export function stopChild(child, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    signalGroup(child, 'SIGTERM');
  });
}

/** Stops all that this process started and that still runs. */
export async function stopAllChildren() {
  await Promise.all([...running].map((child) => stopChild(child)));
}

/**
 * On Ctrl-C or a polite kill: tidy up, then leave with the code that shells expect.
 * @param {() => Promise<void>} tidy
 */
export function onInterrupt(tidy) {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])) {
    process.once(signal, () => void tidy().finally(() => process.exit(code)));
  }
}
