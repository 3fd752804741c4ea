import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  type AgencyId,
  type ImportBatchId,
  type OfficeId,
  type PersonId,
  type Result,
} from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { mayMove } from '@tongxing/shared/states';
import { allRows, rowsFor, type PersonActor, type Rows } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError, StaleVersionError, TransitionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { BatchLog } from './batch-log.js';
import {
  IMPORT_MACHINE,
  listsPeople,
  type ImportState,
  type PeopleKind,
  type RosterKind,
  type RosterRow,
  type ValuesByKind,
} from './domain/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository, type OpenedRow } from './import-batches.repository.js';
import { ImportsReach } from './imports-reach.js';
import { retentionEnd } from './row-retention.js';
import { InvitedCoordinators } from './invited-coordinators.js';
import { RosterStaging, type RosterFile, type StageError } from './roster-staging.js';
import { RosterUpdates } from './roster-updates.js';
import { RosterWriter } from './roster-writer.js';
import type { Destination } from './destination.js';

export type MoveError = NotFoundError | TransitionError | StaleVersionError;
export type RunImportError =
  | MoveError
  | { readonly code: 'IMPORT_NOTHING_VALID'; readonly badCount: number }
  /** Rows that ask whether to bring somebody up to date, and have no answer yet. */
  | { readonly code: 'IMPORT_CHOICES_OPEN'; readonly openCount: number };
export type ConfirmImportError = MoveError | { readonly code: 'SAME_PERSON_MAY_NOT_CONFIRM' };

/** Few enough that whoever else asks meanwhile waits for one slice only. */
const ROWS_AT_ONCE = 100;

/** Rosters on their way in: read and shown, then written as one, then confirmed by a second person. */
@Injectable()
export class RosterImports {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly reach: ImportsReach,
    private readonly staging: RosterStaging,
    private readonly updates: RosterUpdates,
    private readonly writer: RosterWriter,
    private readonly coordinators: InvitedCoordinators,
    private readonly work: UnitOfWork,
    private readonly log: BatchLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** How many batches stand in each state, of those that the actor may know of. */
  countByState(actor: PersonActor, within: Rows): ReturnType<ImportsReach['countByState']> {
    return this.reach.countByState(actor, within);
  }

  /** A file on its way in; see `RosterStaging`. */
  stage(actor: PersonActor, file: RosterFile): Promise<Result<ImportBatch, StageError>> {
    return this.staging.stage(actor, file);
  }

