// @ts-check
// A folder that lies in memory, for what a test throws away: nothing waits for a disk there.
import { statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const IN_MEMORY = '/dev/shm';

/**
 * @param {number} room in bytes; in a container the folder may hold a few megabytes only, and memory itself may be short
 * @returns {string | null} null: not here
 */
export function memoryFolder(room) {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > room && freemem() > 2 * room ? IN_MEMORY : null;
  } catch {
    return null;
  }
}
