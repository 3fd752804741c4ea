// A file on its way in: read, judged, and kept sealed for review; nothing of it is on the agency's lists yet.
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { err, ok, type ImportBatchId, type Result } from '@tongxing/shared/kernel';
import { homeOffice, rowsFor, type PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { AgencyRegister } from './agency-register.js';
import { BatchLog } from './batch-log.js';
import {
  countRows,
  duplicateKeys,
  previewRoster,
  readRoster,
  unlessGone,
  unlessRegistered,
  type Roster,
  type RosterKind,
  type RosterPreview,
  type RosterProblem,
  type RosterRow,
} from './domain/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { mayBring } from './imports-reach.js';
import { RosterUpdates } from './roster-updates.js';
import { WorkbookEngine } from './workbook-engine.js';

export interface RosterFile {
  readonly kind: RosterKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which sheet of a workbook that has several rosters. */
  readonly sheet?: string | undefined;
  /** Field of each column, as somebody named them; guessed where it is missing. */
  readonly fields?: readonly string[] | undefined;
}
export type StageError = RosterProblem | { readonly code: 'ROSTER_KIND_NOT_YOURS' };

const LONGEST_NAME = 200;
const LONGEST_HEADER = 80;

@Injectable()
export class RosterStaging {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly register: AgencyRegister,
    private readonly updates: RosterUpdates,
    private readonly workbooks: WorkbookEngine,
    private readonly work: UnitOfWork,
    private readonly log: BatchLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What the columns would be read as; nothing is kept. */
  async preview(actor: PersonActor, { kind, bytes, sheet }: RosterFile): Promise<Result<RosterPreview, StageError>> {
    if (!mayBring(actor, kind)) return err({ code: 'ROSTER_KIND_NOT_YOURS' });
    return previewRoster(kind, bytes, { readWorkbook: this.workbooks.read, sheet });
  }

  /**
   * The same file of the same person that still waits is not read twice: an upload that was tried again leads to the
   * batch that stands.
   */
  async stage(actor: PersonActor, file: RosterFile): Promise<Result<ImportBatch, StageError>> {
    if (!mayBring(actor, file.kind)) return err({ code: 'ROSTER_KIND_NOT_YOURS' });
    const waiting = await this.batches.waiting(actor, file.kind, hashOf(file));
    if (waiting) return ok(waiting);
    const context = await this.register.context(actor.agencyId, file.kind);
    const roster = await readRoster<RosterKind>(file.kind, file.bytes, context, {
      letOthersRun: setImmediate,
      readWorkbook: this.workbooks.read,
      sheet: file.sheet,
      fields: file.fields,
    });
    if (!roster.ok) return roster;
    const known = await this.markRegistered(actor, file.kind, roster.value.rows);
    const rows = await this.updates.compare(rowsFor(actor, 'roster.import'), file.kind, known);
    const batch = this.#newBatch(actor, file, roster.value, rows);
    return this.work.run(actor, async () => {
      await this.batches.add(batch, rows, setImmediate);
      await this.log.forgetLater(batch);
      this.log.record('roster.staged', batch, { encoding: batch.encoding });
      return ok(batch);
    });
  }

  /** The rows with those marked that mean somebody whom the agency has by now, or name what it has no more. */
  async markRegistered(
    { agencyId }: Pick<PersonActor, 'agencyId'>,
    kind: RosterKind,
    rows: readonly RosterRow<RosterKind>[],
  ): Promise<RosterRow<RosterKind>[]> {
    const keys = rows.flatMap((row) => (row.status === 'VALID' ? duplicateKeys(kind, row.values) : []));
    const registered = await this.register.registered(agencyId, keys);
    const now = await this.register.standsNow(agencyId, kind);
    return rows.map((row) => unlessGone(kind, unlessRegistered(kind, row, registered), now));
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
}

/** Of the bytes, and of the sheet and the columns that were asked for. */
const hashOf = ({ bytes, sheet, fields }: RosterFile) =>
  createHash('sha256')
    .update(bytes)
    .update(sheet ?? '')
    .update(fields?.join(',') ?? '')
    .digest('hex');
