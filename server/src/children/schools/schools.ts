// The agency's list of schools, grown from what children's files name; which child learns where is told by the child alone.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Rows } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, rowWhere } from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import { School } from './school.entity.js';

const LONGEST_NAME = 100;
const AT_ONCE = 200;

@Injectable()
export class Schools {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds those that the agency does not know yet; inside a unit of work. */
  async ensure(agencyId: AgencyId, names: readonly string[]): Promise<void> {
    const wanted = [...new Set(names.map(canonicalSchool))].filter((name) => name !== '');
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE);
      const schools = this.database.repository(School);
      const there = new Set((await schools.findBy({ agencyId, name: In(some) })).map(({ name }) => name));
      const createdAt = this.clock.nowIso();
      const missing = some.filter((name) => !there.has(name));
      // Another server may name the same school at the same moment; one row is enough.
      const rows = missing.map((name) => ({ id: this.ids.next(), agencyId, name, areaCode: null, createdAt }));
      if (rows.length > 0) await schools.createQueryBuilder().insert().values(rows).orIgnore().execute();
    }
  }

  /** Names of the schools at which somebody among these rows learns, for whoever fills in another child's. */
  async names(within: Rows): Promise<string[]> {
    const query = this.database.repository(Child).createQueryBuilder('c').select('DISTINCT c.schoolIndex', 'index');
    const rows: { index: string | null }[] = await query.where(rowWhere(within)).getRawMany();
    const there = new Set(rows.map(({ index }) => index));
    const where = { agencyId: within.agencyId };
    const schools = await this.database.repository(School).find({ where, order: { name: 'ASC' } });
    return schools.map(({ name }) => name).filter((name) => there.has(this.indexOf(name)));
  }

  /** Those of the agency's schools whose name stands in a text. */
  async namesIn(agencyId: AgencyId, text: string): Promise<string[]> {
    const sql = 'SELECT name FROM school WHERE agencyId = ? AND INSTR(?, name) > 0';
    const rows = await this.database.read<{ name: string }>(sql, [
      agencyId,
      text.normalize('NFKC').replace(/\s+/g, ''),
    ]);
    return rows.map(({ name }) => name);
  }

  /** Finds the children of one school again without telling which it is. */
  indexOf(name: string | undefined): string | null {
    const canonical = canonicalSchool(name ?? '');
    return canonical === '' ? null : this.cipher.blindIndex('child.school', canonical);
  }
}

/** One spelling of a school's name: full-width letters, blanks at the ends and within. */
export const canonicalSchool = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, '').slice(0, LONGEST_NAME);
