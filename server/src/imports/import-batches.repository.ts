import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, rowWhere } from '../platform/database/index.js';
import type { PersonActor, Rows } from '../platform/access/index.js';
import type { CellProblem, ImportState, RosterCell, RosterKind, ValuesByKind } from './domain/index.js';
import { ImportBatch, ImportRow, type RowChoice, type RowStatus } from './import-batch.entity.js';

/** What is kept of a row: its cells, and the values where they can be taken in. */
export interface StagedRow {
  readonly line: number;
  readonly status: RowStatus;
  readonly cells: readonly RosterCell[];
  readonly values?: ValuesByKind[RosterKind] | undefined;
  /** Whom of the agency the row could bring up to date, and which cells say something else. */
  readonly matchId?: PersonId | undefined;
  readonly differs?: readonly string[] | undefined;
}
/** A row as it stands in the table, opened. */
export interface OpenedRow extends StagedRow {
  readonly id: string;
  readonly choice?: RowChoice | undefined;
}
interface Body {
  /** Field, text, problem; the header stands in the batch. */
  readonly cells: readonly (readonly [string, string, CellProblem?])[];
  readonly values?: ValuesByKind[RosterKind] | undefined;
  readonly differs?: readonly string[] | undefined;
}
/** Rows that mean somebody whom the agency has, and could change them. */
export interface ChoiceCounts {
  readonly updatable: number;
  readonly toUpdate: number;
  readonly open: number;
}

const LONGEST_LIST = 100;
const NAMELESS = 'roster.csv';
export const namePlace = (batchId: string) => `import_batch.fileName.${batchId}`;
const ROWS_A_STATEMENT = 200;

