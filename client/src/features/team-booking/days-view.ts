// What the catalogue shows of the days that came: its period, and which of them suit a team.
import { addDays, addMonths, localDate, type LocalDate } from '@tongxing/shared/kernel';
import type { CapacityLimit, TeamTasks } from '../../gql/graphql.js';

export interface Places {
  readonly tasks: TeamTasks;
  readonly free: number;
  readonly binding: CapacityLimit;
}
interface Day {
  readonly kind: string;
  readonly otherTasks?: string | null;
  readonly places: readonly Places[];
}
export interface DayWish {
  /** Empty: any kind. */
  readonly kind: string;
  /** Empty: whatever is done. */
  readonly tasks: string;
  /** As typed; nothing that is no number of people counts. */
  readonly people: string;
}

const MONTHS_SHOWN = 3;
const MONTHS_OFFERED = 13;
/** As an address names one. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** One month where the address names one, else three months from today on. */
export function periodOf(month: string, today: string): { readonly from: LocalDate; readonly to: LocalDate } {
  if (!MONTH.test(month)) return { from: localDate(today), to: addMonths(localDate(today), MONTHS_SHOWN) };
  const first = localDate(`${month}-01`);
  return { from: first, to: addDays(addMonths(first, 1), -1) };
}

/** This month and the twelve after it, as `2026-12`. */
export const monthsFrom = (today: string): readonly string[] =>
  Array.from({ length: MONTHS_OFFERED }, (_none, index) =>
    addMonths(localDate(`${today.slice(0, 7)}-01`), index).slice(0, 7),
  );

/** A whole number of people from 1 to 500; undefined for other texts. */
export function peopleOf(typed: string): number | undefined {
  const people = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return people >= 1 && people <= 500 ? people : undefined;
}

/** Tasks that there are on this day at all, whether or not a place is free. */
export const tasksOf = (day: Day): readonly Places[] =>
  day.places.filter(({ tasks }) => tasks === 'WITH_CHILDREN' || (day.otherTasks ?? '') !== '');

export function suits(day: Day, wish: DayWish): boolean {
  if (wish.kind !== '' && day.kind !== wish.kind) return false;
  const own = tasksOf(day).filter(({ tasks }) => wish.tasks === '' || tasks === wish.tasks);
  const least = peopleOf(wish.people);
  // Asked for tasks with children, a day on which nobody can meet any more does not suit, even without a number.
  return own.some(({ free }) => (least === undefined ? wish.tasks === '' || free > 0 : free >= least));
}
