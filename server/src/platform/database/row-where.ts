// `Rows` in the forms that queries take, so that the border stands inside each of them.
import { Raw, type FindOperator } from 'typeorm';
import { rowCondition, rowConditionAmongIds, type Condition, type Rows } from '../access/rows.js';
import type { Database } from './database.js';
import { placeholders } from './read-rows.js';

export interface RowWhere {
  readonly agencyId: string;
  readonly officeId?: FindOperator<string>;
}

/** For `find` and `createQueryBuilder().where()` on a table that has an office. */
export function rowWhere({ agencyId, offices }: Rows): RowWhere {
  if (offices === 'ALL') return { agencyId };
  if (offices.length === 0) return { agencyId, officeId: nothing() };
  const inOffices = Raw((column) => `(${column} IS NULL OR ${column} IN (:...rowOffices))`, {
    rowOffices: [...offices],
  });
  return { agencyId, officeId: inOffices };
}

export interface ChildRowWhere {
  readonly agencyId: string;
  readonly childId?: FindOperator<string>;
}

/** For a table whose rows belong where their child does. */
export function rowWhereOfChild({ agencyId, offices }: Rows): ChildRowWhere {
  if (offices === 'ALL') return { agencyId };
  if (offices.length === 0) return { agencyId, childId: nothing() };
  const children =
    'SELECT id FROM child WHERE agencyId = :rowAgency AND (officeId IS NULL OR officeId IN (:...rowOffices))';
  const parameters = { rowAgency: agencyId, rowOffices: [...offices] };
  return { agencyId, childId: Raw((column) => `${column} IN (${children})`, parameters) };
}

/** The same as text. */
export function rowConditionOfChild({ agencyId, offices }: Rows): Condition {
  if (offices === 'ALL') return { sql: 'agencyId = ?', parameters: [agencyId] };
  const { sql, parameters } = rowCondition({ agencyId, offices });
  return {
    sql: `agencyId = ? AND childId IN (SELECT id FROM child WHERE ${sql})`,
    parameters: [agencyId, ...parameters],
  };
}

const nothing = () => Raw(() => '1 = 0');

/** Those of these ids that stand among the rows of a table. */
export async function idsAmong(
  database: Database,
  table: 'child' | 'household' | 'import_batch' | 'volunteer',
  rows: Rows,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { sql, parameters } = rowConditionAmongIds(rows);
  const statement = `SELECT id FROM ${table} WHERE ${sql} AND id IN (${placeholders(ids)})`;
  const found: { id: string }[] = await database.manager.query(statement, [...parameters, ...ids]);
  return new Set(found.map((row) => row.id));
}
