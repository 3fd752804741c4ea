// What the frame needs of each list: whose rows, which ids a filter finds, and what a cell says in a file.
import type { Permission } from '@tongxing/shared/permissions';
import type { ListName } from '@tongxing/shared/rules';
import type { GradeDeclaration, PersonActor } from '../../platform/access/index.js';

export type Locale = 'zh' | 'en';
export type Pair = Readonly<Record<Locale, string>>;

export interface ListColumn {
  /** As the address names it; several may go by one name. */
  readonly key: string;
  readonly head: Pair;
  /** As the field of the schema that shows the same: whoever may not read that gets no such column. */
  readonly declared: GradeDeclaration;
}

/** What a cell depends on besides its row. */
export interface Reading {
  readonly actor: PersonActor;
  readonly filters: URLSearchParams;
  readonly locale: Locale;
}

export interface ListSource {
  readonly list: ListName;
  /** Whose rows: the permission by which the page reads them. */
  readonly permission: Permission;
  readonly subjectType: string;
  /** The first names the row. */
  readonly columns: readonly ListColumn[];
  /** Ids of what the filters of an address find among the actor's rows, in the order of the list; at most so many. */
  ids(actor: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]>;
  /** A row of text for each id that is still there, one cell for each of these columns. */
  rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]>;
}

/** Cells by the place of the column, from the row that a source has opened. */
export type Cells<Row> = Readonly<Record<string, (row: Row, reading: Reading) => string>>;

export const toRows = <Row>(
  found: readonly Row[],
  cells: Cells<Row>,
  columns: readonly ListColumn[],
  reading: Reading,
): string[][] => found.map((row) => columns.map(({ head }) => cells[head.en]?.(row, reading) ?? ''));

/** Words of a list in the language of the file. */
export const listed = (words: readonly string[], locale: Locale): string => words.join(locale === 'en' ? ', ' : '、');
