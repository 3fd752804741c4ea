// One statement that finds who may be meant: only rows that the actor may touch, the best places first.
import { rowCondition, type Rows } from '../../platform/access/index.js';
import type { Database } from '../../platform/database/index.js';
import { PLACES } from './domain/name-entries.js';
import type { QueryPlan } from './domain/query-plan.js';
import type { NameKind } from './name-kinds.js';

/** People of one look-up who are held against the rows where statements hold up the process (SQLite). Who is not among them is found with one letter more. */
const LOOKED_AT = 10_000;
const EVERYWHERE = Object.values(PLACES);

export interface Lookup {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
export interface LookupRow {
  readonly id: string;
  readonly personId: string;
  /** Which of the steps found them: the lower, the better. */
  readonly step: number;
}

type Token = (text: string) => string;

/** Undefined where there is nothing to look up. */
export function lookupOf(
  plan: QueryPlan,
  within: Rows,
  { table }: NameKind,
  limit: number,
  engine: Database['engine']['kind'],
  token: Token,
): Lookup | undefined {
  const steps = stepsOf(plan, within, token);
  if (steps.length === 0) return undefined;
  const rows = rowCondition(within, 'k');
  const parts = steps.map((step, at): Lookup => {
    const { sql, parameters } = meeting(step, table, within, engine);
    return {
      sql: `SELECT * FROM (SELECT DISTINCT k.id AS id, k.personId AS personId, ${at} AS step FROM ${sql}
        AND ${rows.sql} AND k.erasedAt IS NULL LIMIT ${limit}) s${at}`,
      parameters: [...parameters, ...rows.parameters],
    };
  });
  return { sql: parts.map(({ sql }) => sql).join(' UNION ALL '), parameters: parts.flatMap((part) => part.parameters) };
}

/**
 * Tokens and the rows of whom they are, up to the conditions on the rows. The tokens lead and the rows follow: a plan that
 * began with the rows would read all of them. SQLite reads the bounded part as it goes. MySQL and MariaDB would write it
 * down first, all ten thousand of it for a common surname, and be two to four times as slow as without a bound.
 */
function meeting(step: Lookup, table: string, { agencyId }: Rows, engine: Database['engine']['kind']): Lookup {
  const same = `k ON k.agencyId = ? AND k.personId = n.personId WHERE`;
  if (engine !== 'sqlite') {
    const sql = `name_token n STRAIGHT_JOIN ${table} ${same} ${step.sql}`;
    return { sql, parameters: [agencyId, ...step.parameters] };
  }
  const bounded = `(SELECT n.personId AS personId FROM name_token n WHERE ${step.sql} LIMIT ${LOOKED_AT}) n`;
  return { sql: `${bounded} CROSS JOIN ${table} ${same} 1 = 1`, parameters: [...step.parameters, agencyId] };
}

/** Conditions on tokens: first whole names and beginnings, then what stands within, then what has to be proven by the opened name. */
function stepsOf({ direct, proven }: QueryPlan, { agencyId }: Rows, token: Token): Lookup[] {
  const list = (texts: readonly string[]) => texts.map(token);
  const one = (texts: readonly string[], place: number): Lookup => ({
    sql: `n.agencyId = ? AND n.token IN (${marks(texts)}) AND n.place = ${place}`,
    parameters: [agencyId, ...list(texts)],
  });
  const early = [PLACES.WHOLE, PLACES.START].flatMap((place) => direct.map((texts) => one(texts, place)));
  const within = direct.map((texts) => one(texts, PLACES.WITHIN));
  return [...early, ...within, ...proven.map(({ groups }) => together(groups, agencyId, list))];
}

/** Whoever has something of each group; the rarest group leads. */
function together(
  groups: QueryPlan['proven'][number]['groups'],
  agencyId: string,
  list: (texts: readonly string[]) => string[],
): Lookup {
  const [first = [], ...others] = groups;
  const also = others.map(
    (texts, at) => ` AND EXISTS (SELECT 1 FROM name_token o${at} WHERE o${at}.agencyId = ?
      AND o${at}.token IN (${marks(texts)}) AND o${at}.place IN (${EVERYWHERE.join(', ')}) AND o${at}.personId = n.personId)`,
  );
  return {
    sql: `n.agencyId = ? AND n.token IN (${marks(first)})${also.join('')}`,
    parameters: [agencyId, ...list(first), ...others.flatMap((texts) => [agencyId, ...list(texts)])],
  };
}

const marks = (texts: readonly string[]) => texts.map(() => '?').join(', ');
