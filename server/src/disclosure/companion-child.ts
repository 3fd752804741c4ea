// The disclosure policy towards a companion: what of a child's file a volunteer may read, and nothing else (H10, H11).
import { ageOn, type LocalDate } from '@tongxing/shared/kernel';
import type { ChildView } from '../children/index.js';

export type SchoolStage = 'PRESCHOOL' | 'PRIMARY' | 'JUNIOR' | 'SENIOR';

/** A projection of its own: a new column of the file cannot slip into it. */
export interface CompanionChildView {
  readonly pseudonym: string;
  readonly stage: SchoolStage;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
}

/** Needs that a companion may be told of, since they are what the two will do together. */
const SHAREABLE_NEEDS: readonly string[] = ['STUDY', 'PEERS', 'INTERESTS', 'CITY', 'CAREER'];

export function toCompanionChild(child: ChildView, today: LocalDate): CompanionChildView {
  return {
    pseudonym: child.pseudonym,
    stage: stageOf(child.person.birthDate, today),
    languages: child.languages,
    interests: child.needs.filter((need) => SHAREABLE_NEEDS.includes(need)),
  };
}

function stageOf(birthDate: LocalDate | undefined, today: LocalDate): SchoolStage {
  const age = birthDate ? ageOn(birthDate, today) : 8;
  if (age < 6) return 'PRESCHOOL';
  if (age < 12) return 'PRIMARY';
  return age < 15 ? 'JUNIOR' : 'SENIOR';
}
