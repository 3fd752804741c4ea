// Who a programme is for: its criteria are settings, checked on the day of enrolment (P01).
import { ageOn, fromEpochDay, type LocalDate } from '../kernel/index.js';

/** What is left out asks nothing. */
export interface ProgrammeCriteria {
  /** Completed years. */
  readonly minAge?: number | undefined;
  readonly maxAge?: number | undefined;
  /** Codes of `SCHOOL_STAGES`; any of them will do. */
  readonly schoolStages?: readonly string[] | undefined;
  /** A child who goes to no school now is welcome too, whatever the stages say. */
  readonly allowOutOfSchool?: boolean | undefined;
  /** Codes of `REGISTRATIONS`; any of them will do. */
  readonly registrations?: readonly string[] | undefined;
  /** Codes of `CHILD_CATEGORIES`; any of them will do. */
  readonly categoriesAny?: readonly string[] | undefined;
}

/** What is known of a child; what is not known is left out. */
export interface EnrolmentFacts {
  readonly birthDate?: LocalDate | undefined;
  readonly schoolStage?: string | undefined;
  readonly registration?: string | undefined;
  readonly categories?: readonly string[] | undefined;
}

export const ENROLMENT_CRITERIA = ['AGE', 'SCHOOL_STAGE', 'REGISTRATION', 'CATEGORY', 'PERIOD'] as const;
export type EnrolmentCriterion = (typeof ENROLMENT_CRITERIA)[number];
export const ENROLMENT_REMEDIES = ['NONE', 'RECORD_FACT', 'WAIT_UNTIL', 'CORRECT_OR_OTHER', 'OTHER_PROGRAMME'] as const;
/**
 * What would satisfy it: write the fact down on the child's page; wait for a day; correct what was written, or look at
 * another programme; only another programme.
 */
export type EnrolmentRemedy = (typeof ENROLMENT_REMEDIES)[number];

export interface ProgrammeFinding {
  readonly criterion: EnrolmentCriterion;
  readonly outcome: 'MET' | 'NOT_MET' | 'UNKNOWN';
  readonly remedy: EnrolmentRemedy;
  /** Codes that would do, or the borders of the age as text. */
  readonly wanted: readonly string[];
  /** What stands on the child's page, as codes; empty where nothing does. */
  readonly found: readonly string[];
  /** From this day on it will be met, where waiting is the remedy. */
  readonly from?: LocalDate | undefined;
}

export const OUT_OF_SCHOOL = 'OUT_OF_SCHOOL';

export interface ProgrammeTerms {
  readonly criteria: ProgrammeCriteria;
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate | undefined;
}

/** One finding for each thing that the programme asks, met or not; never only the first. */
export function programmeFindings(terms: ProgrammeTerms, facts: EnrolmentFacts, on: LocalDate): ProgrammeFinding[] {
  const { criteria } = terms;
  return [
    period(terms, on),
    ...age(criteria, facts.birthDate, on),
    ...schoolStage(criteria, facts.schoolStage),
    ...oneOf('REGISTRATION', criteria.registrations, facts.registration === undefined ? [] : [facts.registration]),
    ...oneOf('CATEGORY', criteria.categoriesAny, facts.categories ?? []),
  ];
}

/** Whether a child may take a place: everything that is asked is known and met. */
export const mayEnrol = (findings: readonly ProgrammeFinding[]): boolean =>
  findings.every(({ outcome }) => outcome === 'MET');

function period({ startsOn, endsOn }: ProgrammeTerms, on: LocalDate): ProgrammeFinding {
  const asked = { criterion: 'PERIOD', wanted: endsOn ? [startsOn, endsOn] : [startsOn], found: [on] } as const;
  if (on < startsOn) return { ...asked, outcome: 'NOT_MET', remedy: 'WAIT_UNTIL', from: startsOn };
  if (endsOn !== undefined && endsOn < on) return { ...asked, outcome: 'NOT_MET', remedy: 'OTHER_PROGRAMME' };
  return { ...asked, outcome: 'MET', remedy: 'NONE' };
}

function age(criteria: ProgrammeCriteria, birthDate: LocalDate | undefined, on: LocalDate): ProgrammeFinding[] {
  const { minAge, maxAge } = criteria;
  if (minAge === undefined && maxAge === undefined) return [];
  const wanted = [minAge === undefined ? '' : String(minAge), maxAge === undefined ? '' : String(maxAge)];
  if (birthDate === undefined) {
    return [{ criterion: 'AGE', outcome: 'UNKNOWN', remedy: 'RECORD_FACT', wanted, found: [] }];
  }
  const years = ageOn(birthDate, on);
  const asked = { criterion: 'AGE', wanted, found: [String(years)] } as const;
  if (minAge !== undefined && years < minAge) {
    return [{ ...asked, outcome: 'NOT_MET', remedy: 'WAIT_UNTIL', from: birthday(birthDate, minAge) }];
  }
  if (maxAge !== undefined && years > maxAge) return [{ ...asked, outcome: 'NOT_MET', remedy: 'OTHER_PROGRAMME' }];
  return [{ ...asked, outcome: 'MET', remedy: 'NONE' }];
}

function schoolStage(criteria: ProgrammeCriteria, stage: string | undefined): ProgrammeFinding[] {
  const { schoolStages, allowOutOfSchool } = criteria;
  if (schoolStages === undefined || schoolStages.length === 0) return [];
  const wanted = allowOutOfSchool ? [...new Set([...schoolStages, OUT_OF_SCHOOL])] : schoolStages;
  return oneOf('SCHOOL_STAGE', wanted, stage === undefined ? [] : [stage]);
}

function oneOf(
  criterion: EnrolmentCriterion,
  wanted: readonly string[] | undefined,
  found: readonly string[],
): ProgrammeFinding[] {
  if (wanted === undefined || wanted.length === 0) return [];
  if (found.length === 0) return [{ criterion, outcome: 'UNKNOWN', remedy: 'RECORD_FACT', wanted, found }];
  return found.some((code) => wanted.includes(code))
    ? [{ criterion, outcome: 'MET', remedy: 'NONE', wanted, found }]
    : [{ criterion, outcome: 'NOT_MET', remedy: 'CORRECT_OR_OTHER', wanted, found }];
}

/** The first day of an age; a birthday on 29 February counts from 1 March in common years. */
function birthday(birthDate: LocalDate, years: number): LocalDate {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  return fromEpochDay(Date.UTC(year + years, month - 1, day) / 86_400_000);
}
