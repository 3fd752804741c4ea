// One way to make a table on both engines, constraints included.
import {
  Table,
  TableCheck,
  TableColumn,
  TableForeignKey,
  TableIndex,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';
import { column as palette, enumCheck, foreignKeyName, optional } from '../columns.js';

export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, Omit<TableColumnOptions, 'name'>>>;
  /** Words allowed in a column. */
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  /** Column → table whose `id` it names. Rows that others point at are never deleted. */
  readonly references?: Readonly<Record<string, string>>;
  /** Named for the query they serve. */
  readonly indices?: readonly { readonly name: string; readonly columns: readonly string[]; readonly unique?: true }[];
  /** On SQLite the primary key holds the rows themselves, as it always does on MySQL. */
  readonly withoutRowid?: true;
}

export async function createTable(runner: QueryRunner, shape: TableShape): Promise<void> {
  const checks = Object.entries(shape.enums ?? {}).map(([name, words]) => enumCheck(shape.name, name, words));
  const onSqlite = runner.dataSource.options.type === 'better-sqlite3';
  await runner.createTable(
    new Table({
      name: shape.name,
      withoutRowid: shape.withoutRowid ?? false,
      columns: Object.entries(shape.columns).map(([name, options]) => ({ name, ...options })),
      foreignKeys: Object.entries(shape.references ?? {}).map(([name, target]) => foreignKey(shape.name, name, target)),
      indices: (shape.indices ?? []).map(
        (index) =>
          new TableIndex({ name: index.name, columnNames: [...index.columns], isUnique: index.unique ?? false }),
      ),
      checks: onSqlite ? checks.map((check) => new TableCheck(check)) : [],
    }),
  );
  if (onSqlite) return;
  // TypeORM knows no CHECK on MySQL; the servers do.
  for (const { name, expression } of checks) {
    await runner.query(`ALTER TABLE ${shape.name} ADD CONSTRAINT ${name} CHECK (${expression})`);
  }
}

/** Columns that came later, nullable since rows are there: plain SQL, one statement where the engine takes one. */
export async function addColumns(runner: QueryRunner, table: string, columns: TableShape['columns']): Promise<void> {
  const parts = Object.entries(columns).map(
    ([name, { type, length }]) => `ADD COLUMN ${name} ${type}${length === undefined ? '' : `(${String(length)})`}`,
  );
  await alter(runner, table, parts);
}

export async function dropColumns(runner: QueryRunner, table: string, names: readonly string[]): Promise<void> {
  const parts = names.map((name) => `DROP COLUMN ${name}`);
  await alter(runner, table, parts);
}

type Words = NonNullable<TableShape['enums']>;

/** Words allowed in columns that came later. */
export async function addChecks(runner: QueryRunner, table: string, words: Words): Promise<void> {
  const checks = checksOf(table, words);
  if (isSqlite(runner)) return runner.createCheckConstraints(table, checks.map(toTableCheck));
  const parts = checks.map(({ name, expression }) => `ADD CONSTRAINT ${name} CHECK (${expression})`);
  await alter(runner, table, parts);
}

export async function dropChecks(runner: QueryRunner, table: string, words: Words): Promise<void> {
  const checks = checksOf(table, words);
  if (isSqlite(runner)) return runner.dropCheckConstraints(table, checks.map(toTableCheck));
  const parts = checks.map(({ name }) => `DROP CONSTRAINT ${name}`);
  await alter(runner, table, parts);
}

const isSqlite = (runner: QueryRunner) => runner.dataSource.options.type === 'better-sqlite3';
const checksOf = (table: string, words: Words) =>
  Object.entries(words).map(([name, list]) => enumCheck(table, name, list));
const toTableCheck = (check: ReturnType<typeof enumCheck>) => new TableCheck(check);

/** MySQL takes all changes of a table at once, SQLite one after another. */
async function alter(runner: QueryRunner, table: string, parts: readonly string[]): Promise<void> {
  const statements = isSqlite(runner) ? parts : [parts.join(', ')];
  for (const statement of statements) await runner.query(`ALTER TABLE ${table} ${statement}`);
  // TypeORM copies a table on SQLite as it remembers it: it has to look again.
  await runner.getTable(table);
}

/** A later link to another table: nullable, since rows are there already. */
export interface LinkShape {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  /** Named for the query that it serves. */
  readonly index: { readonly name: string; readonly columns: readonly string[] };
}

export async function addOptionalLink(runner: QueryRunner, link: LinkShape): Promise<void> {
  await runner.addColumn(link.table, new TableColumn({ name: link.column, ...optional(palette.ref) }));
  await runner.createForeignKey(link.table, foreignKey(link.table, link.column, link.target));
  await runner.createIndex(link.table, new TableIndex({ name: link.index.name, columnNames: [...link.index.columns] }));
}

export async function dropLink(runner: QueryRunner, link: LinkShape): Promise<void> {
  await runner.dropForeignKey(link.table, foreignKeyName(link.table, link.column));
  await runner.dropIndex(link.table, link.index.name);
  await runner.dropColumn(link.table, link.column);
}

function foreignKey(table: string, name: string, target: string): TableForeignKey {
  return new TableForeignKey({
    name: foreignKeyName(table, name),
    columnNames: [name],
    referencedTableName: target,
    referencedColumnNames: ['id'],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  });
}
