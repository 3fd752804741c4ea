// The codes that the server can say of a roster. A spec reads the server's source and finds one that is missing here;
// the compiler finds one that has no words.

export const CELL_PROBLEMS = [
  'NAME_MISSING',
  'NAME_INVALID',
  'PHONE_MISSING',
  'PHONE_INVALID',
  'ID_NUMBER_INVALID',
  'ID_NUMBER_CHECK_DIGIT',
  'ID_NUMBER_BIRTH_DATE',
  'ID_NUMBER_GENDER',
  'GENDER_MISSING',
  'GENDER_UNKNOWN',
  'BIRTH_DATE_MISSING',
  'AGE_RANGE',
  'DATE_UNREADABLE',
  'DATE_IMPOSSIBLE',
  'DATE_IN_FUTURE',
  'END_BEFORE_START',
  'START_DATE_MISSING',
  'TIME_UNREADABLE',
  'TIME_ORDER',
  'LANGUAGE_UNKNOWN',
  'SKILL_UNKNOWN',
  'NEED_UNKNOWN',
  'PRIORITY_RANGE',
  'PLACES_RANGE',
  'CHECK_RESULT_UNKNOWN',
  'CHECK_RESULT_MISSING',
  'CHECK_DATE_MISSING',
  'TOO_LONG',
  'MORE_CELLS_THAN_COLUMNS',
  'DUPLICATE_IN_FILE',
  'ALREADY_REGISTERED',
  'REGISTERED_OTHERWISE',
  'TWO_PEOPLE',
  'AREA_UNKNOWN',
  'SUPERVISOR_UNKNOWN',
] as const;
export type CellProblem = (typeof CELL_PROBLEMS)[number];

/** Problems that are shown and do not hold a row back. */
export const HINTS: readonly CellProblem[] = ['AREA_UNKNOWN', 'SUPERVISOR_UNKNOWN'];
export const isHint = (code: string): boolean => HINTS.some((hint) => hint === code);

export const FILE_PROBLEMS = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'WORKBOOK_OLD',
  'WORKBOOK_LOCKED',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_TOO_LARGE',
  'WORKBOOK_CELL_UNREADABLE',
  'SHEETS_SEVERAL',
  'FILE_NOT_TEXT',
  'ENCODING_UNREADABLE',
  'SHEET_EMPTY',
  'QUOTE_NOT_CLOSED',
  'CSV_UNREADABLE',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'HEADER_NOT_FOUND',
  'COLUMNS_MISSING',
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

export const ROSTER_FIELDS = [
  'name',
  'gender',
  'idNumber',
  'birthDate',
  'languages',
  'area',
  'freeTimes',
  'phone',
  'skills',
  'places',
  'supervisorName',
  'trainedOn',
  'agreementSignedOn',
  'agreementUntil',
  'recordCheckedOn',
  'recordCheckResult',
  'school',
  'needs',
  'priority',
  'waitingSince',
  'companionGender',
  'guardianName',
  'guardianPhone',
  'guardianRelation',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];
