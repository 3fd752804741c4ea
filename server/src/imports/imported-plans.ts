// Which plans and teams an imported list brought in, and what has come to stand on them since.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, linksTo, placeholders } from '../platform/database/index.js';
import { ImportMade, type MadeSubject } from './import-batch.entity.js';
import type { BatchRef, ImportUse, UseCounts } from './imported-people.js';

const IDS_A_STATEMENT = 400;
const TABLE: Readonly<Record<MadeSubject, 'activity' | 'volunteer_team'>> = {
  ACTIVITY: 'activity',
  TEAM: 'volunteer_team',
};
/** What the list itself wrote beside the row, and takes along. */
const OWN: Readonly<Record<MadeSubject, readonly string[]>> = { ACTIVITY: ['activity_worker'], TEAM: [] };
const CHANGED: Readonly<Record<MadeSubject, string>> = {
  ACTIVITY: " AND (version > 1 OR state <> 'DRAFT')",
  TEAM: ' AND version > 1',
};
const USE_OF: Readonly<Record<string, ImportUse>> = {
  team_coordinator: 'ACCOUNT',
  team_booking: 'BOOKING',
  team_offer: 'BOOKING',
};

/** Asks every table that points at plans and teams: one that comes later counts from its first day. */
@Injectable()
export class ImportedPlans {
  constructor(private readonly database: Database) {}

  of({ agencyId, batchId }: BatchRef): Promise<ImportMade[]> {
    return this.database.repository(ImportMade).findBy({ agencyId, batchId });
  }

  /** Nothing: they can go. */
  async uses(made: readonly ImportMade[]): Promise<UseCounts> {
    const counts = new Map<ImportUse, number>();
    const add = (use: ImportUse, count: number) => {
      if (count > 0) counts.set(use, (counts.get(use) ?? 0) + count);
    };
    for (const [subject, ids] of bySubject(made)) {
      add('CHANGED', await this.#among(TABLE[subject], 'id', ids, CHANGED[subject]));
      for (const { table, column } of linksTo(this.database, [TABLE[subject]])) {
        if (OWN[subject].includes(table)) continue;
        add(USE_OF[table] ?? 'OTHER', await this.#among(table, column, ids));
      }
    }
    return counts;
  }

  /** Inside a unit of work, after `uses` found nothing. */
  async remove({ agencyId, batchId }: BatchRef, made: readonly ImportMade[]): Promise<void> {
    const { manager } = this.database;
    for (const [subject, ids] of bySubject(made)) {
      for (const chunk of chunks(ids)) {
        for (const table of OWN[subject]) await manager.delete(table, { agencyId, activityId: In([...chunk]) });
        await manager.delete(TABLE[subject], { agencyId, id: In([...chunk]) });
      }
    }
    await manager.delete('import_made', { agencyId, batchId });
  }

  async #among(table: string, column: string, ids: readonly string[], also = ''): Promise<number> {
    let total = 0;
    for (const chunk of chunks(ids)) {
      const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} IN (${placeholders(chunk)})${also}`;
      const [row] = await this.database.read<{ n: number | string }>(sql, [...chunk]);
      total += Number(row?.n ?? 0);
    }
    return total;
  }
}

function bySubject(made: readonly ImportMade[]): ReadonlyMap<MadeSubject, readonly string[]> {
  const found = new Map<MadeSubject, string[]>();
  for (const { subject, rowId } of made) found.set(subject, [...(found.get(subject) ?? []), rowId]);
  return found;
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += IDS_A_STATEMENT) yield items.slice(from, from + IDS_A_STATEMENT);
}
