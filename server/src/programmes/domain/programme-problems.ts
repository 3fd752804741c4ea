// What a programme's settings may say.
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  CHILD_CATEGORIES,
  REGISTRATIONS,
  SCHOOL_STAGES,
  type Code,
  type ProgrammeCriteria,
} from '@tongxing/shared/rules';

interface Fields {
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly purpose: string | undefined;
  readonly criteria: ProgrammeCriteria;
  readonly places: number | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | undefined;
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}

const LONGEST = { name: 60, nameEn: 80, purpose: 300 } as const;
const MOST_PLACES = 100_000;
/** Whoever is older is no child to the agency. */
const OLDEST = 25;

/** Every field that needs another value, with why; `taken` are the names of the agency's other programmes. */
export function programmeProblems(fields: Fields, taken: readonly string[]): Problem[] {
  const { name, places, startsOn, endsOn, criteria } = fields;
  const typed = name.trim();
  return [
    ...(typed === '' ? [{ field: 'name', code: 'REQUIRED' }] : []),
    ...(taken.includes(typed) ? [{ field: 'name', code: 'TAKEN' }] : []),
    ...(['name', 'nameEn', 'purpose'] as const).flatMap((field) =>
      (fields[field]?.trim().length ?? 0) > LONGEST[field] ? [{ field, code: 'TOO_LONG' }] : [],
    ),
    ...(places !== undefined && !within(places, 1, MOST_PLACES) ? [{ field: 'places', code: 'OUT_OF_RANGE' }] : []),
    ...(endsOn !== undefined && endsOn < startsOn ? [{ field: 'endsOn', code: 'BEFORE_START' }] : []),
    ...criteriaProblems(criteria),
  ];
}

function criteriaProblems(criteria: ProgrammeCriteria): Problem[] {
  const { minAge, maxAge } = criteria;
  const ages = (['minAge', 'maxAge'] as const).flatMap((field) => {
    const age = criteria[field];
    return age !== undefined && !within(age, 0, OLDEST) ? [{ field, code: 'OUT_OF_RANGE' }] : [];
  });
  const order = minAge !== undefined && maxAge !== undefined && maxAge < minAge;
  return [
    ...ages,
    ...(order ? [{ field: 'maxAge', code: 'BELOW_MINIMUM' }] : []),
    ...unknown('schoolStages', SCHOOL_STAGES, criteria.schoolStages),
    ...unknown('registrations', REGISTRATIONS, criteria.registrations),
    ...unknown('categoriesAny', CHILD_CATEGORIES, criteria.categoriesAny),
  ];
}

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function unknown(field: string, table: readonly Code[], chosen: readonly string[] | undefined): Problem[] {
  const known = table.map(({ code }) => code);
  return (chosen ?? []).every((code) => known.includes(code)) ? [] : [{ field, code: 'UNKNOWN_WORD' }];
}
