// The embedded form keeps its ring beside the database, in a file that only its owner can read.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createKey, parseKeyRing, type KeyRing, type RingSource } from './key-ring.js';

const OWNER_ONLY = 0o600;
const LOOKED_AT_EVERY_MS = 1_000;

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

/** Puts a new key before the present ones, whole or not at all. The caller keeps others from doing so meanwhile. */
export function addToKeyFile(file: string, entry: string): void {
  const text = `${entry},${readFileSync(file, 'utf8').trim()}`;
  parseKeyRing(text);
  const next = `${file}.next`;
  writeFileSync(next, text, { mode: OWNER_ONLY });
  // On the disk before anything is wrapped with it: a key that a crash takes away takes the data with it.
  sync(next);
  renameSync(next, file);
  sync(dirname(file));
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** The ring of a key file. A rotation that another process makes is seen within a second. */
export class KeyFileRing implements RingSource {
  #ring: KeyRing;
  #stamp: string;
  #lookedAt = Date.now();

  constructor(private readonly file: string) {
    this.#ring = loadOrCreateKeyFile(file);
    this.#stamp = stampOf(file);
  }

  current(): KeyRing {
    const now = Date.now();
    if (now - this.#lookedAt >= LOOKED_AT_EVERY_MS || now < this.#lookedAt) {
      this.#lookedAt = now;
      const stamp = stampOf(this.file);
      if (stamp !== this.#stamp) {
        this.#ring = parseKeyRing(readFileSync(this.file, 'utf8').trim());
        this.#stamp = stamp;
      }
    }
    return this.#ring;
  }

  /** Reads the file again at once. */
  reload(): KeyRing {
    this.#lookedAt = 0;
    return this.current();
  }
}

function stampOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

const exists = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
