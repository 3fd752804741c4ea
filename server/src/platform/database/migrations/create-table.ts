// One way to make a table on both engines, constraints included.
import { Table, TableCheck, TableForeignKey, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { enumCheck, foreignKeyName } from '../columns.js';

export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, Omit<TableColumnOptions, 'name'>>>;
  /** Words allowed in a column. */
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  /** Column → table whose `id` it names. Rows that others point at are never deleted. */
  readonly references?: Readonly<Record<string, string>>;
  /** Named for the query they serve. */
  readonly indices?: readonly { readonly name: string; readonly columns: readonly string[]; readonly unique?: true }[];
}

export async function createTable(runner: QueryRunner, shape: TableShape): Promise<void> {
  const checks = Object.entries(shape.enums ?? {}).map(([name, words]) => enumCheck(shape.name, name, words));
  const onSqlite = runner.dataSource.options.type === 'better-sqlite3';
  await runner.createTable(
    new Table({
      name: shape.name,
      columns: Object.entries(shape.columns).map(([name, options]) => ({ name, ...options })),
      foreignKeys: Object.entries(shape.references ?? {}).map(
        ([name, table]) =>
          new TableForeignKey({
            name: foreignKeyName(shape.name, name),
            columnNames: [name],
            referencedTableName: table,
            referencedColumnNames: ['id'],
            onDelete: 'RESTRICT',
            onUpdate: 'RESTRICT',
          }),
      ),
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
