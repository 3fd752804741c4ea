// Copies folders file by file with their checksums, and puts them back.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { placeOf, type FileEntry } from './manifest.js';
import { changed } from './table-file.js';

const OWNER_ONLY = 0o600;

/** Adds to `done` what is not there yet; a file that goes away meanwhile was on its way out, and is left out. */
export async function copyFolder(
  from: string,
  target: string,
  under: string,
  done: Map<string, FileEntry>,
): Promise<void> {
  for (const name of filesOf(from)) {
    const path = `${under}/${name}`;
    if (done.has(path)) continue;
    const copied = await copyFile(join(from, name), placeOf(target, path)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (copied) done.set(path, { path, ...copied });
  }
}

/** Copies one file of a backup out of it; throws `BackupRefused` where it is not what the manifest says. */
export async function putBack(folder: string, entry: FileEntry, to: string): Promise<void> {
  const { bytes, sha256 } = await copyFile(placeOf(folder, entry.path), to);
  if (bytes !== entry.bytes || sha256 !== entry.sha256) throw changed(entry.path);
}

/** The checksum of one file. */
export async function examine(file: string): Promise<Omit<FileEntry, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Paths of all files of a folder, with slashes, sorted; none where there is no folder. */
export function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

async function copyFile(from: string, to: string): Promise<Omit<FileEntry, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(from);
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(source, counting, createWriteStream(to, { mode: OWNER_ONLY, flags: 'wx', flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
