// What a table of weights must be before an agency may save it. What nobody may be chosen by is named, not only unknown.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { DEFAULT_WEIGHTS, type Criterion, type MatchWeights } from '@tongxing/shared/matching';

export interface WeightRow {
  readonly criterion: string;
  readonly weight: number;
  readonly why: string;
}
export type WeightProblemCode =
  'PROTECTED_FACT' | 'UNKNOWN_CRITERION' | 'TWICE' | 'NOT_A_WEIGHT' | 'NO_REASON' | 'NOTHING_COUNTS';
export interface WeightProblem {
  /** As it was given; empty where the whole table is meant. */
  readonly criterion: string;
  readonly code: WeightProblemCode;
}
export interface WeightsRefused {
  readonly code: 'WEIGHTS_REFUSED';
  readonly problems: readonly WeightProblem[];
}

/** The law and the conduct rules forbid to choose by these (H25, PIPL Art. 28); they are no column here either. */
const PROTECTED: ReadonlySet<string> = new Set([
  ...['ethnicity', 'religion', 'income', 'looks', 'appearance', 'health', 'disability', 'orientation', 'politics'],
]);
const KNOWN: ReadonlyMap<string, Criterion> = new Map(
  DEFAULT_WEIGHTS.criteria.map(({ criterion }) => [criterion, criterion]),
);
/** Worth something for every pair that can be: without one of these a good pair could be worth nothing. */
const ALWAYS_WORTH: ReadonlySet<string> = new Set<Criterion>(['sharedHours', 'priority']);
/** Beyond it a weight could not be told from a hard rule. */
const MOST = 10_000;
const LONGEST_WHY = 300;

export function problemsOfWeights(rows: readonly WeightRow[]): Result<MatchWeights['criteria'], WeightsRefused> {
  const problems: WeightProblem[] = [];
  const seen = new Set<string>();
  const criteria = rows.flatMap(({ criterion: given, weight, why }) => {
    const problem = (code: WeightProblemCode) => void problems.push({ criterion: given, code });
    const criterion = KNOWN.get(given);
    if (PROTECTED.has(given.toLowerCase())) problem('PROTECTED_FACT');
    else if (!criterion) problem('UNKNOWN_CRITERION');
    if (seen.has(given)) problem('TWICE');
    seen.add(given);
    if (!Number.isSafeInteger(weight) || weight < 0 || weight > MOST) problem('NOT_A_WEIGHT');
    const text = why.trim();
    if (text === '' || text.length > LONGEST_WHY) problem('NO_REASON');
    return criterion ? [{ criterion, weight, why: text }] : [];
  });
  const counts = criteria.some(({ criterion, weight }) => weight > 0 && ALWAYS_WORTH.has(criterion));
  if (problems.length === 0 && !counts) problems.push({ criterion: '', code: 'NOTHING_COUNTS' });
  return problems.length > 0 ? err({ code: 'WEIGHTS_REFUSED', problems }) : ok(criteria);
}
