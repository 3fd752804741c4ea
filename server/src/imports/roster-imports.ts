import { createHash } from 'node:crypto';
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
import { allRows, homeOffice, rowsFor, type PersonActor, type Rows } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError, StaleVersionError, TransitionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { AgencyRegister } from './agency-register.js';
import {
  countRows,
  duplicateKeys,
  IMPORT_MACHINE,
  readRoster,
  unlessRegistered,
  type ImportState,
  type Roster,
  type RosterKind,
  type RosterProblem,
  type RosterRow,
} from './domain/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository, type OpenedRow } from './import-batches.repository.js';
import { FORGET_ROWS, retentionEnd } from './row-retention.js';
import { RosterWriter } from './roster-writer.js';
import { WorkbookEngine } from './workbook-engine.js';

export interface RosterFile {
  readonly kind: RosterKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which sheet of a workbook that has several rosters. */
  readonly sheet?: string | undefined;
}
export type MoveError = NotFoundError | TransitionError | StaleVersionError;
export type RunImportError = MoveError | { readonly code: 'IMPORT_NOTHING_VALID'; readonly badCount: number };
export type ConfirmImportError = MoveError | { readonly code: 'SAME_PERSON_MAY_NOT_CONFIRM' };

/** Few enough that whoever else asks meanwhile waits for one slice only. */
const ROWS_AT_ONCE = 100;
const LONGEST_NAME = 200;
const LONGEST_HEADER = 80;

/** Rosters on their way in: read and shown, then written as one, then confirmed by a second person. */
@Injectable()
export class RosterImports {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly register: AgencyRegister,
    private readonly writer: RosterWriter,
    private readonly workbooks: WorkbookEngine,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** How many batches stand in each state. */
  countByState(within: Rows): ReturnType<ImportBatchesRepository['countByState']> {
    return this.batches.countByState(within);
  }

  /**
   * Reads a file and keeps its rows sealed for review; nothing of it is on the agency's lists yet. The same file of the
   * same person that still waits is not read twice: an upload that was tried again leads to the batch that stands.
   */
  async stage(actor: PersonActor, file: RosterFile): Promise<Result<ImportBatch, RosterProblem>> {
    const waiting = await this.batches.waiting(actor, file.kind, hashOf(file));
    if (waiting) return ok(waiting);
    const context = await this.register.context(actor.agencyId);
    const roster = await readRoster<RosterKind>(file.kind, file.bytes, context, {
      letOthersRun: setImmediate,
      readWorkbook: this.workbooks.read,
      sheet: file.sheet,
    });
    if (!roster.ok) return roster;
    const rows = await this.#leaveOutRegistered(actor.agencyId, file.kind, roster.value.rows);
    const batch = this.#newBatch(actor, file, roster.value, rows);
    return this.work.run(actor, async () => {
      await this.batches.add(batch, rows, setImmediate);
      await this.#forgetLater(batch);
      this.#record('roster.staged', batch, { encoding: batch.encoding });
      return ok(batch);
    });
  }

