// Which rows of an agency somebody may touch by one permission: what every query of theirs carries in its WHERE.
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { reachOf, type Permission } from '@tongxing/shared/permissions';
import type { Actor, OfficeReach, Post } from './actor.js';

export interface Rows {
  readonly agencyId: AgencyId;
  /** All offices, or these and whatever belongs to the whole agency. No office at all: no row. */
  readonly offices: OfficeReach;
}

/** No row by a permission that the actor does not hold, nor by one that is about own rows only. */
export function rowsFor(actor: Actor, permission: Permission): Rows {
  const { agencyId } = actor;
  if (actor.kind === 'guardian') return { agencyId, offices: [] };
  if (actor.kind === 'system') return allRows(agencyId);
  return { agencyId, offices: merge(actor.posts.map((post) => officesOfPost(post, permission))) };
}

/** For the platform's own work, which is done for the whole agency. */
export const allRows = (agencyId: AgencyId): Rows => ({ agencyId, offices: 'ALL' });

function officesOfPost({ role, officeId }: Post, permission: Permission): OfficeReach {
  const reach = reachOf(role, permission);
  if (reach?.SAME_AGENCY) return 'ALL';
  if (!reach?.SAME_OFFICE) return [];
  return officeId ? [officeId] : 'ALL';
}

function merge(parts: readonly OfficeReach[]): OfficeReach {
  const offices = new Set<OfficeId>();
  for (const part of parts) {
    if (part === 'ALL') return 'ALL';
    for (const office of part) offices.add(office);
  }
  return [...offices];
}

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The condition on a table's agency and office; `alias` stands before the columns where several tables have them. */
export function rowCondition({ agencyId, offices }: Rows, alias = ''): Condition {
  const at = alias === '' ? '' : `${alias}.`;
  const ofAgency = `${at}agencyId = ?`;
  if (offices === 'ALL') return { sql: ofAgency, parameters: [agencyId] };
  if (offices.length === 0) return { sql: `${ofAgency} AND 1 = 0`, parameters: [agencyId] };
  const list = offices.map(() => '?').join(', ');
  const sql = `${ofAgency} AND (${at}officeId IS NULL OR ${at}officeId IN (${list}))`;
  return { sql, parameters: [agencyId, ...offices] };
}

/**
 * The same, beside a list of ids. SQLite takes an agency for ten rows and would rather walk through all of its index than
 * look up fifty ids; the sign keeps it from that index, and is nothing to MariaDB.
 */
export function rowConditionAmongIds(rows: Rows): Condition {
  const { sql, parameters } = rowCondition(rows);
  return { sql: `+${sql}`, parameters };
}

/** The same rows by the same word: for numbers that are kept. */
export const rowsKey = ({ offices }: Rows): string => (offices === 'ALL' ? '*' : [...offices].sort().join(' '));

/** The office to which what somebody brings in belongs; none where they work for the whole agency. */
export function homeOffice({ offices }: Rows): OfficeId | undefined {
  return offices === 'ALL' ? undefined : offices[0];
}
