import { IsNull } from 'typeorm';
import type { Clock, Ids } from '../clock/index.js';
import type { Database, EntityClass } from './database.js';
import { placeholders, readRows } from './read-rows.js';

/** What trainings, agreements and record checks have in common: a dated fact about a person, with its evidence. */
export interface DatedFactRow {
  id: string;
  agencyId: string;
  personId: string;
  happenedOn: string;
  validUntil: string | null;
  /** The import that brought it; such a fact counts only once another person confirmed the batch. */
  batchId: string | null;
  confirmedBy: string | null;
  recordedAt: string;
  /** Who wrote it down at the desk; null for what an import brought. */
  recordedBy: string | null;
  /** Recorded by mistake: the row stays, and counts no longer. */
  takenBackAt: string | null;
  takenBackBy: string | null;
  takenBackReason: string | null;
}

type WrittenLater =
  | 'id'
  | 'recordedAt'
  | 'recordedBy'
  | 'takenBackAt'
  | 'takenBackBy'
  | 'takenBackReason'
  // Of record checks alone.
  | 'paperGivenBackAt'
  | 'paperGivenBackBy';
export type NewFact<Row extends DatedFactRow> = Omit<Row, WrittenLater> & { readonly recordedBy?: string };

const STANDING = { takenBackAt: null, takenBackBy: null, takenBackReason: null };

/** Stores dated facts of one kind. Rows are added, confirmed, ended earlier and taken back, never changed otherwise. */
export class DatedFacts<Row extends DatedFactRow> {
  constructor(
    private readonly entity: EntityClass & (new () => Row),
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async addAll(facts: readonly NewFact<Row>[]): Promise<string[]> {
    const recordedAt = this.clock.nowIso();
    const rows = facts.map((fact) => {
      const { recordedBy }: { readonly recordedBy?: string } = fact;
      return { ...fact, ...STANDING, recordedBy: recordedBy ?? null, id: this.ids.next<never>() as string, recordedAt };
    });
    for (let from = 0; from < rows.length; from += 200) {
      await this.database.repository<DatedFactRow>(this.entity).insert(rows.slice(from, from + 200));
    }
    return rows.map((row) => row.id);
  }

  /** Facts of these people that were not taken back, by person; the oldest first. */
  byPerson(agencyId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    return this.#byPerson(agencyId, personIds, ' AND takenBackAt IS NULL');
  }

  /** The same with those that were taken back: for a page that tells what happened. */
  historyByPerson(agencyId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    return this.#byPerson(agencyId, personIds, '');
  }

  /** One fact with its row locked; inside a unit of work. */
  async lock(agencyId: string, id: string): Promise<Row | undefined> {
    const query = this.database
      .repository<DatedFactRow>(this.entity)
      .createQueryBuilder('f')
      .where('f.agencyId = :agencyId AND f.id = :id', { agencyId, id });
    return ((await this.database.forUpdate(query).getOne()) ?? undefined) as Row | undefined;
  }

  /** From now on it counts no longer, and says why; inside a unit of work, on a locked row. */
  async takeBack(agencyId: string, id: string, takenBackBy: string, takenBackReason: string): Promise<void> {
    const takenBackAt = this.clock.nowIso();
    const change = { takenBackAt, takenBackBy, takenBackReason };
    await this.database.repository<DatedFactRow>(this.entity).update({ agencyId, id, takenBackAt: IsNull() }, change);
  }

  /** Its last day is this one where it would count longer; one that was taken back stays so. Inside a unit of work. */
  async endBy(agencyId: string, id: string, lastDay: string): Promise<void> {
    await this.database
      .repository<DatedFactRow>(this.entity)
      .createQueryBuilder()
      .update()
      .set({ validUntil: lastDay })
      .where('agencyId = :agencyId AND id = :id', { agencyId, id })
      .andWhere('(validUntil IS NULL OR validUntil > :lastDay)', { lastDay })
      .execute();
  }

  async #byPerson(
    agencyId: string,
    personIds: readonly string[],
    which: '' | ' AND takenBackAt IS NULL',
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const found = new Map<string, Row[]>();
    if (personIds.length === 0) return found;
    const tail = `WHERE agencyId = ? AND personId IN (${placeholders(personIds)})${which} ORDER BY happenedOn, id`;
    // Whole rows: the entity's own columns are all of them.
    const rows = (await readRows<Row>(this.database, this.entity, tail, [agencyId, ...personIds])) as Row[];
    for (const row of rows) {
      const known = found.get(row.personId);
      if (known) known.push(row);
      else found.set(row.personId, [row]);
    }
    return found;
  }

  /** Deletes every fact of a person who was erased; inside a unit of work. */
  async forget(agencyId: string, personId: string): Promise<void> {
    await this.database.repository<DatedFactRow>(this.entity).delete({ agencyId, personId });
  }

  /** The second person's word for a whole batch; inside a unit of work. Returns how many facts now count. */
  async confirmBatch(agencyId: string, batchId: string, confirmedBy: string): Promise<number> {
    const result = await this.database
      .repository<DatedFactRow>(this.entity)
      .createQueryBuilder()
      .update()
      .set({ confirmedBy })
      .where('agencyId = :agencyId AND batchId = :batchId AND confirmedBy IS NULL', { agencyId, batchId })
      .execute();
    return result.affected ?? 0;
  }
}

/** Whether a fact counts: recorded by staff on the evidence itself, or confirmed by a second person. */
export const counts = (row: DatedFactRow): boolean => row.batchId === null || row.confirmedBy !== null;
