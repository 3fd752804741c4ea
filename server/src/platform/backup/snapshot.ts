// Reads a whole database as it stood at one moment, table by table, while others go on writing.
import Libsql from 'libsql';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2';
import { RESTORE_MARKER } from '../database/half-restored.js';
import { toCell, type Cells } from './cells.js';

export interface TableShape {
  readonly name: string;
  /** In the order of their names, since the engines keep orders of their own. */
  readonly columns: readonly string[];
}

/** One moment of a database. Close it soon: the server keeps what has changed since. */
export interface Snapshot {
  readonly engine: 'sqlite' | 'mysql';
  tables(): Promise<readonly TableShape[]>;
  /** Names of the migrations that have run, the oldest first. */
  migrations(): Promise<readonly string[]>;
  rows(table: TableShape): AsyncIterable<Cells>;
  close(): Promise<void>;
}

export const SQLITE = 'sqlite:';
export const MIGRATION_TABLE = 'schema_migration';
/** What is no content: named in the manifest, or never part of it. */
const APART: ReadonlySet<string> = new Set([MIGRATION_TABLE, RESTORE_MARKER]);

const ROWS_AT_ONCE = 500;

export const openSnapshot = (url: string): Promise<Snapshot> =>
  url.startsWith(SQLITE) ? Promise.resolve(new SqliteSnapshot(url.slice(SQLITE.length))) : MysqlSnapshot.open(url);

export const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const select = ({ name, columns }: TableShape) => `SELECT ${columns.map(quote).join(', ')} FROM ${quote(name)}`;

const byName = (a: string, b: string) => (a < b ? -1 : 1);

class SqliteSnapshot implements Snapshot {
  readonly engine = 'sqlite' as const;
  readonly #file: InstanceType<typeof Libsql>;

  constructor(path: string) {
    this.#file = new Libsql(path, { readonly: true, fileMustExist: true });
    this.#file.pragma('busy_timeout = 10000');
    // In write-ahead mode the first read fixes the moment, and holds nobody up.
    this.#file.exec('BEGIN');
    this.#all('SELECT COUNT(*) FROM sqlite_master');
  }

  async tables(): Promise<readonly TableShape[]> {
    const names = this.#all(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
      .map(([name]) => String(name))
      .filter((name) => !APART.has(name));
    return Promise.resolve(
      names.sort(byName).map((name) => ({
        name,
        columns: this.#all('SELECT name FROM pragma_table_info(?)', name)
          .map(([column]) => String(column))
          .sort(byName),
      })),
    );
  }

  migrations(): Promise<readonly string[]> {
    const known = this.#all('SELECT 1 FROM sqlite_master WHERE name = ?', MIGRATION_TABLE).length > 0;
    if (!known) return Promise.resolve([]);
    return Promise.resolve(
      this.#all(`SELECT name FROM ${MIGRATION_TABLE} ORDER BY timestamp`).map(([name]) => String(name)),
    );
  }

  async *rows(table: TableShape): AsyncIterable<Cells> {
    // As big integers: a number above 2^53 would silently be another one.
    const statement = this.#file.prepare(select(table)).safeIntegers(true).raw(true);
    let seen = 0;
    for (const row of statement.iterate() as Iterable<readonly unknown[]>) {
      yield row.map(toCell);
      if (++seen % ROWS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  close(): Promise<void> {
    this.#file.exec('ROLLBACK');
    this.#file.close();
    return Promise.resolve();
  }

  #all(sql: string, ...parameters: string[]): (readonly unknown[])[] {
    return this.#file
      .prepare(sql)
      .raw(true)
      .all(...parameters) as (readonly unknown[])[];
  }
}

class MysqlSnapshot implements Snapshot {
  readonly engine = 'mysql' as const;

  private constructor(private readonly connection: Connection) {}

  static async open(uri: string): Promise<MysqlSnapshot> {
    const connection = createConnection({
      uri,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: true,
    });
    const snapshot = new MysqlSnapshot(connection);
    try {
      await snapshot.#all('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await snapshot.#all('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    } catch (error) {
      connection.destroy();
      throw error;
    }
    return snapshot;
  }

  async tables(): Promise<readonly TableShape[]> {
    const rows = await this.#all(
      `SELECT t.table_name AS tableName, c.column_name AS columnName FROM information_schema.tables t
        JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
        WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'`,
    );
    const tables = new Map<string, string[]>();
    for (const row of rows) {
      const name = String(row['tableName']);
      if (APART.has(name)) continue;
      tables.set(name, [...(tables.get(name) ?? []), String(row['columnName'])]);
    }
    return [...tables]
      .sort(([a], [b]) => byName(a, b))
      .map(([name, columns]) => ({ name, columns: columns.sort(byName) }));
  }

  async migrations(): Promise<readonly string[]> {
    const known = await this.#all(
      `SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '${MIGRATION_TABLE}'`,
    );
    if (known.length === 0) return [];
    return (await this.#all(`SELECT name FROM ${MIGRATION_TABLE} ORDER BY timestamp`)).map((row) =>
      String(row['name']),
    );
  }

  async *rows(table: TableShape): AsyncIterable<Cells> {
    const query = this.connection.query({ sql: select(table), rowsAsArray: true });
    for await (const row of query.stream({ highWaterMark: ROWS_AT_ONCE }))
      yield (row as readonly unknown[]).map(toCell);
  }

  async close(): Promise<void> {
    await this.#all('ROLLBACK');
    await this.connection.promise().end();
  }

  async #all(sql: string): Promise<RowDataPacket[]> {
    const [rows] = await this.connection.promise().query<RowDataPacket[]>(sql);
    return rows;
  }
}
