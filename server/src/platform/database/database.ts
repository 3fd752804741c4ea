import {
  DataSource,
  QueryFailedError,
  type EntityManager,
  type EntityTarget,
  type Logger,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';
import type { MigrationInterface, Repository } from 'typeorm';
import { WrittenVersions } from './data-versions.js';
import type { Engine } from './engine.js';
import { MysqlEngine } from './mysql-engine.js';
import { assertPlainRead, currentUnit } from './scope.js';
import { refuseHalfRestored } from './half-restored.js';
import { SqliteEngine } from './sqlite-engine.js';
import type { Turns } from './writer-turns.js';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `sqlite:` and a file's path, or `mysql://user:password@host:port/name`. */
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** Only for the restore itself: everybody else refuses a database that is half restored. */
  readonly underRestore?: boolean;
  /** In a process beside the one that answers requests: its turns to write. */
  readonly turns?: Turns | undefined;
  /** Hears every statement; for commands that say what migrations did. */
  readonly logger?: Logger;
}

/** The open database. Reads go through `manager`; writes only through `UnitOfWork`. */
export class Database {
  private constructor(
    readonly engine: Engine,
    private readonly dataSource: DataSource,
    /** For `UnitOfWork`: what its statements make old. */
    readonly versions: WrittenVersions,
  ) {}

  /** Connects, migrates up, then closes every path but reading and `UnitOfWork`. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { engine, dataSource } = await connect(options);
    try {
      if (!options.underRestore) await refuseHalfRestored(engine, dataSource);
      await migrate(engine, dataSource);
      await engine.guard(dataSource);
    } catch (refusal) {
      // A pool that nobody holds any more would keep the process alive.
      if (dataSource.isInitialized) await dataSource.destroy();
      throw refusal;
    }
    return new Database(engine, dataSource, new WrittenVersions(dataSource, options.entities));
  }

  /** The manager of the open unit of work, or one that can only read what is committed. */
  get manager(): EntityManager {
    const unit = currentUnit();
    return unit?.open ? unit.manager : this.dataSource.manager;
  }

  /**
   * One reading statement, without what a query builder would add to it. Sees the open unit of work where there is one;
   * otherwise what is committed.
   */
  async read<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const unit = currentUnit();
    if (unit?.open) return unit.manager.query<Row[]>(sql, [...parameters]);
    assertPlainRead(sql);
    const { logger } = this.dataSource;
    logger.logQuery(sql, [...parameters]);
    try {
      return (await this.engine.read(sql, parameters)) as Row[];
    } catch (error) {
      throw new QueryFailedError(sql, [...parameters], error as Error);
    }
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Locks the selected rows until the unit of work ends; on SQLite its queue already excludes other writers. */
  forUpdate<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
    return this.engine.kind === 'mysql' ? query.setLock('pessimistic_write') : query;
  }

  /** For `UnitOfWork` and start-up checks only; a service has no use for it. */
  get source(): DataSource {
    return this.dataSource;
  }

  async isAlive(): Promise<boolean> {
    if (!this.dataSource.isInitialized) return false;
    try {
      await this.dataSource.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** A connected data source before any guard stands; for migrations, and for the tests that examine them. */
export async function connect(options: DatabaseOptions): Promise<{ engine: Engine; dataSource: DataSource }> {
  const engine = options.url.startsWith('sqlite:')
    ? new SqliteEngine(options.url.slice('sqlite:'.length), options.turns)
    : await MysqlEngine.connect(options.url);
  const dataSource = new DataSource({
    ...engine.options(),
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    ...(options.logger ? { logger: options.logger } : {}),
  });
  await dataSource.initialize();
  return { engine, dataSource };
}

/** Brings the schema up to date. Compares text byte by byte on MySQL, as SQLite does. */
export async function migrate(engine: Engine, dataSource: DataSource): Promise<void> {
  if (engine.kind !== 'mysql') return void (await dataSource.runMigrations());
  await dataSource.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  await oneAtATime(dataSource, () => dataSource.runMigrations());
}

const PATIENCE_SECONDS = 600;

/** Servers that start together would run the same migration twice, and no table takes that back. */
async function oneAtATime(dataSource: DataSource, work: () => Promise<unknown>): Promise<void> {
  // The lock belongs to its connection, and goes with it however the process ends.
  const runner = dataSource.createQueryRunner();
  const name = "CONCAT('tongxing.migrate.', MD5(DATABASE()))";
  try {
    const [row] = (await runner.query(`SELECT GET_LOCK(${name}, ${PATIENCE_SECONDS}) AS got`)) as { got: unknown }[];
    if (Number(row?.got) !== 1) throw new Error('another server has been migrating this database for ten minutes');
    await work();
    await runner.query(`SELECT RELEASE_LOCK(${name})`);
  } finally {
    await runner.release();
  }
}
