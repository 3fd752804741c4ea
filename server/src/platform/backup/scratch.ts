// A place for a drill: beside what is in use, never in it, and gone afterwards.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { Config } from '../config/index.js';
import { BackupRefused } from './refused.js';
import { quote, SQLITE } from './snapshot.js';

export interface Scratch {
  readonly databaseUrl: string;
  /** Everything else of it: key store, files, anchor, ledger. */
  readonly dataDir: string;
  drop(): Promise<void>;
}

/** Only what carries this name, with the instant in it, is ever dropped. */
const NAME = /^(?:\w+_)?drill_(\d{14})_[0-9a-f]{6}$/;
const DAY_MS = 86_400_000;
/** No such right: 1044 and 1045 for the account, 1142 for a table, 1227 for the server. */
const DENIED = new Set([1044, 1045, 1142, 1227]);

/**
 * An empty database of the engine in use, or an SQLite file. What an earlier drill left behind that was killed goes first.
 * Throws `BackupRefused` where the account may not make databases.
 */
export async function makeScratch(config: Config, now: Date, onFile: boolean): Promise<Scratch> {
  const name = `drill_${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${randomBytes(3).toString('hex')}`;
  const dataDir = join(config.dataDir, name);
  forgetFolders(config.dataDir, now);
  if (onFile || config.databaseUrl.startsWith(SQLITE)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return { databaseUrl: `${SQLITE}${join(dataDir, 'tongxing.sqlite')}`, dataDir, drop: () => dropFolder(dataDir) };
  }
  const server = await createConnection({ uri: config.databaseUrl });
  const database = `${databaseOf(config.databaseUrl)}_${name}`;
  try {
    await forgetDatabases(server, databaseOf(config.databaseUrl), now);
    await server.query(`CREATE DATABASE ${quote(database)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } catch (error) {
    throw isDenied(error) ? mayNot(config.databaseUrl, error) : error;
  } finally {
    await server.end();
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const url = new URL(config.databaseUrl);
  url.pathname = `/${database}`;
  return {
    databaseUrl: url.href,
    dataDir,
    drop: async () => {
      await dropFolder(dataDir);
      const again = await createConnection({ uri: config.databaseUrl });
      await again.query(`DROP DATABASE ${quote(database)}`).finally(() => again.end());
    },
  };
}

function dropFolder(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  return Promise.resolve();
}

function forgetFolders(dataDir: string, now: Date): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir).filter((one) => isLeft(one, now))) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Those of drills of this database; another platform on the same server has its own. */
async function forgetDatabases(server: Connection, database: string, now: Date): Promise<void> {
  const [rows] = await server.query<RowDataPacket[]>('SHOW DATABASES');
  const names = rows
    .map((row) => String(Object.values(row)[0]))
    .filter((name) => name.startsWith(`${database}_drill_`));
  for (const name of names.filter((one) => isLeft(one, now))) await server.query(`DROP DATABASE ${quote(name)}`);
}

/** Older than a day: no drill takes that long. */
function isLeft(name: string, now: Date): boolean {
  const stamp = NAME.exec(name)?.[1];
  if (stamp === undefined) return false;
  return stamp < new Date(now.getTime() - DAY_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}

const databaseOf = (url: string): string => new URL(url).pathname.slice(1);

const isDenied = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errno' in error && DENIED.has(error.errno as number);

const mayNot = (databaseUrl: string, cause: unknown): BackupRefused =>
  new BackupRefused(
    `数据库账号 ${new URL(databaseUrl).username} 不能建演练用的库。The account may not make a database for the drill: GRANT ALL ON \`${databaseOf(databaseUrl).replaceAll('_', '\\_')}\\_drill\\_%\`.* TO this account, or add --sqlite.`,
    { cause },
  );