  /** Writes every good row, or nothing at all. Rows that are bad, or registered by now, are left out and counted. */
  run(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, RunImportError>> {
    return this.work.run(actor, async () => {
      await this.batches.lockAgency(actor.agencyId);
      const found = await this.#find(actor, 'roster.import', batchId, 'IMPORTED', version);
      if (!found.ok) return found;
      const batch = found.value;
      const importedCount = await this.#writeRows(batch);
      if (importedCount === 0) return err({ code: 'IMPORT_NOTHING_VALID' as const, badCount: batch.badCount });
      const imported = await this.#move(batch, 'IMPORTED', {
        importedCount,
        validCount: importedCount,
        duplicateCount: batch.duplicateCount + batch.validCount - importedCount,
        importedBy: actor.personId,
        importedAt: this.clock.nowIso(),
      });
      if (!imported.ok) return imported;
      await this.batches.dropRows(batch, 'VALID');
      await this.#forgetLater(imported.value);
      this.#record('roster.imported', imported.value, { imported: importedCount });
      await this.outbox.publish('RosterImported', { batchId: idOf(batch), importedBy: actor.personId });
      return imported;
    });
  }

  /** The second person's word: from now on the papers of this batch count. Never by the person who imported it. */
  confirm(actor: PersonActor, batchId: string, version: number): Promise<Result<ImportBatch, ConfirmImportError>> {
    return this.work.run(actor, async () => {
      const found = await this.#find(actor, 'roster.confirm', batchId, 'CONFIRMED', version);
      if (!found.ok) return found;
      const batch = found.value;
      if (batch.importedBy === actor.personId) return err({ code: 'SAME_PERSON_MAY_NOT_CONFIRM' as const });
      const confirmed = await this.#move(batch, 'CONFIRMED', {
        confirmedBy: actor.personId,
        confirmedAt: this.clock.nowIso(),
      });
      if (!confirmed.ok) return confirmed;
      const facts = await this.writer.confirm({ agencyId: actor.agencyId, batchId }, actor.personId);
      await this.batches.dropRows(batch, 'BAD', 'DUPLICATE', 'VALID');
      this.#record('roster.confirmed', confirmed.value, { facts });
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
    const batch = await this.batches.find(rowsFor(actor, permission), id);
    if (!batch) return err({ code: 'NOT_FOUND' });
    if (!mayMove(IMPORT_MACHINE, batch.state, to)) return err({ code: 'TRANSITION_REFUSED', from: batch.state, to });
    const stale = version !== undefined && batch.version !== version;
    return stale ? err({ code: 'STALE_VERSION', currentVersion: batch.version }) : ok(batch);
  }

  async #discard(batch: ImportBatch): Promise<Result<ImportBatch, MoveError>> {
    const discarded = await this.#move(batch, 'DISCARDED');
    if (!discarded.ok) return discarded;
    await this.batches.dropRows(batch, 'BAD', 'DUPLICATE', 'VALID');
    this.#record('roster.discarded', discarded.value);
    return discarded;
  }

  /** Writes the good rows of a staged batch slice by slice; returns how many that were. */
  async #writeRows(batch: ImportBatch): Promise<number> {
    const agencyId = batch.agencyId as AgencyId;
    let written = 0;
    for (let line = 0; ;) {
      const rows = await this.batches.rowsAfter(batch, 'VALID', line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return written;
      line = last.line;
      const judged = await this.#leaveOutRegistered(agencyId, batch.kind, rows.map(toGoodRow));
      const good = judged.flatMap((row) => (row.status === 'VALID' ? [row.values] : []));
      await this.writer.write({ agencyId, officeId: officeOf(batch), batchId: batch.id }, batch.kind, good);
      for (const [index, row] of judged.entries()) {
        if (row.status !== 'VALID') await this.batches.rewrite(batch, rows[index]?.id ?? '', row);
      }
      written += good.length;
      await setImmediate();
    }
  }

  async #leaveOutRegistered(agencyId: AgencyId, kind: RosterKind, rows: readonly RosterRow<RosterKind>[]) {
    const keys = rows.flatMap((row) => (row.status === 'VALID' ? duplicateKeys(kind, row.values) : []));
    const registered = await this.register.registered(agencyId, keys);
    return rows.map((row) => unlessRegistered(kind, row, registered));
  }

  #newBatch(
    actor: PersonActor,
    file: RosterFile,
    { encoding, columns }: Roster,
    rows: readonly RosterRow<RosterKind>[],
  ): ImportBatch {
    const counts = countRows(rows);
    return {
      id: this.ids.next<ImportBatchId>(),
      agencyId: actor.agencyId,
      officeId: homeOffice(rowsFor(actor, 'roster.stage')) ?? null,
      kind: file.kind,
      fileName: file.name.slice(0, LONGEST_NAME),
      fileNameSealed: null,
      fileHash: hashOf(file),
      encoding,
      state: 'STAGED',
      columns: columns.map(({ header, field }) => ({ header: header.slice(0, LONGEST_HEADER), field: field ?? null })),
      rowCount: counts.rows,
      validCount: counts.valid,
      badCount: counts.bad,
      duplicateCount: counts.duplicate,
      importedCount: 0,
      duplicateRule: null,
      updatedCount: null,
      stagedBy: actor.personId,
      stagedAt: this.clock.nowIso(),
      importedBy: null,
      importedAt: null,
      confirmedBy: null,
      confirmedAt: null,
      undoneBy: null,
      undoneAt: null,
      version: 1,
    };
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

  async #forgetLater(batch: ImportBatch): Promise<void> {
    await this.outbox.add(FORGET_ROWS.kind, { batchId: batch.id }, { runAt: retentionEnd(batch) });
  }

  /** Counts only: what a row holds never reaches the audit. */
  #record(action: string, batch: ImportBatch, facts: Readonly<Record<string, string | number>> = {}): void {
    const { kind, rowCount: rows, badCount: bad, duplicateCount: duplicate } = batch;
    this.trail.record({
      action,
      subjectType: 'ImportBatch',
      subjectId: batch.id,
      facts: { kind, rows, bad, duplicate, ...facts },
    });
  }
}

function toGoodRow({ line, cells, values }: OpenedRow): RosterRow<RosterKind> {
  if (!values) throw new Error('BUG: a good row without values');
  return { line, cells, status: 'VALID', values };
}

/** Of the bytes, and of the sheet that was asked for. */
const hashOf = ({ bytes, sheet }: RosterFile) =>
  createHash('sha256')
    .update(bytes)
    .update(sheet ?? '')
    .digest('hex');
const officeOf = (batch: ImportBatch) => (batch.officeId ?? undefined) as OfficeId | undefined;
const idOf = (batch: ImportBatch) => batch.id as ImportBatchId;
