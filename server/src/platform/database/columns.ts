// The portable column palette: every type that SQLite, MariaDB and MySQL treat alike, for entities and migrations.
import { Check, Column, ForeignKey, PrimaryColumn, type TableColumnOptions } from 'typeorm';

const NULLABLE = { nullable: true } as const;
const ID_LENGTH = 36;
const INSTANT_LENGTH = 24;
const DATE_LENGTH = 10;

export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: ID_LENGTH });
/** Part of a primary key of several columns, beside ids. */
export const KeyTextColumn = (length: number) => PrimaryColumn({ type: 'varchar', length });
export const KeyIntColumn = () => PrimaryColumn({ type: 'int' });
/** The id of another row, without a constraint: where that row may go first (an audit row outlives what it tells of). */
export const RefColumn = () => Column({ type: 'varchar', length: ID_LENGTH });
export const OptionalRefColumn = () => Column({ type: 'varchar', length: ID_LENGTH, ...NULLABLE });
/** The id of a row that must exist, as `references` of the migration says it. */
export const LinkColumn = (table: string, column: string, target: string): PropertyDecorator =>
  linkColumn(table, column, target, false);
export const OptionalLinkColumn = (table: string, column: string, target: string): PropertyDecorator =>
  linkColumn(table, column, target, true);
/** Plain text of bounded length. SQLite does not enforce the bound, so the service does. */
export const TextColumn = (length: number) => Column({ type: 'varchar', length });
export const OptionalTextColumn = (length: number) => Column({ type: 'varchar', length, ...NULLABLE });
/** Encrypted text (`Cipher.seal`), or other text without a bound of its own. */
export const LongTextColumn = () => Column({ type: 'text' });
export const OptionalLongTextColumn = () => Column({ type: 'text', ...NULLABLE });
/** Structured facts, never personal text; read and written whole. */
export const JsonColumn = () => Column({ type: 'simple-json' });
export const OptionalJsonColumn = () => Column({ type: 'simple-json', ...NULLABLE });
export const IntColumn = () => Column({ type: 'int' });
export const OptionalIntColumn = () => Column({ type: 'int', ...NULLABLE });
/** 0 or 1, since the engines disagree about booleans. */
export const FlagColumn = () =>
  Column({
    type: 'int',
    transformer: {
      to: (value?: boolean) => (value === undefined ? value : value ? 1 : 0),
      from: (raw: number) => Number(raw) === 1,
    },
  });
/** An instant as ISO 8601 text in UTC: the engines' own types lose milliseconds or the zone. */
export const InstantColumn = () => Column({ type: 'varchar', length: INSTANT_LENGTH });
export const OptionalInstantColumn = () => Column({ type: 'varchar', length: INSTANT_LENGTH, ...NULLABLE });
export const DateColumn = () => Column({ type: 'varchar', length: DATE_LENGTH });
export const OptionalDateColumn = () => Column({ type: 'varchar', length: DATE_LENGTH, ...NULLABLE });
/** Money in fen. SQLite returns numbers, MySQL strings; readers get a bigint from either. */
export const FenColumn = () =>
  Column({
    type: 'bigint',
    transformer: { to: (value?: bigint) => value?.toString(), from: (raw: number | string) => BigInt(raw) },
  });
/** The same where nobody said an amount. */
export const OptionalFenColumn = () =>
  Column({
    type: 'bigint',
    ...NULLABLE,
    transformer: {
      to: (value?: bigint | null) => value?.toString() ?? null,
      from: (raw: number | string | null) => (raw === null ? null : BigInt(raw)),
    },
  });

/** One of a few words, with the CHECK that keeps every other word out. */
export const EnumColumn = (table: string, column: string, words: readonly string[]): PropertyDecorator =>
  enumColumn(table, column, words, false);
export const OptionalEnumColumn = (table: string, column: string, words: readonly string[]): PropertyDecorator =>
  enumColumn(table, column, words, true);

/** The name of a foreign key, the same for entity and migration. */
export const foreignKeyName = (table: string, column: string) => `fk_${table}_${column}`;

function linkColumn(table: string, column: string, target: string, nullable: boolean): PropertyDecorator {
  return (prototype, key) => {
    Column({ type: 'varchar', length: ID_LENGTH, nullable })(prototype, key);
    const name = foreignKeyName(table, column);
    ForeignKey(target, { name, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(prototype, key);
  };
}

const ENUM_LENGTH = 40;

function enumColumn(table: string, column: string, words: readonly string[], nullable: boolean): PropertyDecorator {
  return (target, key) => {
    Column({ type: 'varchar', length: ENUM_LENGTH, nullable })(target, key);
    const { name, expression } = enumCheck(table, column, words);
    Check(name, expression)(target.constructor);
  };
}

/** The constraint by name and SQL, the same text for entity and migration. */
export function enumCheck(
  table: string,
  column: string,
  words: readonly string[],
): { name: string; expression: string } {
  const list = words.map((word) => `'${word}'`).join(', ');
  return { name: `ck_${table}_${column}`, expression: `${column} IN (${list})` };
}

type ColumnShape = Omit<TableColumnOptions, 'name'>;

/** The same palette for migrations: `column.text(80)`, `optional(column.date)`. */
export const column = {
  id: { type: 'varchar', length: String(ID_LENGTH), isPrimary: true },
  ref: { type: 'varchar', length: String(ID_LENGTH) },
  text: (length: number) => ({ type: 'varchar', length: String(length) }),
  longText: { type: 'text' },
  json: { type: 'text' },
  int: { type: 'integer' },
  flag: { type: 'integer' },
  instant: { type: 'varchar', length: String(INSTANT_LENGTH) },
  date: { type: 'varchar', length: String(DATE_LENGTH) },
  fen: { type: 'bigint' },
  word: { type: 'varchar', length: String(ENUM_LENGTH) },
} as const satisfies Record<string, ColumnShape | ((length: number) => ColumnShape)>;

export const optional = (shape: ColumnShape): ColumnShape => ({ ...shape, isNullable: true });
