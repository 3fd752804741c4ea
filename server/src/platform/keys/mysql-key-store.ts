// The key store on a database server: a schema of its own, so that it has its own rights and its own backup.
import { createConnection, createPool, type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import {
  inSlices,
  KEYS_A_STATEMENT,
  KeyStore,
  marks,
  rowMarks,
  type NewKey,
  type Rewrap,
  type StoredKey,
  type Tombstone,
} from './key-store.js';

const POOL_SIZE = 6;
const UNKNOWN_DATABASE = 1049;
const TRANSIENT = new Set([1213, 1205, 1020]);
const TRIES = 8;
const LOCK = 'tongxing.keys';
const LOCK_SECONDS = 60;
const TABLE = `
  CREATE TABLE IF NOT EXISTS data_key (
    subject varchar(64) NOT NULL PRIMARY KEY, scope varchar(40) NOT NULL, wrappedBy varchar(80) NOT NULL,
    wrapped varchar(200), createdAt varchar(24) NOT NULL, destroyedAt varchar(24),
    INDEX ix_data_key_wrapped_by (wrappedBy, subject)
  ) CHARACTER SET ascii COLLATE ascii_bin`;

export class MysqlKeyStore extends KeyStore {
  private constructor(private readonly pool: Pool) {
    super();
  }

  /** Makes the schema where it is missing and the account may. */
  static async connect(url: string): Promise<MysqlKeyStore> {
    await ensureSchema(url);
    const pool = createPool({ uri: url, connectionLimit: POOL_SIZE, timezone: 'Z' });
    try {
      await pool.query(TABLE);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new MysqlKeyStore(pool);
  }

  override async get(subjects: readonly string[]): Promise<StoredKey[]> {
    const found: StoredKey[] = [];
    for (const some of inSlices(subjects, KEYS_A_STATEMENT)) {
      const sql = `SELECT subject, scope, wrappedBy, wrapped FROM data_key WHERE subject IN (${marks(some.length)})`;
      found.push(...(await this.#all<StoredKey>(sql, some)));
    }
    return found;
  }

  override async create(keys: readonly NewKey[]): Promise<void> {
    for (const some of inSlices(keys, KEYS_A_STATEMENT)) {
      const sql = `INSERT IGNORE INTO data_key (subject, scope, wrappedBy, wrapped, createdAt) VALUES ${rowMarks(some.length, 5)}`;
      await this.#run(
        sql,
        some.flatMap((key) => [key.subject, key.scope, key.wrappedBy, key.wrapped, key.createdAt]),
      );
    }
  }

  override async destroy(tombstones: readonly Tombstone[]): Promise<void> {
    for (const some of inSlices(tombstones, KEYS_A_STATEMENT)) {
      // The instant is set last: assignments run from left to right, and the first tombstone stands.
      const sql = `INSERT INTO data_key (subject, scope, wrappedBy, wrapped, createdAt, destroyedAt)
        VALUES ${Array.from(some, () => "(?, ?, '', NULL, ?, ?)").join(', ')}
        ON DUPLICATE KEY UPDATE wrapped = NULL, wrappedBy = '', destroyedAt = COALESCE(destroyedAt, VALUES(destroyedAt))`;
      await this.#run(
        sql,
        some.flatMap(({ subject, scope, destroyedAt }) => [subject, scope, destroyedAt, destroyedAt]),
      );
    }
  }

  override tombstones(): Promise<Tombstone[]> {
    const sql =
      'SELECT subject, scope, destroyedAt FROM data_key WHERE destroyedAt IS NOT NULL ORDER BY destroyedAt, subject';
    return this.#all<Tombstone>(sql, []);
  }

  override wrappedByOthers(name: string, limit: number): Promise<StoredKey[]> {
    const sql =
      'SELECT subject, scope, wrappedBy, wrapped FROM data_key WHERE wrappedBy <> ? AND wrapped IS NOT NULL LIMIT ?';
    return this.#all<StoredKey>(sql, [name, limit]);
  }

  override async countByRingKey(): Promise<ReadonlyMap<string, number>> {
    const sql = 'SELECT wrappedBy, COUNT(*) AS total FROM data_key WHERE wrapped IS NOT NULL GROUP BY wrappedBy';
    const rows = await this.#all<{ wrappedBy: string; total: number | string }>(sql, []);
    return new Map(rows.map(({ wrappedBy, total }) => [wrappedBy, Number(total)]));
  }

  override async beganAt(): Promise<string | undefined> {
    const [row] = await this.#all<{ began: string | null }>('SELECT MIN(createdAt) AS began FROM data_key', []);
    return row?.began ?? undefined;
  }

  override async rewrap(changes: readonly Rewrap[]): Promise<number> {
    let changed = 0;
    for (const { subject, from, to, wrappedBy } of changes) {
      const sql = 'UPDATE data_key SET wrapped = ?, wrappedBy = ? WHERE subject = ? AND wrapped = ?';
      changed += await this.#run(sql, [to, wrappedBy, subject, from]);
    }
    return changed;
  }

  /** The server frees the lock when the connection ends, however that happens. */
  override async exclusively<T>(work: () => T): Promise<T> {
    const connection = await this.pool.getConnection();
    try {
      const [rows] = await connection.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS held', [LOCK, LOCK_SECONDS]);
      if (Number(rows[0]?.['held']) !== 1) throw new Error('another process is changing the keys; try again later');
      try {
        return work();
      } finally {
        await connection.query('SELECT RELEASE_LOCK(?)', [LOCK]);
      }
    } finally {
      connection.release();
    }
  }

  override close(): Promise<void> {
    return this.pool.end();
  }

  async #all<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.pool.query<RowDataPacket[]>(sql, [...parameters]);
    return rows as Row[];
  }

  /** Statements that insert in different orders may meet in a deadlock; each is whole by itself, so it is run again. */
  async #run(sql: string, parameters: readonly unknown[]): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        const [outcome] = await this.pool.query<ResultSetHeader>(sql, [...parameters]);
        return outcome.affectedRows;
      } catch (error) {
        if (attempt === TRIES || !TRANSIENT.has(errnoOf(error))) throw error;
      }
    }
  }
}

async function ensureSchema(url: string): Promise<void> {
  const { pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  try {
    await (await createConnection({ uri: url })).end();
  } catch (error) {
    if (errnoOf(error) !== UNKNOWN_DATABASE) throw error;
    const server = new URL(url);
    server.pathname = '/';
    const connection = await createConnection({ uri: server.href });
    try {
      await connection.query(`CREATE DATABASE IF NOT EXISTS ${connection.escapeId(name)}`);
    } finally {
      await connection.end();
    }
  }
}

const errnoOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
