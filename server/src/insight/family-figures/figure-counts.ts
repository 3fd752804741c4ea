// Counts families from their rows, one statement a figure; nothing is opened, and no name is read.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { rowCondition, type Rows } from '../../platform/access/index.js';
import { GrownVolunteers } from '../../helping/index.js';
import { Database } from '../../platform/database/index.js';
import { type FigureCode, type FigureCount } from './domain/family-figures.js';

type Counted = { readonly code: string; readonly n: number | string };

/** Rows of a dated fact on a day: its first and last day are part of it. */
const OPEN = (alias: string) =>
  `(${alias}.since IS NULL OR ${alias}.since <= ?) AND (${alias}.until IS NULL OR ${alias}.until >= ?)`;
/** Events until a day; one of which nobody knows the day is no reason to leave it out. */
const UNTIL = '(e.happenedOn IS NULL OR e.happenedOn <= ?)';

@Injectable()
export class FigureCounts {
  readonly #count: Readonly<Record<FigureCode, (rows: Rows, on: LocalDate) => Promise<FigureCount>>> = {
    HOUSEHOLD_SIZE: (rows) => this.#sizes(rows),
    FAMILY_FORM: (rows) => this.#forms(rows),
    CAREGIVER_EDUCATION: (rows, on) => this.#educations(rows, on),
    MAJOR_EVENT: (rows, on) => this.#events(rows, on),
    MAJOR_EVENT_KIND: (rows, on) => this.#eventKinds(rows, on),
    FAMILY_NEED: (rows, on) => this.#needs(rows, on),
    VOLUNTEER_KIND: (rows, on) => this.#kinds(rows, on),
  };

  constructor(
    private readonly database: Database,
    private readonly grown: GrownVolunteers,
  ) {}

  of(code: FigureCode, rows: Rows, on: LocalDate): Promise<FigureCount> {
    return this.#count[code](rows, on);
  }

  /** Households whose size is known, and the persons in them. */
  async #sizes(rows: Rows): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const statement = `SELECT COUNT(h.size) AS n, SUM(h.size) AS persons FROM household h WHERE ${sql}`;
    const [row] = await this.#read<{ n: number | string; persons: number | string | null }>(statement, parameters);
    return { denominator: Number(row?.n ?? 0), counts: new Map(), sum: Number(row?.persons ?? 0) };
  }

  /** Households whose form is known. */
  async #forms(rows: Rows): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const statement = `SELECT h.familyForm AS code, COUNT(*) AS n FROM household h
      WHERE ${sql} AND h.familyForm IS NOT NULL GROUP BY h.familyForm`;
    return oneEach(await this.#read<Counted>(statement, parameters));
  }

  /** Persons who are the primary caregiver of a household on that day and whose education is known. */
  async #educations(rows: Rows, on: LocalDate): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const statement = `SELECT m.education AS code, COUNT(DISTINCT m.personId) AS n
      FROM household_member m JOIN household h ON h.agencyId = m.agencyId AND h.id = m.householdId
      WHERE ${sql} AND m.isCaregiver = 1 AND m.education IS NOT NULL AND ${OPEN('m')} GROUP BY m.education`;
    return oneEach(await this.#read<Counted>(statement, [...parameters, on, on]));
  }

  /** Visited households, that is, those whose form or whose events somebody has written down. */
  async #events(rows: Rows, on: LocalDate): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const event = `SELECT 1 FROM household_event e
      WHERE e.agencyId = h.agencyId AND e.householdId = h.id AND ${UNTIL}`;
    const statement = `SELECT COUNT(*) AS n, SUM(v.withEvent) AS withEvent FROM (
      SELECT h.familyForm AS form, CASE WHEN EXISTS (${event}) THEN 1 ELSE 0 END AS withEvent
      FROM household h WHERE ${sql}) v WHERE v.form IS NOT NULL OR v.withEvent = 1`;
    const [row] = await this.#read<{ n: number | string; withEvent: number | string | null }>(statement, [
      on,
      ...parameters,
    ]);
    const [denominator, withEvent] = [Number(row?.n ?? 0), Number(row?.withEvent ?? 0)];
    const counts = new Map([
      ['WITH_EVENT', withEvent],
      ['WITHOUT_EVENT', denominator - withEvent],
    ]);
    return { denominator, counts };
  }

  /** Of the households with an event, not of all. */
  async #eventKinds(rows: Rows, on: LocalDate): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const statement = `SELECT e.kind AS code, COUNT(DISTINCT e.householdId) AS n
      FROM household_event e JOIN household h ON h.agencyId = e.agencyId AND h.id = e.householdId
      WHERE ${sql} AND ${UNTIL} GROUP BY e.kind`;
    const kinds = await this.#read<Counted>(statement, [...parameters, on]);
    const { counts } = await this.#events(rows, on);
    return { denominator: counts.get('WITH_EVENT') ?? 0, counts: toCounts(kinds) };
  }

  /** Of the families that have been asked, that is, that named a need at least once until that day. */
  async #needs(rows: Rows, on: LocalDate): Promise<FigureCount> {
    const { sql, parameters } = households(rows);
    const from = 'FROM family_need f JOIN household h ON h.agencyId = f.agencyId AND h.id = f.householdId';
    const named = await this.#read<Counted>(
      `SELECT f.domain AS code, COUNT(DISTINCT f.householdId) AS n ${from} WHERE ${sql} AND ${OPEN('f')} GROUP BY f.domain`,
      [...parameters, on, on],
    );
    const [asked] = await this.#read<{ n: number | string }>(
      `SELECT COUNT(DISTINCT f.householdId) AS n ${from} WHERE ${sql} AND (f.since IS NULL OR f.since <= ?)`,
      [...parameters, on],
    );
    return { denominator: Number(asked?.n ?? 0), counts: toCounts(named) };
  }

  /** Role records begun until that day: somebody with two roles is in two, a role taken up again is one. */
  async #kinds(rows: Rows, on: LocalDate): Promise<FigureCount> {
    const { counts, served } = await this.grown.of(rows.agencyId, on, ofOffices(rows));
    const denominator = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { counts, denominator, helpers: served };
  }

  #read<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.database.read<Row>(sql, parameters);
  }
}

/** Households that a reader may count. */
export function households(rows: Rows): { readonly sql: string; readonly parameters: readonly string[] } {
  const { sql, parameters } = rowCondition(rows, 'h');
  return { sql: `${sql} AND h.erasedAt IS NULL`, parameters };
}

/** Roles have no office of their own: for a reader of some offices they are where their person volunteers. */
function ofOffices(rows: Rows): { readonly sql: string; readonly parameters: readonly string[] } {
  if (rows.offices === 'ALL') return { sql: '1 = 1', parameters: [] };
  const { sql, parameters } = rowCondition(rows, 'v');
  return { sql: `g.personId IN (SELECT v.personId FROM volunteer v WHERE ${sql})`, parameters };
}

const toCounts = (rows: readonly Counted[]) => new Map(rows.map(({ code, n }) => [code, Number(n)]));

/** Whoever is counted is in one part, so the parts add up to the denominator. */
function oneEach(rows: readonly Counted[]): FigureCount {
  const counts = toCounts(rows);
  return { counts, denominator: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}
