// What can be wrong with one cell of a roster. Codes only: the client has the words.

export type CellProblem =
  | 'NAME_MISSING'
  | 'NAME_INVALID'
  | 'PHONE_MISSING'
  | 'PHONE_INVALID'
  | 'ID_NUMBER_INVALID'
  | 'ID_NUMBER_CHECK_DIGIT'
  | 'ID_NUMBER_BIRTH_DATE'
  | 'ID_NUMBER_GENDER'
  | 'GENDER_MISSING'
  | 'GENDER_UNKNOWN'
  | 'BIRTH_DATE_MISSING'
  | 'AGE_RANGE'
  | 'DATE_UNREADABLE'
  | 'DATE_IMPOSSIBLE'
  | 'DATE_IN_FUTURE'
  | 'END_BEFORE_START'
  | 'START_DATE_MISSING'
  | 'TIME_UNREADABLE'
  | 'TIME_ORDER'
  | 'LANGUAGE_UNKNOWN'
  | 'SKILL_UNKNOWN'
  | 'NEED_UNKNOWN'
  | 'PRIORITY_RANGE'
  | 'PLACES_RANGE'
  | 'CHECK_RESULT_UNKNOWN'
  | 'CHECK_RESULT_MISSING'
  | 'CHECK_DATE_MISSING'
  | 'TOO_LONG'
  | 'MORE_CELLS_THAN_COLUMNS'
  | 'DUPLICATE_IN_FILE'
  | 'ALREADY_REGISTERED'
  | 'REGISTERED_OTHERWISE'
  | 'TWO_PEOPLE'
  | 'AREA_UNKNOWN'
  | 'SUPERVISOR_UNKNOWN';

/** Problems that are shown and do not hold the row back: the distance or the supervisor is simply not known yet. */
const WARNINGS: readonly CellProblem[] = ['AREA_UNKNOWN', 'SUPERVISOR_UNKNOWN'];

export function isWarning(problem: CellProblem): boolean {
  return WARNINGS.includes(problem);
}
