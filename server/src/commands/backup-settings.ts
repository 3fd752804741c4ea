// What the commands of the operator share: the ring, and words for what went wrong.
import { existsSync } from 'node:fs';
import type { Config } from '../platform/config/index.js';
import type { KeyRing } from '../platform/crypto/index.js';
import { BackupRefused } from '../platform/backup/index.js';
import { keyFileOf, ringOf } from '../platform/keys/key-providers.js';
import type { Terminal } from './terminal.js';

/** The ring that is there. Unlike a start, a backup or a restore never makes one: it would open nothing. */
export function standingRing(config: Config): KeyRing {
  if (config.appKeys || existsSync(keyFileOf(config))) return ringOf(config).current();
  throw new BackupRefused(
    `找不到主密钥。There is no ring: set APP_KEYS, or put the key file back at ${keyFileOf(config)} (docs/operations.md).`,
  );
}

/** Runs a command's work: a refusal becomes one line and exit code 1, everything else stays an error. */
export async function refusable(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    terminal.complain(error.message);
    return 1;
  }
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
