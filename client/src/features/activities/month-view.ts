// A month as weeks from Monday to Sunday, with the days around it that fill the first and the last week.
import { addDays, addMonths, localDate, parseLocalDate, toEpochDay, type LocalDate } from '@tongxing/shared/kernel';

export interface MonthDay {
  readonly day: LocalDate;
  /** Whether it belongs to the month itself. */
  readonly inside: boolean;
}

/** `2026-12` of an address, or the month of today where there is none or it is no month. */
export function monthOf(text: string | null, today: string): string {
  return text !== null && parseLocalDate(`${text}-01`) ? text : today.slice(0, 7);
}

export const otherMonth = (month: string, step: number): string =>
  addMonths(localDate(`${month}-01`), step).slice(0, 7);

export const firstOf = (month: string): LocalDate => localDate(`${month}-01`);
export const lastOf = (month: string): LocalDate => addDays(addMonths(firstOf(month), 1), -1);

/** A day of an address, or today where there is none or it is no day. */
export const dayOf = (text: string | null, today: string): LocalDate =>
  (text === null ? undefined : parseLocalDate(text)) ?? localDate(today);

/** The week of a day, from Monday to Sunday. */
export function weekOf(day: LocalDate): readonly MonthDay[] {
  const monday = addDays(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_day, at) => ({ day: addDays(monday, at), inside: true }));
}

/** 1 January 1970 was a Thursday: Monday is 0. */
const weekdayOf = (day: LocalDate): number => (toEpochDay(day) + 3) % 7;

export function weeksOf(month: string): readonly (readonly MonthDay[])[] {
  const [first, last] = [firstOf(month), lastOf(month)];
  const begin = addDays(first, -weekdayOf(first));
  const weeks = Math.ceil((toEpochDay(last) - toEpochDay(begin) + 1) / 7);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => {
      const day = addDays(begin, week * 7 + at);
      return { day, inside: day.startsWith(month) };
    }),
  );
}
