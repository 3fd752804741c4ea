// What is wrong with what somebody wrote about a household: every field, not only the first.
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  canonicalPhone,
  HIGHEST_NEED_PRIORITY,
  LOWEST_NEED_PRIORITY,
  type EducationLevel,
  type HouseholdRelation,
} from '@tongxing/shared/rules';

export interface Problem {
  readonly field: string;
  readonly code: string;
}
/** Somebody who looks after the children, as typed. */
export interface AdultInput {
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly relation: HouseholdRelation;
  readonly education?: EducationLevel | null | undefined;
  readonly isGuardian: boolean;
  readonly isCaregiver: boolean;
}
export interface HouseholdFacts {
  readonly size?: number | null | undefined;
  readonly originProvince?: string | null | undefined;
  readonly note?: string | null | undefined;
}

const LONGEST_NAME = 60;
const LONGEST_PROVINCE = 20;
const LONGEST_ADDRESS = 200;
const LONGEST_NOTE = 2_000;
const LARGEST_HOUSEHOLD = 30;

export function factProblems({ size, originProvince, note }: HouseholdFacts): Problem[] {
  return [
    ...(size != null && (size < 1 || size > LARGEST_HOUSEHOLD) ? [problem('size', 'OUT_OF_RANGE')] : []),
    ...tooLong('originProvince', originProvince, LONGEST_PROVINCE),
    ...tooLong('note', note, LONGEST_NOTE),
  ];
}

/** `at` says where in the input: `adult`, or `adults.0`. */
export function adultProblems(at: string, { name, phone, relation }: AdultInput): Problem[] {
  return [
    ...(name.trim() === '' ? [problem(`${at}.name`, 'REQUIRED')] : []),
    ...tooLong(`${at}.name`, name, LONGEST_NAME),
    // A child is somebody whom the agency has on file, with a page of their own.
    ...(relation === 'CHILD' ? [problem(`${at}.relation`, 'INVALID')] : []),
    ...(filled(phone) && canonicalPhone(phone) === undefined ? [problem(`${at}.phone`, 'INVALID')] : []),
  ];
}

/** Two of one household, or two primary caregivers: each who is too many. */
export function togetherProblems(adults: readonly AdultInput[]): Problem[] {
  const phones = adults.map(({ phone }) => (filled(phone) ? canonicalPhone(phone) : undefined));
  const caregivers = adults.flatMap(({ isCaregiver }, index) => (isCaregiver ? [index] : []));
  return [
    ...phones.flatMap((phone, index) =>
      phone !== undefined && phones.indexOf(phone) !== index ? [problem(`adults.${index}.phone`, 'TAKEN')] : [],
    ),
    ...caregivers.slice(1).map((index) => problem(`adults.${index}.isCaregiver`, 'ONLY_ONE')),
  ];
}

export const addressProblems = (address: string | null | undefined): Problem[] =>
  tooLong('address', address, LONGEST_ADDRESS);

export const noteProblems = (note: string | null | undefined): Problem[] => tooLong('note', note, LONGEST_NOTE);

/** Nothing is recorded ahead of its day, and nothing ends before it began. */
export function dayProblems(
  field: string,
  day: LocalDate | null | undefined,
  { today, notBefore }: { readonly today: LocalDate; readonly notBefore?: string | null | undefined },
): Problem[] {
  if (!day) return [];
  if (day > today) return [problem(field, 'IN_FUTURE')];
  return notBefore && day < notBefore ? [problem(field, 'BEFORE_BEGIN')] : [];
}

export const priorityProblems = (field: string, priority: number | null | undefined): Problem[] =>
  priority != null && (priority < LOWEST_NEED_PRIORITY || priority > HIGHEST_NEED_PRIORITY)
    ? [problem(field, 'OUT_OF_RANGE')]
    : [];

export const filled = (text: string | null | undefined): text is string => (text ?? '').trim() !== '';
export const trimmed = (text: string | null | undefined): string | undefined =>
  filled(text) ? text.trim() : undefined;

const problem = (field: string, code: string): Problem => ({ field, code });
const tooLong = (field: string, text: string | null | undefined, longest: number): Problem[] =>
  [...(text ?? '').trim()].length > longest ? [problem(field, 'TOO_LONG')] : [];
