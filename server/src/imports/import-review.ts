// What people see of an imported roster: its batches, its rows, and the left-out rows as a file to mend.
import { Injectable } from '@nestjs/common';
import { idNumberEnd, readIdNumber } from '@tongxing/shared/rules';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { SensitiveReads } from '../platform/audit-trail/index.js';
import { Accounts } from '../people/index.js';
import { PROBLEM_WORDS, writeCsv, type RosterCell, type Words } from './domain/index.js';
import type { ImportBatch, RowStatus } from './import-batch.entity.js';
import { ImportBatchesRepository, type ChoiceCounts, type OpenedRow } from './import-batches.repository.js';
import { ImportsReach } from './imports-reach.js';

const ROWS_AT_ONCE = 500;
/** H8: others than directors read that an answer stands there, not which. */
const CHECK_RESULT = 'recordCheckResult';
const ID_NUMBER = 'idNumber';

const LINE: Words = { zh: '行号', en: 'Line' };
const REASONS: Words = { zh: '未导入的原因', en: 'Why it was left out' };
const COLON: Words = { zh: '：', en: ': ' };
const SEMICOLON: Words = { zh: '；', en: '; ' };
const NOT_SHOWN: Words = { zh: '（不显示）', en: '(not shown)' };

@Injectable()
export class ImportReview {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly reach: ImportsReach,
    private readonly accounts: Accounts,
    private readonly reads: SensitiveReads,
  ) {}

  newest(actor: PersonActor): Promise<ImportBatch[]> {
    return this.reach.newest(actor);
  }

  /** Undefined where there is none, or none that this actor may know of. */
  find(actor: PersonActor, id: string): Promise<ImportBatch | undefined> {
    return this.reach.find(actor, 'roster.stage', id);
  }

  /** Whether the actor is the second person whom this batch waits for. */
  mayConfirm(actor: PersonActor, batch: ImportBatch): boolean {
    return batch.state === 'IMPORTED' && batch.importedBy !== actor.personId && mayDo(actor, 'roster.confirm');
  }

  /** How many rows could bring somebody up to date, will, and wait for a decision; while the batch is staged. */
  async choices(batch: ImportBatch): Promise<ChoiceCounts> {
    return batch.state === 'STAGED' ? this.batches.choices(batch) : { updatable: 0, toUpdate: 0, open: 0 };
  }

  async rows(
    actor: PersonActor,
    batch: ImportBatch,
    status: RowStatus | undefined,
    bounds: { readonly offset: number; readonly limit: number },
  ): Promise<{ rows: OpenedRow[]; total: number }> {
    const { rows, total } = await this.batches.page(batch, status, bounds);
    return { rows: rows.map((row) => ({ ...row, cells: asSeenBy(actor, row.cells, '') })), total };
  }

  /**
   * The rows that were left out, as CSV with the reasons in the reader's language; undefined as `find`. That they were
   * taken away stands in the audit before they leave.
   */
  async leftOutCsv(actor: PersonActor, id: string): Promise<{ fileName: string; text: string } | undefined> {
    const batch = await this.find(actor, id);
    if (!batch) return undefined;
    const { locale } = await this.accounts.profile(actor);
    const say = (words: Words) => (locale === 'en' ? words.en : words.zh);
    const rows = [...(await this.#all(batch, 'BAD')), ...(await this.#all(batch, 'DUPLICATE'))];
    const entry = { action: 'roster.leftOutTaken', subjectType: 'ImportBatch', subjectId: batch.id };
    await this.reads.record(actor, [{ ...entry, facts: { rows: rows.length } }]);
    const columns = batch.columns.filter((column) => column.field !== null);
    const lines = rows
      .sort((a, b) => a.line - b.line)
      .map(({ line, cells: opened }) => {
        const cells = asSeenBy(actor, opened, say(NOT_SHOWN));
        const raw = columns.map(({ field }) => cells.find((cell) => cell.field === field)?.raw ?? '');
        return [String(line), ...raw, reasons(cells, say)];
      });
    const head = [say(LINE), ...columns.map(({ header }) => header), say(REASONS)];
    return { fileName: `${batch.fileName.replace(/\.[^.]*$/, '')}-bad.csv`, text: writeCsv([head, ...lines]) };
  }

  async #all(batch: ImportBatch, status: RowStatus): Promise<OpenedRow[]> {
    const all: OpenedRow[] = [];
    for (let line = 0; ;) {
      const rows = await this.batches.rowsAfter(batch, status, line, ROWS_AT_ONCE);
      const last = rows.at(-1);
      if (!last) return all;
      all.push(...rows);
      line = last.line;
    }
  }
}

/** What the reader may see of each cell; `instead` stands in a file where a text is kept back. */
function asSeenBy(actor: PersonActor, cells: readonly RosterCell[], instead: string): RosterCell[] {
  const sees = mayDo(actor, 'screening.readHit');
  return cells.map((cell) => {
    if (cell.raw === '') return cell;
    if (cell.field === CHECK_RESULT) return sees ? cell : { ...cell, raw: instead };
    // Read well, an identity number is not shown whole again; one with a slip must be seen to be mended.
    if (cell.field === ID_NUMBER && !cell.problem) return { ...cell, raw: instead || endOf(cell.raw) };
    return cell;
  });
}

const endOf = (raw: string): string => {
  const read = readIdNumber(raw);
  return read.ok ? `${'*'.repeat(14)}${idNumberEnd(read.value.number)}` : '';
};

function reasons(cells: readonly RosterCell[], say: (words: Words) => string): string {
  return cells
    .flatMap(({ header, problem }) => {
      if (!problem) return [];
      const words = say(PROBLEM_WORDS[problem]);
      return header === '' ? [words] : [`${header}${say(COLON)}${words}`];
    })
    .join(say(SEMICOLON));
}
