import { In } from 'typeorm';
import type { Clock, Ids } from '../clock/index.js';
import type { Database, EntityClass } from './database.js';

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
}

export type NewFact<Row extends DatedFactRow> = Omit<Row, 'id' | 'recordedAt'>;

/** Stores dated facts of one kind. Rows are added and confirmed, never changed otherwise. */
export class DatedFacts<Row extends DatedFactRow> {
  constructor(
    private readonly entity: EntityClass & (new () => Row),
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async addAll(facts: readonly NewFact<Row>[]): Promise<void> {
    const recordedAt = this.clock.nowIso();
    const rows = facts.map((fact) => ({ ...fact, id: this.ids.next(), recordedAt }));
    for (let from = 0; from < rows.length; from += 200) {
      await this.database.repository<DatedFactRow>(this.entity).insert(rows.slice(from, from + 200));
    }
  }

  /** Facts of these people, by person; the oldest first. */
  async byPerson(agencyId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    const found = new Map<string, Row[]>();
    if (personIds.length === 0) return found;
    const rows = (await this.database.repository<DatedFactRow>(this.entity).find({
      where: { agencyId, personId: In([...personIds]) },
      order: { happenedOn: 'ASC', id: 'ASC' },
    })) as Row[];
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
