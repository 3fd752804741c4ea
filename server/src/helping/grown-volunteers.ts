// Volunteers who grew from service, by kind until a day, and how many of them were served themselves: 助人自助 (D7).
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { forOutside, GROWN_KINDS, helpersForOutside, wholeFigure, type GrownKind } from '@tongxing/shared/rules';
import { Database, placeholders } from '../platform/database/index.js';

/** Over rows that are called `g`. */
interface Within {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
export interface Grown {
  /** Roles: somebody with two of them is in two, one that was left and taken up again is one. */
  readonly counts: ReadonlyMap<string, number>;
  /** People, each once. */
  readonly served: number;
}
/** Undefined: withheld. */
export interface GrownFigure {
  readonly roles: number | undefined;
  readonly served: number | undefined;
  readonly kinds: readonly { readonly kind: GrownKind; readonly count: number | undefined }[];
}

const EVERYBODY: Within = { sql: '1 = 1', parameters: [] };
/**
 * What was written down of a volunteer, and what the own way reached: of a child that they are a core volunteer, of a parent
 * that they serve. No row of the volunteer's record says the second (T14).
 */
const GROWN = `(
  SELECT k.personId AS personId, k.kind AS kind FROM volunteer_kind k
    WHERE k.agencyId = ? AND k.startsOn <= ? AND k.kind IN (${placeholders(GROWN_KINDS)})
  UNION SELECT m.personId AS personId, CASE j.origin WHEN 'CHILD' THEN 'CORE_CHILD' ELSE 'PARENT' END AS kind
    FROM helper_milestone m JOIN helper_journey j ON j.id = m.journeyId
    WHERE m.agencyId = ? AND m.happenedOn <= ?
      AND ((j.origin = 'CHILD' AND m.kind = 'CORE') OR (j.origin = 'PARENT' AND m.kind = 'ACTIVE'))) g`;

@Injectable()
export class GrownVolunteers {
  constructor(private readonly database: Database) {}

  async of(agencyId: AgencyId, on: LocalDate, within = EVERYBODY): Promise<Grown> {
    const parameters = [agencyId, on, ...GROWN_KINDS, agencyId, on, ...within.parameters];
    const rows = await this.database.read<{ kind: string; n: number | string }>(
      `SELECT g.kind AS kind, COUNT(DISTINCT g.personId) AS n FROM ${GROWN} WHERE ${within.sql} GROUP BY g.kind`,
      parameters,
    );
    const [served] = await this.database.read<{ n: number | string }>(
      `SELECT COUNT(DISTINCT g.personId) AS n FROM ${GROWN} WHERE ${within.sql} AND (
        EXISTS (SELECT 1 FROM child c WHERE c.agencyId = ? AND c.personId = g.personId)
        OR EXISTS (SELECT 1 FROM household_member h WHERE h.agencyId = ? AND h.personId = g.personId))`,
      [...parameters, agencyId, agencyId],
    );
    return { counts: new Map(rows.map(({ kind, n }) => [kind, Number(n)])), served: Number(served?.n ?? 0) };
  }

  /** Of the whole agency; for outsiders without small cells. */
  async figure(agencyId: AgencyId, on: LocalDate, outside: boolean): Promise<GrownFigure> {
    const { counts, served } = await this.of(agencyId, on);
    const parts = GROWN_KINDS.map((code) => ({ code, count: counts.get(code) ?? 0 }));
    const denominator = parts.reduce((sum, { count }) => sum + count, 0);
    const open = (outside ? forOutside : wholeFigure)({ denominator, oneEach: true, parts });
    const kinds = GROWN_KINDS.map((kind) => ({ kind, count: open.parts.find(({ code }) => code === kind)?.count }));
    return { roles: open.denominator, served: outside ? helpersForOutside(served, open) : served, kinds };
  }
}
