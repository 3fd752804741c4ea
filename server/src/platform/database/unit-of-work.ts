import type { QueryRunner } from 'typeorm';
import { isErr } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
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
    if (currentUnit()?.open) throw new NestedUnitOfWork();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(actor, work);
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

  #attempt<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.database.engine.withWriter(this.database.source, async (runner) => {
      const manager = this.database.source.createEntityManager(runner);
      // TypeORM's own createQueryRunner does the same: cascades and subscribers look for it there.
      Object.assign(runner, { manager });
      await runner.startTransaction();
      const unit: OpenUnit = { actor, manager, open: true, beforeCommit: [], afterCommit: [] };
      let outcome: T;
      try {
        outcome = await runInUnit(unit, work);
        if (isErr(outcome)) throw new RolledBack(outcome);
        await runInUnit(unit, () => runAll(unit.beforeCommit));
      } catch (error) {
        unit.open = false;
        await rollBack(runner);
        throw error;
      }
      unit.open = false;
      await runner.commitTransaction();
      for (const effect of unit.afterCommit) effect();
      return outcome;
    });
  }
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
