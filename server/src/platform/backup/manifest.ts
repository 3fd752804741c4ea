// What a backup holds, signed and written last: a folder without it is no backup.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { newestOf, type KeyRing } from '../crypto/key-ring.js';
import { BackupRefused } from './refused.js';

export interface TableEntry {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** `RowSum` over its rows: the same on both engines. */
  readonly checksum: string;
  /** Its file in the backup, and that file's SHA-256. */
  readonly path: string;
  readonly sha256: string;
}
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Contents {
  /** ROWS: database and files, without keys. KEYS: data keys and ledger, without rows. */
  readonly kind: 'ROWS' | 'KEYS';
  /** Version of the platform. */
  readonly version: string;
  readonly engine: 'sqlite' | 'mysql';
  /** The moment that it shows. */
  readonly takenAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableEntry[];
  readonly files: readonly FileEntry[];
}
export interface Manifest extends Contents {
  readonly format: 1;
  /** Name of the ring key that signed it. */
  readonly signedWith: string;
  readonly mac: string;
}

const FILE = 'manifest.json';
const OWNER_ONLY = 0o600;

export const isFinished = (folder: string): boolean => existsSync(join(folder, FILE));

/** On the disk when it returns; before that the folder is recognisably no backup. */
export function writeManifest(folder: string, contents: Contents, ring: KeyRing): Manifest {
  const { name, key } = newestOf(ring);
  const open = { format: 1 as const, ...contents, signedWith: name };
  const manifest = { ...open, mac: sign(key, open) };
  const next = join(folder, `${FILE}.next`);
  writeFileSync(next, JSON.stringify(manifest, null, 1), { mode: OWNER_ONLY });
  sync(next);
  renameSync(next, join(folder, FILE));
  sync(folder);
  return manifest;
}

/** Throws `BackupRefused` where the folder holds no finished backup of this kind that this ring has signed. */
export function readManifest(folder: string, kind: Contents['kind'], ring: KeyRing): Manifest {
  if (!isFinished(folder)) {
    throw new BackupRefused(
      `${folder} 不是一份完整的备份（没有 manifest.json）。This is no finished backup: it has no manifest.json, which is written last.`,
    );
  }
  const { mac, ...open } = parse(folder);
  const key = ring.keys.find(({ name }) => name === open.signedWith)?.key;
  if (!key) {
    throw new BackupRefused(
      `密钥环里没有签署这份备份的 ${open.signedWith}。The ring has no key named ${open.signedWith}, which signed this backup: put it into APP_KEYS, behind the others.`,
    );
  }
  const expected = Buffer.from(sign(key, open));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new BackupRefused(
      `${folder} 的清单被改动过，或者不是用这套密钥签署的。The manifest was changed, or another ring signed it. Nothing was restored.`,
    );
  }
  if (open.kind !== kind) {
    throw new BackupRefused(
      `${folder} 里是${open.kind === 'ROWS' ? '数据' : '密钥'}的备份。This holds a backup of the ${open.kind === 'ROWS' ? 'rows' : 'keys'}; another was asked for.`,
    );
  }
  return { ...open, mac };
}

/** The place of an entry; throws where it would lie outside of the folder. */
export function placeOf(folder: string, path: string): string {
  const inside = normalize(path);
  if (inside.startsWith('..') || inside.startsWith('/')) throw new BackupRefused(`${path} lies outside of the backup.`);
  return join(folder, inside);
}

function parse(folder: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Manifest;
    if (manifest.format === 1 && typeof manifest.mac === 'string') return manifest;
  } catch {
    // Said below, as for every other text that is no manifest.
  }
  throw new BackupRefused(`${folder} 的清单读不懂。The manifest cannot be read, or is of another version.`);
}

function sign(ringKey: Buffer, open: Omit<Manifest, 'mac'>): string {
  const key = createHmac('sha256', ringKey).update('tongxing backup manifest').digest();
  return createHmac('sha256', key).update(JSON.stringify(open)).digest('base64url');
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
