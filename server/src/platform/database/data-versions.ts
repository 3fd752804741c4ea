// What is counted over a whole agency is counted once for each state of its rows (ADR-0027): whichever unit of work writes
// rows that are counted gives their agency a new version in the same transaction, and a number holds for one version.
import { randomUUID } from 'node:crypto';
import { Entity, type DataSource, type QueryRunner } from 'typeorm';
import { KeyTextColumn, RefColumn } from './columns.js';
import type { Database, EntityClass } from './database.js';
import type { OpenUnit } from './scope.js';

/** Stands for all agencies at once. */
const EVERYWHERE = '*';

/** Which state the counted rows of an agency are in. The word says nothing but "another one than before". */
@Entity('data_version')
export class DataVersion {
  /** An agency's id, or a star for what reaches every agency. */
  @KeyTextColumn(36) scope: string;
  @RefColumn() version: string;
}

interface Mark {
  /** Statements that change what is counted in other agencies too. */
  readonly everywhere?: RegExp;
}
const marks = new Map<EntityClass, Mark>();

/** Rows of this table are counted for lists or for who is ready. */
export const Counted =
  (mark: Mark = {}): ClassDecorator =>
  (entity) => {
    marks.set(entity as unknown as EntityClass, mark);
  };

/** Tells which of the versions a statement makes old; none for one that writes nothing that is counted. */
export class WrittenVersions {
  readonly #tables: ReadonlyMap<string, Mark>;

  constructor(source: DataSource, entities: readonly EntityClass[]) {
    this.#tables = new Map(
      entities.flatMap((entity) => {
        const mark = marks.get(entity);
        return mark ? [[source.getMetadata(entity).tableName, mark] as const] : [];
      }),
    );
  }

  /** Names of the tables whose rows are counted. */
  get tables(): ReadonlySet<string> {
    return new Set(this.#tables.keys());
  }

  /** Adds to the unit what it will have to tell before it commits. */
  heed(unit: OpenUnit, sql: string): void {
    const table = WRITE.exec(sql)?.[1];
    const mark = table === undefined ? undefined : this.#tables.get(table);
    if (!mark) return;
    unit.outdated.add(unit.actor.agencyId);
    if (mark.everywhere?.test(sql)) unit.outdated.add(EVERYWHERE);
  }
}

/** The table that a statement writes to. A select before it, as in `WITH … INSERT`, is passed over. */
const WRITE = /\b(?:insert\s+(?:ignore\s+|or\s+\w+\s+)?into|replace\s+into|update|delete\s+from)\s+[`"]?(\w+)/i;

/**
 * The last statement before the commit: whoever waits for the row waits for the commit alone, and all take the rows in
 * the same order.
 */
export async function tellVersions(runner: QueryRunner, { outdated }: OpenUnit): Promise<void> {
  if (outdated.size === 0) return;
  const scopes = [...outdated].sort();
  const sql = `REPLACE INTO data_version (scope, version) VALUES ${scopes.map(() => '(?, ?)').join(', ')}`;
  await runner.query(
    sql,
    scopes.flatMap((scope) => [scope, randomUUID()]),
  );
}

/** The state of an agency's counted rows; the same word for as long as no commit has changed any of them. */
export async function versionOf(database: Database, agencyId: string): Promise<string> {
  const sql = 'SELECT scope, version FROM data_version WHERE scope IN (?, ?)';
  const rows = await database.read<DataVersion>(sql, [EVERYWHERE, agencyId]);
  return rows
    .map(({ scope, version }) => `${scope}=${version}`)
    .sort()
    .join(' ');
}
