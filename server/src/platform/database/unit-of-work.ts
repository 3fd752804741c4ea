import type { QueryRunner } from 'typeorm';
import { isErr } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
import { tellVersions } from './data-versions.js';
import type { Database } from './database.js';
import { currentUnit, runInUnit, type OpenUnit } from './scope.js';

const TRIES = 8;
const BACKOFF_MS = 5;

/** A unit of work inside a unit of work: the inner one would wait for the outer one for ever. */
export class NestedUnitOfWork extends Error {
  constructor() {
    super('BUG: UnitOfWork.run inside UnitOfWork.run; pass the work down instead');
  }
}

/** Carries an `Err` out of the transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly outcome: unknown) {
    super('rolled back');
  }
}

/**
 * The only writer. Everything written inside `work` commits together or not at all.
 *
 * Rolls back when `work` throws and when it returns an `Err`. Runs `work` again after a deadlock, so `work` must have
 * no effect outside the database; such effects go to `afterCommit` or to the outbox.
 */
export class UnitOfWork {
  constructor(private readonly database: Database) {}

  async run<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const outer = currentUnit();
    if (!outer?.open) return this.#retried(actor, work, false);
    if (!outer.together) throw new NestedUnitOfWork();
    return this.#inside(outer, actor, work);
  }

  /**
   * Units that commit together: each `run` inside of `work` is a savepoint, and rolls back alone. Nothing of any stays
   * where `work` throws, returns an `Err`, or is killed. For what must never be there by half; everybody else's writes
   * wait meanwhile on SQLite.
   */
  async runTogether<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (currentUnit()?.open) throw new NestedUnitOfWork();
    return this.#retried(actor, work, true);
  }

  async #retried<T>(actor: Actor, work: () => Promise<T>, together: boolean): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(actor, work, together);
      } catch (error) {
        if (error instanceof RolledBack) return error.outcome as T;
        if (attempt === TRIES || !this.database.engine.isTransient(error)) throw error;
        // Full jitter: two units that met once should not meet again.
        const pause = Math.random() * BACKOFF_MS * 2 ** attempt;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Runs `effect` once the open unit has committed; never when it rolls back. */
  afterCommit(effect: () => void): void {
    requireUnit().afterCommit.push(effect);
  }

  #attempt<T>(actor: Actor, work: () => Promise<T>, together: boolean): Promise<T> {
    return this.database.engine.withWriter(this.database.source, async (runner) => {
      const manager = this.database.source.createEntityManager(runner);
      // TypeORM's own createQueryRunner does the same: cascades and subscribers look for it there.
      Object.assign(runner, { manager });
      this.#heedWrites(runner);
      const steps = { beforeCommit: [], afterCommit: [], outdated: new Set<string>() };
      const unit: OpenUnit = { actor, manager, open: true, ...steps, together };
      const outcome = await transact(runner, unit, work, () => tellVersions(runner, unit));
      for (const effect of unit.afterCommit) effect();
      return outcome;
    });
  }

  /** Every statement of a unit passes here, whoever wrote it: nobody can forget to tell that counted rows are other now. */
  #heedWrites(runner: QueryRunner): void {
    const query = runner.query.bind(runner) as (...given: [string, ...unknown[]]) => Promise<never>;
    const { versions } = this.database;
    const heeding = (...given: [string, ...unknown[]]): Promise<never> => {
      const unit = currentUnit();
      if (unit?.open) versions.heed(unit, given[0]);
      return query(...given);
    };
    Object.assign(runner, { query: heeding });
  }

  /** No second try in here: a deadlock has rolled back the transaction of all, and all of it is tried again. */
  async #inside<T>(outer: OpenUnit, actor: Actor, work: () => Promise<T>): Promise<T> {
    const { manager } = outer;
    if (!manager.queryRunner) throw new Error('BUG: an open unit of work without its connection');
    // What it makes old is told once, at the end of all: a row that is held from then on would hold everybody up.
    const steps = { beforeCommit: [], afterCommit: [], outdated: outer.outdated };
    const unit: OpenUnit = { actor, manager, open: true, ...steps };
    try {
      const outcome = await transact(manager.queryRunner, unit, work);
      outer.afterCommit.push(...unit.afterCommit);
      return outcome;
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as T;
      throw error;
    }
  }
}

/** A transaction, or a savepoint of the one that is open on this connection. */
async function transact<T>(
  runner: QueryRunner,
  unit: OpenUnit,
  work: () => Promise<T>,
  atLast: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  await runner.startTransaction();
  let outcome: T;
  try {
    outcome = await runInUnit(unit, work);
    if (isErr(outcome)) throw new RolledBack(outcome);
    await runInUnit(unit, async () => {
      await runAll(unit.beforeCommit);
      await atLast();
    });
  } catch (error) {
    unit.open = false;
    await rollBack(runner);
    throw error;
  }
  unit.open = false;
  await runner.commitTransaction();
  return outcome;
}

async function runAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step();
}

/** The unit of work that guards the current context; throws where none does. */
export function requireUnit(): OpenUnit {
  const unit = currentUnit();
  if (!unit?.open) throw new Error('BUG: this needs an open unit of work');
  return unit;
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and with it the transaction; the error that brought us here is the one to report.
  }
}
