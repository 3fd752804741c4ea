// Calendar days without a time or a zone, as the law and the agency count them.

/** A calendar day, `YYYY-MM-DD`. Lexical order is date order. */
export type LocalDate = string & { readonly __localDate: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads `YYYY-MM-DD`; undefined for another shape or a day that does not exist (2026-02-30). */
export function parseLocalDate(raw: string): LocalDate | undefined {
  const match = SHAPE.exec(raw);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  at.setUTCFullYear(year);
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? (raw as LocalDate) : undefined;
}

/** As `parseLocalDate`, for constants and trusted columns; throws where the text is no day. */
export function localDate(raw: string): LocalDate {
  const parsed = parseLocalDate(raw);
  if (!parsed) throw new Error(`BUG: not a calendar day: ${raw}`);
  return parsed;
}

/** The day that it is at an instant in a zone (IANA name), for example `Asia/Shanghai`. */
export function localDateIn(instant: Date, timeZone: string): LocalDate {
  // Days begin on whole minutes, and whoever asks mostly asks for now.
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  const last = lastDays.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = localDate(formatOf(timeZone).format(instant));
  lastDays.set(timeZone, { minute, day });
  return day;
}

const lastDays = new Map<string, { readonly minute: number; readonly day: LocalDate }>();

/** Making one costs as much as a hundred uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** Days since 1970-01-01. */
export function toEpochDay(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function fromEpochDay(day: number): LocalDate {
  return localDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Whole days from `from` to `to`; negative where `to` lies earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Same day of the month some months on; the last day where that month is shorter (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return localDate(first.toISOString().slice(0, 10));
}

/** Completed years of age on a day. A birthday on 29 February counts from 1 March in common years. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) >= birth.slice(5) ? years : years - 1;
}
