// The list of children without opening any of them: their ids, how many there are, and which office stands beside each.
import { Injectable } from '@nestjs/common';
import { rowCondition, rowsKey, type Rows } from '../platform/access/index.js';
import { arrangedColumn, CountedOnce, Database, type ArrangedColumn } from '../platform/database/index.js';
import { ChildCompanions } from './child-companions.js';
import { Child } from './child.entity.js';

@Injectable()
export class ChildLists {
  /** The office of each child; null: the whole agency. */
  readonly offices: ArrangedColumn;

  constructor(
    private readonly database: Database,
    private readonly companions: ChildCompanions,
    private readonly once: CountedOnce,
  ) {
    this.offices = arrangedColumn(database, Child, 'officeId');
  }

  /** Where and with what: those who wait for a companion, those who have one, or all. */
  condition(within: Rows, waiting?: boolean | null): { sql: string; parameters: readonly string[] } {
    const { sql, parameters } = rowCondition(within, 'child');
    const held = this.companions.heldInSql;
    const state = typeof waiting === 'boolean' ? ` AND ${waiting ? 'NOT ' : ''}${held}` : '';
    return { sql: `${sql} AND child.erasedAt IS NULL${state}`, parameters };
  }

  /** In the order in which they came; at most so many. */
  async ids(within: Rows, waiting: boolean | null | undefined, limit: number, offset = 0): Promise<string[]> {
    const { sql, parameters } = this.condition(within, waiting);
    const statement = `SELECT child.id AS id FROM child WHERE ${sql} ORDER BY child.id LIMIT ? OFFSET ?`;
    const rows = await this.database.read<{ id: string }>(statement, [...parameters, limit, offset]);
    return rows.map(({ id }) => id);
  }

  /** How many, counted no further than `most`. */
  count(within: Rows, waiting: boolean | null | undefined, most: number): Promise<number> {
    const key = `children ${waiting ?? ''} ${most} ${rowsKey(within)}`;
    return this.once.of(within.agencyId, key, () => this.#count(within, waiting, most));
  }

  async #count(within: Rows, waiting: boolean | null | undefined, most: number): Promise<number> {
    const { sql, parameters } = this.condition(within, waiting);
    const statement = `SELECT COUNT(*) AS found FROM (SELECT 1 AS one FROM child WHERE ${sql} LIMIT ?) AS counted`;
    const [row] = await this.database.read<{ found: number | string }>(statement, [...parameters, most]);
    return Number(row?.found ?? 0);
  }
}
