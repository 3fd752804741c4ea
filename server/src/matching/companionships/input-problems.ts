// What the forms of a companionship must hold, as codes by field; every wrong field, not only the first.
import { addDays, daysBetween, type LocalDate } from '@tongxing/shared/kernel';
import type { FamilyWord } from '../../disclosure/index.js';
import type { FieldProblem } from '../../platform/graphql/index.js';
import type { Plan } from './companionships.repository.js';

const LONGEST_NAME = 60;
const LONGEST_TEXT = 1000;
const LONGEST_CONSENT_DAYS = 730;
const FARTHEST_START_DAYS = 90;
const MOST_CONTACTS = 31;

/** Problems of a text that must be there. */
export function textProblem(field: string, text: string, longest = LONGEST_TEXT): FieldProblem[] {
  if (text.trim() === '') return [{ field, code: 'REQUIRED' }];
  return text.trim().length > longest ? [{ field, code: 'TOO_LONG' }] : [];
}

const past = (field: string, day: LocalDate, today: LocalDate): FieldProblem[] =>
  day > today ? [{ field, code: 'IN_THE_FUTURE' }] : [];

export function familyWordProblems(word: FamilyWord, today: LocalDate): FieldProblem[] {
  return [
    ...textProblem('guardianName', word.guardianName, LONGEST_NAME),
    ...textProblem('relation', word.relation, LONGEST_NAME),
    ...(word.method === 'WITNESSED' ? textProblem('witnessName', word.witnessName ?? '', LONGEST_NAME) : []),
    ...past('serviceAgreementSignedOn', word.serviceAgreementSignedOn, today),
    ...past('givenOn', word.givenOn, today),
    ...validUntilProblems(word),
    ...answerProblems(word, today),
  ];
}

function validUntilProblems({ givenOn, validUntil }: FamilyWord): FieldProblem[] {
  if (validUntil <= givenOn) return [{ field: 'validUntil', code: 'NOT_AFTER_START' }];
  return daysBetween(givenOn, validUntil) > LONGEST_CONSENT_DAYS
    ? [{ field: 'validUntil', code: 'TOO_FAR_AHEAD' }]
    : [];
}

function answerProblems({ childAnswer, childAnsweredOn }: FamilyWord, today: LocalDate): FieldProblem[] {
  if (childAnswer === 'NOT_ASKED') return [];
  if (!childAnsweredOn) return [{ field: 'childAnsweredOn', code: 'REQUIRED' }];
  return past('childAnsweredOn', childAnsweredOn, today);
}

export function planProblems(plan: Plan): FieldProblem[] {
  const inRange = Number.isInteger(plan.contactsPerMonth) && plan.contactsPerMonth >= 1;
  return [
    ...textProblem('taskGoal', plan.taskGoal),
    ...textProblem('processGoal', plan.processGoal),
    ...textProblem('meetingPlace', plan.meetingPlace, LONGEST_NAME * 2),
    ...(inRange && plan.contactsPerMonth <= MOST_CONTACTS ? [] : [{ field: 'contactsPerMonth', code: 'OUT_OF_RANGE' }]),
  ];
}

export function startProblems(startsOn: LocalDate, today: LocalDate): FieldProblem[] {
  if (startsOn < today) return [{ field: 'startsOn', code: 'IN_THE_PAST' }];
  return startsOn > addDays(today, FARTHEST_START_DAYS) ? [{ field: 'startsOn', code: 'TOO_FAR_AHEAD' }] : [];
}
