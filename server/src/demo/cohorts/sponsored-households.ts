// The synthetic cohort D0: 624 households whose counts round to the shares of D1 to D5.
import { at, repeated, type Chance } from './chance.js';

/** Of 624 households, 213 in forms that the source calls not complete. */
const FORMS = { TWO_PARENT: 411, SINGLE_PARENT: 96, GRANDPARENT_LED: 84, BLENDED: 33 } as const;
/** Of 624 caregivers, 526 whom the source calls illiterate or semi-literate. */
const EDUCATIONS = { NO_SCHOOLING: 217, LITERACY_CLASS: 309, PRIMARY: 58, JUNIOR: 31, SENIOR: 8, COLLEGE: 1 } as const;
/** Of 424 households with an event; several have more than one. */
const EVENTS = { ILLNESS: 280, DIVORCE: 104, ACCIDENT: 40, PARENT_DEATH_OR_DEPARTURE: 24, OTHER: 8 } as const;
const WITH_EVENT = 424;
const PERSONS = 2_558;
const [SMALLEST, LARGEST, USUAL] = [2, 9, 4] as const;

export type CohortForm = keyof typeof FORMS;
export type CohortEducation = keyof typeof EDUCATIONS;
export type CohortEvent = keyof typeof EVENTS;
export type CohortRelation = 'MOTHER' | 'FATHER' | 'STEP_PARENT' | 'GRANDMOTHER' | 'GRANDFATHER';

export interface CohortHousehold {
  readonly familyForm: CohortForm;
  readonly size: number;
  readonly originProvince: string;
  readonly caregiver: { readonly relation: CohortRelation; readonly education: CohortEducation };
  /** What happened, each kind once, and the year. */
  readonly events: readonly { readonly kind: CohortEvent; readonly year: number }[];
}

const CARERS: Readonly<Record<CohortForm, readonly CohortRelation[]>> = {
  TWO_PARENT: ['MOTHER', 'MOTHER', 'MOTHER', 'FATHER'],
  SINGLE_PARENT: ['MOTHER', 'FATHER'],
  GRANDPARENT_LED: ['GRANDMOTHER', 'GRANDMOTHER', 'GRANDFATHER'],
  BLENDED: ['MOTHER', 'FATHER', 'STEP_PARENT'],
};
const PROVINCES = ['安徽', '江苏', '河南', '四川', '山东', '湖北'] as const;

export function sponsoredHouseholds(dice: Chance): CohortHousehold[] {
  const forms = dice.shuffle(repeated(FORMS));
  const educations = dice.shuffle(repeated(EDUCATIONS));
  const sizes = sizesOf(dice, forms.length);
  const events = eventsOf(dice, forms.length);
  return forms.map((familyForm, index) => ({
    familyForm,
    size: at(sizes, index),
    originProvince: dice.pick(PROVINCES),
    caregiver: { relation: dice.pick(CARERS[familyForm]), education: at(educations, index) },
    events: [...at(events, index)].map((kind) => ({ kind, year: dice.between(2009, 2013) })),
  }));
}

/** Sizes that add up to the persons of the cohort: all as usual, then persons move from house to house. */
function sizesOf(dice: Chance, households: number): number[] {
  const sizes = Array.from({ length: households }, () => USUAL as number);
  const grow = (index: number, by: number): void => void (sizes[index] = at(sizes, index) + by);
  for (let left = PERSONS - USUAL * households; left > 0; left -= 1) grow(dice.below(households), 1);
  for (let move = 0; move < households; move += 1) {
    const [from, to] = [dice.below(households), dice.below(households)];
    if (at(sizes, from) <= SMALLEST || at(sizes, to) >= LARGEST) continue;
    grow(from, -1);
    grow(to, 1);
  }
  return sizes;
}

/** For each household the kinds of what happened: 424 of them have one at least, none has the same kind twice. */
function eventsOf(dice: Chance, households: number): ReadonlySet<CohortEvent>[] {
  const kinds = dice.shuffle(repeated(EVENTS));
  const sets = Array.from({ length: households }, () => new Set<CohortEvent>());
  const homes = dice.shuffle(sets).slice(0, WITH_EVENT);
  kinds.slice(0, WITH_EVENT).forEach((kind, index) => at(homes, index).add(kind));
  for (const kind of kinds.slice(WITH_EVENT)) {
    const without = homes.filter((home) => !home.has(kind));
    dice.pick(without).add(kind);
  }
  return sets;
}
