// The disclosure policy towards a companion: what of a child's file a volunteer may read, and nothing else (H10, H11).
import { ageOn, type LocalDate } from '@tongxing/shared/kernel';
import type { FieldGroup } from '@tongxing/shared/disclosure';
import type { ChildView } from '../children/index.js';

export type SchoolStage = 'PRESCHOOL' | 'PRIMARY' | 'JUNIOR' | 'SENIOR';

/** A projection of its own: a new column of the file cannot slip into it. */
export interface CompanionChildView {
  readonly pseudonym: string;
  readonly stage: SchoolStage | undefined;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
}

/** Needs that a companion may be told of, since they are what the two will do together. */
const SHAREABLE_NEEDS: readonly string[] = ['STUDY', 'PEERS', 'INTERESTS', 'CITY', 'CAREER'];

/** Undefined where the family shows nothing: between the two the whole pseudonym stands, so it comes with something. */
export function toCompanionChild(
  child: ChildView,
  groups: ReadonlySet<FieldGroup>,
  today: LocalDate,
): CompanionChildView | undefined {
  if (![...groups].some((group) => group !== 'PSEUDONYM')) return undefined;
  const shareable = child.needs.filter((need) => SHAREABLE_NEEDS.includes(need));
  return {
    pseudonym: child.pseudonym,
    stage: groups.has('SCHOOL_STAGE') ? stageOf(child.person.birthDate, today) : undefined,
    // In which languages the two can talk belongs to how a companion reaches the family.
    languages: groups.has('COMPANION_CONTACT') ? child.languages : [],
    interests: groups.has('INTERESTS') ? shareable : [],
  };
}

function stageOf(birthDate: LocalDate | undefined, today: LocalDate): SchoolStage {
  const age = birthDate ? ageOn(birthDate, today) : 8;
  if (age < 6) return 'PRESCHOOL';
  if (age < 12) return 'PRIMARY';
  return age < 15 ? 'JUNIOR' : 'SENIOR';
}
