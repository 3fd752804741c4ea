// The list of volunteers without opening any of them: their ids, and the columns that can be changed for many at once.
import { Injectable } from '@nestjs/common';
import { rowCondition, type Rows } from '../../platform/access/index.js';
import { arrangedColumn, Database, type ArrangedColumn } from '../../platform/database/index.js';
import { Volunteer } from './volunteer.entity.js';

@Injectable()
export class VolunteerLists {
  /** The office that each belongs to; null: the whole agency. */
  readonly offices: ArrangedColumn;
  /** Who supervises each; null: nobody. */
  readonly supervisors: ArrangedColumn;

  constructor(private readonly database: Database) {
    this.offices = arrangedColumn(database, Volunteer, 'officeId');
    this.supervisors = arrangedColumn(database, Volunteer, 'supervisorId');
  }

  /** In the order in which they came; at most so many. */
  async ids(within: Rows, limit: number): Promise<string[]> {
    const { sql, parameters } = rowCondition(within);
    const statement = `SELECT id FROM volunteer WHERE ${sql} AND erasedAt IS NULL ORDER BY id LIMIT ?`;
    const rows = await this.database.read<{ id: string }>(statement, [...parameters, limit]);
    return rows.map(({ id }) => id);
  }
}
