// What becomes of rows that mean somebody whom the agency has: left out, brought up to date, or asked one by one.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { BatchLog } from './batch-log.js';
import type { DuplicateRule, ImportBatch, RowChoice } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportsReach } from './imports-reach.js';
import type { MoveError } from './roster-imports.js';

@Injectable()
export class ImportChoices {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly reach: ImportsReach,
    private readonly work: UnitOfWork,
    private readonly log: BatchLog,
  ) {}

  /** One rule for the batch. Decisions for single rows stay, and count again once the rule asks. */
  setRule(
    actor: PersonActor,
    id: string,
    version: number,
    rule: DuplicateRule,
  ): Promise<Result<ImportBatch, MoveError>> {
    return this.#change(actor, id, version, { duplicateRule: rule }, (batch) => {
      this.log.record('roster.ruleSet', batch, { rule });
      return Promise.resolve(true);
    });
  }

  /** The decision for one row; from now on the batch asks for each. */
  choose(
    actor: PersonActor,
    id: string,
    version: number,
    line: number,
    choice: RowChoice,
  ): Promise<Result<ImportBatch, MoveError>> {
    return this.#change(actor, id, version, { duplicateRule: 'ASK' }, (batch) =>
      this.batches.choose(batch, line, choice),
    );
  }

  #change(
    actor: PersonActor,
    id: string,
    version: number,
    changes: Partial<ImportBatch>,
    also: (batch: ImportBatch) => Promise<boolean>,
  ): Promise<Result<ImportBatch, MoveError>> {
    return this.work.run(actor, async (): Promise<Result<ImportBatch, MoveError>> => {
      const batch = await this.reach.find(actor, 'roster.import', id);
      if (!batch) return err({ code: 'NOT_FOUND' });
      if (batch.state !== 'STAGED') return err({ code: 'TRANSITION_REFUSED', from: batch.state, to: 'STAGED' });
      if (batch.version !== version || !(await this.batches.move(batch, 'STAGED', changes))) {
        return err({ code: 'STALE_VERSION', currentVersion: batch.version });
      }
      if (!(await also(batch))) return err({ code: 'NOT_FOUND' });
      return ok({ ...batch, ...changes, version: batch.version + 1 });
    });
  }
}
