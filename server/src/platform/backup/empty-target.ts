// Where rows may be put back: only into a database without a single table. Nothing is ever overwritten.
import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import Libsql from 'libsql';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { BackupRefused } from './refused.js';
import { RESTORE_MARKER } from '../database/half-restored.js';
import { SQLITE } from './snapshot.js';

/** Throws `BackupRefused` with the way to make an empty database. */
export async function requireEmpty(databaseUrl: string): Promise<void> {
  const tables = await tablesOf(databaseUrl);
  if (tables.length === 0) return;
  const half = tables.includes(RESTORE_MARKER)
    ? '这里有一次没有做完的恢复。A restore into this database was interrupted: remove it and take a new one. '
    : '';
  throw new BackupRefused(
    `${half}数据库不是空的，恢复从不覆盖已有的数据。The database is not empty, and a restore never overwrites. ${howToMakeOne(databaseUrl)}`,
  );
}

function howToMakeOne(databaseUrl: string): string {
  if (databaseUrl.startsWith(SQLITE)) {
    return '请另选一个新文件夹 Name a new folder: DATA_DIR=.data-restored npm run restore -- …';
  }
  const name = `tongxing_${randomBytes(3).toString('hex')}`;
  return `请新建一个库 Make a new one: CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; 再把它写进 DATABASE_URL and name it in DATABASE_URL.`;
}

async function tablesOf(databaseUrl: string): Promise<string[]> {
  if (databaseUrl.startsWith(SQLITE)) return tablesOfFile(databaseUrl.slice(SQLITE.length));
  const connection = await createConnection({ uri: databaseUrl }).catch((error: unknown) => {
    throw new BackupRefused(
      `连不上数据库。The database cannot be reached: ${error instanceof Error ? error.message : String(error)}. ${howToMakeOne(databaseUrl)}`,
      { cause: error },
    );
  });
  try {
    const sql = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows.map((row) => String(row['name']));
  } finally {
    await connection.end();
  }
}

function tablesOfFile(path: string): string[] {
  if (!existsSync(path)) return [];
  const file = new Libsql(path, { readonly: true });
  try {
    const rows = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    return rows.map(({ name }) => name);
  } finally {
    file.close();
  }
}
