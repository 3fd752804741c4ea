// What a year, a line of its catalogue and a company's wish may say.
import type { ActivityKind, TeamTasks } from '@tongxing/shared/rules';

/** A day on which an activity could be held; with its activity where it is planned already. */
export interface EntryDay {
  readonly day: string;
  readonly activityId: string | null;
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}
export interface EntryFields {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly taskGoal: string;
  readonly venueId: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly children: number;
  readonly childrenPerAdult: number;
  readonly mostGuests: number;
  readonly workers: number;
  /** In fen, as digits. */
  readonly costPerGuest: string;
  readonly hasOtherTasks: boolean;
  readonly days: readonly string[];
  /** Activities that are planned already; each has its own day. */
  readonly activityIds: readonly string[];
  readonly times: number;
}
export interface WishFields {
  readonly people: number;
  /** In fen, as digits; undefined where it is not said. */
  readonly budget: string | undefined;
  readonly mostDays: number;
  readonly months: readonly number[];
  readonly tasks: TeamTasks;
  readonly wishes: readonly string[];
}
export interface DesignFields {
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
}

export const MOST_WISHES = 5;
const LONGEST = { theme: 80, themeEn: 120, taskGoal: 300, processGoal: 300, childrenPart: 500, reason: 300 } as const;
const DAY_MINUTES = 24 * 60;
const MOST_DAYS = 60;
const MOST_PEOPLE = 500;
const AMOUNT = /^\d{1,9}$/;

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const wrong = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);
const text = (field: keyof typeof LONGEST, said: string, required: boolean): Problem[] => [
  ...wrong(field, 'REQUIRED', required && said.trim() === ''),
  ...wrong(field, 'TOO_LONG', said.trim().length > LONGEST[field]),
];

export function yearProblems(year: number, wishesUntil: string, today: string): Problem[] {
  const now = Number(today.slice(0, 4));
  return [
    ...wrong('year', 'OUT_OF_RANGE', !within(year, now, now + 2)),
    ...wrong('wishesUntil', 'IN_THE_PAST', wishesUntil < today),
    ...wrong('wishesUntil', 'TOO_FAR', wishesUntil > `${String(year)}-12-31`),
  ];
}

/** `days`: with those of planned activities. */
export function entryProblems(fields: EntryFields, days: readonly EntryDay[], year: number): Problem[] {
  const { startMinute, endMinute } = fields;
  return [
    ...text('theme', fields.theme, true),
    ...text('themeEn', fields.themeEn, false),
    ...text('taskGoal', fields.taskGoal, true),
    ...wrong('startMinute', 'OUT_OF_RANGE', !within(startMinute, 0, DAY_MINUTES - 1)),
    ...wrong('endMinute', 'BEFORE_START', !within(endMinute, startMinute + 1, DAY_MINUTES)),
    ...wrong('children', 'OUT_OF_RANGE', !within(fields.children, 0, MOST_PEOPLE)),
    ...wrong('childrenPerAdult', 'OUT_OF_RANGE', !within(fields.childrenPerAdult, 1, 30)),
    ...wrong('mostGuests', 'OUT_OF_RANGE', !within(fields.mostGuests, 1, MOST_PEOPLE)),
    ...wrong('workers', 'OUT_OF_RANGE', !within(fields.workers, 1, 50)),
    ...wrong('costPerGuest', 'NOT_AN_AMOUNT', !AMOUNT.test(fields.costPerGuest)),
    ...wrong('days', 'REQUIRED', days.length === 0),
    ...wrong('days', 'TOO_MANY', days.length > MOST_DAYS),
    ...wrong('days', 'OUT_OF_RANGE', !days.every(({ day }) => day.startsWith(`${String(year)}-`))),
    ...wrong('times', 'OUT_OF_RANGE', !within(fields.times, 1, MOST_DAYS)),
  ];
}

/** `entryIds`: of the year. */
export function wishProblems(fields: WishFields, entryIds: ReadonlySet<string>): Problem[] {
  const { people, budget, mostDays, months, wishes } = fields;
  return [
    ...wrong('people', 'OUT_OF_RANGE', !within(people, 1, MOST_PEOPLE)),
    ...wrong('budget', 'NOT_AN_AMOUNT', budget !== undefined && !AMOUNT.test(budget)),
    ...wrong('mostDays', 'OUT_OF_RANGE', !within(mostDays, 1, 12)),
    ...wrong('months', 'OUT_OF_RANGE', !months.every((month) => within(month, 1, 12))),
    ...wrong('wishes', 'TOO_MANY', wishes.length > MOST_WISHES),
    ...wrong('wishes', 'TWICE', new Set(wishes).size !== wishes.length),
    ...wrong('wishes', 'UNKNOWN', !wishes.every((id) => entryIds.has(id))),
  ];
}

export const designProblems = (fields: DesignFields): Problem[] => [
  ...text('taskGoal', fields.taskGoal, true),
  ...text('processGoal', fields.processGoal, true),
  ...text('childrenPart', fields.childrenPart, true),
];

export const reasonProblems = (reason: string, required: boolean): Problem[] => text('reason', reason, required);
