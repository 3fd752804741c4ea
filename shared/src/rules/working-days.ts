// Which days are worked in China: weekends, official days off and the weekend days that are worked instead of them.
import { addDays, localDate, toEpochDay, type LocalDate } from '../kernel/index.js';

/** OFF: a day off; WORK: worked, though it is a Saturday, a Sunday or a day off otherwise. */
export const DAY_MARKS = ['OFF', 'WORK'] as const;
export type DayMark = (typeof DAY_MARKS)[number];
export interface MarkedDay {
  readonly day: LocalDate;
  readonly mark: DayMark;
  readonly name: string;
  readonly nameEn: string;
}
export type DayMarks = ReadonlyMap<LocalDate, DayMark>;

interface Span {
  readonly name: string;
  readonly nameEn: string;
  readonly from: string;
  readonly days: number;
  /** Weekend days that are worked instead. */
  readonly worked?: readonly string[];
}
interface KnownYear {
  /** Whether the State Council has published the year; before, only the days of the law itself are known. */
  readonly announced: boolean;
  readonly spans: readonly Span[];
}

const NEW_YEAR = { name: '元旦', nameEn: 'New Year' };
const SPRING = { name: '春节', nameEn: 'Spring Festival' };
const QINGMING = { name: '清明节', nameEn: 'Qingming' };
const LABOUR = { name: '劳动节', nameEn: 'Labour Day' };
const DRAGON_BOAT = { name: '端午节', nameEn: 'Dragon Boat Festival' };
const MID_AUTUMN = { name: '中秋节', nameEn: 'Mid-Autumn Festival' };
const NATIONAL = { name: '国庆节', nameEn: 'National Day' };

/**
 * 2026: the State Council's notice of the year. 2027: the thirteen days of the regulation on days off for festivals and
 * memorial days (全国年节及纪念日放假办法, as of 2025), since the notice comes late in the year before.
 */
const KNOWN: ReadonlyMap<number, KnownYear> = new Map([
  [
    2026,
    {
      announced: true,
      spans: [
        { ...NEW_YEAR, from: '2026-01-01', days: 3, worked: ['2026-01-04'] },
        { ...SPRING, from: '2026-02-15', days: 9, worked: ['2026-02-14', '2026-02-28'] },
        { ...QINGMING, from: '2026-04-04', days: 3 },
        { ...LABOUR, from: '2026-05-01', days: 5, worked: ['2026-05-09'] },
        { ...DRAGON_BOAT, from: '2026-06-19', days: 3 },
        { ...MID_AUTUMN, from: '2026-09-25', days: 3 },
        { ...NATIONAL, from: '2026-10-01', days: 7, worked: ['2026-09-20', '2026-10-10'] },
      ],
    },
  ],
  [
    2027,
    {
      announced: false,
      spans: [
        { ...NEW_YEAR, from: '2027-01-01', days: 1 },
        { ...SPRING, from: '2027-02-05', days: 4 },
        { ...QINGMING, from: '2027-04-05', days: 1 },
        { ...LABOUR, from: '2027-05-01', days: 2 },
        { ...DRAGON_BOAT, from: '2027-06-09', days: 1 },
        { ...MID_AUTUMN, from: '2027-09-15', days: 1 },
        { ...NATIONAL, from: '2027-10-01', days: 3 },
      ],
    },
  ],
]);

/** Days of a year that are known without the agency's own table, in order; empty where none are. */
export function knownHolidays(year: number): readonly MarkedDay[] {
  const days = (KNOWN.get(year)?.spans ?? []).flatMap(
    ({ name, nameEn, from, days: count, worked = [] }): MarkedDay[] => [
      ...Array.from({ length: count }, (_day, at) => ({
        day: addDays(localDate(from), at),
        mark: 'OFF' as const,
        name,
        nameEn,
      })),
      ...worked.map((day) => ({ day: localDate(day), mark: 'WORK' as const, name, nameEn })),
    ],
  );
  return days.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Whether the official notice of a year is built in. */
export const isAnnounced = (year: number): boolean => KNOWN.get(year)?.announced ?? false;

/** Built-in marks with the agency's own over them. */
export function dayMarks(own: readonly Pick<MarkedDay, 'day' | 'mark'>[]): DayMarks {
  const known = [...KNOWN.keys()].flatMap(knownHolidays);
  return new Map([...known, ...own].map(({ day, mark }) => [day, mark]));
}

/** 1 January 1970 was a Thursday: Monday is 0. */
const weekdayOf = (day: LocalDate): number => (((toEpochDay(day) + 3) % 7) + 7) % 7;
const SATURDAY = 5;

export function isWorkingDay(day: LocalDate, marks: DayMarks): boolean {
  const mark = marks.get(day);
  return mark === undefined ? weekdayOf(day) < SATURDAY : mark === 'WORK';
}

/** The day on which the given number of working days after `from` is over; `from` itself is not counted. */
export function addWorkingDays(from: LocalDate, days: number, marks: DayMarks): LocalDate {
  let [day, left] = [from, days];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day, marks)) left -= 1;
  }
  return day;
}
