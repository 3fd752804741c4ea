// What the board of supervision shows: who comes first, how full a supervisor is, and how long nobody has been seen.
import { addDays, daysBetween, type LocalDate } from '@tongxing/shared/kernel';
import type { BoardVolunteer_SupervisedFragment, SupervisionBoardQuery } from '../../gql/graphql.js';

export type BoardVolunteer = Omit<BoardVolunteer_SupervisedFragment, '__typename' | ' $fragmentName'>;
export type Delegate = SupervisionBoardQuery['supervisionBoard']['delegates'][number];
export interface Column {
  /** The supervisor; undefined for those who belong to nobody. */
  readonly personId: string | undefined;
  readonly name: string;
  readonly places: number;
  readonly held: number;
  readonly volunteers: readonly BoardVolunteer[];
}
export type Fullness = 'ROOM' | 'NEARLY' | 'FULL';

/** From nine tenths on there is hardly room. */
const NEARLY = 0.9;
export function fullness({ places, held }: Pick<Column, 'places' | 'held'>): Fullness {
  if (held >= places) return 'FULL';
  return held >= places * NEARLY ? 'NEARLY' : 'ROOM';
}

const firstDue = ({ individualDueOn, groupDueOn }: BoardVolunteer): string =>
  individualDueOn < groupDueOn ? individualDueOn : groupDueOn;

/** Whoever has waited longest comes first. */
export const inOrderOfNeed = (volunteers: readonly BoardVolunteer[]): BoardVolunteer[] =>
  [...volunteers].sort((a, b) => (firstDue(a) < firstDue(b) ? -1 : firstDue(a) > firstDue(b) ? 1 : 0));

export const overdueOf = (volunteers: readonly BoardVolunteer[]): BoardVolunteer[] =>
  inOrderOfNeed(volunteers).filter(({ overdue }) => overdue.length > 0);

export type Heat = 'SEEN' | 'NEAR' | 'LATE' | 'NOT_YET';
export interface HeatCell {
  /** The last day of the week. */
  readonly endsOn: LocalDate;
  readonly heat: Heat;
  /** Whole weeks without a talk at the end of this week; 0 where there was one in it. */
  readonly weeks: number;
}
export interface HeatRow {
  readonly volunteer: BoardVolunteer;
  readonly cells: readonly HeatCell[];
}

const WEEK = 7;
/** The last days of so many weeks of seven days, the last of them ending today. */
export const weekEnds = (today: LocalDate, weeks: number): LocalDate[] =>
  Array.from({ length: weeks }, (_, at) => addDays(today, -WEEK * (weeks - 1 - at)));

/**
 * Week by week how long somebody had not been seen. A talk of either kind counts as seen; without one it counts from the
 * day on which they came to their supervisor, who owes nothing for the time before.
 *
 * @param intervalDays after how many days without a talk a week is late
 */
export function heatRow(volunteer: BoardVolunteer, ends: readonly LocalDate[], intervalDays: number): HeatRow {
  const since = volunteer.since as LocalDate;
  const seen = [...volunteer.seenOn, volunteer.individualOn, volunteer.groupOn].filter((day) => !!day) as LocalDate[];
  const cells = ends.map((endsOn): HeatCell => {
    const last = seen
      .filter((day) => day <= endsOn)
      .sort()
      .at(-1);
    if (last !== undefined && daysBetween(last, endsOn) < WEEK) return { endsOn, heat: 'SEEN', weeks: 0 };
    const weeks = Math.floor(daysBetween(last ?? since, endsOn) / WEEK);
    if (weeks < 0) return { endsOn, heat: 'NOT_YET', weeks: 0 };
    const owedFor = daysBetween(last !== undefined && last > since ? last : since, endsOn);
    return { endsOn, heat: owedFor > intervalDays ? 'LATE' : 'NEAR', weeks };
  });
  return { volunteer, cells };
}
