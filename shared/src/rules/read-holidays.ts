// A table of holidays as others hand it over: CSV (day, off or worked, name) or a calendar file. Read the same on both sides.
import { addDays, parseLocalDate, type LocalDate } from '../kernel/index.js';
import type { DayMark } from './working-days.js';

export interface ReadDay {
  readonly day: LocalDate;
  readonly mark: DayMark;
  readonly name: string;
}
export type UnreadWhy = 'NO_DAY' | 'NO_MARK' | 'TWICE';
export interface UnreadLine {
  /** Counted from 1: the line of a CSV, the entry of a calendar. */
  readonly line: number;
  readonly text: string;
  readonly why: UnreadWhy;
}
export interface ReadHolidays {
  readonly days: readonly ReadDay[];
  readonly unread: readonly UnreadLine[];
}

/** Longer texts and spans are no table of holidays. */
export const MOST_HOLIDAY_LETTERS = 200_000;
const MOST_DAYS = 31;
const LONGEST_NAME = 40;
const WORKED = /班|(?<!非)工作|alternate-workday|^work(ed|day|ing ?day)?$/i;
const OFF = /休|假|非工作|\boff\b|holiday/i;

/** Every day that can be read, in order, and every line that cannot, with why. Nothing is guessed. */
export function readHolidays(text: string): ReadHolidays {
  const raw = /BEGIN:VCALENDAR/i.test(text) ? calendarRows(text) : tableRows(text);
  const days = new Map<LocalDate, ReadDay>();
  const unread: UnreadLine[] = [];
  for (const { line, said, from, count, marked, name } of raw) {
    const why = (reason: UnreadWhy) => unread.push({ line, text: said.slice(0, 80), why: reason });
    const mark: DayMark | undefined = WORKED.test(marked) ? 'WORK' : OFF.test(marked) ? 'OFF' : undefined;
    if (!from || count < 1 || count > MOST_DAYS) why('NO_DAY');
    else if (!mark) why('NO_MARK');
    else {
      const all = Array.from({ length: count }, (_day, at) => addDays(from, at));
      if (all.some((day) => days.get(day) !== undefined && days.get(day)?.mark !== mark)) why('TWICE');
      else for (const day of all) days.set(day, { day, mark, name: name.slice(0, LONGEST_NAME) });
    }
  }
  return { days: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)), unread };
}

interface RawDay {
  readonly line: number;
  readonly said: string;
  readonly from: LocalDate | undefined;
  readonly count: number;
  /** Where it is said whether the day is off or worked. */
  readonly marked: string;
  readonly name: string;
}

/** `2027-02-05,休,春节`; a heading is passed over. */
function tableRows(text: string): RawDay[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((said, at) => ({ said, line: at + 1 }))
    .filter(({ said, line }) => said.trim() !== '' && !(line === 1 && !/\d/.test(said)))
    .map(({ said, line }) => {
      const [day = '', marked = '', name = ''] = said
        .split(/[,，;\t]/)
        .map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
      return { line, said, from: dayOf(day), count: 1, marked, name };
    });
}

function calendarRows(text: string): RawDay[] {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const rows: RawDay[] = [];
  let event: Map<string, string> | undefined;
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) event = new Map();
    else if (/^END:VEVENT$/i.test(line) && event) {
      rows.push(rowOf(event, rows.length + 1));
      event = undefined;
    } else if (event) {
      const [, name = '', value = ''] = /^([\w-]+)[^:]*:(.*)$/.exec(line) ?? [];
      event.set(name.toUpperCase(), value);
    }
  }
  return rows;
}

function rowOf(event: ReadonlyMap<string, string>, line: number): RawDay {
  const summary = (event.get('SUMMARY') ?? '').replaceAll(/\\([\\;,])/g, '$1');
  const special = event.get('X-APPLE-SPECIAL-DAY') ?? '';
  const from = dayOf(event.get('DTSTART') ?? '');
  // The end of a whole day's entry is the day after it.
  const until = dayOf(event.get('DTEND') ?? '');
  const count = from && until && until > from ? Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) : 1;
  const name = summary.replace(/[（(].*|\s.*/, '');
  return { line, said: summary, from, count, marked: special === '' ? summary : special, name };
}

/** 2027-02-05, 2027/2/5, 2027年2月5日 and 20270205, with or without a time behind it. */
function dayOf(text: string): LocalDate | undefined {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})/.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
