// Days, instants and times of the week as people write them, in either language.

const utc = { timeZone: 'UTC' } as const;

// Making one costs a phone several milliseconds, and a page shows many days.
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(dayLocale(locale), options);
  formats.set(key, known);
  return known;
}

/** 2026年11月22日 · 22 November 2026 */
export function formatDay(day: string, locale: string): string {
  return formatOf(locale, { dateStyle: 'long', ...utc }).format(new Date(`${day}T00:00:00Z`));
}

/** 11月22日 星期日 · Sunday 22 November */
export function formatDayOfWeek(day: string, locale: string): string {
  const format = formatOf(locale, { weekday: 'long', month: 'long', day: 'numeric', ...utc });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Of 2026-11: 2026年11月 · November 2026 */
export function formatMonth(month: string, locale: string): string {
  const format = formatOf(locale, { year: 'numeric', month: 'long', ...utc });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** The day of an instant in the agency's zone. */
export function formatDayOf(instant: string, locale: string, timeZone: string): string {
  return formatOf(locale, { dateStyle: 'long', timeZone }).format(new Date(instant));
}

/** Day and time of an instant in the agency's zone. */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  const format = formatOf(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

/** Day and hour, for what is known to the hour only: 11月22日 10时 · 22 November at 10:00 */
export function formatHour(instant: string, locale: string, timeZone: string): string {
  const options = { month: 'long', day: 'numeric', hour: 'numeric', hourCycle: 'h23', timeZone } as const;
  const minute = locale === 'en' ? ({ minute: '2-digit' } as const) : {};
  return new Intl.DateTimeFormat(dayLocale(locale), { ...options, ...minute }).format(new Date(instant));
}

/** Weekday 1 (Monday) to 7, as a word. */
export function formatWeekday(weekday: number, locale: string): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return formatOf(locale, { weekday: 'long', ...utc }).format(day);
}

/** Minutes since midnight as 08:30. */
export function formatMinute(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const dayLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : 'zh-CN');
