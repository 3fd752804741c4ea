// Reads weekly free time as people write it: "周六 14:00-17:00；周日 9:00-12:00", "周一至周五 下午4点半-6点", "Sat 14:00-17:00".
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import type { CellProblem } from './cell-problem.js';
import { cleanText, plainDashes, saysNothing } from './cell-text.js';

const DAY = String.raw`(?:(?:周|星期|礼拜)[一二三四五六日天1-7]|(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)\.?(?![a-z]))`;
const BARE_DAY = '[一二三四五六日天]';
const PERIOD = '上午|早上|中午|下午|傍晚|晚上';
const CLOCK = String.raw`(${PERIOD})? ?(\d{1,2})(?::([0-5]\d)|[点时](?:(半)|([0-5]?\d)分?)?)? ?(am|pm)?`;
const TOKENS = {
  group: /周末|工作日|平日|每天|每日|天天|weekends?|weekdays?|daily|every ?day/y,
  dayRange: new RegExp(`(${DAY})(?: ?- ?| to )(${DAY}|${BARE_DAY}(?!\\d))`, 'y'),
  day: new RegExp(DAY, 'y'),
  bareDay: new RegExp(`${BARE_DAY}(?!\\d)`, 'y'),
  span: new RegExp(`${CLOCK} ?- ?${CLOCK}`, 'y'),
  separator: /[\s;,、:/。|和及与&]+|and /y,
};
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Spans in order of the week, those that touch joined; empty for a blank cell. A day without hours is not guessed. */
export function readWeeklyTimes(raw: string): Result<readonly WeeklyTime[], CellProblem> {
  const text = plainDashes(cleanText(raw))
    .toLowerCase()
    .replace(/[至到]/g, '-');
  if (text === '' || saysNothing(text)) return ok([]);
  const spans: WeeklyTime[] = [];
  let days: number[] = [];
  let daysAreOpen = false;
  const name = (more: number[]) => {
    days = daysAreOpen ? [...days, ...more] : more;
    daysAreOpen = true;
  };
  let at = 0;
  const take = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  while (at < text.length) {
    const group = take(TOKENS.group);
    if (group) {
      name(groupDays(group[0]));
      continue;
    }
    const range = take(TOKENS.dayRange);
    if (range) {
      name(daysFrom(weekday(range[1] ?? ''), weekday(range[2] ?? '')));
      continue;
    }
    const day = take(TOKENS.day) ?? (daysAreOpen ? take(TOKENS.bareDay) : null);
    if (day) {
      name([weekday(day[0])]);
      continue;
    }
    const span = take(TOKENS.span);
    if (span) {
      if (days.length === 0) return err('TIME_UNREADABLE');
      const minutes = spanMinutes(span);
      if (!minutes) return err('TIME_ORDER');
      for (const each of days) spans.push({ weekday: each, ...minutes });
      daysAreOpen = false;
      continue;
    }
    if (!take(TOKENS.separator)) return err('TIME_UNREADABLE');
  }
  return daysAreOpen || spans.length === 0 ? err('TIME_UNREADABLE') : ok(joined(spans));
}

function groupDays(word: string): number[] {
  if (/^(周末|weekend)/.test(word)) return [6, 7];
  return /^(工作日|平日|weekday)/.test(word) ? [1, 2, 3, 4, 5] : EVERY_DAY;
}

function weekday(word: string): number {
  const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].findIndex((start) => word.startsWith(start));
  if (english >= 0) return english + 1;
  const last = word.slice(-1);
  if (last === '天') return 7;
  const chinese = '一二三四五六日'.indexOf(last);
  return chinese >= 0 ? chinese + 1 : Number(last);
}

/** From one weekday to another, over Sunday where need be. */
function daysFrom(first: number, last: number): number[] {
  return EVERY_DAY.slice(0, ((last - first + 7) % 7) + 1).map((_, offset) => ((first - 1 + offset) % 7) + 1);
}

function spanMinutes(span: RegExpExecArray): { startMinute: number; endMinute: number } | undefined {
  const [first, last] = [span.slice(1, 7), span.slice(7, 13)];
  // "2-5pm" says pm of both, "9-1pm" of the end only
  const early = clockMinutes(first, undefined);
  const late = clockMinutes(first, last[5] === 'pm' ? '下午' : undefined);
  const endMinute = clockMinutes(last, early >= 720 && isAfternoon(span[1], span[6]) ? '下午' : undefined);
  const startMinute = late < endMinute ? late : early;
  return startMinute < endMinute && endMinute <= 1440 ? { startMinute, endMinute } : undefined;
}

function clockMinutes(parts: readonly (string | undefined)[], inherited: string | undefined): number {
  const [period, hours, digits, half, minutes, meridiem] = parts;
  const hour = Number(hours);
  const later = isAfternoon(period ?? (meridiem ? undefined : inherited), meridiem) && hour < 12 && hour > 0;
  // "中午11点" is before noon
  const shifted = later && !(period === '中午' && hour >= 10) ? hour + 12 : hour;
  return shifted * 60 + (half ? 30 : Number(digits ?? minutes ?? 0));
}

function isAfternoon(period: string | undefined, meridiem: string | undefined): boolean {
  return meridiem === 'pm' || (period !== undefined && /中午|下午|傍晚|晚上/.test(period));
}

function joined(spans: readonly WeeklyTime[]): WeeklyTime[] {
  const sorted = [...spans].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
  const result: WeeklyTime[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last?.weekday === span.weekday && span.startMinute <= last.endMinute) {
      result[result.length - 1] = { ...last, endMinute: Math.max(last.endMinute, span.endMinute) };
    } else result.push(span);
  }
  return result;
}
