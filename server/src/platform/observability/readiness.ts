import type { Database } from '../database/index.js';

export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: 'STOPPING' | 'DATABASE_UNREACHABLE' | 'MIGRATIONS_MISSING' };

/** Whether this process should be sent requests. */
export class ReadinessCheck {
  #stopping = false;
  #migrated = false;

  constructor(private readonly database: Database) {}

  /** From now on new requests should go elsewhere; those that are here are still served. */
  stopping(): void {
    this.#stopping = true;
  }

  async now(): Promise<Readiness> {
    if (this.#stopping) return { ready: false, reason: 'STOPPING' };
    if (!(await this.database.isAlive())) return { ready: false, reason: 'DATABASE_UNREACHABLE' };
    if (!(await this.#isMigrated())) return { ready: false, reason: 'MIGRATIONS_MISSING' };
    return { ready: true };
  }

  /** Every migration that this build knows has run; asked until it is so, then never again. */
  async #isMigrated(): Promise<boolean> {
    if (this.#migrated) return true;
    const rows: { name: string }[] = await this.database.source.query('SELECT name FROM schema_migration');
    const done = new Set(rows.map((row) => row.name));
    this.#migrated = this.database.source.migrations.every((migration) => done.has(migration.name ?? ''));
    return this.#migrated;
  }
}
