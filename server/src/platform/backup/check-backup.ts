// Reads a backup back, whole: every row and every file against the signed manifest.
import type { KeyRing } from '../crypto/key-ring.js';
import { examine } from './file-copies.js';
import { placeOf, readManifest, type Contents, type Manifest } from './manifest.js';
import { BackupRefused } from './refused.js';
import { changed, readTable } from './table-file.js';

/** What is in a good backup; throws `BackupRefused` for any other. Changes nothing. */
export async function checkBackup(folder: string, kind: Contents['kind'], ring: KeyRing): Promise<Manifest> {
  const manifest = readManifest(folder, kind, ring);
  for (const table of manifest.tables) {
    let rows = 0;
    for await (const row of readTable(placeOf(folder, table.path), table)) rows += row.length > 0 ? 1 : 0;
    if (rows !== table.rows) throw changed(table.path);
  }
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await examine(placeOf(folder, path)).catch((error: unknown) => {
      throw new BackupRefused(`${path} 不见了。This file is missing.`, { cause: error });
    });
    if (found.bytes !== bytes || found.sha256 !== sha256) throw changed(path);
  }
  return manifest;
}
