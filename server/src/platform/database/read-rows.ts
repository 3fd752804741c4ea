// Reads whole rows of one table without building a query or an object graph: for the few reads that every page makes.
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Database } from './database.js';

type EntityOf<Row> = abstract new () => Row;
type Convert = (stored: unknown) => unknown;

interface Reading {
  readonly select: string;
  /** Columns whose stored form is not the one that code reads. */
  readonly conversions: readonly (readonly [property: string, convert: Convert])[];
}

const readings = new WeakMap<object, Reading>();

/**
 * The rows of an entity's table, as the entity's columns describe them, but plain objects. `tail` is what follows the
 * table's name: conditions with `?`, an order, a limit; never a value.
 */
export async function readRows<Row extends object>(
  database: Database,
  entity: EntityOf<Row>,
  tail: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { select, conversions } = readings.get(entity) ?? prepare(database, entity);
  const rows: Record<string, unknown>[] = await database.manager.query(`${select} ${tail}`, [...parameters]);
  for (const [property, convert] of conversions) {
    for (const row of rows) row[property] = convert(row[property]);
  }
  return rows as Row[];
}

/** `?, ?, ?` for a list of this many. */
export const placeholders = (list: readonly unknown[]): string => Array.from(list, () => '?').join(', ');

function prepare(database: Database, entity: EntityOf<object>): Reading {
  const { columns, tableName } = database.source.getMetadata(entity);
  const names = columns.map((column) => `\`${column.databaseName}\` AS \`${column.propertyName}\``);
  const conversions = columns.flatMap((column) => {
    const convert = conversionOf(column);
    return convert ? [[column.propertyName, convert] as const] : [];
  });
  const reading = { select: `SELECT ${names.join(', ')} FROM \`${tableName}\``, conversions };
  readings.set(entity, reading);
  return reading;
}

function conversionOf({ type, transformer }: ColumnMetadata): Convert | undefined {
  if (type === 'simple-json') return (stored) => (typeof stored === 'string' ? JSON.parse(stored) : stored);
  if (!transformer) return undefined;
  const chain = Array.isArray(transformer) ? [...transformer].reverse() : [transformer];
  return (stored) => chain.reduce<unknown>((value, { from }) => from(value), stored);
}
