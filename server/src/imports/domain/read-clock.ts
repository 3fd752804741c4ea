// Reads times of day as lists of activities write them: 14:00, 14：00, 下午2点半, 2pm, 24:00, a part of a day; and from–to in one cell.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { CellProblem } from './cell-problem.js';
import { cleanText, plainDashes } from './cell-text.js';

const DAY_MINUTES = 24 * 60;
const PERIODS = '上午|早上|中午|下午|傍晚|晚上';
const CLOCK = new RegExp(
  `^(${PERIODS})? ?(\\d{1,2})(?:[:.]([0-5]\\d)(?::\\d{2})?|[点时](?:(半)|([0-5]?\\d)分?)?)? ?(am|pm)?$`,
);

export interface Span {
  /** Minutes since midnight; an end of 1440 is midnight behind the day. */
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Minutes since midnight, 0 to 1440. */
export function readClock(raw: string): Result<number, CellProblem> {
  const text = plainDashes(cleanText(raw)).toLowerCase();
  // What a spreadsheet keeps of 09:30 where the cell has no format of a time: a part of a day.
  if (/^0?\.\d+$|^1(\.0+)?$/.test(text)) return ok(Math.round(Number(text) * DAY_MINUTES));
  const compact = /^([01]\d|2[0-4])([0-5]\d)$/.exec(text);
  if (compact) return inDay(Number(compact[1]), Number(compact[2]));
  // A time that a workbook keeps with a day in front.
  const parts = CLOCK.exec(text.replace(/^\d{4}-\d{2}-\d{2} (?=\d)/, ''));
  if (!parts) return err('CLOCK_UNREADABLE');
  const [, period, hours, digits, half, minutes, meridiem] = parts;
  const bare = digits === undefined && half === undefined && minutes === undefined && !/[点时]/.test(text);
  // "9" alone may be anything.
  if (bare && !period && !meridiem) return err('CLOCK_UNREADABLE');
  const hour = Number(hours);
  const isLater = (meridiem === 'pm' || /中午|下午|傍晚|晚上/.test(period ?? '')) && hour > 0 && hour < 12;
  const isEarly = meridiem === 'am' && hour === 12;
  // "中午11点" is before noon.
  const shifted = isEarly ? 0 : isLater && !(period === '中午' && hour >= 10) ? hour + 12 : hour;
  return inDay(shifted, half ? 30 : Number(digits ?? minutes ?? 0));
}

/** "14:00-16:30", "下午2点至4点": of both, the end takes the half of the day from the start where it says none. */
export function readSpan(raw: string): Result<Span, CellProblem> {
  const [from = '', to = '', ...more] = plainDashes(cleanText(raw)).split(/ ?[-至到] ?| to /i);
  if (to === '' || more.length > 0) return err('CLOCK_UNREADABLE');
  const start = readClock(from);
  const end = readClock(/[点时]|(am|pm)$/i.test(to) || to.includes(':') ? to : `${to}:00`);
  if (!start.ok) return start;
  if (!end.ok) return end;
  const half = DAY_MINUTES / 2;
  const isAfternoon = /中午|下午|傍晚|晚上/.test(from) && end.value < half && end.value + half > start.value;
  return inOrder(start.value, isAfternoon && end.value > 0 ? end.value + half : end.value);
}

/** From before to. 0:00 as an end is the midnight behind the day: a workbook keeps 24:00 as 0:00. */
export function inOrder(startMinute: number, end: number): Result<Span, CellProblem> {
  const endMinute = end === 0 ? DAY_MINUTES : end;
  if (startMinute >= DAY_MINUTES || startMinute >= endMinute) return err('TIME_ORDER');
  return ok({ startMinute, endMinute });
}

function inDay(hour: number, minute: number): Result<number, CellProblem> {
  const at = hour * 60 + minute;
  return at <= DAY_MINUTES ? ok(at) : err('CLOCK_UNREADABLE');
}
