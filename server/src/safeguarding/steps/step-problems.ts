// What is wrong with a step as it was typed: by the table that the page goes by too.
import { AUTHORITIES, CONCERN_STEP_FIELDS, CONCERN_STEPS, type ConcernStepField } from '@tongxing/shared/rules';
import type { FieldProblem } from '../../platform/graphql/index.js';
import type { NewStep } from './concern-steps.repository.js';

const LONGEST_WORDS = 4000;
const LONGEST_REFERENCE = 80;
export const LONGEST_REQUEST_ID = 64;

/** Every wrong field; `now` as ISO. A report cannot have happened later than now. */
export function stepProblems(step: NewStep, now: string): FieldProblem[] {
  const { needs, takes = [] } = CONCERN_STEPS[step.kind];
  const problems: FieldProblem[] = [];
  for (const field of CONCERN_STEP_FIELDS) {
    const given = isGiven(step, field);
    if (needs.includes(field) && !given) problems.push({ field, code: 'REQUIRED' });
    if (given && !needs.includes(field) && !takes.includes(field)) problems.push({ field, code: 'NOT_OF_THIS_STEP' });
  }
  if ((step.words?.length ?? 0) > LONGEST_WORDS) problems.push({ field: 'words', code: 'TOO_LONG' });
  if ((step.reference?.length ?? 0) > LONGEST_REFERENCE) problems.push({ field: 'reference', code: 'TOO_LONG' });
  if (step.happenedAt !== undefined && step.happenedAt > now)
    problems.push({ field: 'happenedAt', code: 'IN_THE_FUTURE' });
  if (step.authority !== undefined && !AUTHORITIES.includes(step.authority)) {
    problems.push({ field: 'authority', code: 'UNKNOWN' });
  }
  if (step.requestId === '' || step.requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}

function isGiven(step: NewStep, field: ConcernStepField): boolean {
  const value = step[field];
  return value !== undefined && value !== '';
}
