// What a team is told after its day (P13, P19, P42): one pack, soon, and nothing of a child.
import type { LocalDate } from '../kernel/index.js';
import { SMALLEST_CELL } from './small-cells.js';
import { addWorkingDays, type DayMarks } from './working-days.js';

/** Working days within which the pack is sent, from the day on which the activity was closed. */
export const PACK_WORKING_DAYS = 10;

export const packDue = (closedOn: LocalDate, marks: DayMarks): LocalDate =>
  addWorkingDays(closedOn, PACK_WORKING_DAYS, marks);

/**
 * How many children were there on one day, as a team may have it; undefined below the smallest cell. It is kept like this
 * when the first pack of the day is sent and never counted anew, so that no two reports differ by a few children.
 */
export const childrenForTeam = (there: number): number | undefined => (there < SMALLEST_CELL ? undefined : there);

/** One day of a team, as it was told. */
export interface ToldDay {
  readonly minutes: readonly number[];
  /** Undefined: few, or none. */
  readonly children: number | undefined;
  /** 1 to 5. */
  readonly taskReached: number | undefined;
  readonly processReached: number | undefined;
}
export interface ImpactNumbers {
  readonly days: number;
  /** Minutes of service, of everybody together. */
  readonly minutes: number;
  /** Times that a child took part, over the days of which a number may be told; undefined where there is none. */
  readonly children: number | undefined;
  /** How often each goal was reached, from 1 to 5, as a mean in tenths; undefined where nobody said. */
  readonly taskReached: number | undefined;
  readonly processReached: number | undefined;
}

/**
 * Sums over whole days. Children are counted as often as they came, never as how many different ones: between two reports the
 * number differs by whole days, each of at least the smallest cell.
 */
export function impactNumbers(days: readonly ToldDay[]): ImpactNumbers {
  const told = days.flatMap(({ children }) => children ?? []);
  return {
    days: days.length,
    minutes: sum(days.flatMap(({ minutes }) => minutes)),
    children: told.length === 0 ? undefined : sum(told),
    taskReached: tenths(days.flatMap(({ taskReached }) => taskReached ?? [])),
    processReached: tenths(days.flatMap(({ processReached }) => processReached ?? [])),
  };
}

/** Minutes as hours with one decimal, rounded half up: 95 are 1.6. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

const TENTHS = 10;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const tenths = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : Math.round((sum(numbers) * TENTHS) / numbers.length) / TENTHS;
