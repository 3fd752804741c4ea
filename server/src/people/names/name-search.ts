// Finds people of one kind by their names, among rows that the caller may touch.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import type { Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { PeopleRepository } from '../people.repository.js';
import { matchName, type NameMatch } from './domain/match-name.js';
import { planOf, type QueryPlan } from './domain/query-plan.js';
import { loadReadings } from './domain/readings.js';
import { NameIndex } from './name-index.js';
import { NAME_KINDS, type PersonKind } from './name-kinds.js';
import { lookupOf, type LookupRow } from './name-lookup.js';

/** Somebody who was found, the name opened. */
export interface FoundPerson {
  readonly kind: PersonKind;
  /** Id of the child's or the volunteer's row. */
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly match: NameMatch;
}

@Injectable()
export class NameSearch {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly index: NameIndex,
  ) {}

  /** The best matches first, at most `limit`; nobody for a query that is no part of any name. */
  async find(kind: PersonKind, within: Rows, query: string, limit: number): Promise<FoundPerson[]> {
    const plan = planOf(query);
    const rows = await this.#lookUp(kind, within, plan, limit);
    if (rows.length === 0) return [];
    const candidates = this.#best(rows, plan, limit);
    const names = await this.people.namesOf(
      within.agencyId,
      candidates.map(({ personId }) => personId),
    );
    const readings = await loadReadings();
    const found = candidates.flatMap(({ id, personId }): FoundPerson[] => {
      const name = names.get(personId) ?? '';
      // The opened name has the last word: what only stands close by, or shares a token by chance, is not meant.
      const match = matchName(name, plan, readings);
      return match ? [{ kind, id, personId: personId as PersonId, name, match }] : [];
    });
    return found.sort(byFit).slice(0, limit);
  }

  /** Which part of an opened name a query means. */
  async matchOf(name: string, query: string): Promise<NameMatch | null> {
    return matchName(name, planOf(query), await loadReadings()) ?? null;
  }

  async #lookUp(kind: PersonKind, within: Rows, plan: QueryPlan, limit: number): Promise<LookupRow[]> {
    const token = (text: string) => this.index.token(within.agencyId, text);
    const lookup = lookupOf(plan, within, NAME_KINDS[kind], limit, this.database.engine.kind, token);
    return lookup ? this.database.read<LookupRow>(lookup.sql, lookup.parameters) : [];
  }

  /** Each person once, by their best step; what needs no proof up to the limit, and all that does. */
  #best(rows: readonly LookupRow[], plan: QueryPlan, limit: number): LookupRow[] {
    const best = new Map<string, LookupRow>();
    for (const row of rows) {
      const known = best.get(row.personId);
      if (!known || row.step < known.step) best.set(row.personId, row);
    }
    const steps = plan.direct.length * 3;
    const all = [...best.values()].sort((a, b) => a.step - b.step);
    return [...all.filter(({ step }) => step < steps).slice(0, limit), ...all.filter(({ step }) => step >= steps)];
  }
}

const collator = new Intl.Collator('zh-CN');

/** Whole names first, then beginnings; the more literal, and then the shorter name, before the others. */
export const byFit = (a: FoundPerson, b: FoundPerson): number =>
  a.match.place - b.match.place ||
  a.match.rank - b.match.rank ||
  a.name.length - b.name.length ||
  collator.compare(a.name, b.name);
