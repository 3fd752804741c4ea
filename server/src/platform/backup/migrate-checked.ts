// Runs the pending migrations, and compares every table with the backup taken before: only what they wrote may differ.
import type { Logger } from 'typeorm';
import { connect, migrate } from '../database/index.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import type { Manifest } from './manifest.js';
import { openSnapshot } from './snapshot.js';
import { sumOf } from './table-file.js';

export interface Compared {
  /** Tables whose rows are what they were, in all columns that they had. */
  readonly same: number;
  /** Tables that a migration wrote to, or reshaped, on purpose. */
  readonly changed: readonly string[];
  /** Tables that differ though no migration wrote to them. */
  readonly damaged: readonly string[];
}

/** Which tables each statement changed: the migrations say it themselves. */
class WriteLog implements Logger {
  readonly tables = new Set<string>();

  logQuery(query: string): void {
    const table = WRITE.exec(query)?.[1];
    if (table !== undefined) this.tables.add(table);
  }
  logQueryError(): void {
    // The failure itself is thrown.
  }
  logQuerySlow(): void {
    // However long it takes.
  }
  logSchemaBuild(): void {
    // Statements come one by one.
  }
  logMigration(): void {
    // The same.
  }
  log(): void {
    // The same.
  }
}

const WRITE = /^\s*(?:update|insert\s+(?:(?:or\s+\w+|ignore)\s+)?into|replace\s+into|delete\s+from)\s+[`"]?(\w+)[`"]?/i;

/** Names of the tables that the migrations wrote rows of. Throws what a migration throws. */
export async function migrateLogged(url: string): Promise<ReadonlySet<string>> {
  const log = new WriteLog();
  const { engine, dataSource } = await connect({ url, entities: [], migrations: MIGRATIONS, logger: log });
  try {
    await migrate(engine, dataSource);
  } finally {
    await dataSource.destroy();
  }
  return log.tables;
}

export async function compareWithBackup(
  url: string,
  { tables }: Manifest,
  written: ReadonlySet<string>,
): Promise<Compared> {
  const snapshot = await openSnapshot(url);
  try {
    const now = new Map((await snapshot.tables()).map((table) => [table.name, table]));
    const found = { same: 0, changed: [] as string[], damaged: [] as string[] };
    for (const { name, columns, checksum } of tables) {
      const standing = now.get(name);
      const whole = standing !== undefined && columns.every((column) => standing.columns.includes(column));
      // In the columns of before: a new column beside them changes nothing of what was there.
      const equal = whole && (await sumOf(snapshot.rows({ name, columns }))).checksum === checksum;
      if (equal) found.same += 1;
      else if (!whole || written.has(name)) found.changed.push(name);
      // That the backup was taken was written down after it.
      else if (name !== 'backup_run') found.damaged.push(name);
    }
    return found;
  } finally {
    await snapshot.close();
  }
}
