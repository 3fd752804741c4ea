// Which SQL an operation costs: a test that counts statements notices the loop before its users do.
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'typeorm';
import { Database } from '../platform/database/index.js';

export interface Counted<T> {
  readonly result: T;
  /** Every statement that the database was sent meanwhile, transactions' BEGIN and COMMIT among them. */
  readonly statements: readonly string[];
}

/** Runs `work` and tells the statements of the whole application meanwhile; so nothing else should run beside it. */
export async function countStatements<T>(app: INestApplicationContext, work: () => Promise<T>): Promise<Counted<T>> {
  const { source } = app.get(Database);
  const before = source.logger;
  const statements: string[] = [];
  source.logger = new Listener(statements);
  try {
    return { result: await work(), statements };
  } finally {
    source.logger = before;
  }
}

class Listener implements Logger {
  constructor(private readonly statements: string[]) {}

  logQuery(sql: string): void {
    this.statements.push(sql);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