/** Batches of one agency and their sealed rows. */
@Injectable()
export class ImportBatchesRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly ids: Ids,
  ) {}

  /** How many batches of these kinds stand in each state. */
  async countByState(within: Rows, kinds: readonly RosterKind[]): Promise<ReadonlyMap<ImportState, number>> {
    const rows: { state: ImportState; count: string | number }[] = await this.database
      .repository(ImportBatch)
      .createQueryBuilder('b')
      .select('b.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .where({ ...rowWhere(within), kind: In([...kinds]) })
      .groupBy('b.state')
      .getRawMany();
    return new Map(rows.map((row) => [row.state, Number(row.count)]));
  }

  /** Inside a unit of work, as everything that writes. */
  async add(batch: ImportBatch, rows: readonly StagedRow[], letOthersRun: () => Promise<unknown>): Promise<void> {
    await this.cipher.ensureKeys(batch.agencyId, [batch.agencyId]);
    const fileNameSealed = this.cipher.sealFor(batch.agencyId, batch.fileName, namePlace(batch.id));
    await this.database.repository(ImportBatch).insert({ ...batch, fileNameSealed });
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const sealed = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => this.#seal(batch.id, this.ids.next(), row));
      await this.database.repository(ImportRow).insert(sealed);
      await letOthersRun();
    }
  }

  /** Undefined where there is none, or none among these rows. */
  async find(within: Rows, id: string): Promise<ImportBatch | undefined> {
    const batch = await this.database.repository(ImportBatch).findOneBy({ ...rowWhere(within), id });
    return batch ? (await this.named([batch]))[0] : undefined;
  }

  /** The newest first. */
  async newest(within: Rows): Promise<ImportBatch[]> {
    return this.named(
      await this.database
        .repository(ImportBatch)
        .find({ where: rowWhere(within), order: { stagedAt: 'DESC', id: 'DESC' }, take: LONGEST_LIST }),
    );
  }

  /** The same batches with the names of their files opened. */
  async named(batches: ImportBatch[]): Promise<ImportBatch[]> {
    await this.cipher.loadKeys(batches.map(({ fileNameSealed }) => fileNameSealed));
    for (const batch of batches) {
      batch.fileName = this.cipher.openOptional(batch.fileNameSealed, namePlace(batch.id)) ?? NAMELESS;
    }
    return batches;
  }

  /** The same file by the same person that still waits for review. */
  waiting(actor: PersonActor, kind: RosterKind, fileHash: string): Promise<ImportBatch | null> {
    const { agencyId, personId } = actor;
    return this.database
      .repository(ImportBatch)
      .findOneBy({ agencyId, stagedBy: personId, state: 'STAGED', kind, fileHash });
  }

  /** Lets one import of an agency run at a time: two files may hold the same child. */
  async lockAgency(agencyId: AgencyId): Promise<void> {
    const query = this.database
      .repository(ImportBatch)
      .createQueryBuilder('b')
      .select('b.id')
      .where('b.agencyId = :agencyId', { agencyId });
    await this.database.forUpdate(query).getMany();
  }

  /** Moves a batch on from the state and version that were read; false where somebody else was faster. */
  async move(batch: ImportBatch, state: ImportState, changes: Partial<ImportBatch> = {}): Promise<boolean> {
    const { id, agencyId, version } = batch;
    const moved = await this.database
      .repository(ImportBatch)
      .update({ id, agencyId, version, state: batch.state }, { ...changes, state, version: version + 1 });
    return moved.affected === 1;
  }

  /** Rows in the order of the file, after a line. */
  async rowsAfter(batch: ImportBatch, status: RowStatus, line: number, limit: number): Promise<OpenedRow[]> {
    const rows = await this.database
      .repository(ImportRow)
      .find({ where: { batchId: batch.id, status, line: MoreThan(line) }, order: { line: 'ASC' }, take: limit });
    return rows.map((row) => this.#open(batch, row));
  }

  async rowAt(batch: ImportBatch, line: number): Promise<OpenedRow | undefined> {
    const row = await this.database.repository(ImportRow).findOneBy({ batchId: batch.id, line });
    return row ? this.#open(batch, row) : undefined;
  }

  async page(
    batch: ImportBatch,
    status: RowStatus | undefined,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ rows: OpenedRow[]; total: number }> {
    const [rows, total] = await this.database.repository(ImportRow).findAndCount({
      where: { batchId: batch.id, ...(status ? { status } : {}) },
      order: { line: 'ASC' },
      skip: offset,
      take: limit,
    });
    return { rows: rows.map((row) => this.#open(batch, row)), total };
  }

  /** Writes a row again that turned out otherwise than it was staged. */
  async rewrite(batch: ImportBatch, id: string, row: StagedRow): Promise<void> {
    const { status, bodySealed, matchId } = this.#seal(batch.id, id, row);
    const change = { status, bodySealed, matchId, choice: null };
    await this.database.repository(ImportRow).update({ id, batchId: batch.id }, change);
  }

  /** Rows that bring somebody up to date, in the order of the file, after a line. */
  async updatesAfter(batch: ImportBatch, line: number, limit: number): Promise<OpenedRow[]> {
    const choice = batch.duplicateRule === 'ASK' ? { choice: 'UPDATE' as const } : {};
    const rows = await this.database.repository(ImportRow).find({
      where: { batchId: batch.id, status: 'DUPLICATE', matchId: Not(IsNull()), line: MoreThan(line), ...choice },
      order: { line: 'ASC' },
      take: limit,
    });
    return rows.map((row) => this.#open(batch, row));
  }

  async choices(batch: Pick<ImportBatch, 'id' | 'duplicateRule'>): Promise<ChoiceCounts> {
    const [row] = await this.database.read<Record<'updatable' | 'chosen' | 'decided', number | string | null>>(
      `SELECT COUNT(*) AS updatable, SUM(CASE WHEN choice = 'UPDATE' THEN 1 ELSE 0 END) AS chosen,
       SUM(CASE WHEN choice IS NULL THEN 0 ELSE 1 END) AS decided
       FROM import_row WHERE batchId = ? AND status = 'DUPLICATE' AND matchId IS NOT NULL`,
      [batch.id],
    );
    const updatable = Number(row?.updatable ?? 0);
    if (batch.duplicateRule === 'ASK') {
      return { updatable, toUpdate: Number(row?.chosen ?? 0), open: updatable - Number(row?.decided ?? 0) };
    }
    return { updatable, toUpdate: batch.duplicateRule === 'UPDATE' ? updatable : 0, open: 0 };
  }

  /** What somebody decided for one row; false where there is nothing to decide. */
  async choose(batch: ImportBatch, line: number, choice: RowChoice): Promise<boolean> {
    const where = { batchId: batch.id, line, status: 'DUPLICATE' as const, matchId: Not(IsNull()) };
    const [row] = await this.database.repository(ImportRow).find({ where });
    if (!row) return false;
    await this.database.repository(ImportRow).update({ id: row.id, batchId: batch.id }, { choice });
    return true;
  }

  async dropRow(batch: ImportBatch, id: string): Promise<void> {
    await this.database.repository(ImportRow).delete({ batchId: batch.id, id });
  }

  async dropRows(batch: ImportBatch, ...statuses: RowStatus[]): Promise<void> {
    await this.database.repository(ImportRow).delete({ batchId: batch.id, status: In(statuses) });
  }

  #seal(batchId: string, id: string, row: StagedRow): ImportRow {
    const { line, status, cells, values, matchId = null, differs } = row;
    const body: Body = {
      cells: cells.map(({ field, raw, problem }) => (problem ? [field, raw, problem] : [field, raw])),
      values,
      differs,
    };
    return {
      id,
      batchId,
      line,
      status,
      matchId,
      choice: null,
      bodySealed: this.cipher.seal(JSON.stringify(body), `import_row.body.${id}`),
    };
  }

  #open(batch: ImportBatch, { id, line, status, bodySealed, matchId, choice }: ImportRow): OpenedRow {
    const body = JSON.parse(this.cipher.open(bodySealed, `import_row.body.${id}`)) as Body;
    const headers = new Map(batch.columns.map((column) => [column.field, column.header]));
    const cells = body.cells.map(([field, raw, problem]) => ({
      field,
      header: headers.get(field) ?? '',
      raw,
      problem,
    }));
    return {
      ...{ id, line, status, cells, values: body.values, differs: body.differs },
      matchId: (matchId ?? undefined) as PersonId | undefined,
      choice: choice ?? undefined,
    };
  }
}
