// The key store of the embedded form: one file, apart from the database, with a backup of its own.
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { KeyStore, type NewKey, type Rewrap, type StoredKey, type Tombstone } from './key-store.js';

const OWNER_ONLY = 0o600;
const TABLE = `
  CREATE TABLE IF NOT EXISTS data_key (
    subject varchar(64) NOT NULL PRIMARY KEY, scope varchar(40) NOT NULL, wrappedBy varchar(80) NOT NULL,
    wrapped text, createdAt varchar(24) NOT NULL, destroyedAt varchar(24)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS ix_data_key_wrapped_by ON data_key (wrappedBy, subject);`;

export class SqliteKeyStore extends KeyStore {
  readonly #file: InstanceType<typeof Libsql>;

  constructor(file: string) {
    super();
    mkdirSync(dirname(file), { recursive: true });
    this.#file = new Libsql(file);
    chmodSync(file, OWNER_ONLY);
    // Workers and commands open the same file.
    this.#file.pragma('busy_timeout = 10000');
    this.#file.pragma('journal_mode = WAL');
    // A key must be on the disk before a row that needs it is.
    this.#file.pragma('synchronous = FULL');
    // What is destroyed is overwritten, not only unlinked.
    this.#file.pragma('secure_delete = ON');
    this.#file.exec(TABLE);
  }

  /** One text in, one text out: each value that crosses into the engine by itself costs more than its parsing. */
  override get(subjects: readonly string[]): Promise<StoredKey[]> {
    return done(() => {
      const sql = `SELECT json_group_array(json_array(subject, scope, wrappedBy, wrapped)) AS packed FROM data_key
        WHERE subject IN (SELECT value FROM json_each(?))`;
      const [row] = this.#all<{ packed: string }>(sql, [JSON.stringify(subjects)]);
      const found = JSON.parse(row?.packed ?? '[]') as [string, string, string, string | null][];
      return found.map(([subject, scope, wrappedBy, wrapped]) => ({ subject, scope, wrappedBy, wrapped }));
    });
  }

  override create(keys: readonly NewKey[]): Promise<void> {
    return done(() => {
      const sql = `INSERT OR IGNORE INTO data_key (subject, scope, wrappedBy, wrapped, createdAt)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`;
      const rows = keys.map((key) => [key.subject, key.scope, key.wrappedBy, key.wrapped, key.createdAt]);
      this.#run(sql, [JSON.stringify(rows)]);
    });
  }

  override destroy(tombstones: readonly Tombstone[]): Promise<void> {
    return done(() => {
      this.#together(() => {
        const sql = `INSERT INTO data_key (subject, scope, wrappedBy, wrapped, createdAt, destroyedAt)
          VALUES (?, ?, '', NULL, ?, ?)
          ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, wrappedBy = '', destroyedAt = excluded.destroyedAt
          WHERE data_key.destroyedAt IS NULL`;
        for (const { subject, scope, destroyedAt } of tombstones) {
          this.#run(sql, [subject, scope, destroyedAt, destroyedAt]);
        }
      });
      // The old page with the key lies in the log until it is folded in and cut.
      this.#file.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  override tombstones(): Promise<Tombstone[]> {
    return done(() =>
      this.#all<Tombstone>(
        'SELECT subject, scope, destroyedAt FROM data_key WHERE destroyedAt IS NOT NULL ORDER BY destroyedAt, subject',
        [],
      ),
    );
  }

  override wrappedByOthers(name: string, limit: number): Promise<StoredKey[]> {
    return done(() =>
      this.#all<StoredKey>(
        'SELECT subject, scope, wrappedBy, wrapped FROM data_key WHERE wrappedBy <> ? AND wrapped IS NOT NULL LIMIT ?',
        [name, limit],
      ),
    );
  }

  override countByRingKey(): Promise<ReadonlyMap<string, number>> {
    return done(() => {
      const sql = 'SELECT wrappedBy, COUNT(*) AS total FROM data_key WHERE wrapped IS NOT NULL GROUP BY wrappedBy';
      const rows = this.#all<{ wrappedBy: string; total: number }>(sql, []);
      return new Map(rows.map(({ wrappedBy, total }) => [wrappedBy, total]));
    });
  }

  override beganAt(): Promise<string | undefined> {
    return done(
      () =>
        this.#all<{ began: string | null }>('SELECT MIN(createdAt) AS began FROM data_key', [])[0]?.began ?? undefined,
    );
  }

  override rewrap(changes: readonly Rewrap[]): Promise<number> {
    return done(() =>
      this.#together(() => {
        let changed = 0;
        for (const { subject, from, to, wrappedBy } of changes) {
          const sql = 'UPDATE data_key SET wrapped = ?, wrappedBy = ? WHERE subject = ? AND wrapped = ?';
          changed += this.#run(sql, [to, wrappedBy, subject, from]);
        }
        return changed;
      }),
    );
  }

  override exclusively<T>(work: () => T): Promise<T> {
    return done(() => this.#together(work));
  }

  override close(): Promise<void> {
    return done(() => {
      if (this.#file.open) this.#file.close();
    });
  }

  #together<T>(work: () => T): T {
    this.#file.exec('BEGIN IMMEDIATE');
    try {
      const outcome = work();
      this.#file.exec('COMMIT');
      return outcome;
    } catch (error) {
      this.#file.exec('ROLLBACK');
      throw error;
    }
  }

  #all<Row>(sql: string, parameters: readonly unknown[]): Row[] {
    return this.#file.prepare(sql).all(...parameters) as Row[];
  }

  #run(sql: string, parameters: readonly unknown[]): number {
    return this.#file.prepare(sql).run(...parameters).changes;
  }
}

/** The file answers at once; the port is for stores that do not. */
function done<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
