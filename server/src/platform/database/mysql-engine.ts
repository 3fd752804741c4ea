// MySQL and MariaDB through mysql2: a pool, row locks, and a second try after a deadlock.
import { createConnection } from 'mysql2/promise';
import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import type { Engine } from './engine.js';
import { assertPlainRead } from './scope.js';

type Row = Record<string, unknown>;
/** The pool under TypeORM: lends a connection for one statement by itself. */
interface Pool {
  query(sql: string, parameters: readonly unknown[], done: (error: Error | null, rows: Row[]) => void): void;
}
interface MysqlDriver {
  readonly pool: Pool;
  createQueryRunner(mode: 'master' | 'slave'): QueryRunner;
}
type RunnerClass = new (driver: MysqlDriver, mode: 'master' | 'slave') => QueryRunner;

/** Its constructor takes the whole driver in TypeORM's types. */
const BaseRunner = MysqlQueryRunner as unknown as RunnerClass;

const POOL_SIZE = 10;
/** A machine with more to do than it has processors answers late, and is there all the same. */
const CONNECT_MS = 30_000;
/** Deadlock found · lock wait time-out · record changed since the snapshot (MariaDB 11.6 and later). */
const TRANSIENT = new Set([1213, 1205, 1020]);
const DUPLICATE_KEY = 1062;

class GuardedRunner extends BaseRunner {
  override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
    assertPlainRead(sql);
    return super.query(sql, parameters, structured as never) as Promise<never>;
  }

  override startTransaction(): Promise<void> {
    return this.query('START TRANSACTION');
  }
}

export class MysqlEngine implements Engine {
  readonly kind = 'mysql' as const;
  #freeRunner!: () => QueryRunner;
  #pool!: Pool;

  private constructor(
    private readonly url: string,
    private readonly flavour: 'mariadb' | 'mysql',
  ) {}

  /** Asks the server what it is: TypeORM treats the two differently, the address does not tell. */
  static async connect(url: string): Promise<MysqlEngine> {
    const connection = await createConnection({ uri: url, connectTimeout: CONNECT_MS });
    try {
      const [rows] = await connection.query('SELECT VERSION() AS version');
      const version = String((rows as { version: string }[])[0]?.version);
      return new MysqlEngine(url, /mariadb/i.test(version) ? 'mariadb' : 'mysql');
    } finally {
      await connection.end();
    }
  }

  options(): DataSourceOptions {
    return {
      type: this.flavour,
      url: this.url,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: true,
      poolSize: POOL_SIZE,
      connectTimeout: CONNECT_MS,
    };
  }

  guard(dataSource: DataSource): Promise<void> {
    const driver = dataSource.driver as unknown as MysqlDriver;
    this.#pool = driver.pool;
    const free = driver.createQueryRunner.bind(driver);
    this.#freeRunner = () => free('master');
    driver.createQueryRunner = (mode) => new GuardedRunner(driver, mode);
    return Promise.resolve();
  }

  read(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.#pool.query(sql, parameters, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  }

  async withWriter<T>(_dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.#freeRunner();
    try {
      return await work(runner);
    } finally {
      await runner.release();
    }
  }

  /** Whoever wants to writes: rows are locked, not the database. */
  turn(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  isTransient(error: unknown): boolean {
    return TRANSIENT.has(errno(error));
  }

  isUniqueViolation(error: unknown): boolean {
    return errno(error) === DUPLICATE_KEY;
  }
}

/** The server's error number, also where TypeORM has wrapped it; 0 where there is none. */
function errno(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  if ('errno' in error && typeof error.errno === 'number') return error.errno;
  return 'driverError' in error ? errno(error.driverError) : 0;
}
