// What cannot be written down of a talk as it is: every wrong field, each with a code.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import {
  LARGEST_GROUP,
  LONGEST_SUPERVISION_LINE,
  LONGEST_SUPERVISION_TEXT,
  MOST_ACTIONS,
  WELLBEING_STEPS,
  type SupervisionFormat,
} from '@tongxing/shared/rules';

/** A wrong field, and what is wrong with it. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
}

const MINUTES_A_DAY = 1440;
const LONGEST_REQUEST_ID = 64;
/** A talk is written down within so many days. */
const WRITTEN_WITHIN_DAYS = 60;
const PLANNED_WITHIN_DAYS = 366;
const LONGEST_TALK = 600;

export interface PlannedTalk {
  readonly volunteerIds: readonly string[];
  readonly format: SupervisionFormat;
  readonly plannedOn: LocalDate;
  readonly startMinute: number;
  readonly requestId: string;
}
export interface HeldSeat {
  readonly volunteerId: string;
  readonly came: boolean;
  readonly wellbeing: number | undefined;
  readonly note: string | undefined;
  readonly praise: string | undefined;
}
export interface AgreedAction {
  /** Null: whoever leads the talk. */
  readonly volunteerId: string | undefined;
  readonly text: string;
  readonly dueOn: LocalDate;
}
export interface HeldTalk {
  readonly heldOn: LocalDate;
  readonly minutes: number;
  readonly topics: string;
  readonly seats: readonly HeldSeat[];
  readonly actions: readonly AgreedAction[];
}

export function planProblems(talk: PlannedTalk, today: LocalDate): FieldProblem[] {
  const count = new Set(talk.volunteerIds).size;
  const fits = talk.format === 'INDIVIDUAL' ? count === 1 : count >= 2 && count <= LARGEST_GROUP;
  const problems: FieldProblem[] = [];
  if (!fits || count !== talk.volunteerIds.length) problems.push({ field: 'volunteerIds', code: 'OUT_OF_RANGE' });
  if (talk.plannedOn < today) problems.push({ field: 'plannedOn', code: 'IN_THE_PAST' });
  if (talk.plannedOn > addDays(today, PLANNED_WITHIN_DAYS)) problems.push({ field: 'plannedOn', code: 'TOO_FAR' });
  if (!isWhole(talk.startMinute, 0, MINUTES_A_DAY - 1)) problems.push({ field: 'startMinute', code: 'OUT_OF_RANGE' });
  if (talk.requestId === '' || talk.requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}

/** `expected` are the volunteers who have a seat. */
export function heldProblems(talk: HeldTalk, expected: readonly string[], today: LocalDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (talk.heldOn > today) problems.push({ field: 'heldOn', code: 'IN_THE_FUTURE' });
  if (talk.heldOn < addDays(today, -WRITTEN_WITHIN_DAYS)) problems.push({ field: 'heldOn', code: 'TOO_LONG_AGO' });
  if (!isWhole(talk.minutes, 1, LONGEST_TALK)) problems.push({ field: 'minutes', code: 'OUT_OF_RANGE' });
  problems.push(...textProblems('topics', talk.topics, LONGEST_SUPERVISION_TEXT, true));
  const named = talk.seats.map(({ volunteerId }) => volunteerId);
  const all = named.length === expected.length && new Set(named).size === named.length;
  if (!all || named.some((id) => !expected.includes(id))) problems.push({ field: 'seats', code: 'OUT_OF_RANGE' });
  if (!talk.seats.some(({ came }) => came)) problems.push({ field: 'seats', code: 'NOBODY_CAME' });
  for (const { wellbeing, note, praise } of talk.seats) {
    if (wellbeing !== undefined && !isWhole(wellbeing, 0, WELLBEING_STEPS - 1)) {
      problems.push({ field: 'seats', code: 'WELLBEING' });
    }
    problems.push(...textProblems('note', note ?? '', LONGEST_SUPERVISION_TEXT, false));
    problems.push(...textProblems('praise', praise ?? '', LONGEST_SUPERVISION_TEXT, false));
  }
  return [...problems, ...actionProblems(talk, named)];
}

function actionProblems({ actions, heldOn }: HeldTalk, named: readonly string[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (actions.length > MOST_ACTIONS) problems.push({ field: 'actions', code: 'TOO_MANY' });
  for (const { volunteerId, text, dueOn } of actions) {
    problems.push(...textProblems('actions', text, LONGEST_SUPERVISION_LINE, true));
    if (dueOn < heldOn) problems.push({ field: 'actions', code: 'IN_THE_PAST' });
    if (volunteerId !== undefined && !named.includes(volunteerId)) {
      problems.push({ field: 'actions', code: 'OUT_OF_RANGE' });
    }
  }
  return problems;
}

export function textProblems(field: string, text: string, longest: number, required: boolean): FieldProblem[] {
  const { length } = text.trim();
  if (required && length === 0) return [{ field, code: 'REQUIRED' }];
  return length > longest ? [{ field, code: 'TOO_LONG' }] : [];
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;
