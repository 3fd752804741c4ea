// Whom an imported roster brought in, and what has come to stand on them since.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { NameIndex } from '../people/index.js';
import { Database, linksTo, placeholders } from '../platform/database/index.js';

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
  'HOUSEHOLD',
  'PROGRAMME',
  'BOOKING',
  'LATER_ROSTER',
  'CHANGED',
  'OTHER',
] as const;
export type ImportUse = (typeof IMPORT_USES)[number];
export type UseCounts = ReadonlyMap<ImportUse, number>;

export interface ImportedPeople {
  readonly person: readonly PersonId[];
  readonly volunteer: readonly string[];
  readonly child: readonly string[];
  readonly household: readonly string[];
  /** Roles that the batch gave to colleagues. */
  readonly roles: number;
}
export interface BatchRef {
  readonly agencyId: AgencyId;
  readonly batchId: string;
}
interface ImportedRef extends BatchRef {
  readonly importedAt: string;
}

const IDS_A_STATEMENT = 400;
/** Facts that a roster brings along carry its id. */
const OF_THE_BATCH: readonly string[] = [
  'training',
  'volunteer_agreement',
  'record_check',
  'staff_credential',
  'household_member',
  'import_change',
];
/** Rows that a roster's people are, and what goes with them without saying. */
const THEMSELVES = ['person', 'volunteer', 'child', 'household'] as const;
/** What the roster says of a home without its id: whatever is younger than the import came later. */
const OF_A_HOME = ['household_event', 'household_address', 'family_need'];
const USE_OF: Readonly<Record<string, ImportUse>> = {
  companionship: 'COMPANIONSHIP',
  match_proposal: 'PROPOSAL',
  consent: 'CONSENT',
  guardian_link: 'CONSENT',
  invitation: 'ACCOUNT',
  terms_acceptance: 'ACCOUNT',
  role_assignment: 'ROLE',
  volunteer_kind: 'ROLE',
  supervisor_profile: 'ROLE',
  training: 'PAPER',
  volunteer_agreement: 'PAPER',
  record_check: 'PAPER',
  staff_credential: 'PAPER',
  stored_file: 'PAPER',
  work_stop: 'STOP',
  file_access: 'FILE_ACCESS',
  household_member: 'HOUSEHOLD',
  household_event: 'HOUSEHOLD',
  household_address: 'HOUSEHOLD',
  family_need: 'HOUSEHOLD',
  child: 'HOUSEHOLD',
  programme_place: 'PROGRAMME',
  import_change: 'LATER_ROSTER',
};

/** Asks every table that points at people: one that comes later counts from its first day. */
@Injectable()
export class ImportedPeopleRepository {
  constructor(
    private readonly database: Database,
    private readonly names: NameIndex,
  ) {}

  /** `broughtIn` are those whom no list with the batch's id names, with how many roles they were given. */
  async of({ agencyId, batchId }: BatchRef, broughtIn: ReadonlyMap<PersonId, number>): Promise<ImportedPeople> {
    const rows = (table: 'volunteer' | 'child') =>
      this.database.read<{ id: string; personId: PersonId }>(
        `SELECT id, personId FROM ${table} WHERE agencyId = ? AND batchId = ?`,
        [agencyId, batchId],
      );
    const [volunteers, children] = [await rows('volunteer'), await rows('child')];
    const households = await this.database.read<{ id: string }>(
      'SELECT id FROM household WHERE agencyId = ? AND batchId = ?',
      [agencyId, batchId],
    );
    return {
      person: [...volunteers.map(({ personId }) => personId), ...children.map(({ personId }) => personId)].concat([
        ...broughtIn.keys(),
      ]),
      volunteer: volunteers.map(({ id }) => id),
      child: children.map(({ id }) => id),
      household: households.map(({ id }) => id),
      roles: [...broughtIn.values()].reduce((sum, count) => sum + count, 0),
    };
  }

  /** What stands on these people beyond what the roster itself brought. Nothing: they can go. */
  async uses(ref: ImportedRef, people: ImportedPeople): Promise<UseCounts> {
    const counts = new Map<ImportUse, number>();
    const add = (use: ImportUse, count: number) => {
      if (count > 0) counts.set(use, (counts.get(use) ?? 0) + count);
    };
    for (const target of THEMSELVES) {
      for (const { table, column } of linksTo(this.database, [target])) {
        const isOwn = THEMSELVES.some((own) => own === table) && target !== 'household';
        if (isOwn) continue;
        add(USE_OF[table] ?? 'OTHER', await this.#count(table, column, people[target], ref));
      }
    }
    add('ROLE', Math.max(0, (await this.#deskRoles(people.person)) - people.roles));
    add('ACCOUNT', await this.#among('person', 'id', people.person, ' AND loginId IS NOT NULL'));
    add('HOUSEHOLD', await this.#among('household', 'id', people.household, ' AND version > 1'));
    return counts;
  }

  /** Inside a unit of work, after `uses` found nothing. */
  async remove({ agencyId, batchId }: BatchRef, people: ImportedPeople): Promise<void> {
    const { manager } = this.database;
    for (const table of OF_THE_BATCH) await manager.delete(table, { agencyId, batchId });
    for (const chunk of chunks(people.person)) {
      await this.names.removeAll(agencyId, chunk);
      for (const table of ['role_assignment', 'volunteer', 'child']) {
        await manager.delete(table, { agencyId, personId: In([...chunk]) });
      }
      await manager.delete('person', { agencyId, id: In([...chunk]) });
    }
    for (const chunk of chunks(people.household)) {
      for (const table of OF_A_HOME) await manager.delete(table, { agencyId, householdId: In([...chunk]) });
      await manager.delete('household', { agencyId, id: In([...chunk]) });
    }
  }

  #count(table: string, column: string, ids: readonly string[], { batchId, importedAt }: ImportedRef): Promise<number> {
    if (table === 'role_assignment') return this.#among(table, column, ids, ' AND endsOn IS NOT NULL');
    if (OF_A_HOME.includes(table)) return this.#among(table, column, ids, ' AND recordedAt > ?', [importedAt]);
    // Who left a household since then has a row that ended.
    if (table === 'household_member') {
      const also = ' AND (batchId IS NULL OR batchId <> ? OR `until` IS NOT NULL)';
      return this.#among(table, column, ids, also, [batchId]);
    }
    const bearsBatch = OF_THE_BATCH.includes(table) || table === 'child';
    if (!bearsBatch) return this.#among(table, column, ids);
    return this.#among(table, column, ids, ' AND (batchId IS NULL OR batchId <> ?)', [batchId]);
  }

  /** Roles that stand and are not a volunteer's. */
  #deskRoles(ids: readonly string[]): Promise<number> {
    return this.#among('role_assignment', 'personId', ids, " AND role <> 'VOLUNTEER' AND endsOn IS NULL");
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
      const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} IN (${placeholders(chunk)})${also}`;
      const [row] = await this.database.read<{ n: number | string }>(sql, [...chunk, ...parameters]);
      total += Number(row?.n ?? 0);
    }
    return total;
  }
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += IDS_A_STATEMENT) yield items.slice(from, from + IDS_A_STATEMENT);
}
