// Writes down that a backup was taken. Straight into its table: a backup before an upgrade must not migrate anything.
import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { createConnection } from 'mysql2/promise';
import { Ids } from '../clock/index.js';
import type { BackupRun } from './backup-run.entity.js';
import { SQLITE } from './snapshot.js';

const COLUMNS = [
  'id',
  'kind',
  'outcome',
  'startedAt',
  'finishedAt',
  'rowCount',
  'fileCount',
  'version',
  'problem',
] as const;
const INSERT = `INSERT INTO backup_run (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
const NO_SUCH_TABLE = 1146;

/** False where the database is too old to remember backups, or is not there; the backup is as good without. */
export async function recordRun(databaseUrl: string, run: Omit<BackupRun, 'id'>): Promise<boolean> {
  const row = { ...run, id: new Ids().next<never>() as string };
  const values = COLUMNS.map((column) => row[column]);
  return databaseUrl.startsWith(SQLITE)
    ? intoFile(databaseUrl.slice(SQLITE.length), values)
    : intoServer(databaseUrl, values);
}

function intoFile(path: string, values: readonly (string | number | null)[]): boolean {
  if (!existsSync(path)) return false;
  const file = new Libsql(path);
  try {
    file.pragma('busy_timeout = 10000');
    const known = file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backup_run'").all();
    if (known.length === 0) return false;
    file.prepare(INSERT).run(...values);
    return true;
  } finally {
    file.close();
  }
}

async function intoServer(uri: string, values: readonly (string | number | null)[]): Promise<boolean> {
  const connection = await createConnection({ uri, charset: 'utf8mb4_bin' });
  try {
    await connection.query(INSERT, [...values]);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'errno' in error && error.errno === NO_SUCH_TABLE) return false;
    throw error;
  } finally {
    await connection.end();
  }
}
