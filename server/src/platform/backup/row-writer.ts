// Puts rows back into empty tables. Links between rows are looked at afterwards, when all are there.
import Libsql from 'libsql';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { fromCell, type Cells } from './cells.js';
import { RESTORE_MARKER } from '../database/half-restored.js';
import { quote, SQLITE, type TableShape } from './snapshot.js';

export interface RowWriter {
  /** From here on no server starts on this database, until `finish`. */
  begin(at: string): Promise<void>;
  fill(table: TableShape, rows: AsyncIterable<Cells>): Promise<void>;
  run(sql: string, parameters: readonly (string | number | null)[]): Promise<void>;
  finish(): Promise<void>;
  close(): Promise<void>;
}

export async function openRowWriter(url: string): Promise<RowWriter> {
  if (url.startsWith(SQLITE)) return new SqliteWriter(url.slice(SQLITE.length));
  const connection = await createConnection({
    uri: url,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
  });
  await connection.query('SET SESSION foreign_key_checks = 0');
  return new MysqlWriter(connection);
}

const MARK = `CREATE TABLE ${RESTORE_MARKER} (startedAt varchar(24) NOT NULL PRIMARY KEY)`;
/** Servers take 16 MB by default; far below that, a statement of texts alone. */
const BATCH_CHARACTERS = 500_000;
const BATCH_ROWS = 1_000;

async function* batches(rows: AsyncIterable<Cells>): AsyncGenerator<Cells[]> {
  let batch: Cells[] = [];
  let characters = 0;
  for await (const cells of rows) {
    batch.push(cells);
    for (const cell of cells) characters += typeof cell === 'string' ? cell.length : (cell?.base64.length ?? 0);
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

const columnList = ({ columns }: TableShape) => columns.map(quote).join(', ');

class SqliteWriter implements RowWriter {
  readonly #file: InstanceType<typeof Libsql>;

  constructor(path: string) {
    this.#file = new Libsql(path);
    this.#file.pragma('busy_timeout = 10000');
    this.#file.pragma('foreign_keys = OFF');
  }

  begin(at: string): Promise<void> {
    this.#file.exec(MARK);
    return this.run(`INSERT INTO ${RESTORE_MARKER} VALUES (?)`, [at]);
  }

  async fill(table: TableShape, rows: AsyncIterable<Cells>): Promise<void> {
    const marks = table.columns.map(() => '?').join(', ');
    const insert = this.#file.prepare(`INSERT INTO ${quote(table.name)} (${columnList(table)}) VALUES (${marks})`);
    for await (const batch of batches(rows)) {
      this.#file.exec('BEGIN IMMEDIATE');
      for (const cells of batch) insert.run(...cells.map(fromCell));
      this.#file.exec('COMMIT');
    }
  }

  run(sql: string, parameters: readonly (string | number | null)[]): Promise<void> {
    this.#file.prepare(sql).run(...parameters);
    return Promise.resolve();
  }

  finish(): Promise<void> {
    const [dangling] = this.#file.prepare('PRAGMA foreign_key_check').all() as { table: string }[];
    if (dangling) throw new Error(`rows of ${dangling.table} name rows that are not there`);
    this.#file.exec(`DROP TABLE ${RESTORE_MARKER}`);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#file.close();
    return Promise.resolve();
  }
}

class MysqlWriter implements RowWriter {
  constructor(private readonly connection: Connection) {}

  async begin(at: string): Promise<void> {
    await this.connection.query(MARK);
    await this.run(`INSERT INTO ${RESTORE_MARKER} VALUES (?)`, [at]);
  }

  async fill(table: TableShape, rows: AsyncIterable<Cells>): Promise<void> {
    const sql = `INSERT INTO ${quote(table.name)} (${columnList(table)}) VALUES ?`;
    for await (const batch of batches(rows)) {
      await this.connection.query<RowDataPacket[]>(sql, [batch.map((cells) => cells.map(fromCell))]);
    }
  }

  async run(sql: string, parameters: readonly (string | number | null)[]): Promise<void> {
    await this.connection.query(sql, [...parameters]);
  }

  async finish(): Promise<void> {
    await this.connection.query(`DROP TABLE ${RESTORE_MARKER}`);
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}
