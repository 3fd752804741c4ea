import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../platform/graphql/index.js';
import { AgencyRegister } from './agency-register.js';
import {
  duplicateKeys,
  type DuplicateKey,
  markDuplicate,
  ROSTER_FIELDS,
  TWICE,
  unlessRegistered,
  validateRow,
  type RosterColumn,
  type RosterKind,
  type RosterRow,
} from './domain/index.js';
import type { ImportBatch, RowStatus } from './import-batch.entity.js';
import { ImportBatchesRepository, type OpenedRow } from './import-batches.repository.js';
import { ImportsReach } from './imports-reach.js';
import type { MoveError } from './roster-imports.js';
import { RosterUpdates } from './roster-updates.js';

export interface CellChange {
  /** Field of the roster; empty for what stood beyond the last column, which can only be emptied. */
  readonly field: string;
  readonly text: string;
}
export type MendError = MoveError | InvalidInputError;

const ROWS_AT_ONCE = 500;
const LONGEST_CELL = 500;
const COUNTS: Readonly<Record<RowStatus, 'validCount' | 'badCount' | 'duplicateCount'>> = {
  VALID: 'validCount',
  BAD: 'badCount',
  DUPLICATE: 'duplicateCount',
};

/** Rows that were left out, put right before anything is imported, and judged again as the file was. */
@Injectable()
export class RosterMending {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly reach: ImportsReach,
    private readonly register: AgencyRegister,
    private readonly updates: RosterUpdates,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** The batch with its new counts; whether the row is good now stands in the row. */
  async mend(
    actor: PersonActor,
    batchId: string,
    version: number,
    line: number,
    changes: readonly CellChange[],
  ): Promise<Result<ImportBatch, MendError>> {
    const found = await this.#find(actor, batchId, version);
    if (!found.ok) return found;
    const batch = found.value;
    const fields = problemsOf(batch.kind, changes);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const before = await this.batches.rowAt(batch, line);
    if (!before) return err({ code: 'NOT_FOUND' });
    // A good row may be what others are twice of; it was never shown as something to mend.
    if (before.status === 'VALID') return err({ code: 'TRANSITION_REFUSED', from: 'VALID', to: 'VALID' });
    const judged = await this.#judge(batch, before, changes);
    const [after = judged] = await this.updates.compare(rowsFor(actor, 'roster.import'), batch.kind, [judged]);
    return this.work.run(actor, async () => {
      const counts = { ...countsOf(batch) };
      counts[COUNTS[before.status]] -= 1;
      counts[COUNTS[after.status]] += 1;
      // The version holds everything still that the judgement rests on: no other row of the batch has changed.
      if (!(await this.batches.move(batch, 'STAGED', counts))) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: batch.version + 1 });
      }
      await this.batches.rewrite(batch, before.id, after);
      const facts = { line, fields: changes.map(({ field }) => field || 'surplus').join(' '), outcome: after.status };
      this.trail.record({ action: 'roster.mended', subjectType: 'ImportBatch', subjectId: batch.id, facts });
      return ok({ ...batch, ...counts, version: batch.version + 1 });
    });
  }

  async #find(actor: PersonActor, id: string, version: number): Promise<Result<ImportBatch, MoveError>> {
    const batch = await this.reach.find(actor, 'roster.stage', id);
    if (!batch) return err({ code: 'NOT_FOUND' });
    if (batch.state !== 'STAGED') return err({ code: 'TRANSITION_REFUSED', from: batch.state, to: 'STAGED' });
    return batch.version === version ? ok(batch) : err({ code: 'STALE_VERSION', currentVersion: batch.version });
  }

  async #judge(batch: ImportBatch, row: OpenedRow, changes: readonly CellChange[]): Promise<RosterRow<RosterKind>> {
    const { kind } = batch;
    const context = await this.register.context(agencyOf(batch), kind);
    const { columns, cells } = merged(batch, row, changes);
    const judged = validateRow(kind, columns, { line: row.line, cells }, context);
    if (judged.status !== 'VALID') return judged;
    const keys = duplicateKeys(kind, judged.values);
    const twin = await this.#lineOf(batch, keys);
    if (twin !== undefined) return markDuplicate(kind, judged, TWICE[kind].inFile, { duplicateOfLine: twin });
    return unlessRegistered(kind, judged, await this.register.registered(agencyOf(batch), keys));
  }

  /** Line of the good row that means the same person. */
  async #lineOf(batch: ImportBatch, keys: readonly DuplicateKey[]): Promise<number | undefined> {
    for (let line = 0; ;) {
      const rows = await this.batches.rowsAfter(batch, 'VALID', line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return undefined;
      const twin = rows.find(
        ({ values }) => values && duplicateKeys(batch.kind, values).some((key) => keys.includes(key)),
      );
      if (twin) return twin.line;
      line = last.line;
      await setImmediate();
    }
  }
}

/** Columns of the file, and behind them one for each field that only the change names. */
function merged(batch: ImportBatch, row: OpenedRow, changes: readonly CellChange[]) {
  const kept = batch.columns.flatMap(({ header, field }) => (field === null ? [] : [{ header, field }]));
  const text = new Map(row.cells.filter(({ field }) => field !== '').map(({ field, raw }) => [field, raw]));
  for (const change of changes) if (change.field !== '') text.set(change.field, change.text);
  const added = [...text.keys()].filter((field) => !kept.some((column) => column.field === field));
  const columns = [...kept, ...added.map((field) => ({ header: '', field }))] as RosterColumn[];
  const surplus = row.cells.find(({ field }) => field === '');
  const dropped = changes.some(({ field }) => field === '');
  const cells = columns.map(({ field }) => text.get(field ?? '') ?? '');
  return { columns, cells: surplus && !dropped ? [...cells, surplus.raw] : cells };
}

const agencyOf = (batch: ImportBatch) => batch.agencyId as AgencyId;
const countsOf = ({ validCount, badCount, duplicateCount }: ImportBatch) => ({ validCount, badCount, duplicateCount });

function problemsOf(kind: RosterKind, changes: readonly CellChange[]): FieldProblem[] {
  const known = Object.keys(ROSTER_FIELDS[kind]);
  if (changes.length === 0) return [{ field: 'changes', code: 'REQUIRED' }];
  return changes.flatMap(({ field, text }): FieldProblem[] => {
    if (field === '' ? text !== '' : !known.includes(field)) return [{ field, code: 'UNKNOWN' }];
    return text.length > LONGEST_CELL ? [{ field, code: 'TOO_LONG' }] : [];
  });
}
