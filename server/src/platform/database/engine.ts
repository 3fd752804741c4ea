import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import type { Turns } from './writer-turns.js';

/** What differs between the embedded database and the server: connections, locks, and which errors to try again. */
export interface Engine {
  readonly kind: 'sqlite' | 'mysql';
  options(): DataSourceOptions;
  /** After migrations: closes every path to the database but reading and `UnitOfWork`. */
  guard(dataSource: DataSource): Promise<void>;
  /** Rows of one plain read outside of every unit of work, straight from the driver; after `guard`. */
  read(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Lends the connection of one unit of work. */
  withWriter<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T>;
  /** One's turn to write, for a process beside this one; what it gives ends the turn. */
  turn: Turns;
  /** A deadlock or lock time-out that a second try may pass. */
  isTransient(error: unknown): boolean;
  isUniqueViolation(error: unknown): boolean;
}
