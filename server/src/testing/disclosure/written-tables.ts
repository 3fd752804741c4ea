// Which tables an application has written to since somebody asked last, by listening to its statements.
import type { Logger } from 'typeorm';

const WRITES = /^\s*(?:INSERT\s+(?:IGNORE\s+|OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE)\s+[`"]?(\w+)/i;
/** What changes no row; anything else that is not understood counts as a change of everything. */
const HARMLESS = /^\s*(?:SELECT|BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|PRAGMA)\b/i;

export class WrittenTables implements Logger {
  readonly #all: readonly string[];
  #written: Set<string>;

  /** To begin with, all of them are as good as written to. */
  constructor(tables: readonly string[]) {
    this.#all = tables;
    this.#written = new Set(tables);
  }

  /** Those of the tables that have been written to, each told once. */
  take(): string[] {
    const written = this.#written;
    this.#written = new Set();
    return this.#all.filter((table) => written.has(table));
  }

  logQuery(sql: string): void {
    const table = WRITES.exec(sql)?.[1];
    if (table !== undefined) this.#written.add(table);
    else if (!HARMLESS.test(sql)) this.#written = new Set(this.#all);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
