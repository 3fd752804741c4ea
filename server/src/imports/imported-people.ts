// Whom an imported roster brought in, and what has come to stand on them since.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { NameIndex } from '../people/index.js';
import { Database, linksTo } from '../platform/database/index.js';

/** What somebody of the roster is needed for by now; the page has words for each. */
export const IMPORT_USES = [
  'COMPANIONSHIP',
  'PROPOSAL',
  'CONSENT',
  'ACCOUNT',
  'ROLE',
  'PAPER',
  'STOP',
  'FILE_ACCESS',
  'LATER_ROSTER',
  'OTHER',
] as const;
export type ImportUse = (typeof IMPORT_USES)[number];
export type UseCounts = ReadonlyMap<ImportUse, number>;

export interface ImportedPeople {
  readonly person: readonly PersonId[];
  readonly volunteer: readonly string[];
  readonly child: readonly string[];
}
export interface BatchRef {
  readonly agencyId: AgencyId;
  readonly batchId: string;
}

const IDS_A_STATEMENT = 400;
/** Facts that a roster brings along carry its id. */
const OF_THE_BATCH = ['training', 'volunteer_agreement', 'record_check'] as const;
/** Rows that a roster's people are, and what goes with them without saying. */
const THEMSELVES = ['person', 'volunteer', 'child'] as const;
const USE_OF: Readonly<Record<string, ImportUse>> = {
  companionship: 'COMPANIONSHIP',
  match_proposal: 'PROPOSAL',
  consent: 'CONSENT',
  guardian_link: 'CONSENT',
  invitation: 'ACCOUNT',
  terms_acceptance: 'ACCOUNT',
  role_assignment: 'ROLE',
  training: 'PAPER',
  volunteer_agreement: 'PAPER',
  record_check: 'PAPER',
  stored_file: 'PAPER',
  work_stop: 'STOP',
  file_access: 'FILE_ACCESS',
  import_change: 'LATER_ROSTER',
};

/** Asks every table that points at people: one that comes later counts from its first day. */
@Injectable()
export class ImportedPeopleRepository {
  constructor(
    private readonly database: Database,
    private readonly names: NameIndex,
  ) {}

  async of({ agencyId, batchId }: BatchRef): Promise<ImportedPeople> {
    const rows = (table: 'volunteer' | 'child') =>
      this.database.read<{ id: string; personId: PersonId }>(
        `SELECT id, personId FROM ${table} WHERE agencyId = ? AND batchId = ?`,
        [agencyId, batchId],
      );
    const [volunteers, children] = [await rows('volunteer'), await rows('child')];
    return {
      person: [...volunteers, ...children].map(({ personId }) => personId),
      volunteer: volunteers.map(({ id }) => id),
      child: children.map(({ id }) => id),
    };
  }

  /** What stands on these people beyond what the roster itself brought. Nothing: they can go. */
  async uses({ batchId }: BatchRef, people: ImportedPeople): Promise<UseCounts> {
    const counts = new Map<ImportUse, number>();
    const add = (use: ImportUse, count: number) => {
      if (count > 0) counts.set(use, (counts.get(use) ?? 0) + count);
    };
    for (const target of THEMSELVES) {
      for (const { table, column } of linksTo(this.database, [target])) {
        if (THEMSELVES.some((own) => own === table)) continue;
        add(USE_OF[table] ?? 'OTHER', await this.#count(table, column, people[target], batchId));
      }
    }
    add('ACCOUNT', await this.#among('person', 'id', people.person, ' AND loginId IS NOT NULL'));
    return counts;
  }

  /** Inside a unit of work, after `uses` found nothing. */
  async remove({ agencyId, batchId }: BatchRef, people: ImportedPeople): Promise<void> {
    for (const table of OF_THE_BATCH) await this.database.manager.delete(table, { agencyId, batchId });
    for (const chunk of chunks(people.person)) {
      await this.names.removeAll(agencyId, chunk);
      for (const table of ['role_assignment', 'volunteer', 'child']) {
        await this.database.manager.delete(table, { agencyId, personId: In([...chunk]) });
      }
      await this.database.manager.delete('person', { agencyId, id: In([...chunk]) });
    }
  }

  #count(table: string, column: string, ids: readonly string[], batchId: string): Promise<number> {
    if (table === 'role_assignment')
      return this.#among(table, column, ids, " AND (role <> 'VOLUNTEER' OR endsOn IS NOT NULL)");
    if (!OF_THE_BATCH.some((name) => name === table)) return this.#among(table, column, ids);
    return this.#among(table, column, ids, ' AND (batchId IS NULL OR batchId <> ?)', [batchId]);
  }

  async #among(
    table: string,
    column: string,
    ids: readonly string[],
    also = '',
    parameters: readonly string[] = [],
  ): Promise<number> {
    let total = 0;
    for (const chunk of chunks(ids)) {
      const marks = chunk.map(() => '?').join(', ');
      const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} IN (${marks})${also}`;
      const [row] = await this.database.read<{ n: number | string }>(sql, [...chunk, ...parameters]);
      total += Number(row?.n ?? 0);
    }
    return total;
  }
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += IDS_A_STATEMENT) yield items.slice(from, from + IDS_A_STATEMENT);
}
