// Reads whole rows of one table without building a query or an object graph: for the few reads that every page makes.
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Database } from './database.js';

type EntityOf<Row> = abstract new () => Row;
type Convert = (stored: unknown) => unknown;

interface Reading {
  /** The statement around its tail: conditions, order, limit. */
  readonly statement: (tail: string) => string;
  /** Property names in the order in which a packed row holds its values; undefined where rows come as objects. */
  readonly packed?: readonly string[] | undefined;
  /** Columns whose stored form is not the one that code reads. */
  readonly conversions: readonly (readonly [property: string, convert: Convert])[];
}

/** The same, with only these columns: each value that crosses from the engine costs time. */
export interface RowsOf<Row extends object, Key extends keyof Row & string> {
  readonly entity: EntityOf<Row>;
  readonly columns: readonly Key[];
}

/** Names the columns of an entity that a read needs, once, at the top of a file. */
export const rowsOf = <Row extends object, Key extends keyof Row & string>(
  entity: EntityOf<Row>,
  ...columns: readonly Key[]
): RowsOf<Row, Key> => ({ entity, columns });

/** By database: one process may hold one of each engine, as a move from one to the other does. */
const readings = new WeakMap<Database, WeakMap<object, Reading>>();

/**
 * The rows of an entity's table, as the entity's columns describe them, but plain objects. `tail` is what follows the
 * table's name: conditions with `?`, an order, a limit; never a value.
 */
export async function readRows<Row extends object, Key extends keyof Row & string = keyof Row & string>(
  database: Database,
  wanted: EntityOf<Row> | RowsOf<Row, Key>,
  tail: string,
  parameters: readonly unknown[],
): Promise<Pick<Row, Key>[]> {
  const reading = readingOf(database, wanted);
  return toRows<Pick<Row, Key>>(reading, await database.read(reading.statement(tail), parameters));
}

function readingOf(database: Database, wanted: EntityOf<object> | SomeRows): Reading {
  const own = readings.get(database) ?? new WeakMap<object, Reading>();
  readings.set(database, own);
  const reading = own.get(wanted) ?? prepare(database, wanted);
  own.set(wanted, reading);
  return reading;
}

type Answer = Record<string, unknown>[];

function toRows<Row>({ packed, conversions }: Reading, answer: Answer): Row[] {
  const rows = packed ? unpack(answer, packed) : answer;
  for (const [property, convert] of conversions) {
    for (const row of rows) row[property] = convert(row[property]);
  }
  return rows as Row[];
}

/** `?, ?, ?` for a list of this many. */
export const placeholders = (list: readonly unknown[]): string => Array.from(list, () => '?').join(', ');

interface SomeRows {
  readonly entity: EntityOf<object>;
  readonly columns: readonly string[];
}

function prepare(database: Database, wanted: EntityOf<object> | SomeRows): Reading {
  const { entity, columns: chosen } = typeof wanted === 'function' ? { entity: wanted, columns: undefined } : wanted;
  const { columns: all, tableName } = database.source.getMetadata(entity);
  const columns = chosen ? all.filter((column) => chosen.includes(column.propertyName)) : all;
  const names = columns.map((column) => `\`${column.databaseName}\` AS \`${column.propertyName}\``);
  const from = `${names.join(', ')} FROM \`${tableName}\``;
  const onSqlite = database.engine.kind === 'sqlite';
  const conversions = columns.flatMap((column) => {
    const convert = conversionOf(column);
    return convert ? [[column.propertyName, convert] as const] : [];
  });
  return onSqlite
    ? { statement: packing(from, columns), packed: columns.map((column) => column.propertyName), conversions }
    : { statement: (tail) => `SELECT ${from} ${tail}`, conversions };
}

/**
 * One JSON text for all rows: on SQLite each value that crosses into JavaScript costs more than its parsing. The order
 * of the inner select holds, since SQLite keeps it for every aggregate but count, min and max.
 */
function packing(from: string, columns: readonly ColumnMetadata[]): Reading['statement'] {
  const values = columns.map((column) => `\`${column.propertyName}\``);
  const packed = `json_group_array(json_array(${values.join(', ')})) AS packed`;
  return (tail) => `SELECT ${packed} FROM (SELECT ${from} ${tail})`;
}

function unpack(answer: Answer, names: readonly string[]): Record<string, unknown>[] {
  const packed = answer[0]?.['packed'];
  const rows = typeof packed === 'string' ? (JSON.parse(packed) as unknown[][]) : [];
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = values[index];
    return row;
  });
}

function conversionOf({ type, transformer }: ColumnMetadata): Convert | undefined {
  if (type === 'simple-json') return (stored): unknown => (typeof stored === 'string' ? JSON.parse(stored) : stored);
  if (!transformer) return undefined;
  const chain = Array.isArray(transformer) ? [...transformer].reverse() : [transformer];
  return (stored) => chain.reduce<unknown>((value, one) => one.from(value), stored);
}
