// What cannot be kept of a course or a session as it was typed: every wrong field, each with a code.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import {
  LONGEST_COURSE_ABOUT,
  LONGEST_COURSE_TITLE,
  LONGEST_SESSION_LINK,
  LONGEST_SESSION_PLACE,
  LONGEST_VALIDITY_MONTHS,
  MOST_SEATS,
  type CourseKind,
  type CourseLessons,
  type CourseWay,
  type ServiceTask,
} from '@tongxing/shared/rules';

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
}
export interface CourseSaid {
  readonly title: string;
  readonly about: string;
  readonly kind: CourseKind;
  readonly way: CourseWay;
  readonly lessons: CourseLessons | undefined;
  readonly tasks: readonly ServiceTask[];
  /** Undefined: as long as the agency's setting says. */
  readonly validMonths: number | undefined;
}
export interface SessionSaid {
  readonly happensOn: LocalDate;
  readonly startMinute: number;
  readonly minutes: number;
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly seats: number;
}

const MINUTES_A_DAY = 1440;
const LONGEST_SESSION = 600;
const WITHIN_DAYS = 366;
const LONGEST_REQUEST_ID = 64;

export function courseProblems(said: CourseSaid): FieldProblem[] {
  const problems = [
    ...textProblems('title', said.title, LONGEST_COURSE_TITLE, true),
    ...textProblems('about', said.about, LONGEST_COURSE_ABOUT, true),
  ];
  if (said.tasks.length === 0) problems.push({ field: 'tasks', code: 'REQUIRED' });
  if (said.way !== 'SESSIONS' && said.lessons === undefined) problems.push({ field: 'lessons', code: 'REQUIRED' });
  if (said.validMonths !== undefined && !isWhole(said.validMonths, 1, LONGEST_VALIDITY_MONTHS)) {
    problems.push({ field: 'validMonths', code: 'OUT_OF_RANGE' });
  }
  return problems;
}

export function sessionProblems(said: SessionSaid, today: LocalDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (said.happensOn < today) problems.push({ field: 'happensOn', code: 'IN_THE_PAST' });
  if (said.happensOn > addDays(today, WITHIN_DAYS)) problems.push({ field: 'happensOn', code: 'TOO_FAR' });
  if (!isWhole(said.startMinute, 0, MINUTES_A_DAY - 1)) problems.push({ field: 'startMinute', code: 'OUT_OF_RANGE' });
  const ends = said.startMinute + said.minutes;
  if (!isWhole(said.minutes, 10, LONGEST_SESSION) || ends > MINUTES_A_DAY) {
    problems.push({ field: 'minutes', code: 'OUT_OF_RANGE' });
  }
  if (!isWhole(said.seats, 1, MOST_SEATS)) problems.push({ field: 'seats', code: 'OUT_OF_RANGE' });
  problems.push(...textProblems('place', said.place ?? '', LONGEST_SESSION_PLACE, said.link === undefined));
  problems.push(...textProblems('link', said.link ?? '', LONGEST_SESSION_LINK, false));
  if (said.link !== undefined && !said.link.trim().startsWith('https://')) {
    problems.push({ field: 'link', code: 'NOT_HTTPS' });
  }
  return problems;
}

export const requestProblems = (requestId: string): FieldProblem[] =>
  requestId === '' || requestId.length > LONGEST_REQUEST_ID ? [{ field: 'requestId', code: 'REQUEST_ID_LENGTH' }] : [];

export function textProblems(field: string, text: string, longest: number, required: boolean): FieldProblem[] {
  const { length } = text.trim();
  if (required && length === 0) return [{ field, code: 'REQUIRED' }];
  return length > longest ? [{ field, code: 'TOO_LONG' }] : [];
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;
