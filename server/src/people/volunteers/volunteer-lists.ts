// The list of volunteers without opening any of them: their ids, and the columns that can be changed for many at once.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { rowCondition, type Rows } from '../../platform/access/index.js';
import { arrangedColumn, Database, inParts, placeholders, type ArrangedColumn } from '../../platform/database/index.js';
import type { SqlCondition, SqlSelection } from './standing-condition.js';
import { SupervisionHistory } from '../supervised-by/supervision-history.js';
import type { Judged } from './volunteer-eligibility.js';
import { Volunteer } from './volunteer.entity.js';

@Injectable()
export class VolunteerLists {
  /** The office that each belongs to; null: the whole agency. */
  readonly offices: ArrangedColumn;
  /** Who supervises each; null: nobody. */
  readonly supervisors: ArrangedColumn;

  constructor(
    private readonly database: Database,
    supervision: SupervisionHistory,
  ) {
    this.offices = arrangedColumn(database, Volunteer, 'officeId');
    this.supervisors = {
      ...arrangedColumn(database, Volunteer, 'supervisorId'),
      put: (agencyId, ids, to) => supervision.put(agencyId as AgencyId, ids, to),
    };
  }

  /** In the order in which they came; at most so many of a selection. */
  async ids(within: Rows, limit: number, which: SqlSelection = EVERYBODY, offset = 0): Promise<string[]> {
    const { sql, parameters } = selected(within, which);
    const statement = `SELECT volunteer.id AS id ${sql} ORDER BY volunteer.id LIMIT ? OFFSET ?`;
    const rows = await this.database.read<{ id: string }>(statement, [...parameters, limit, offset]);
    return rows.map(({ id }) => id);
  }

  /** How many, counted no further than `most`. */
  async count(within: Rows, most: number): Promise<number> {
    const { sql, parameters } = selected(within, EVERYBODY);
    const statement = `SELECT COUNT(*) AS found FROM (SELECT 1 AS one ${sql} LIMIT ?) AS counted`;
    const [row] = await this.database.read<{ found: number | string }>(statement, [...parameters, most]);
    return Number(row?.found ?? 0);
  }

  /** Ids of the volunteers who these people are, in the order in which they came; others are simply absent. */
  async idsOfPersons(agencyId: AgencyId, personIds: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const some of inParts(personIds)) {
      const rows = await this.database.read<{ id: string }>(
        `SELECT id FROM volunteer WHERE agencyId = ? AND erasedAt IS NULL AND personId IN (${placeholders(some)}) ORDER BY id`,
        [agencyId, ...some],
      );
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  }

  /** What the eligibility function asks for of each, nothing opened. */
  async toJudge(agencyId: AgencyId, ids: readonly string[]): Promise<Judged[]> {
    const found: Judged[] = [];
    for (const some of inParts(ids)) {
      const rows = await this.database.read<{
        id: string;
        personId: string;
        birthDate: LocalDate | null;
        stoppedSince: LocalDate | null;
      }>(
        `SELECT v.id AS id, v.personId AS personId, v.stoppedSince AS stoppedSince, p.birthDate AS birthDate
         FROM volunteer v JOIN person p ON p.id = v.personId WHERE +v.agencyId = ? AND v.id IN (${placeholders(some)})`,
        [agencyId, ...some],
      );
      for (const { id, personId, birthDate, stoppedSince } of rows) {
        const person = { id: personId, birthDate: birthDate ?? undefined };
        found.push({ id, person, stoppedSince: stoppedSince ?? undefined });
      }
    }
    return found;
  }
}

const EVERYBODY: SqlSelection = {
  from: { sql: 'volunteer', parameters: [] },
  where: { sql: '1 = 1', parameters: [] },
};

function selected(within: Rows, { from, where }: SqlSelection): SqlCondition {
  const { sql, parameters } = rowCondition(within, 'volunteer');
  return {
    sql: `FROM ${from.sql} WHERE ${sql} AND volunteer.erasedAt IS NULL AND ${where.sql}`,
    parameters: [...from.parameters, ...parameters, ...where.parameters],
  };
}
