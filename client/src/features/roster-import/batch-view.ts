// Where a roster stands between the file and the second person's word.
import type { ImportRowFilter, ImportState } from '../../gql/graphql.js';

export const BATCH_STEPS = ['CHOOSE', 'CHECK', 'IMPORT', 'CONFIRM'] as const;
export type BatchStep = (typeof BATCH_STEPS)[number];

const PRESENT: Readonly<Record<ImportState, number>> = { STAGED: 1, IMPORTED: 3, CONFIRMED: 4, DISCARDED: 1 };

export interface BatchStepAt {
  readonly step: BatchStep;
  readonly at: 'done' | 'now' | 'ahead';
}

/** The steps of the way; a confirmed roster has them all behind it. */
export function stepsOf(state: ImportState): readonly BatchStepAt[] {
  const now = PRESENT[state];
  return BATCH_STEPS.map((step, index) => ({ step, at: index < now ? 'done' : index === now ? 'now' : 'ahead' }));
}

export interface Counts {
  readonly rowCount: number;
  readonly validCount: number;
}

/** Rows that would be left out: everything but the valid ones. */
export const leftOut = ({ rowCount, validCount }: Counts): number => Math.max(0, rowCount - validCount);

const ROW_FILTERS: readonly ImportRowFilter[] = ['ALL', 'BAD', 'VALID', 'DUPLICATE'];

/** What the address asks for. Without a word: the bad rows while there is something to look at, else all. */
export function rowFilter(value: string, badCount: number, state: ImportState): ImportRowFilter {
  const asked = ROW_FILTERS.find((filter) => filter === value);
  return asked ?? (state === 'STAGED' && badCount > 0 ? 'BAD' : 'ALL');
}

interface Cell {
  readonly field: string;
  readonly raw: string;
  readonly problem?: string | null | undefined;
}

export function problemCells<C extends Cell>(cells: readonly C[]): readonly C[] {
  return cells.filter(({ problem }) => problem != null);
}

export interface MendableCell extends Cell {
  readonly header: string;
}

/** What can be typed anew: every marked cell that has a field. A cell beyond the last column can only be dropped. */
export function mendableCells<C extends Cell>(cells: readonly C[]): readonly C[] {
  return problemCells(cells).filter(({ field }) => field !== '');
}

/** What differs from the file. An untouched cell is left out: its text may be one that this reader is not shown (H8). */
export function changesOf(
  cells: readonly Cell[],
  typed: Readonly<Record<string, string>>,
): { readonly field: string; readonly text: string }[] {
  const before = new Map(cells.map(({ field, raw }) => [field, raw]));
  return Object.entries(typed).flatMap(([field, text]) => (text === before.get(field) ? [] : [{ field, text }]));
}

/** How a row is called on the page: the name or the title in it, if it has one. */
export function rowName(cells: readonly Cell[]): string | undefined {
  return cells.find(({ field, raw }) => ['name', 'theme', 'teamName'].includes(field) && raw.trim() !== '')?.raw.trim();
}
