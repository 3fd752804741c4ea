// What the current asynchronous context may do with the database: the manager of its unit of work, or nothing but read.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';

export interface OpenUnit {
  readonly manager: EntityManager;
  /** False once the unit has committed or rolled back; a late write then throws instead of landing nowhere. */
  open: boolean;
  /** Who acts; the audit row names them. */
  readonly actor: Actor;
  /** Runs inside the transaction after the work: what must come last, as the audit chain's lock does. */
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
  /** Whose counted rows are other than before: `*` for everybody's. Told with the commit. */
  readonly outdated: Set<string>;
  /** Where several units commit together: units inside of it are savepoints of its transaction. */
  readonly together?: boolean;
}

const units = new AsyncLocalStorage<OpenUnit>();

let running = 0;

export const currentUnit = (): OpenUnit | undefined => units.getStore();

/**
 * Runs `work` so that everything it awaits finds the unit. While none runs, Node follows no contexts at all: before
 * Node 24 that costs something at every promise of the process, of reads too. What outlives its unit finds none, and so
 * can only read.
 */
export async function runInUnit<T>(unit: OpenUnit, work: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await units.run(unit, work);
  } finally {
    running -= 1;
    if (running === 0) units.disable();
  }
}

/** Leaves the unit's context, for work that must not see it (the relay woken after a commit). */
export const runOutsideUnit = <T>(work: () => T): T => units.exit(work);

/** A write, or a lock, that no unit of work guards. Always a bug. */
export class WriteOutsideUnitOfWork extends Error {
  constructor(sql: string) {
    super(`BUG: write outside UnitOfWork.run: ${firstWords(sql)}`);
  }
}

/** A second connection asked for while a unit of work is open: on a dry pool it would hang for ever. */
export class SecondConnectionInsideUnitOfWork extends Error {
  constructor(sql: string) {
    super(`BUG: use the manager of the open unit of work: ${firstWords(sql)}`);
  }
}

const firstWords = (sql: string) => sql.trim().split(/\s+/).slice(0, 4).join(' ');
const READ = /^\s*(select|with|explain|show|pragma)\b/i;
const LOCKS = /\bfor\s+update\b|\block\s+in\s+share\s+mode\b/i;
const RETURNS = /\b(insert|update|delete)\b[\s\S]*\breturning\b/i;

/** Throws unless the statement only reads and no unit of work is open in this context. */
export function assertPlainRead(sql: string): void {
  if (currentUnit()?.open) throw new SecondConnectionInsideUnitOfWork(sql);
  if (!READ.test(sql) || LOCKS.test(sql) || RETURNS.test(sql)) throw new WriteOutsideUnitOfWork(sql);
}
