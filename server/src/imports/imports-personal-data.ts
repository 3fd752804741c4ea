// What this module keeps of a person for a few days: rows of files that were staged, or left out and not yet mended.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased, type ErasedPersonFacts } from '../platform/keys/index.js';
import { ImportBatch, ImportChange, ImportRow, type RowStatus } from './import-batch.entity.js';
import { ImportBatchesRepository, type OpenedRow } from './import-batches.repository.js';

const ROWS_AT_ONCE = 500;
const STATUSES: readonly RowStatus[] = ['VALID', 'BAD', 'DUPLICATE'];
const COUNTS = { VALID: 'validCount', BAD: 'badCount', DUPLICATE: 'duplicateCount' } as const;

@Injectable()
export class ImportsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly batches: ImportBatchesRepository,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'imports',
      sealed: [
        {
          table: 'import_batch',
          columns: { fileNameSealed: 'import_batch.fileName' },
          subject: 't.agencyId',
          scope: 't.agencyId',
        },
        {
          table: 'import_change',
          columns: { beforeSealed: 'import_change.before', afterSealed: 'import_change.after' },
          subject: 't.personId',
          scope: 't.agencyId',
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId, at, known }: Erased): Promise<void> {
    await this.database.repository(ImportChange).delete({ agencyId, personId });
    const batches = await this.database.repository(ImportBatch).find({
      where: { agencyId, state: In(['STAGED', 'IMPORTED']), stagedAt: LessThanOrEqual(at) },
    });
    for (const batch of batches) {
      if (known) await this.#dropRowsOf(batch, known);
      else await this.#dropAll(batch);
    }
    if (known) await this.#forgetNames(agencyId, known);
  }

  /** A file that is called after the person loses its name, however long ago it came in. */
  async #forgetNames(agencyId: AgencyId, { name }: ErasedPersonFacts): Promise<void> {
    const batches = this.database.repository(ImportBatch);
    const all = await this.batches.named(await batches.findBy({ agencyId, fileNameSealed: Not(IsNull()) }));
    const called = all.filter(({ fileName }) => fileName.normalize('NFKC').includes(name)).map(({ id }) => id);
    if (called.length > 0) await batches.update({ id: In(called) }, { fileNameSealed: null });
  }

  async #dropRowsOf(batch: ImportBatch, known: ErasedPersonFacts): Promise<void> {
    for (const status of STATUSES) {
      const found: string[] = [];
      for (let line = 0; ;) {
        const rows = await this.batches.rowsAfter(batch, status, line, ROWS_AT_ONCE);
        const last = rows.at(-1);
        if (!last) break;
        line = last.line;
        found.push(...rows.filter((row) => isOf(row, known)).map((row) => row.id));
      }
      if (found.length === 0) continue;
      await this.database.repository(ImportRow).delete({ batchId: batch.id, id: In(found) });
      const fewer = { [COUNTS[status]]: batch[COUNTS[status]] - found.length, rowCount: batch.rowCount - found.length };
      await this.database.repository(ImportBatch).update({ id: batch.id }, fewer);
      Object.assign(batch, fewer);
    }
  }

  /**
   * After a restore nobody knows any more which row was the person's: the key is gone, and with it the name to look for.
   * The file is still with whoever brought it, so all rows of that time go.
   */
  async #dropAll(batch: ImportBatch): Promise<void> {
    await this.batches.dropRows(batch, ...STATUSES);
    if (batch.state === 'STAGED') await this.batches.move(batch, 'DISCARDED');
  }
}

/** A good row is another person's where only the name is the same; a row that was left out is dropped for less. */
function isOf({ status, cells }: OpenedRow, { name, phone }: ErasedPersonFacts): boolean {
  const texts = cells.map(({ raw }) => raw.normalize('NFKC').trim());
  const number = phone?.slice(-11);
  if (number !== undefined && texts.some((text) => text.replace(/\D/g, '').endsWith(number))) return true;
  return status !== 'VALID' && texts.includes(name);
}
