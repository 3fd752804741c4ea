// What a batch changed of people whom the agency had, and the way back: to what stood before, where nothing changed since.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import type { ChangeSubject } from './domain/index.js';
import { ImportChange } from './import-batch.entity.js';
import type { BatchRef } from './imported-people.js';
import { KnownRows, type Columns } from './known-rows.js';
import { standsAs } from './roster-updates.js';

interface RowUpdate {
  readonly subject: ChangeSubject;
  readonly rowId: string;
  readonly personId: PersonId;
  readonly before: Columns;
  readonly after: Columns;
}
export interface BatchChanges {
  readonly updates: readonly RowUpdate[];
  /** Whom the batch brought in though no list bears its id, with the number of roles that it gave them. */
  readonly broughtIn: ReadonlyMap<PersonId, number>;
}

@Injectable()
export class ImportChanges {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly known: KnownRows,
  ) {}

  async of({ agencyId, batchId }: BatchRef): Promise<BatchChanges> {
    const rows = await this.database.repository(ImportChange).findBy({ agencyId, batchId });
    await this.cipher.loadKeys(rows.map(({ beforeSealed }) => beforeSealed));
    const updates: RowUpdate[] = [];
    const broughtIn = new Map<PersonId, number>();
    for (const { id, subject, rowId, personId: person, beforeSealed, afterSealed } of rows) {
      const personId = person as PersonId;
      const before = this.#columns(beforeSealed, `import_change.before.${id}`);
      const after = this.#columns(afterSealed, `import_change.after.${id}`) ?? {};
      if (before) updates.push({ subject, rowId, personId, before, after });
      else broughtIn.set(personId, Number(after['roles'] ?? 0));
    }
    return { updates, broughtIn };
  }

  /** How many of these rows are other than the batch left them, or gone, or stopped by what the batch said of them. */
  async changedSince(ref: BatchRef, { updates }: BatchChanges, own: readonly PersonId[]): Promise<number> {
    let other = 0;
    for (const [subject, some] of bySubject(updates)) {
      const rows = await this.known.open(
        ref.agencyId,
        subject,
        some.map(({ rowId }) => rowId),
      );
      other += some.filter(({ rowId, after }) => {
        const row = rows.get(rowId);
        return !row || !standsAs(row, after);
      }).length;
    }
    return other + (await this.#hits(ref, own));
  }

  /** Inside a unit of work, after `changedSince` found nothing. */
  async revert(agencyId: AgencyId, { updates }: BatchChanges): Promise<void> {
    for (const { subject, rowId, personId, before } of updates) {
      await this.known.write(agencyId, personId, { subject, rowId, columns: before });
    }
  }

  /** A record that was found of somebody who stays: it is not taken out of the world by an undo (H8). */
  async #hits({ agencyId, batchId }: BatchRef, own: readonly PersonId[]): Promise<number> {
    const rows = await this.database.read<{ personId: PersonId }>(
      "SELECT personId FROM record_check WHERE agencyId = ? AND batchId = ? AND result = 'HIT'",
      [agencyId, batchId],
    );
    const gone = new Set(own);
    return rows.filter(({ personId }) => !gone.has(personId)).length;
  }

  #columns(sealed: string, place: string): Columns | null {
    return JSON.parse(this.cipher.open(sealed, place)) as Columns | null;
  }
}

function bySubject(updates: readonly RowUpdate[]): ReadonlyMap<ChangeSubject, RowUpdate[]> {
  const found = new Map<ChangeSubject, RowUpdate[]>();
  for (const update of updates) found.set(update.subject, [...(found.get(update.subject) ?? []), update]);
  return found;
}
