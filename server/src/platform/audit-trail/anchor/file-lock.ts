// One process at a time, by a file that only one can make. A lock whose owner has died is taken over.
import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 10;
/** Longer than any write of a line takes; a lock this old was left behind. */
const LEFT_BEHIND_MS = 30_000;

export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await make(path))) {
    if (await isLeftBehind(path)) await rm(path, { force: true });
    else if (performance.now() > deadline) throw new Error('the lock of the audit anchor stays taken');
    else await pause(LOOK_AGAIN_MS);
  }
}

async function make(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.write(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > LEFT_BEHIND_MS) return true;
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  return Number.isInteger(owner) && owner > 0 && owner !== process.pid && !isRunning(owner);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
