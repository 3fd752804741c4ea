// What is wrong with a table of weights, in codes that a page can put words to.
import { MOST_WEIGHT } from '../rules/match-weights.js';
import { BadProblem } from './transport/problem.js';
import type { Criterion, MatchWeights } from './types.js';

export type WeightProblemCode =
  | 'UNKNOWN_CRITERION'
  /** Ethnicity, religion, income, looks and the like: no table may ever weigh them. */
  | 'PROTECTED_FACT'
  | 'REPEATED'
  | 'NEGATIVE'
  | 'FRACTIONAL'
  /** Above `MOST_WEIGHT`. */
  | 'OVERFLOW'
  | 'REASON_MISSING'
  /** Nothing weighs that every pair has (common hours, priority), so a good pair could be worth nothing. */
  | 'NOTHING_CERTAIN';

export interface WeightProblem {
  readonly code: WeightProblemCode;
  /** Missing where the table as a whole is meant. */
  readonly criterion?: string;
}

const CRITERIA: ReadonlySet<string> = new Set<Criterion>([
  'sharedHours',
  'travel',
  'skillsForNeeds',
  'sharedLanguage',
  'sameGender',
  'priority',
  'waiting',
  'continuity',
]);

/** Parts of names that tell of a protected fact, in the languages in which an agency may write one. */
const PROTECTED =
  /ethnic|nationalit|race|religio|faith|income|wealth|poverty|looks|appearance|beauty|disab|household|hukou|民族|种族|宗教|信仰|收入|贫|外貌|长相|容貌|残疾|户籍/i;

/** Criteria whose grade is at least 1 for every candidate pair. */
const CERTAIN: ReadonlySet<string> = new Set<Criterion>(['sharedHours', 'priority']);

/**
 * Everything that is wrong with a table of weights; empty where nothing is. Tables come from an agency's settings, so
 * the names are checked here too.
 */
export function checkWeights(weights: MatchWeights): WeightProblem[] {
  return checkTable(weights.criteria, CRITERIA, CERTAIN);
}

interface Row {
  readonly criterion: string;
  readonly weight: number;
  readonly why: string;
}

/** As `checkWeights`, for a table of these criteria, of which a `certain` one must weigh something. */
export function checkTable(
  rows: readonly Row[],
  known: ReadonlySet<string>,
  certain: ReadonlySet<string>,
): WeightProblem[] {
  const problems: WeightProblem[] = [];
  const seen = new Set<string>();
  for (const { criterion, weight, why } of rows) {
    const codes: (WeightProblemCode | undefined)[] = [
      known.has(criterion) ? undefined : nameProblem(criterion),
      seen.has(criterion) ? 'REPEATED' : undefined,
      sizeProblem(weight),
      why.trim() === '' ? 'REASON_MISSING' : undefined,
    ];
    for (const code of codes) if (code) problems.push({ code, criterion });
    seen.add(criterion);
  }
  if (!rows.some((row) => row.weight > 0 && certain.has(row.criterion))) problems.push({ code: 'NOTHING_CERTAIN' });
  return problems;
}

/** Throws `BadProblem` on the first thing that is wrong with a table. */
export function refuseTable([problem]: readonly WeightProblem[]): void {
  if (problem) throw new BadProblem('WEIGHTS_REFUSED', [problem.criterion, problem.code].filter(Boolean).join(': '));
}

function nameProblem(criterion: string): WeightProblemCode {
  return PROTECTED.test(criterion) ? 'PROTECTED_FACT' : 'UNKNOWN_CRITERION';
}

function sizeProblem(weight: number): WeightProblemCode | undefined {
  if (weight < 0) return 'NEGATIVE';
  if (weight > MOST_WEIGHT) return 'OVERFLOW';
  return Number.isSafeInteger(weight) ? undefined : 'FRACTIONAL';
}
