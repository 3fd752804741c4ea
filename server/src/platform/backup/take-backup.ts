// Takes a backup while the server serves: rows of one moment, the files they name, the anchor and the ledger; no keys.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeyRing } from '../crypto/key-ring.js';
import { copyFolder } from './file-copies.js';
import {
  isFinished,
  writeManifest,
  type Contents,
  type FileEntry,
  type Manifest,
  type TableEntry,
} from './manifest.js';
import { BackupRefused } from './refused.js';
import { openSnapshot, SQLITE, type Snapshot } from './snapshot.js';
import { writeTable } from './table-file.js';

/** Folders of a backup, and where their contents live. */
export interface Places {
  readonly databaseUrl: string;
  readonly folders: Readonly<Record<string, string>>;
}
export interface Taking {
  readonly kind: Contents['kind'];
  readonly target: string;
  readonly ring: KeyRing;
  readonly version: string;
  readonly now: () => string;
}

/** Throws `BackupRefused` where nothing may be written; leaves no folder behind then. */
export async function takeBackup({ databaseUrl, folders }: Places, taking: Taking): Promise<Manifest> {
  const { kind, target, version, ring, now } = taking;
  const problem = targetProblem(target, kind) ?? sourceProblem(databaseUrl);
  if (problem) throw new BackupRefused(problem);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const files = new Map<string, FileEntry>();
  // Before the rows, so that what is deleted meanwhile is there; and after them, so that what is new is there.
  const { files: uploads } = folders;
  if (uploads !== undefined) await copyFolder(uploads, target, 'files', files);
  const snapshot = await openSnapshot(databaseUrl);
  let contents: Contents;
  try {
    const takenAt = now();
    const tables = await writeTables(snapshot, target);
    contents = {
      kind,
      version,
      engine: snapshot.engine,
      takenAt,
      migrations: await snapshot.migrations(),
      tables,
      files: [],
    };
  } finally {
    await snapshot.close();
  }
  for (const [under, from] of Object.entries(folders)) await copyFolder(from, target, under, files);
  return writeManifest(target, { ...contents, files: [...files.values()] }, ring);
}

async function writeTables(snapshot: Snapshot, target: string): Promise<TableEntry[]> {
  mkdirSync(join(target, 'tables'), { mode: 0o700 });
  const entries: TableEntry[] = [];
  for (const table of await snapshot.tables()) {
    const path = `tables/${table.name}.jsonl.gz`;
    entries.push(await writeTable(join(target, path), path, table, snapshot.rows(table)));
  }
  return entries;
}

function sourceProblem(databaseUrl: string): string | undefined {
  if (!databaseUrl.startsWith(SQLITE)) return undefined;
  const file = databaseUrl.slice(SQLITE.length);
  return existsSync(file) ? undefined : `这里没有数据库。There is no database at ${file}.`;
}

/** Why nothing may be written there: something stands there, or the other half of the secret lies beside it. */
export function targetProblem(target: string, kind: Contents['kind']): string | undefined {
  if (existsSync(target) && readdirSync(target).length > 0) {
    return `${target} 里已有东西。It is not empty: a backup never overwrites another.`;
  }
  const parent = dirname(target);
  const around = existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
  const other = [parent, ...around].find((folder) => kindOf(folder) === (kind === 'ROWS' ? 'KEYS' : 'ROWS'));
  if (!other) return undefined;
  return kind === 'KEYS'
    ? `${other} 是数据的备份：密钥请放到别处。A backup of the rows lies there: keep the keys in another place.`
    : `${other} 是密钥的备份：数据请放到别处。A backup of the keys lies there: keep the rows in another place.`;
}

/** As the manifest states it, without asking who signed it. */
export function kindOf(folder: string): Contents['kind'] | undefined {
  if (!isFinished(folder)) return undefined;
  try {
    const { kind } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Partial<Manifest>;
    return kind;
  } catch {
    return undefined;
  }
}
