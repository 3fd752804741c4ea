// Requests go first where processors are scarce.
import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';

/** By no more than this: a turn to write is not to be held for long, and somebody looks at the progress. */
const NICE = 5;
const THREADS = '/proc/self/task';

/** Gives this process a lower priority, with the helpers of its memory and compiler; on Linux each thread has its own. */
export function stepBack(): void {
  for (const id of threads()) setPriority(id, NICE);
}

function threads(): number[] {
  if (process.platform !== 'linux') return [0];
  try {
    return readdirSync(THREADS).map(Number);
  } catch {
    return [0];
  }
}
