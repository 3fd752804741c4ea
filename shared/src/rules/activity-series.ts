// The days of a series of activities: every week, every second week, or every month on the same date.
import { addDays, addMonths, type LocalDate } from '../kernel/index.js';
import type { MarkedDay } from './working-days.js';

export const SERIES_RHYTHMS = ['WEEK', 'FORTNIGHT', 'MONTH'] as const;
export type SeriesRhythm = (typeof SERIES_RHYTHMS)[number];

export const SERIES_LIMITS = { least: 2, most: 60, name: 80 } as const;

/** How somebody wants an activity to be repeated: a number of times, or until a day. */
export interface SeriesWish {
  readonly every: SeriesRhythm;
  /** Occasions that are held; what is skipped does not count. */
  readonly times: number | undefined;
  /** The last day on which there may be one. */
  readonly until: LocalDate | undefined;
  /** Marked days on which it is held all the same. */
  readonly keep: readonly LocalDate[];
}
/** A day of the rhythm that falls on a holiday, or on a weekend day on which children are at school. */
export type SkippedDay = MarkedDay;

export interface SeriesDays {
  readonly days: readonly LocalDate[];
  readonly skipped: readonly SkippedDay[];
  /** Marked days that are kept, as they were asked for. */
  readonly kept: readonly SkippedDay[];
}
export interface SeriesProblem {
  readonly field: 'times' | 'until' | 'keep';
  readonly code: 'REQUIRED' | 'BOTH' | 'OUT_OF_RANGE' | 'TOO_FEW' | 'TOO_MANY' | 'TOO_FAR';
}

/** What has to be said differently before days can be counted. */
export function seriesProblems({ times, until, keep }: SeriesWish, first: LocalDate): SeriesProblem[] {
  const { least, most } = SERIES_LIMITS;
  if (times === undefined && until === undefined) return [{ field: 'times', code: 'REQUIRED' }];
  if (times !== undefined && until !== undefined) return [{ field: 'until', code: 'BOTH' }];
  const inRange = times === undefined || (Number.isInteger(times) && times >= least && times <= most);
  return [
    ...(inRange ? [] : [{ field: 'times' as const, code: 'OUT_OF_RANGE' as const }]),
    ...(until !== undefined && until <= first ? [{ field: 'until' as const, code: 'OUT_OF_RANGE' as const }] : []),
    ...(keep.length > most ? [{ field: 'keep' as const, code: 'OUT_OF_RANGE' as const }] : []),
  ];
}

/**
 * The days of a series, from `first` on, none after `last`.
 *
 * Marked days are left out unless they are kept. A month that has no such date takes its last day, and the next one has
 * the date again: 31 January, 28 February, 31 March. For a wish without `seriesProblems`.
 */
export function seriesDays(
  first: LocalDate,
  wish: SeriesWish,
  { marked, last }: { readonly marked: ReadonlyMap<LocalDate, MarkedDay>; readonly last: LocalDate },
): SeriesDays | SeriesProblem {
  const [days, skipped, kept]: [LocalDate[], SkippedDay[], SkippedDay[]] = [[], [], []];
  const end = wish.until !== undefined && wish.until < last ? wish.until : last;
  const enough = wish.times ?? SERIES_LIMITS.most + 1;
  for (let at = 0; days.length < enough; at += 1) {
    const day = nth(first, wish.every, at);
    if (day > end) break;
    const mark = marked.get(day);
    const isKept = wish.keep.includes(day);
    if (mark) (isKept ? kept : skipped).push(mark);
    if (!mark || isKept) days.push(day);
  }
  const field = wish.times === undefined ? 'until' : 'times';
  if (days.length > SERIES_LIMITS.most) return { field, code: 'TOO_MANY' };
  if (wish.times !== undefined && days.length < wish.times) return { field, code: 'TOO_FAR' };
  if (days.length < SERIES_LIMITS.least) return { field, code: 'TOO_FEW' };
  return { days, skipped, kept };
}

function nth(first: LocalDate, every: SeriesRhythm, at: number): LocalDate {
  if (every === 'MONTH') return addMonths(first, at);
  return addDays(first, at * (every === 'WEEK' ? 7 : 14));
}
