// Reads a table of weights as the page edits it: every criterion that the engine knows, weighing nothing where it is left out.
import { DEFAULT_WEIGHTS, MOST_WEIGHT } from '@tongxing/shared/rules';

export interface WeightRow {
  readonly criterion: string;
  readonly weight: number;
  readonly why: string;
}
/** As typed: text, until it is sent. */
export interface TypedRow {
  readonly criterion: string;
  readonly weight: string;
  readonly why: string;
}

/** All criteria in the platform's order; `words` gives the reason for one whose reason nobody of the agency has written. */
export function editable(saved: readonly WeightRow[], words: (row: WeightRow) => string): TypedRow[] {
  return DEFAULT_WEIGHTS.criteria.map((own) => {
    const row = saved.find(({ criterion }) => criterion === own.criterion) ?? { ...own, weight: 0 };
    return { criterion: row.criterion, weight: String(row.weight), why: words(row) };
  });
}

/** Whether a reason is the platform's own, which pages say in their reader's language. */
export const isOwnReason = ({ criterion, why }: WeightRow): boolean =>
  DEFAULT_WEIGHTS.criteria.some((own) => own.criterion === criterion && own.why === why);

/** The weight as a number; undefined for anything but a whole number within the bounds. */
export function readWeight(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const weight = Number(text);
  return weight <= MOST_WEIGHT ? weight : undefined;
}

/** What is sent; undefined while a weight cannot be read. */
export function toCriteria(rows: readonly TypedRow[]): WeightRow[] | undefined {
  const read = rows.map(({ criterion, weight, why }) => ({ criterion, weight: readWeight(weight), why: why.trim() }));
  return read.every((row) => row.weight !== undefined) ? (read as WeightRow[]) : undefined;
}

/** The same table gives the same text: what was compared is what may be saved. */
export const fingerprint = (rows: readonly TypedRow[]): string =>
  JSON.stringify(rows.map(({ criterion, weight }) => [criterion, weight.trim()]));

/** Whether the engine knows the criterion; another word is somebody's own, shown as they wrote it. */
export const isCriterion = (criterion: string): boolean =>
  DEFAULT_WEIGHTS.criteria.some((own) => own.criterion === criterion);
