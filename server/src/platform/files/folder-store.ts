import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore, type StoredBytes } from './file-store.js';

const NAME = /^[0-9a-f]{32}$/;
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY = 0o600;
const READ_AT_ONCE = 256 * 1024;

/**
 * `files/ab/cd/<name>` in the data folder. What is being written lies in `files-incoming` beside it, so that a backup of
 * `files` holds whole files only.
 */
export class FolderStore extends FileStore {
  readonly #files: string;
  readonly #incoming: string;

  constructor(dataDir: string) {
    super();
    this.#files = join(dataDir, 'files');
    this.#incoming = join(dataDir, 'files-incoming');
  }

  override async write(name: string, chunks: Iterable<Buffer>): Promise<void> {
    const place = this.#placeOf(name);
    const incoming = join(this.#incoming, name);
    await mkdir(this.#incoming, { recursive: true, mode: OWNER_ONLY_FOLDER });
    await mkdir(dirname(place), { recursive: true, mode: OWNER_ONLY_FOLDER });
    try {
      await writeWhole(incoming, chunks);
      await rename(incoming, place);
      await syncFolder(dirname(place));
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
  }

  override async read(name: string): Promise<AsyncIterable<Buffer> | undefined> {
    const place = this.#placeOf(name);
    const there = await stat(place).catch(whereMissing);
    return there && createReadStream(place, { highWaterMark: READ_AT_ONCE });
  }

  override remove(name: string): Promise<void> {
    return rm(this.#placeOf(name), { force: true });
  }

  override async *list(): AsyncGenerator<StoredBytes> {
    const folder = await opendir(this.#files, { recursive: true }).catch(whereMissing);
    if (!folder) return;
    for await (const entry of folder) {
      if (!entry.isFile() || !NAME.test(entry.name)) continue;
      // Another process may have swept it meanwhile.
      const there = await stat(join(entry.parentPath, entry.name)).catch(whereMissing);
      if (there) yield { name: entry.name, writtenAt: there.mtime };
    }
  }

  override async tidy(begunBefore: Date): Promise<number> {
    let dropped = 0;
    for (const name of (await readdir(this.#incoming).catch(whereMissing)) ?? []) {
      const path = join(this.#incoming, name);
      const there = await stat(path).catch(whereMissing);
      if (!there || there.mtime >= begunBefore) continue;
      await rm(path, { force: true });
      dropped += 1;
    }
    return dropped;
  }

  #placeOf(name: string): string {
    if (!NAME.test(name)) throw new Error('BUG: not the name of a stored file');
    return join(this.#files, name.slice(0, 2), name.slice(2, 4), name);
  }
}

async function writeWhole(path: string, chunks: Iterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  try {
    for (const chunk of chunks) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function whereMissing(error: unknown): undefined {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
