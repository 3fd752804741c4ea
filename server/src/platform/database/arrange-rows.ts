// One column of many rows at once, and what stood there before: the same for children and for volunteers.
import { In, type FindOptionsWhere, type ObjectLiteral, type Repository } from 'typeorm';
import type { Database, EntityClass } from './database.js';

const AT_ONCE = 500;

export interface ArrangedColumn {
  /** What the column says of each of these rows; for whoever reads them already. */
  of(agencyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** What the column says of each of these rows, with the rows locked; inside a unit of work. */
  before(agencyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  put(agencyId: string, ids: readonly string[], value: string | null): Promise<void>;
}

/** A column that holds the id of another row, or none, in a table of agencies. */
export function arrangedColumn(database: Database, entity: EntityClass, column: string): ArrangedColumn {
  const rows = (): Repository<ObjectLiteral> => database.repository(entity) as Repository<ObjectLiteral>;
  const where = (agencyId: string, ids: readonly string[]): FindOptionsWhere<ObjectLiteral> => ({
    agencyId,
    id: In([...ids]),
  });
  const read = async (agencyId: string, ids: readonly string[], locked: boolean) => {
    const found = new Map<string, string | null>();
    for (const some of inParts(ids)) {
      const query = rows()
        .createQueryBuilder('t')
        .select(['t.id', `t.${column}`])
        .where(where(agencyId, some));
      const ordered = query.orderBy('t.id');
      for (const row of await (locked ? database.forUpdate(ordered) : ordered).getMany()) {
        found.set(String(row['id']), (row[column] as string | null | undefined) ?? null);
      }
    }
    return found;
  };
  return {
    of: (agencyId, ids) => read(agencyId, ids, false),
    before: (agencyId, ids) => read(agencyId, ids, true),
    put: async (agencyId, ids, value) => {
      for (const some of inParts(ids)) await rows().update(where(agencyId, some), { [column]: value });
    },
  };
}

export function inParts<Item>(items: readonly Item[], size = AT_ONCE): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}
