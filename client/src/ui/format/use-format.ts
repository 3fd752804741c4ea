import { useLingui } from '@lingui/react';
import { useSession } from '../../app/session/session-context.js';
import {
  formatDay,
  formatDayOf,
  formatDayOfWeek,
  formatHour,
  formatInstant,
  formatMinute,
  formatMonth,
  formatWeekday,
} from './format.js';

/** The formats of this reader: their language, their agency's zone. */
export function useFormat() {
  const { i18n } = useLingui();
  const session = useSession();
  const zone = (session.status === 'ready' ? session.viewer?.agency.timeZone : undefined) ?? 'Asia/Shanghai';
  const { locale } = i18n;
  return {
    day: (day: string) => formatDay(day, locale),
    dayOfWeek: (day: string) => formatDayOfWeek(day, locale),
    month: (month: string) => formatMonth(month, locale),
    dayOf: (instant: string) => formatDayOf(instant, locale, zone),
    instant: (instant: string) => formatInstant(instant, locale, zone),
    hour: (instant: string) => formatHour(instant, locale, zone),
    weekday: (weekday: number) => formatWeekday(weekday, locale),
    minute: formatMinute,
    weeklyTime: (time: { readonly weekday: number; readonly startMinute: number; readonly endMinute: number }) =>
      `${formatWeekday(time.weekday, locale)} ${formatMinute(time.startMinute)}–${formatMinute(time.endMinute)}`,
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}
