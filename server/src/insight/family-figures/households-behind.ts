// The households behind one number: the same condition that counted them.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { FamilyForm } from '@tongxing/shared/rules';
import type { Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { DEFINITIONS, type FigureCode } from './domain/family-figures.js';
import { households } from './figure-counts.js';

export interface HouseholdBehind {
  readonly id: string;
  readonly number: number;
  readonly familyForm: FamilyForm | null;
  readonly size: number | null;
}
export interface Behind {
  readonly households: readonly HouseholdBehind[];
  readonly total: number;
}
interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const EVENT = 'SELECT 1 FROM household_event e WHERE e.agencyId = h.agencyId AND e.householdId = h.id';
const UNTIL = '(e.happenedOn IS NULL OR e.happenedOn <= ?)';
const MEMBER = 'SELECT 1 FROM household_member m WHERE m.agencyId = h.agencyId AND m.householdId = h.id';
const NEED = 'SELECT 1 FROM family_need f WHERE f.agencyId = h.agencyId AND f.householdId = h.id';
const OPEN = '(since IS NULL OR since <= ?) AND (until IS NULL OR until >= ?)';

const CONDITIONS: Readonly<Record<FigureCode, ((part: string, on: LocalDate) => Condition) | undefined>> = {
  HOUSEHOLD_SIZE: () => ({ sql: 'h.size IS NOT NULL', parameters: [] }),
  FAMILY_FORM: (part) => ({ sql: 'h.familyForm = ?', parameters: [part] }),
  CAREGIVER_EDUCATION: (part, on) => ({
    sql: `EXISTS (${MEMBER} AND m.isCaregiver = 1 AND m.education = ? AND ${OPEN})`,
    parameters: [part, on, on],
  }),
  MAJOR_EVENT: (part, on) => ({
    sql:
      part === 'WITH_EVENT'
        ? `EXISTS (${EVENT} AND ${UNTIL})`
        : `h.familyForm IS NOT NULL AND NOT EXISTS (${EVENT} AND ${UNTIL})`,
    parameters: [on],
  }),
  MAJOR_EVENT_KIND: (part, on) => ({ sql: `EXISTS (${EVENT} AND ${UNTIL} AND e.kind = ?)`, parameters: [on, part] }),
  FAMILY_NEED: (part, on) => ({ sql: `EXISTS (${NEED} AND f.domain = ? AND ${OPEN})`, parameters: [part, on, on] }),
  // Roles of people, not households.
  VOLUNTEER_KIND: undefined,
};

@Injectable()
export class HouseholdsBehind {
  constructor(private readonly database: Database) {}

  /** By number; undefined for a figure that has no such part, or none of households. */
  async of(
    rows: Rows,
    asked: { readonly figure: FigureCode; readonly part: string; readonly on: LocalDate },
    bounds: { readonly offset: number; readonly limit: number },
  ): Promise<Behind | undefined> {
    const { figure, part, on } = asked;
    const condition = hasPart(figure, part) ? CONDITIONS[figure]?.(part, on) : undefined;
    if (!condition) return undefined;
    const within = households(rows);
    const where = `FROM household h WHERE ${within.sql} AND ${condition.sql}`;
    const parameters = [...within.parameters, ...condition.parameters];
    const [counted] = await this.database.read<{ n: number | string }>(`SELECT COUNT(*) AS n ${where}`, parameters);
    const found = await this.database.read<HouseholdBehind>(
      `SELECT h.id AS id, h.number AS number, h.familyForm AS familyForm, h.size AS size ${where}
        ORDER BY h.number LIMIT ? OFFSET ?`,
      [...parameters, bounds.limit, bounds.offset],
    );
    return { households: found, total: Number(counted?.n ?? 0) };
  }
}

/** A mean has no parts: behind it are all of its households. */
const hasPart = (figure: FigureCode, part: string): boolean =>
  figure === 'HOUSEHOLD_SIZE' ? part === 'ALL' : DEFINITIONS[figure].parts.includes(part);
