// The embedded form keeps its key beside the database, in a file that only its owner can read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createKey, parseKeyRing, type KeyRing } from './cipher.js';

const OWNER_ONLY = 0o600;

/** Reads the key file, or makes it where there is none; two processes that start at once end up with one key. */
export function loadOrCreateKeyFile(file: string): KeyRing {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, createKey('local-1'), { flag: 'wx', mode: OWNER_ONLY });
  } catch (error) {
    if (!exists(error)) throw error;
  }
  return parseKeyRing(readFileSync(file, 'utf8').trim());
}

const exists = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
