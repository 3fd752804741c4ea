// SQLite under TypeORM, made safe for concurrent requests (ADR-0002): one reader connection that only ever sees
// committed rows, one writer connection that a queue hands to one unit of work at a time.
import Libsql from 'libsql';
import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { Engine } from './engine.js';
import { assertPlainRead, WriteOutsideUnitOfWork } from './scope.js';
import type { Turns } from './writer-turns.js';

interface Statement {
  all(parameters: readonly unknown[]): Record<string, unknown>[];
}
interface Connection {
  prepare(sql: string): Statement;
  pragma(text: string): unknown;
  close(): void;
}
interface SqliteDriver {
  databaseConnection: Connection;
  queryRunner: QueryRunner | undefined;
  createDatabaseConnection(): Promise<Connection>;
  createQueryRunner(mode?: string): QueryRunner;
  disconnect(): Promise<void>;
}
interface SqliteRunner extends QueryRunner {
  connect(): Promise<Connection>;
  getStmt(sql: string): Promise<unknown>;
}
type RunnerClass = new (driver: SqliteDriver) => SqliteRunner;

/** Its constructor and two methods are not public in TypeORM's types. */
const BaseRunner = BetterSqlite3QueryRunner as unknown as RunnerClass;
const STATEMENTS_KEPT = 500;
/** Longest time a chain of synchronous statements may hold the event loop. */
const SLICE_MS = 8;

class StatementCache {
  readonly #kept = new Map<string, Statement>();

  constructor(readonly connection: Connection) {}

  prepare(sql: string): Statement {
    const known = this.#kept.get(sql);
    if (known) return known;
    const prepared = this.connection.prepare(sql);
    this.#kept.set(sql, prepared);
    if (this.#kept.size > STATEMENTS_KEPT) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return prepared;
  }
}

/** First come, first served. */
class Queue {
  readonly #waiting: (() => void)[] = [];
  #held = false;

  async lock(): Promise<void> {
    if (!this.#held) {
      this.#held = true;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  unlock(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#held = false;
  }
}

class PooledRunner extends BaseRunner {
  constructor(
    driver: SqliteDriver,
    private readonly statements: StatementCache,
  ) {
    super(driver);
  }

  override connect(): Promise<Connection> {
    return Promise.resolve(this.statements.connection);
  }

  override getStmt(sql: string): Promise<unknown> {
    return Promise.resolve(this.statements.prepare(sql));
  }
}

class ReaderRunner extends PooledRunner {
  override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
    assertPlainRead(sql);
    return super.query(sql, parameters, structured as never) as Promise<never>;
  }

  override startTransaction(): Promise<void> {
    return this.query('BEGIN TRANSACTION');
  }

  /** The reader lives as long as the data source: TypeORM releases a runner after each find. */
  override release(): Promise<void> {
    return Promise.resolve();
  }
}

class WriterRunner extends PooledRunner {
  #sliceStarted = performance.now();
  #lent = true;

  override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
    if (!this.#lent) throw new WriteOutsideUnitOfWork(sql);
    await this.#yieldWhenLong();
    // Take the write lock at once: a deferred transaction that reads first may fail to upgrade (SQLITE_BUSY).
    const statement = sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql;
    return super.query(statement, parameters, structured as never) as Promise<never>;
  }

  /** The connection goes to the next unit; whoever kept this manager may no longer use it. */
  override release(): Promise<void> {
    this.#lent = false;
    return Promise.resolve();
  }

  /** Statements run synchronously: without this a long write would starve timers, sockets and readers. */
  async #yieldWhenLong(): Promise<void> {
    if (performance.now() - this.#sliceStarted < SLICE_MS) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#sliceStarted = performance.now();
  }
}

export class SqliteEngine implements Engine {
  readonly kind = 'sqlite' as const;
  readonly #queue = new Queue();
  #statements!: StatementCache;
  #reading!: StatementCache;
  #driver!: SqliteDriver;

  /** `turns`: of the process whose writer goes first, where this is another one. */
  constructor(
    private readonly file: string,
    private readonly turns: Turns = () => Promise.resolve(() => undefined),
  ) {}

  options(): DataSourceOptions {
    return {
      type: 'better-sqlite3',
      driver: Libsql,
      database: this.file,
      enableWAL: true,
      prepareDatabase: (connection: Connection) => {
        // Another process (a worker, a command) may write to the same file: wait for it.
        connection.pragma('busy_timeout = 10000');
        // FULL: an acknowledged write survives the loss of power, not only of the process.
        connection.pragma('synchronous = FULL');
      },
    } as DataSourceOptions;
  }

  /** Called once after migrations: from here on, plain use of the data source can only read. */
  async guard(dataSource: DataSource): Promise<void> {
    this.#driver = dataSource.driver as unknown as SqliteDriver;
    this.#statements = new StatementCache(this.#driver.databaseConnection);
    const reader = await this.#driver.createDatabaseConnection();
    reader.pragma('query_only = ON');
    this.#reading = new StatementCache(reader);
    this.#driver.queryRunner = undefined;
    this.#driver.createQueryRunner = () => new ReaderRunner(this.#driver, this.#reading);
    const disconnect = this.#driver.disconnect.bind(this.#driver);
    this.#driver.disconnect = async () => {
      reader.close();
      await disconnect();
    };
  }

  read(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
    try {
      return Promise.resolve(this.#reading.prepare(sql).all(parameters));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  async withWriter<T>(_dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const over = await this.turn();
    const runner = new WriterRunner(this.#driver, this.#statements);
    try {
      return await work(runner);
    } finally {
      await runner.release();
      over();
    }
  }

  async turn(): Promise<() => void> {
    await this.#queue.lock();
    const over = await this.turns();
    return () => {
      over();
      this.#queue.unlock();
    };
  }

  isTransient(): boolean {
    return false;
  }

  isUniqueViolation(error: unknown): boolean {
    return hasMessage(error) && /UNIQUE constraint failed/.test(error.message);
  }
}

const hasMessage = (error: unknown): error is { message: string } =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
