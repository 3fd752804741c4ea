// What has to be right before a database is brought to this version; nothing is changed by looking.
import { existsSync, statfsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import Libsql from 'libsql';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { Clock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import { UnsealError, type KeyRing } from '../crypto/index.js';
import { RESTORE_MARKER } from '../database/half-restored.js';
import { KeyWrap } from '../keys/key-wrap.js';
import { openKeyStore } from '../keys/open-key-store.js';
import { filesOf } from './file-copies.js';
import { migrationState, type MigrationState } from './migration-state.js';
import { SQLITE } from './snapshot.js';

export interface Check {
  /** BAD stops the upgrade, ADVICE does not. */
  readonly mark: 'GOOD' | 'BAD' | 'ADVICE';
  readonly words: string;
}
export interface Looked {
  readonly checks: readonly Check[];
  readonly state: MigrationState | undefined;
}
export interface Looking {
  readonly config: Config;
  readonly ring: KeyRing;
  readonly backups: string;
  readonly clock: Clock;
}

const good = (words: string): Check => ({ mark: 'GOOD', words });
const bad = (words: string): Check => ({ mark: 'BAD', words });
const advice = (words: string): Check => ({ mark: 'ADVICE', words });

export async function lookBeforeUpgrade({ config, ring, backups, clock }: Looking): Promise<Looked> {
  const state = await migrationState(config.databaseUrl);
  if (!state) return { checks: [bad('这里没有数据库 There is no database here: npm start makes one')], state };
  const reader = new FactReader(config.databaseUrl);
  const checks = [
    versionCheck(state),
    (await reader.has(RESTORE_MARKER))
      ? bad('数据库恢复了一半 The database is half restored: take a new, empty one and restore again')
      : good('数据库完整 The database is not half restored'),
    await stoppedCheck(config, reader),
    await keysCheck(config, ring),
    spaceCheck(config, backups, await reader.bytes()),
    ...ageChecks(await reader.newestRuns(), config.backupNoticeDays, clock),
  ];
  return { checks, state };
}

function versionCheck({ applied, pending, unknown }: MigrationState): Check {
  if (unknown.length > 0) {
    return bad(`数据库比程序新 The database is newer than this program (${unknown.join(', ')}): update the program`);
  }
  if (pending.length === 0) return good(`数据库已是最新 The schema is current: ${applied.length} migrations`);
  return good(`要升级 ${pending.length} 步 To be run: ${pending.join(', ')}`);
}

async function stoppedCheck({ host, port, workerPort }: Config, reader: FactReader): Promise<Check> {
  const ports = [port, workerPort].filter((one): one is number => one !== undefined && one > 0);
  for (const one of ports) {
    if (await answers(host, one)) {
      return bad(`${host}:${one} 还在运行，请先停下服务 Something answers there: stop the server first`);
    }
  }
  const others = await reader.otherConnections();
  if (others > 0)
    return bad(`还有 ${others} 个连接在用数据库 ${others} connections use the database: stop every server`);
  return good('服务已停下 No server answers');
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port, timeout: 2_000 });
    const end = (open: boolean) => {
      socket.destroy();
      answer(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** Whether the ring unwraps keys of the store, one of each ring key. */
async function keysCheck({ keyStoreUrl }: Config, ring: KeyRing): Promise<Check> {
  if (keyStoreUrl.startsWith(SQLITE) && !existsSync(keyStoreUrl.slice(SQLITE.length))) {
    return bad(`密钥库不见了 The key store is missing: ${keyStoreUrl.slice(SQLITE.length)}`);
  }
  const store = await openKeyStore(keyStoreUrl);
  try {
    const counts = await store.countByRingKey();
    const some = await store.wrappedByOthers('', 50);
    const wrap = new KeyWrap();
    for (const stored of some) if (stored.wrapped !== null) wrap.unwrap(ring, { ...stored, wrapped: stored.wrapped });
    const closed = [...counts.keys()].filter((name) => !ring.keys.some((key) => key.name === name));
    if (closed.length > 0) return bad(`缺少主密钥 The ring lacks keys: ${closed.join(', ')}`);
    const total = [...counts.values()].reduce((sum, amount) => sum + amount, 0);
    if (total === 0) return bad('密钥库是空的 The key store is empty: is it the one of this database?');
    return good(`密钥打得开 The keys open: ${total}`);
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    return bad('主密钥打不开密钥库 The ring does not open the key store: is it the one of this database?');
  } finally {
    await store.close();
  }
}

const ROOM = 1.5;
const MB = 1_000_000;

/** Room for the backup, and for tables that a migration copies. */
function spaceCheck(config: Config, backups: string, databaseBytes: number): Check {
  const folder = resolve(config.dataDir, 'files');
  const fileBytes = filesOf(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const places: [string, number][] = [[backups, (databaseBytes + fileBytes) * ROOM]];
  if (config.databaseUrl.startsWith(SQLITE)) places.push([config.dataDir, databaseBytes * ROOM]);
  const tight = places.find(([place, needed]) => freeAt(place) < needed);
  if (tight) {
    const [place, needed] = tight;
    return bad(
      `${place} 空间不够 Not enough room: ${Math.ceil(needed / MB)} MB needed, ${Math.floor(freeAt(place) / MB)} MB free`,
    );
  }
  return good(`空间足够 There is room: ${Math.ceil((databaseBytes + fileBytes) / MB)} MB to be saved`);
}

function freeAt(place: string): number {
  let standing = place;
  while (!existsSync(standing) && dirname(standing) !== standing) standing = dirname(standing);
  const { bavail, bsize } = statfsSync(standing);
  return bavail * bsize;
}

function ageChecks(runs: ReadonlyMap<string, string>, days: number, clock: Clock): Check[] {
  const since = new Date(clock.now().getTime() - days * 86_400_000).toISOString();
  const keys = runs.get('KEYS');
  const rows = runs.get('ROWS');
  return [
    rows === undefined
      ? advice('以前没有做过数据备份，这次会做 There was no backup of the rows yet; one is taken now')
      : good(`上次数据备份 Last backup of the rows: ${rows}; 现在再做一次 another is taken now`),
    keys !== undefined && keys >= since
      ? good(`上次密钥备份 Last backup of the keys: ${keys}`)
      : advice(
          `密钥备份${keys ? `是 ${keys} 的` : '还没有'}，升级后请做一次 The keys have no recent backup: npm run keys:backup`,
        ),
  ];
}

/** Facts about a database of any version, by plain statements. */
class FactReader {
  constructor(private readonly url: string) {}

  async has(table: string): Promise<boolean> {
    const rows = this.#isFile
      ? await this.#all("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?", [table])
      : await this.#all(
          'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
          [table],
        );
    return rows.length > 0;
  }

  /** The last good run of each kind. */
  async newestRuns(): Promise<ReadonlyMap<string, string>> {
    if (!(await this.has('backup_run'))) return new Map();
    const sql = "SELECT kind, MAX(finishedAt) AS newest FROM backup_run WHERE outcome = 'GOOD' GROUP BY kind";
    return new Map((await this.#all(sql)).map((row) => [String(row['kind']), String(row['newest'])]));
  }

  async bytes(): Promise<number> {
    if (this.#isFile) {
      const file = this.url.slice(SQLITE.length);
      return [file, `${file}-wal`].reduce((sum, one) => sum + (existsSync(one) ? statSync(one).size : 0), 0);
    }
    const sql =
      'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()';
    return Number((await this.#all(sql))[0]?.['bytes'] ?? 0);
  }

  /** On a file nobody can be counted; what a server writes meanwhile shows in the checksums afterwards. */
  async otherConnections(): Promise<number> {
    if (this.#isFile) return 0;
    const sql =
      'SELECT COUNT(*) AS amount FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()';
    return Number((await this.#all(sql))[0]?.['amount'] ?? 0);
  }

  get #isFile(): boolean {
    return this.url.startsWith(SQLITE);
  }

  async #all(sql: string, parameters: readonly string[] = []): Promise<Record<string, unknown>[]> {
    if (this.#isFile) {
      const file = new Libsql(this.url.slice(SQLITE.length), { readonly: true });
      try {
        return file.prepare(sql).all(...parameters) as Record<string, unknown>[];
      } finally {
        file.close();
      }
    }
    const connection = await createConnection({ uri: this.url });
    try {
      const [rows] = await connection.query<RowDataPacket[]>(sql, [...parameters]);
      return rows;
    } finally {
      await connection.end();
    }
  }
}
