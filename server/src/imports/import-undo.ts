import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { Erasures } from '../people/index.js';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportChanges } from './import-changes.js';
import { ImportsReach } from './imports-reach.js';
import { listsPeople } from './domain/index.js';
import { ImportedPeopleRepository, type BatchRef, type UseCounts } from './imported-people.js';
import { ImportedPlans } from './imported-plans.js';
import type { MoveError } from './roster-imports.js';

/** A job's body is text of 64 KiB on MySQL; sealed, the tombstone of a key takes some 190 bytes of it. */
const KEYS_A_JOB = 250;

export type UndoImportError = MoveError | { readonly code: 'IMPORT_IN_USE'; readonly uses: UseCounts };

/** Takes a whole roster back, as long as nothing stands on anybody of it: all of its people, or none. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly reach: ImportsReach,
    private readonly people: ImportedPeopleRepository,
    private readonly plans: ImportedPlans,
    private readonly changes: ImportChanges,
    private readonly erasures: Erasures,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  mayUndo(actor: PersonActor, batch: ImportBatch): boolean {
    return isImported(batch) && mayDo(actor, 'roster.undo');
  }

  /** Refused with everything that somebody of the roster is needed for by now, counted. */
  async undo(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, UndoImportError>> {
    const outcome = await this.work.run(actor, () => this.#undo(actor, batchId, version));
    if (!outcome.ok && outcome.error.code === 'IMPORT_IN_USE') {
      const facts = Object.fromEntries(outcome.error.uses);
      const entry = { action: 'roster.undoRefused', subjectType: 'ImportBatch', subjectId: batchId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #undo(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, UndoImportError>> {
    const agencyId: AgencyId = actor.agencyId;
    await this.batches.lockAgency(agencyId);
    const batch = await this.reach.find(actor, 'roster.undo', batchId);
    if (!batch) return err({ code: 'NOT_FOUND' });
    if (!isImported(batch)) return err({ code: 'TRANSITION_REFUSED', from: batch.state, to: 'DISCARDED' });
    if (batch.version !== version) return err({ code: 'STALE_VERSION', currentVersion: batch.version });
    const ref = { agencyId, batchId };
    return listsPeople(batch.kind) ? this.#undoPeople(actor, batch, ref) : this.#undoPlans(actor, batch, ref);
  }

  async #undoPlans(
    actor: PersonActor,
    batch: ImportBatch,
    ref: BatchRef,
  ): Promise<Result<ImportBatch, UndoImportError>> {
    const made = await this.plans.of(ref);
    const uses = await this.plans.uses(made);
    if (uses.size > 0) return err({ code: 'IMPORT_IN_USE', uses });
    const changes = await this.#discard(actor, batch);
    if (!changes.ok) return changes;
    await this.plans.remove(ref, made);
    return this.#taken(batch, changes.value, { plans: made.length });
  }

  async #undoPeople(
    actor: PersonActor,
    batch: ImportBatch,
    ref: BatchRef,
  ): Promise<Result<ImportBatch, UndoImportError>> {
    const { agencyId, batchId } = ref;
    const changed = await this.changes.of(ref);
    const people = await this.people.of(ref, changed.broughtIn);
    const uses = new Map(await this.people.uses({ ...ref, importedAt: batch.importedAt ?? '' }, people));
    const other = await this.changes.changedSince(ref, changed, people.person);
    if (other > 0) uses.set('CHANGED', other);
    if (uses.size > 0) return err({ code: 'IMPORT_IN_USE', uses });
    const changes = await this.#discard(actor, batch);
    if (!changes.ok) return changes;
    await this.changes.revert(agencyId, changed);
    await this.people.remove(ref, people);
    // A household's texts have a key of its own.
    const gone = [...people.person, ...(people.household as readonly string[] as PersonId[])];
    // Ten thousand people are many jobs.
    for (let from = 0; from < gone.length; from += KEYS_A_JOB) {
      await this.erasures.destroyKeysLater(agencyId, gone.slice(from, from + KEYS_A_JOB), `undo:${batchId}:${from}`);
    }
    const restored = changed.updates.length;
    const facts = { people: people.person.length, ...(restored > 0 ? { restored } : {}) };
    return this.#taken(batch, changes.value, facts);
  }

  async #discard(actor: PersonActor, batch: ImportBatch): Promise<Result<Taken, UndoImportError>> {
    const changes = { undoneBy: actor.personId, undoneAt: this.clock.nowIso() };
    const moved = await this.batches.move(batch, 'DISCARDED', changes);
    return moved ? ok(changes) : err({ code: 'STALE_VERSION', currentVersion: batch.version + 1 });
  }

  async #taken(
    batch: ImportBatch,
    changes: Taken,
    counts: Readonly<Record<string, number>>,
  ): Promise<Result<ImportBatch, never>> {
    await this.batches.dropRows(batch, 'BAD', 'DUPLICATE', 'VALID');
    const facts = { kind: batch.kind, ...counts };
    this.trail.record({ action: 'roster.undone', subjectType: 'ImportBatch', subjectId: batch.id, facts });
    return ok({ ...batch, ...changes, state: 'DISCARDED', version: batch.version + 1 });
  }
}

type Taken = Pick<ImportBatch, 'undoneBy' | 'undoneAt'>;

const isImported = ({ state }: ImportBatch) => state === 'IMPORTED' || state === 'CONFIRMED';