  /**
   * Writes every good row and every change that was asked for, or nothing at all. Rows that are bad, or registered by
   * now, are left out and counted.
   */
  run(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, RunImportError>> {
    return this.work.run(actor, async () => {
      await this.batches.lockAgency(actor.agencyId);
      const found = await this.#find(actor, 'roster.import', batchId, 'IMPORTED', version);
      if (!found.ok) return found;
      const batch = found.value;
      const { open } = await this.batches.choices(batch);
      if (open > 0) return err({ code: 'IMPORT_CHOICES_OPEN' as const, openCount: open });
      const updatedCount = await this.#update(actor, batch);
      const { written: importedCount, heldBack } = await this.#writeRows(actor, batch);
      if (importedCount + updatedCount === 0) {
        return err({ code: 'IMPORT_NOTHING_VALID' as const, badCount: batch.badCount + heldBack });
      }
      const imported = await this.#move(batch, 'IMPORTED', {
        importedCount,
        updatedCount,
        validCount: importedCount,
        badCount: batch.badCount + heldBack,
        duplicateCount: batch.duplicateCount + batch.validCount - importedCount - updatedCount - heldBack,
        importedBy: actor.personId,
        importedAt: this.clock.nowIso(),
      });
      if (!imported.ok) return imported;
      // Of teams they say whom to invite once somebody has confirmed.
      if (batch.kind !== 'TEAMS') await this.batches.dropRows(batch, 'VALID');
      await this.log.forgetLater(imported.value);
      const facts = { imported: importedCount, ...(updatedCount > 0 ? { updated: updatedCount } : {}) };
      this.log.record('roster.imported', imported.value, facts);
      await this.outbox.publish('RosterImported', { batchId: idOf(batch), importedBy: actor.personId });
      return imported;
    });
  }

  /** The second person's word: from now on the papers of this batch count. Never by the person who imported it. */
  async confirm(
    actor: PersonActor,
    batchId: string,
    version: number,
  ): Promise<Result<ImportBatch, ConfirmImportError>> {
    const found = await this.reach.find(actor, 'roster.confirm', batchId);
    if (found?.kind !== 'TEAMS') return this.#confirm(actor, batchId, version);
    // Whoever books for a team is invited with the word, or neither is there.
    return this.work.runTogether(actor, async () => {
      const confirmed = await this.#confirm(actor, batchId, version);
      if (confirmed.ok) await this.coordinators.invite(actor, confirmed.value);
      return confirmed;
    });
  }

  #confirm(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, ConfirmImportError>> {
    return this.work.run(actor, async (): Promise<Result<ImportBatch, ConfirmImportError>> => {
      const found = await this.#find(actor, 'roster.confirm', batchId, 'CONFIRMED', version);
      if (!found.ok) return found;
      const batch = found.value;
      if (batch.importedBy === actor.personId) return err({ code: 'SAME_PERSON_MAY_NOT_CONFIRM' as const });
      const confirmed = await this.#move(batch, 'CONFIRMED', {
        confirmedBy: actor.personId,
        confirmedAt: this.clock.nowIso(),
      });
      if (!confirmed.ok) return confirmed;
      const facts = await this.writer.confirm(
        { agencyId: actor.agencyId, batchId, by: actor.personId },
        actor.personId,
      );
      await this.batches.dropRows(batch, 'BAD', 'DUPLICATE');
      if (batch.kind !== 'TEAMS') await this.batches.dropRows(batch, 'VALID');
      this.log.record('roster.confirmed', confirmed.value, { facts });
      const importedBy = (batch.importedBy ?? '') as PersonId;
      await this.outbox.publish('RosterConfirmed', { batchId: idOf(batch), importedBy, confirmedBy: actor.personId });
      return confirmed;
    });
  }

  /** Drops a file that was staged; its rows are deleted. */
  discard(actor: PersonActor, batchId: string): Promise<Result<ImportBatch, MoveError>> {
    return this.work.run(actor, async () => {
      const found = await this.#find(actor, 'roster.import', batchId, 'DISCARDED');
      if (!found.ok) return found;
      const { state } = found.value;
      // What is imported goes back by `ImportUndo` alone.
      if (state !== 'STAGED')
        return err({ code: 'TRANSITION_REFUSED' as const, from: state, to: 'DISCARDED' as const });
      return this.#discard(found.value);
    });
  }

  /** Rows are not kept longer than they are of use; inside the unit of work of a job. */
  async forgetRows(agencyId: AgencyId, batchId: string): Promise<void> {
    const batch = await this.batches.find(allRows(agencyId), batchId);
    if (!batch || retentionEnd(batch) > this.clock.nowIso()) return;
    if (batch.state === 'STAGED') await this.#discard(batch);
    else await this.batches.dropRows(batch, 'BAD', 'DUPLICATE', 'VALID');
  }

  /** The batch, where it may move on from the version that the actor saw. */
  async #find(
    actor: PersonActor,
    permission: Permission,
    id: string,
    to: ImportState,
    version?: number,
  ): Promise<Result<ImportBatch, MoveError>> {
    const batch = await this.reach.find(actor, permission, id);
    if (!batch) return err({ code: 'NOT_FOUND' });
    if (!mayMove(IMPORT_MACHINE, batch.state, to)) return err({ code: 'TRANSITION_REFUSED', from: batch.state, to });
    const stale = version !== undefined && batch.version !== version;
    return stale ? err({ code: 'STALE_VERSION', currentVersion: batch.version }) : ok(batch);
  }

  async #discard(batch: ImportBatch): Promise<Result<ImportBatch, MoveError>> {
    const discarded = await this.#move(batch, 'DISCARDED');
    if (!discarded.ok) return discarded;
    await this.batches.dropRows(batch, 'BAD', 'DUPLICATE', 'VALID');
    this.log.record('roster.discarded', discarded.value);
    return discarded;
  }

  /** Brings people up to date as the batch, or somebody for each row, has decided; returns how many that were. */
  async #update(actor: PersonActor, batch: ImportBatch): Promise<number> {
    const { kind } = batch;
    if (!listsPeople(kind)) return 0;
    if (batch.duplicateRule !== 'UPDATE' && batch.duplicateRule !== 'ASK') return 0;
    const within = rowsFor(actor, 'roster.import');
    let updated = 0;
    for (let line = 0; ;) {
      const rows = await this.batches.updatesAfter(batch, line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return updated;
      line = last.line;
      const candidates = rows.flatMap(({ matchId, values, cells }) =>
        matchId && values ? [{ personId: matchId, values: values as ValuesByKind[PeopleKind], cells }] : [],
      );
      const changed = await this.updates.apply(within, destinationOf(actor, batch), kind, candidates);
      // What was taken over is no longer left out.
      for (const row of rows) if (row.matchId && changed.has(row.matchId)) await this.batches.dropRow(batch, row.id);
      updated += changed.size;
      await setImmediate();
    }
  }

  /** Writes the good rows of a staged batch slice by slice; tells how many, and how many are not good any more. */
  async #writeRows(
    actor: PersonActor,
    batch: ImportBatch,
  ): Promise<{ readonly written: number; readonly heldBack: number }> {
    const writing = await this.writer.begin(destinationOf(actor, batch), batch.kind);
    let written = 0;
    let heldBack = 0;
    for (let line = 0; ;) {
      const rows = await this.batches.rowsAfter(batch, 'VALID', line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return { written, heldBack };
      line = last.line;
      const judged = await this.staging.markRegistered(actor, batch.kind, rows.map(toGoodRow));
      const good = judged.flatMap((row) => (row.status === 'VALID' ? [row] : []));
      await writing(good);
      for (const [index, row] of judged.entries()) {
        // Registered meanwhile: nobody could decide about it, so it is left out.
        if (row.status !== 'VALID') {
          await this.batches.rewrite(batch, rows[index]?.id ?? '', { ...row, matchId: undefined });
        }
      }
      written += good.length;
      heldBack += judged.filter(({ status }) => status === 'BAD').length;
      await setImmediate();
    }
  }

  async #move(
    batch: ImportBatch,
    state: ImportState,
    changes: Partial<ImportBatch> = {},
  ): Promise<Result<ImportBatch, StaleVersionError>> {
    const moved = await this.batches.move(batch, state, changes);
    if (!moved) return err({ code: 'STALE_VERSION', currentVersion: batch.version + 1 });
    return ok({ ...batch, ...changes, state, version: batch.version + 1 });
  }
}

function toGoodRow({ line, cells, values }: OpenedRow): RosterRow<RosterKind> {
  if (!values) throw new Error('BUG: a good row without values');
  return { line, cells, status: 'VALID', values };
}

const destinationOf = ({ personId }: PersonActor, batch: ImportBatch): Destination => ({
  ...{ agencyId: batch.agencyId as AgencyId, batchId: batch.id, by: personId },
  officeId: (batch.officeId ?? undefined) as OfficeId | undefined,
});
const idOf = (batch: ImportBatch) => batch.id as ImportBatchId;
