// What is told of a child outside in rough words: about how old, and what they like to do.
import { ageOn, type LocalDate } from '../kernel/index.js';

export const AGE_BANDS = ['UNDER_6', 'FROM_6', 'FROM_9', 'FROM_12', 'FROM_15'] as const;
/** Three years wide, so that no birthday can be told from it. */
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBandOf(birthDate: LocalDate | undefined, today: LocalDate): AgeBand | undefined {
  if (!birthDate) return undefined;
  const age = ageOn(birthDate, today);
  if (age < 6) return 'UNDER_6';
  if (age < 9) return 'FROM_6';
  if (age < 12) return 'FROM_9';
  return age < 15 ? 'FROM_12' : 'FROM_15';
}

/** Needs that somebody outside may be told of: what the child likes to do, never what the home lacks. */
const SHAREABLE: readonly string[] = ['STUDY', 'PEERS', 'INTERESTS', 'CITY', 'CAREER'];

/** Of a child's needs (codes of `NEEDS`) those that may be told. */
export const likesOf = (needs: readonly string[]): readonly string[] =>
  needs.filter((need) => SHAREABLE.includes(need));
