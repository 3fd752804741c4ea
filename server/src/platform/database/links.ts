// Which columns point at which table, read from the schema itself: a table that comes later is there from its first day.
import type { Database } from './database.js';

export interface Link {
  readonly table: string;
  readonly column: string;
  /** Table whose `id` it names. */
  readonly target: string;
}

/** Every column that must name a row of one of these tables. */
export function linksTo(database: Database, targets: readonly string[]): Link[] {
  return database.source.entityMetadatas.flatMap(({ tableName, foreignKeys }) =>
    foreignKeys.flatMap(({ columnNames: [column = ''], referencedTablePath: target }) =>
      targets.includes(target) ? [{ table: tableName, column, target }] : [],
    ),
  );
}
