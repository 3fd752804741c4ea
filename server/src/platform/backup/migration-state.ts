// How a database's schema stands to this version of the platform.
import { existsSync } from 'node:fs';
import { MIGRATIONS } from '../database/migrations/index.js';
import { openSnapshot, SQLITE } from './snapshot.js';

export interface MigrationState {
  /** Names, the oldest first. */
  readonly applied: readonly string[];
  /** Known here, not yet run there. */
  readonly pending: readonly string[];
  /** Run there by a newer version, not known here. */
  readonly unknown: readonly string[];
}

export function compareMigrations(applied: readonly string[]): MigrationState {
  const known = MIGRATIONS.map(({ name }) => name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

/** Undefined where there is no database yet. Reads only. */
export async function migrationState(databaseUrl: string): Promise<MigrationState | undefined> {
  if (databaseUrl.startsWith(SQLITE) && !existsSync(databaseUrl.slice(SQLITE.length))) return undefined;
  const snapshot = await openSnapshot(databaseUrl);
  try {
    const applied = await snapshot.migrations();
    return applied.length === 0 ? undefined : compareMigrations(applied);
  } finally {
    await snapshot.close();
  }
}
